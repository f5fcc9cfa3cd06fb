package io.bondtrader.compliance.surveillance.anomaly;

import io.bondtrader.compliance.audit.AuditRecord;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.core.audit.CanonicalJson;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Anomalies and the runs that found them, as the audit log keeps them. Stateless and safe for use by many threads. */
public final class AnomalyRecords {

    /** What an anomaly is called in the log. */
    public static final String ALERT = "surveillance.anomaly";

    /** What the description of a run is called in the log. */
    public static final String RUN = "surveillance.anomaly_run";

    private static final SortedSet<String> TAGS = new TreeSet<>(Set.of("mar", "mifid2"));
    private static final long SECOND = 1_000_000_000L;

    private AnomalyRecords() {}

    /**
     * Writes an anomaly, at the beginning of the window that completed it.
     *
     * @param id of the record
     * @param alert the anomaly
     * @return the record
     */
    public static AuditRecord of(UUID id, AnomalyAlert alert) {
        long nanos = alert.windowNanos();
        Instant at = Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
        return own(id, at, ALERT, alert.subject(), alert.toJson());
    }

    /**
     * Writes how a run cuts and judges windows.
     *
     * @param id of the record
     * @param at when the run begins
     * @param settings its settings
     * @param grouping the name of its grouping: {@code owner}, {@code desk}
     * @return the record
     */
    public static AuditRecord run(UUID id, Instant at, AnomalySettings settings, String grouping) {
        return own(id, at, RUN, "", runBody(settings, grouping));
    }

    static CanonicalJson runBody(AnomalySettings settings, String grouping) {
        Map<String, Object> body = new TreeMap<>();
        body.put("grouping", grouping);
        body.put("windowSeconds", settings.windowSeconds());
        body.put("referenceWindows", settings.referenceWindows());
        body.put("relearnEvery", settings.relearnEvery());
        body.put("falseAlarmRate", settings.falseAlarmRate());
        body.put("subjects", settings.subjects());
        return CanonicalJson.of(body);
    }

    private static AuditRecord own(UUID id, Instant at, String action, String resource, CanonicalJson body) {
        return new AuditRecord(
                id, at, "surveillance", "system", null, action, resource, Outcome.OBSERVED, "", TAGS, body);
    }
}
