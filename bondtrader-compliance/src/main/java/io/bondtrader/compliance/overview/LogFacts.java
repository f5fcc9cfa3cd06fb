package io.bondtrader.compliance.overview;

import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.report.EventBody;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the events of a log come to. For one thread. */
final class LogFacts {

    /** Something that began and may have ended, with the event that tells of it last. */
    record Fact(String id, String what, String by, Instant since, String state, long event) {}

    /** How the runs of one schedule went. */
    static final class Runs {

        @Nullable
        Fact last;

        int succeeded;
        int failed;
        int missed;
        int givenUp;
        long lastTrouble = -1;
    }

    final Map<String, Fact> alerts = new LinkedHashMap<>();
    final Map<String, Fact> holds = new LinkedHashMap<>();
    final Map<String, Fact> changes = new LinkedHashMap<>();
    final Map<String, Runs> runs = new LinkedHashMap<>();

    @Nullable
    LoggedEvent newest;

    void take(LoggedEvent event) {
        newest = event;
        if (AlertJournal.open(event, alerts)) {
            return;
        }
        String id = event.record().resource();
        boolean refused = event.record().outcome() == Outcome.DENIED;
        if (refused) {
            return;
        }
        switch (event.record().action()) {
            case "retention.hold_placed" -> {
                EventBody body = EventBody.of(event);
                holds.put(id, fact(event, body.text("matter"), body.text("owner")));
            }
            case "retention.hold_released" -> holds.remove(id);
            case "change.proposed" ->
                changes.put(id, fact(event, EventBody.of(event).text("subject"), "waits for approval"));
            case "change.approved" ->
                changes.computeIfPresent(id, (name, fact) -> fact(event, fact.what(), "approved, not made"));
            case "change.applied", "change.rejected", "change.failed" -> changes.remove(id);
            case "schedule.registered" -> runs.computeIfAbsent(id, fresh -> new Runs());
            default -> run(event);
        }
    }

    private void run(LoggedEvent event) {
        String action = event.record().action();
        int at = event.record().resource().indexOf('@');
        if (!action.startsWith("schedule.run_") || at < 0) {
            return;
        }
        Runs of = runs.computeIfAbsent(event.record().resource().substring(0, at), fresh -> new Runs());
        String state = action.substring("schedule.run_".length()).replace('_', ' ');
        of.last = fact(event, event.record().resource().substring(at + 1), state);
        switch (state) {
            case "succeeded" -> of.succeeded++;
            case "failed" -> of.failed++;
            case "missed" -> of.missed++;
            case "given up" -> of.givenUp++;
            default -> {
                // Begun or cancelled.
            }
        }
        if (state.equals("failed") || state.equals("missed") || state.equals("given up")) {
            of.lastTrouble = event.index();
        }
    }

    private static Fact fact(LoggedEvent event, String what, String state) {
        return new Fact(
                event.record().resource(),
                what,
                event.record().actor(),
                event.record().time(),
                state,
                event.index());
    }
}
