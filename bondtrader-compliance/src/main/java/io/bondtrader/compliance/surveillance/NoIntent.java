package io.bondtrader.compliance.surveillance;

/**
 * A large order so far from the market that it could not trade on an ordinary day, never brought nearer, and withdrawn.
 *
 * <p>Source: the distance in daily volatilities is the rule of open-source surveillance engines.
 */
final class NoIntent extends Detector {

    private double deviations;
    private double sizeMultiple;
    private long rested;

    NoIntent(RuleVersion rule) {
        super(DetectorKind.NO_INTENT, rule, FlowKind.CANCEL);
    }

    @Override
    void load() {
        deviations = value("dailyDeviations");
        sizeMultiple = value("sizeMultiple");
        rested = nanos("restedSeconds");
    }

    @Override
    void on(Scene scene) {
        LiveOrder order = scene.order();
        double mean = scene.instrument().priorMeanOrder;
        if (order == null
                || order.filled > 0
                || order.closestSigmas < deviations
                || mean <= 0
                || order.size < sizeMultiple * mean
                || scene.now() - order.enteredNanos < rested
                || !scene.opens(this, order.activity)) {
            return;
        }
        scene.alert(scene.evidence(this, order.activity)
                .since(order.enteredNanos)
                .event(order.enteredIndex)
                .atLeast("dailyDeviations", order.closestSigmas)
                .atLeast("sizeMultiple", order.size / mean)
                .atLeast("restedSeconds", (scene.now() - order.enteredNanos) / 1e9));
    }
}
