package io.bondtrader.compliance.surveillance.anomaly;

import io.bondtrader.compliance.audit.AuditLog;
import io.bondtrader.compliance.audit.AuditRecord;
import io.bondtrader.compliance.surveillance.FlowEvent;
import io.bondtrader.core.error.InvalidInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Watches for anomalies in the flow that the audit log keeps, and writes them into the same log; so a replay of the log finds what
 * was found. The events come from the log, with the leaves that it gave them:
 * {@link io.bondtrader.compliance.surveillance.SurveillanceRecords#flow} reads them.
 *
 * <p>For one thread. The log is the caller's to close.
 */
public final class LoggedAnomalies {

    private final AuditLog log;
    private final Supplier<UUID> ids;
    private final FeatureWindows windows;
    private final List<AnomalyAlert> found = new ArrayList<>();

    private LoggedAnomalies(AuditLog log, Supplier<UUID> ids, AnomalySettings settings, Grouping grouping) {
        this.log = log;
        this.ids = ids;
        AnomalyMonitor monitor = new AnomalyMonitor(settings, found::add);
        this.windows = new FeatureWindows(settings.windowSeconds(), grouping, monitor::accept);
    }

    /**
     * Begins a run: logs how it cuts and judges windows.
     *
     * @param log where everything goes
     * @param ids makes the ids of records, UUIDs of version 7
     * @param at when the run begins
     * @param settings how windows are cut and judged
     * @param grouping whose pattern an event belongs to
     * @param groupingName what the log calls the grouping
     * @return the run
     * @throws InvalidInput if the grouping has no name
     */
    public static LoggedAnomalies begin(
            AuditLog log,
            Supplier<UUID> ids,
            Instant at,
            AnomalySettings settings,
            Grouping grouping,
            String groupingName) {
        InvalidInput.unless(!groupingName.isBlank(), "name of the grouping", groupingName, "not blank");
        log.append(AnomalyRecords.run(ids.get(), at, settings, groupingName)).join();
        return new LoggedAnomalies(log, ids, settings, grouping);
    }

    /**
     * Watches events.
     *
     * @param events in their order, with their leaves
     * @return the anomalies of the windows that they ended, which are durable in the log
     * @throws io.bondtrader.compliance.error.FlowOutOfOrder if an event is earlier than the one before
     */
    public List<AnomalyAlert> accept(List<FlowEvent> events) {
        events.forEach(windows::accept);
        return report();
    }

    /**
     * Ends the window that is open.
     *
     * @return its anomalies
     */
    public List<AnomalyAlert> finish() {
        windows.finish();
        return report();
    }

    private List<AnomalyAlert> report() {
        List<AnomalyAlert> alerts = List.copyOf(found);
        found.clear();
        if (!alerts.isEmpty()) {
            List<AuditRecord> records = new ArrayList<>();
            alerts.forEach(alert -> records.add(AnomalyRecords.of(ids.get(), alert)));
            log.append(records).join();
        }
        return alerts;
    }
}
