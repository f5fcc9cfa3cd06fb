package io.bondtrader.compliance.retention;

import io.bondtrader.core.audit.CanonicalJson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is held, why and until when, as of a day. Immutable.
 *
 * @param day the day
 * @param logSize the size of the log that it was computed at
 * @param parts of archives first, then of the log
 * @param holds the legal holds in force
 */
public record RetentionReport(LocalDate day, long logSize, List<RetainedPart> parts, List<LegalHold> holds) {

    /** Copies the lists. */
    public RetentionReport {
        parts = List.copyOf(parts);
        holds = List.copyOf(holds);
    }

    /** {@return the parts that may be deleted} */
    public List<RetainedPart> due() {
        return parts.stream().filter(RetainedPart::mayGo).toList();
    }

    /** {@return the report as JSON} */
    public CanonicalJson toJson() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (RetainedPart part : parts) {
            Map<String, Object> row = new HashMap<>();
            row.put("place", part.place());
            row.put("class", part.recordClass());
            row.put("events", part.events());
            row.put("oldest", part.oldest());
            row.put("newest", part.newest());
            row.put("keepUntil", part.keepUntil());
            row.put("held", part.held());
            row.put("reason", part.reason());
            row.put("mayGo", part.mayGo());
            rows.add(row);
        }
        List<Map<String, Object>> held = new ArrayList<>();
        for (LegalHold hold : holds) {
            held.add(Map.of(
                    "id",
                    hold.id(),
                    "matter",
                    hold.matter(),
                    "owner",
                    hold.owner(),
                    "scope",
                    hold.scope().toJson()));
        }
        return CanonicalJson.of(Map.of("day", day, "logSize", logSize, "parts", rows, "holds", held));
    }
}
