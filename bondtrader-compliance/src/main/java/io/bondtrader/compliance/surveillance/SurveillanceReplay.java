package io.bondtrader.compliance.surveillance;

import io.bondtrader.compliance.audit.AuditTrail;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.security.signing.Checkpoint;
import java.util.ArrayList;
import java.util.List;

/**
 * Computes the alerts of a log again: to see whether what was reported is what the rules find, byte for byte, or what other
 * rules would have found. Everything comes from the events below one signed checkpoint.
 *
 * <p>Immutable.
 */
public final class SurveillanceReplay {

    private final Checkpoint checkpoint;
    private final List<SurveillanceAlert> alerts;
    private final List<String> logged;
    private final List<String> runs;
    private final String run;

    private SurveillanceReplay(
            Checkpoint checkpoint, List<SurveillanceAlert> alerts, List<String> logged, List<String> runs, String run) {
        this.checkpoint = checkpoint;
        this.alerts = List.copyOf(alerts);
        this.logged = List.copyOf(logged);
        this.runs = List.copyOf(runs);
        this.run = run;
    }

    /**
     * Replays a log up to its newest checkpoint.
     *
     * @param trail the log
     * @param rules by which rules
     * @param reference the owners and instruments of the run
     * @param finished whether the days that the log ends with are over: as {@link SurveillanceEngine#finish()}
     * @return what the rules find, and what the log says was found
     * @throws io.bondtrader.core.error.InvalidInput if a record of the flow cannot be read
     */
    public static SurveillanceReplay of(
            AuditTrail trail, SurveillanceRules rules, MarketReference reference, boolean finished) {
        Checkpoint checkpoint = trail.checkpoint();
        List<SurveillanceAlert> alerts = new ArrayList<>();
        List<String> logged = new ArrayList<>();
        List<String> runs = new ArrayList<>();
        SurveillanceEngine engine = new SurveillanceEngine(rules, reference, alerts::add);
        trail.read(0, checkpoint.size(), event -> {
            collect(event, SurveillanceRecords.ALERT, logged);
            collect(event, SurveillanceRecords.RUN, runs);
            SurveillanceRecords.flow(event).ifPresent(engine::accept);
        });
        if (finished) {
            engine.finish();
        }
        String run = SurveillanceRecords.runBody(rules, reference).text();
        return new SurveillanceReplay(checkpoint, alerts, logged, runs, run);
    }

    private static void collect(LoggedEvent event, String action, List<String> bodies) {
        if (event.record().action().equals(action)) {
            bodies.add(event.record().body().text());
        }
    }

    /** {@return the checkpoint below which everything was read} */
    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /** {@return what the rules find} */
    public List<SurveillanceAlert> alerts() {
        return alerts;
    }

    /** {@return alerts that the rules find and the log does not have, as canonical JSON} */
    public List<String> missing() {
        return without(texts(), logged);
    }

    /** {@return alerts that the log has and the rules do not find, as canonical JSON} */
    public List<String> unexplained() {
        return without(logged, texts());
    }

    /** {@return whether the log says that it was watched by these rules and this reference, and by no others} */
    public boolean sameRun() {
        return !runs.isEmpty() && runs.stream().allMatch(run::equals);
    }

    /** {@return whether the run was the same and the alerts are, byte for byte and in their order} */
    public boolean matches() {
        return sameRun() && texts().equals(logged);
    }

    private List<String> texts() {
        return alerts.stream().map(alert -> alert.toJson().text()).toList();
    }

    private static List<String> without(List<String> all, List<String> some) {
        List<String> left = new ArrayList<>(all);
        some.forEach(left::remove);
        return left;
    }

    @Override
    public String toString() {
        return alerts.size() + " alerts from " + checkpoint.size() + " events, "
                + missing().size() + " missing and " + unexplained().size() + " unexplained in the log";
    }
}
