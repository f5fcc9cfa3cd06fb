package io.bondtrader.compliance.surveillance;

import io.bondtrader.compliance.audit.AuditLog;
import io.bondtrader.compliance.audit.AuditRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Surveillance of what the audit log keeps: each event is logged first and watched afterwards, at the leaf that it was given,
 * and alerts go into the same log. So a replay of the log sees exactly what was seen.
 *
 * <p>For one thread. The log is the caller's to close.
 */
public final class LoggedSurveillance {

    private final AuditLog log;
    private final Supplier<UUID> ids;
    private final SurveillanceEngine engine;
    private final List<SurveillanceAlert> found = new ArrayList<>();

    private LoggedSurveillance(AuditLog log, Supplier<UUID> ids, SurveillanceRules rules, MarketReference reference) {
        this.log = log;
        this.ids = ids;
        this.engine = new SurveillanceEngine(rules, reference, found::add);
    }

    /**
     * Begins a run: logs which rules and reference it goes by.
     *
     * @param log where everything goes
     * @param ids makes the ids of records, UUIDs of version 7
     * @param at when the run begins
     * @param rules the rules
     * @param reference owners and instruments
     * @return the run
     */
    public static LoggedSurveillance begin(
            AuditLog log, Supplier<UUID> ids, Instant at, SurveillanceRules rules, MarketReference reference) {
        log.append(SurveillanceRecords.run(ids.get(), at, rules, reference)).join();
        return new LoggedSurveillance(log, ids, rules, reference);
    }

    /**
     * Logs events, waits until they are durable, and watches them.
     *
     * @param events in their order; whatever leaf they carry is replaced by the one the log gives
     * @return the alerts they led to, which are logged as well
     */
    public List<SurveillanceAlert> accept(List<FlowEvent> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        List<AuditRecord> records = new ArrayList<>();
        events.forEach(event -> records.add(SurveillanceRecords.of(ids.get(), event)));
        long first = log.append(records).join();
        for (int i = 0; i < events.size(); i++) {
            engine.accept(events.get(i).at(first + i));
        }
        return report();
    }

    /**
     * Ends the day of every instrument.
     *
     * @return the alerts that only the end of a day shows
     */
    public List<SurveillanceAlert> finish() {
        engine.finish();
        return report();
    }

    private List<SurveillanceAlert> report() {
        List<SurveillanceAlert> alerts = List.copyOf(found);
        found.clear();
        if (!alerts.isEmpty()) {
            List<AuditRecord> records = new ArrayList<>();
            alerts.forEach(alert -> records.add(SurveillanceRecords.of(ids.get(), alert)));
            log.append(records).join();
        }
        return alerts;
    }
}
