package io.bondtrader.compliance.privacy;

import io.bondtrader.core.audit.CanonicalJson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an erasure will do, and the answer to the person: which data goes, which stays until when and by which law. Immutable.
 *
 * @param subject the person
 * @param day as of
 * @param logSize the size of the log that it was computed at
 * @param rows by kind of record
 */
public record ErasurePlan(SubjectId subject, LocalDate day, long logSize, List<ErasureRow> rows) {

    /** Copies the rows. */
    public ErasurePlan {
        rows = List.copyOf(rows);
    }

    /** {@return whether nothing has to be kept} */
    public boolean isComplete() {
        return rows.stream().allMatch(row -> row.fate() == ErasureRow.Fate.ERASED);
    }

    /** {@return the plan as JSON} */
    public CanonicalJson toJson() {
        List<Map<String, Object>> list = new ArrayList<>();
        for (ErasureRow row : rows) {
            Map<String, Object> members = new HashMap<>();
            members.put("class", row.recordClass());
            members.put("events", row.events());
            members.put("fate", row.fate());
            members.put("keepUntil", row.keepUntil());
            members.put("reason", row.reason());
            list.add(members);
        }
        return CanonicalJson.of(Map.of("subject", subject.value(), "day", day, "logSize", logSize, "rows", list));
    }
}
