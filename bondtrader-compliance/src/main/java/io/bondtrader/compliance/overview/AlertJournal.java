package io.bondtrader.compliance.overview;

import io.bondtrader.compliance.audit.AuditJournal;
import io.bondtrader.compliance.audit.AuditRecord;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.report.EventBody;
import io.bondtrader.compliance.surveillance.SurveillanceAlert;
import io.bondtrader.compliance.surveillance.SurveillanceRecords;
import io.bondtrader.compliance.surveillance.anomaly.AnomalyRecords;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.identity.PersonId;
import java.util.Map;
import java.util.Objects;

/**
 * What became of alerts: written here, and read for the overview.
 *
 * <p>Whatever watches writes its alerts into the log itself, and those are open alerts without anybody's doing: alerts of
 * surveillance ({@code surveillance.alert}, named by the hash of what they say), anomalies ({@code surveillance.anomaly}, likewise),
 * and trades that the monitor says should not have been done ({@code monitor.rechecked}, named {@code monitor-} and the place of
 * the event). {@link #raised} is for engines that write no log of their own: an engine takes {@code journal::raised} where it takes
 * a consumer of alerts. An alert that comes by both ways is one. {@link #closed} closes any of them.
 *
 * <p>Safe for use by many threads.
 */
public final class AlertJournal {

    static final String RAISED = "surveillance.alert_raised";
    static final String CLOSED = "surveillance.alert_closed";

    private static final String MONITORED = "monitor.rechecked";

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
     * Opens or closes an alert, if that is what an event tells.
     *
     * @return whether it is
     */
    static boolean open(LoggedEvent event, Map<String, LogFacts.Fact> alerts) {
        AuditRecord record = event.record();
        switch (record.action()) {
            case RAISED -> {
                EventBody body = EventBody.of(event);
                alerts.put(
                        record.resource(),
                        fact(event, record.resource(), body.text("kind") + " in " + body.text("instrument")));
            }
            case SurveillanceRecords.ALERT -> {
                EventBody body = EventBody.of(event);
                String id = record.body().sha256();
                alerts.put(id, fact(event, id, body.text("detector") + " in " + body.text("instrument")));
            }
            case AnomalyRecords.ALERT -> {
                EventBody body = EventBody.of(event);
                String id = record.body().sha256();
                alerts.put(id, fact(event, id, body.text("kind") + " of " + body.text("subject")));
            }
            case MONITORED -> {
                if (record.outcome() == Outcome.DENIED) {
                    String id = "monitor-" + event.index();
                    EventBody trade = EventBody.of(event).object("trade");
                    alerts.put(id, fact(event, id, "trade of " + record.resource() + " in " + trade.text("isin")));
                }
            }
            case CLOSED -> {
                if (record.outcome() != Outcome.DENIED) {
                    alerts.remove(record.resource());
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static LogFacts.Fact fact(LoggedEvent event, String id, String what) {
        AuditRecord record = event.record();
        return new LogFacts.Fact(id, what, record.actor(), record.time(), "open", event.index());
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
