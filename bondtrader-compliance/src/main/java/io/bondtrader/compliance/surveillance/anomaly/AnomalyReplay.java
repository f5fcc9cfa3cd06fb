package io.bondtrader.compliance.surveillance.anomaly;

import io.bondtrader.compliance.audit.AuditTrail;
import io.bondtrader.compliance.surveillance.SurveillanceRecords;
import io.bondtrader.security.signing.Checkpoint;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the anomalies of a log again: to see whether what was reported is what the settings find, byte for byte, or what other
 * settings would have found. Everything comes from the events below one signed checkpoint.
 *
 * @param checkpoint below which everything was read
 * @param alerts what the settings find
 * @param logged the anomalies that the log has, as canonical JSON
 * @param sameRun whether the log says that it was watched with these settings and this grouping, and with no others
 */
public record AnomalyReplay(Checkpoint checkpoint, List<AnomalyAlert> alerts, List<String> logged, boolean sameRun) {

    /** Copies the lists. */
    public AnomalyReplay {
        alerts = List.copyOf(alerts);
        logged = List.copyOf(logged);
    }

    /**
     * Replays a log up to its newest checkpoint.
     *
     * @param trail the log, from its first event
     * @param settings with which settings
     * @param grouping whose pattern an event belongs to
     * @param groupingName what the log calls the grouping
     * @param finished whether the window that the log ends with is over: as {@link LoggedAnomalies#finish}
     * @return what the settings find, and what the log says was found
     * @throws io.bondtrader.core.error.InvalidInput if a record of the flow cannot be read
     */
    public static AnomalyReplay of(
            AuditTrail trail, AnomalySettings settings, Grouping grouping, String groupingName, boolean finished) {
        Checkpoint checkpoint = trail.checkpoint();
        List<AnomalyAlert> alerts = new ArrayList<>();
        List<String> logged = new ArrayList<>();
        List<String> runs = new ArrayList<>();
        AnomalyMonitor monitor = new AnomalyMonitor(settings, alerts::add);
        FeatureWindows windows = new FeatureWindows(settings.windowSeconds(), grouping, monitor::accept);
        trail.read(0, checkpoint.size(), event -> {
            String action = event.record().action();
            if (action.equals(AnomalyRecords.ALERT)) {
                logged.add(event.record().body().text());
            } else if (action.equals(AnomalyRecords.RUN)) {
                runs.add(event.record().body().text());
            }
            SurveillanceRecords.flow(event).ifPresent(windows::accept);
        });
        if (finished) {
            windows.finish();
        }
        String run = AnomalyRecords.runBody(settings, groupingName).text();
        return new AnomalyReplay(
                checkpoint, alerts, logged, !runs.isEmpty() && runs.stream().allMatch(run::equals));
    }

    /** {@return whether the run was the same and the anomalies are, byte for byte and in their order} */
    public boolean matches() {
        return sameRun
                && alerts.stream().map(alert -> alert.toJson().text()).toList().equals(logged);
    }

    @Override
    public String toString() {
        return alerts.size() + " anomalies from " + checkpoint.size() + " events, " + logged.size() + " in the log";
    }
}
