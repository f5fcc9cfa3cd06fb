package io.bondtrader.compliance.surveillance;

/**
 * A large order away from the best price, then a fill of the same owner on the other side, then the order is gone without
 * having traded.
 *
 * <p>Source: Lee, Eom and Park 2013, "Microstructure-based manipulation: strategic behavior and performance of spoofing
 * traders", Journal of Financial Markets 16, with their ticks turned into half-spreads.
 */
final class SpoofingOrder extends Detector {

    private double sizeMultiple;
    private double halfSpreads;
    private double sizeToFill;
    private double filledShare;
    private long fillWithin;
    private long withdrawnWithin;

    SpoofingOrder(RuleVersion rule) {
        super(DetectorKind.SPOOFING_ORDER, rule, FlowKind.CANCEL);
    }

    @Override
    void load() {
        sizeMultiple = value("sizeMultiple");
        halfSpreads = value("halfSpreadsFromBest");
        sizeToFill = value("sizeToOppositeFill");
        filledShare = value("filledShare");
        fillWithin = nanos("fillWithinSeconds");
        withdrawnWithin = nanos("withdrawnWithinSeconds");
    }

    @Override
    void on(Scene scene) {
        LiveOrder order = scene.order();
        if (order == null || order.depth < halfSpreads || order.filled > filledShare * order.size) {
            return;
        }
        double mean = scene.instrument().priorMeanOrder;
        Activity who = order.activity;
        long lastFill = who.lastFillNanos(-order.sign);
        if (mean <= 0
                || order.size < sizeMultiple * mean
                || lastFill < order.enteredNanos
                || scene.now() - lastFill > withdrawnWithin) {
            return;
        }
        Fill wanted = null;
        double volume = 0;
        for (int i = who.fills.size() - 1; i >= 0 && who.fills.time(i) >= order.enteredNanos; i--) {
            Fill fill = who.fills.get(i);
            if (fill.sign() != -order.sign) {
                continue;
            }
            volume += fill.size();
            boolean follows = fill.time() - order.enteredNanos <= fillWithin
                    && scene.now() - fill.time() <= withdrawnWithin
                    && (fill.order == null || fill.order.enteredIndex > order.enteredIndex);
            wanted = follows ? fill : wanted;
        }
        if (wanted == null || order.size < sizeToFill * volume || !scene.opens(this, who)) {
            return;
        }
        scene.alert(scene.evidence(this, who)
                .since(order.enteredNanos)
                .event(order.enteredIndex)
                .event(wanted.event.index())
                .atLeast("sizeMultiple", order.size / mean)
                .atLeast("halfSpreadsFromBest", order.depth)
                .atLeast("sizeToOppositeFill", order.size / volume)
                .atMost("filledShare", order.filled / order.size)
                .atMost("fillWithinSeconds", (wanted.time() - order.enteredNanos) / 1e9)
                .atMost("withdrawnWithinSeconds", (scene.now() - wanted.time()) / 1e9));
    }
}
