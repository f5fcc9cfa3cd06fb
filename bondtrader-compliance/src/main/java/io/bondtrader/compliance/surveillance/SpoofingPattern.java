package io.bondtrader.compliance.surveillance;

import java.util.List;

/**
 * Within an hour an owner shows much on one side, withdraws nearly all of it, each time soon after it traded on the other
 * side, where it showed little. A maker of markets withdraws as much but shows both sides alike.
 *
 * <p>Source: the size asymmetry of cancelled to opposite filled volume is the rule of open-source surveillance engines; the
 * comparison of what is placed on the two sides is ours.
 */
final class SpoofingPattern extends Detector {

    private long window;
    private double cycles;
    private long withdrawnWithin;
    private double asymmetry;
    private double cancelledShare;
    private double cancelledToFilled;
    private double filledShare;

    SpoofingPattern(RuleVersion rule) {
        super(DetectorKind.SPOOFING_PATTERN, rule, FlowKind.CANCEL);
    }

    @Override
    void load() {
        window = nanos("windowSeconds");
        cycles = value("cycles");
        withdrawnWithin = nanos("withdrawnWithinSeconds");
        asymmetry = value("placedToOppositePlaced");
        cancelledShare = value("cancelledShare");
        cancelledToFilled = value("cancelledToOppositeFilled");
        filledShare = value("filledShare");
    }

    @Override
    void on(Scene scene) {
        LiveOrder order = scene.order();
        if (order == null || !isCycle(order)) {
            return;
        }
        Activity who = order.activity;
        if (!scene.opens(this, who)) {
            return;
        }
        int sign = order.sign;
        long from = scene.now() - window;
        int count = 0;
        long counted = Long.MIN_VALUE;
        double placed = placed(who.live(sign), from);
        double placedOpposite = placed(who.live(-sign), from);
        double cancelled = 0;
        double filled = 0;
        for (int i = who.ended.size() - 1; i >= 0 && who.ended.time(i) >= from; i--) {
            LiveOrder ended = who.ended.get(i);
            if (ended.sign != sign) {
                placedOpposite += ended.size;
                continue;
            }
            placed += ended.size;
            filled += ended.filled;
            if (ended.cancelled) {
                cancelled += ended.open();
                if (isCycle(ended) && ended.oppositeFillNanos != counted) { // several orders for one fill are one cycle
                    count++;
                    counted = ended.oppositeFillNanos;
                }
            }
        }
        if (count < cycles
                || placed < asymmetry * placedOpposite
                || cancelled < cancelledShare * placed
                || filled > filledShare * placed) {
            return;
        }
        double wanted = 0;
        for (int i = who.fills.size() - 1; i >= 0 && who.fills.time(i) >= from; i--) {
            wanted += who.fills.get(i).sign() == -sign ? who.fills.get(i).size() : 0;
        }
        if (wanted <= 0 || cancelled < cancelledToFilled * wanted) {
            return;
        }
        Evidence evidence = scene.evidence(this, who)
                .atLeast("cycles", count)
                .atLeast("placedToOppositePlaced", placed / Math.max(placedOpposite, wanted))
                .atLeast("cancelledShare", cancelled / placed)
                .atLeast("cancelledToOppositeFilled", cancelled / wanted)
                .atMost("filledShare", filled / placed);
        for (int i = who.ended.firstSince(from); i < who.ended.size(); i++) {
            LiveOrder ended = who.ended.get(i);
            if (ended.sign == sign && ended.cancelled && isCycle(ended)) {
                evidence.event(ended.enteredIndex).since(ended.enteredNanos);
            }
        }
        for (int i = who.fills.firstSince(from); i < who.fills.size(); i++) {
            if (who.fills.get(i).sign() == -sign) {
                evidence.event(who.fills.get(i).event.index());
            }
        }
        scene.alert(evidence);
    }

    /** Withdrawn while it lived to see a fill on the other side, and soon after it. */
    private boolean isCycle(LiveOrder order) {
        return order.oppositeFillNanos >= order.enteredNanos
                && order.endedNanos - order.oppositeFillNanos <= withdrawnWithin;
    }

    private static double placed(List<LiveOrder> orders, long from) {
        double sum = 0;
        for (int i = 0; i < orders.size(); i++) {
            sum += orders.get(i).enteredNanos >= from ? orders.get(i).size : 0;
        }
        return sum;
    }
}
