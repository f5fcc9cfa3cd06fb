package io.bondtrader.compliance.overview;

import io.bondtrader.compliance.audit.AuditJournal;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.surveillance.SurveillanceAlert;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.identity.PersonId;
import java.util.Map;
import java.util.Objects;

/** Writes that an alert was raised and what a person decided about it. Safe for use by many threads. */
public final class AlertJournal {

    static final String RAISED = "surveillance.alert_raised";
    static final String CLOSED = "surveillance.alert_closed";

    private final AuditJournal journal;

    private AlertJournal(AuditJournal journal) {
        this.journal = Objects.requireNonNull(journal);
    }

    /**
     * Returns a writer.
     *
     * @param journal of the log
     * @return the writer
     */
    public static AlertJournal of(AuditJournal journal) {
        return new AlertJournal(journal);
    }

    /**
     * Writes that an alert was raised.
     *
     * @param alert the alert
     * @return the place of the event
     */
    public long raised(SurveillanceAlert alert) {
        return journal.write(
                "surveillance",
                RAISED,
                alert.id(),
                Outcome.OBSERVED,
                Map.of(
                        "kind", alert.detector().toString(),
                        "instrument", alert.instrument(),
                        "owner", alert.owner(),
                        "alert", alert.toJson()),
                "mar");
    }

    /**
     * Writes what a person decided about an alert.
     *
     * @param id of the alert
     * @param by who decided
     * @param decision in words
     * @return the place of the event
     * @throws InvalidInput if a text is blank
     */
    public long closed(String id, PersonId by, String decision) {
        InvalidInput.unless(!id.isBlank(), "alert", id, "not blank");
        InvalidInput.unless(!decision.isBlank(), "decision", decision, "not blank");
        return journal.write(by.value(), CLOSED, id, Outcome.SUCCESS, Map.of("decision", decision), "mar");
    }

    @Override
    public String toString() {
        return "AlertJournal[" + journal + "]";
    }
}
