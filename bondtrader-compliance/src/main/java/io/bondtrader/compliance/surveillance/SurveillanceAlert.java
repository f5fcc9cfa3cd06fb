package io.bondtrader.compliance.surveillance;

import io.bondtrader.core.audit.CanonicalJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A detector's finding: who, in what, which conditions were met by which events, under which version of the rule. The same
 * events under the same rules give the same bytes. Immutable.
 *
 * @param detector which detector
 * @param ruleVersion the version of its rule
 * @param ruleHash the hash of its thresholds
 * @param owner the beneficial owner
 * @param others further owners who took part, sorted
 * @param instrument in what
 * @param fromNanos when what was found began
 * @param toNanos when it was found
 * @param fromIndex the first leaf that the finding looked at
 * @param toIndex the leaf that completed it
 * @param conditions what was met
 * @param events the leaves that show it, in order, at most {@value #MOST_EVENTS}
 */
public record SurveillanceAlert(
        DetectorKind detector,
        String ruleVersion,
        String ruleHash,
        String owner,
        List<String> others,
        String instrument,
        long fromNanos,
        long toNanos,
        long fromIndex,
        long toIndex,
        List<Condition> conditions,
        List<Long> events) {

    /** The most events that an alert names. */
    public static final int MOST_EVENTS = 256;

    private static final long SECOND = 1_000_000_000L;

    /** Copies the lists. */
    public SurveillanceAlert {
        others = List.copyOf(others);
        conditions = List.copyOf(conditions);
        events = List.copyOf(events);
    }

    /** {@return when it was found} */
    public Instant foundAt() {
        return Instant.ofEpochSecond(toNanos / SECOND, toNanos % SECOND);
    }

    /** {@return when what was found began} */
    public Instant beganAt() {
        return Instant.ofEpochSecond(fromNanos / SECOND, fromNanos % SECOND);
    }

    /** {@return the alert as canonical JSON: what a log keeps, and what a replay is compared with} */
    public CanonicalJson toJson() {
        Map<String, Object> all = new TreeMap<>();
        all.put("detector", detector);
        all.put("ruleVersion", ruleVersion);
        all.put("ruleHash", ruleHash);
        all.put("owner", owner);
        all.put("others", others);
        all.put("instrument", instrument);
        all.put("from", beganAt());
        all.put("to", foundAt());
        all.put("fromIndex", fromIndex);
        all.put("toIndex", toIndex);
        all.put("conditions", conditions.stream().map(SurveillanceAlert::json).toList());
        all.put("events", events);
        return CanonicalJson.of(all);
    }

    /** {@return a name of the alert that depends on what it says alone: the SHA-256 of {@link #toJson()}} */
    public String id() {
        return toJson().sha256();
    }

    private static Map<String, Object> json(Condition condition) {
        return Map.of(
                "name",
                condition.name(),
                "measured",
                condition.measured(),
                "bound",
                condition.bound(),
                "is",
                condition.atLeast() ? "at least" : "at most");
    }
}
