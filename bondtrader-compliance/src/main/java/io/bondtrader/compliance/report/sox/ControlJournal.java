package io.bondtrader.compliance.report.sox;

import io.bondtrader.compliance.audit.AuditJournal;
import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.core.error.InvalidInput;
import java.util.Map;
import java.util.Objects;

/** Writes that a control ran and what it found. Safe for use by many threads. */
public final class ControlJournal {

    static final String RAN = "control.ran";

    private final AuditJournal journal;

    private ControlJournal(AuditJournal journal) {
        this.journal = Objects.requireNonNull(journal);
    }

    /**
     * Returns a writer.
     *
     * @param journal of the log
     * @return the writer
     */
    public static ControlJournal of(AuditJournal journal) {
        return new ControlJournal(journal);
    }

    /**
     * Writes that a control ran.
     *
     * @param control its name
     * @param by who or what ran it
     * @param passed whether it found all in order
     * @param finding what it found, in words
     * @param evidence the events that it looked at
     * @return the place of the event
     * @throws InvalidInput if the name is blank
     */
    public long ran(String control, String by, boolean passed, String finding, EventIndices evidence) {
        InvalidInput.unless(!control.isBlank(), "control", control, "not blank");
        return journal.write(
                by,
                RAN,
                control,
                passed ? Outcome.SUCCESS : Outcome.FAILURE,
                Map.of("finding", finding, "evidence", evidence.toJson()),
                "sox");
    }

    @Override
    public String toString() {
        return "ControlJournal[" + journal + "]";
    }
}
