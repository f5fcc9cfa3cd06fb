package io.bondtrader.compliance.surveillance;

/**
 * A large order away from the best price, then a fill of the same owner on the other side, then the order is gone without
 * having traded. Who rests orders behind the market day after day, large and small, will once withdraw a large one after such a
 * fill by chance: so that must be how a good part of all its orders behind the best price ended; what is left is for
 * {@link SpoofingPattern}. Only all of them tell: of large ones alone an honest owner has so few that one is a good part.
 * Who shows as much on the other side makes a market.
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
    private double likeShare;
    private double asymmetry;

    SpoofingOrder(RuleVersion rule) {
        super(DetectorKind.SPOOFING_ORDER, rule, FlowKind.CANCEL);
    }

    /** How an owner's orders behind the best price ended: with a bound of its own, so that it depends on none of the rule. */
    private static final class Custom {
        private static final long SOON = 60 * InstrumentFlow.SECOND;

        private int withdrawn;
        private int soon;

        void add(LiveOrder order) {
            if (order.depth > 0) {
                boolean after = order.oppositeFillNanos >= order.enteredNanos
                        && order.endedNanos - order.oppositeFillNanos <= SOON;
                withdrawn++;
                soon += after ? 1 : 0;
            }
        }

        double share() {
            return withdrawn == 0 ? 1 : (double) soon / withdrawn;
        }
    }

    private Custom custom(LiveOrder order) {
        Custom custom = (Custom) order.activity.memory[slot()];
        if (custom == null) {
            custom = new Custom();
            order.activity.memory[slot()] = custom;
        }
        custom.add(order);
        return custom;
    }

    @Override
    void load() {
        sizeMultiple = value("sizeMultiple");
        halfSpreads = value("halfSpreadsFromBest");
        sizeToFill = value("sizeToOppositeFill");
        filledShare = value("filledShare");
        fillWithin = nanos("fillWithinSeconds");
        withdrawnWithin = nanos("withdrawnWithinSeconds");
        likeShare = value("likeShare");
        asymmetry = value("shownToOppositeShown");
    }

    @Override
    void on(Scene scene) {
        LiveOrder order = scene.order();
        if (order == null) {
            return;
        }
        Custom custom = custom(order);
        if (order.depth < halfSpreads || order.filled > filledShare * order.size) {
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
        double opposite = Math.max(volume, who.shown(-order.sign, order.enteredNanos));
        if (wanted == null
                || order.size < sizeToFill * volume
                || order.size < asymmetry * opposite
                || custom.share() < likeShare
                || !scene.opens(this, who)) {
            return;
        }
        scene.alert(scene.evidence(this, who)
                .since(order.enteredNanos)
                .event(order.enteredIndex)
                .event(wanted.event.index())
                .atLeast("sizeMultiple", order.size / mean)
                .atLeast("halfSpreadsFromBest", order.depth)
                .atLeast("sizeToOppositeFill", order.size / volume)
                .atLeast("shownToOppositeShown", order.size / opposite)
                .atLeast("likeShare", custom.share())
                .atMost("filledShare", order.filled / order.size)
                .atMost("fillWithinSeconds", (wanted.time() - order.enteredNanos) / 1e9)
                .atMost("withdrawnWithinSeconds", (scene.now() - wanted.time()) / 1e9));
    }
}
