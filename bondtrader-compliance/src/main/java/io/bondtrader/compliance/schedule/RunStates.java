package io.bondtrader.compliance.schedule;

import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.report.EventBody;
import io.bondtrader.compliance.report.ReportPublisher;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the log says about runs: the memory of the scheduler, which a restart does not lose. For one thread. */
final class RunStates {

    static final String REGISTERED = "schedule.registered";
    static final String STARTED = "schedule.run_started";
    static final String DELIVERED = "schedule.delivered";
    static final String SUCCEEDED = "schedule.run_succeeded";
    static final String FAILED = "schedule.run_failed";
    static final String GIVEN_UP = "schedule.run_given_up";
    static final String MISSED = "schedule.run_missed";
    static final String CANCELLED = "schedule.run_cancelled";

    /** A run that was begun or missed. */
    static final class Run {

        int attempts;
        long logSize = -1;
        boolean missed;
        boolean over;
        Instant nextAt = Instant.MIN;
        final Set<String> delivered = new HashSet<>();
    }

    private final Map<String, Run> runs = new HashMap<>();
    private final Map<String, String> recurrences = new HashMap<>();
    private final Map<String, Instant> since = new HashMap<>();
    private final Map<String, Long> publications = new HashMap<>();

    Run run(String key) {
        return runs.computeIfAbsent(key, fresh -> new Run());
    }

    /** Since when a schedule stands as it is; null if it was never registered so. */
    @Nullable
    Instant since(String id, String recurrence) {
        return recurrence.equals(recurrences.get(id)) ? since.get(id) : null;
    }

    @Nullable
    Long publication(String sha256) {
        return publications.get(sha256);
    }

    void published(String sha256, long index) {
        publications.put(sha256, index);
    }

    void take(LoggedEvent event) {
        String action = event.record().action();
        if (action.equals(ReportPublisher.PUBLISHED)) {
            publications.put(EventBody.of(event).text("sha256"), event.index());
        }
        if (!action.startsWith("schedule.")) {
            return;
        }
        EventBody body = EventBody.of(event);
        String resource = event.record().resource();
        switch (action) {
            case REGISTERED -> {
                recurrences.put(resource, body.text("recurrence"));
                since.put(resource, event.record().time());
            }
            case STARTED -> {
                Run run = run(resource);
                run.attempts++;
                run.logSize = Long.parseLong(body.text("logSize"));
            }
            case DELIVERED -> run(resource).delivered.add(body.text("delivery"));
            case FAILED -> run(resource).nextAt = Instant.parse(body.text("nextAt"));
            case MISSED -> {
                run(resource).missed = true;
                run(resource).over |= body.text("skipped").equals("true");
            }
            case SUCCEEDED, GIVEN_UP, CANCELLED -> run(resource).over = true;
            default -> {
                // Events of later versions.
            }
        }
    }
}
