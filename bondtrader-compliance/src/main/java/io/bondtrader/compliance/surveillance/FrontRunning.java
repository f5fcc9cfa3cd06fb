package io.bondtrader.compliance.surveillance;

import java.util.ArrayList;
import java.util.List;

/**
 * Somebody who knows of a large client order trades the same way before the order's first fill, and closes that position at a
 * profit after it. A hedge of a client's trade comes after the trade.
 *
 * <p>Source: Regulation (EU) No 596/2014, Article 7(1)(d): a client's order is inside information; levels are house choices.
 */
final class FrontRunning extends Detector {

    private static final int MOST_ORDERS = 64;

    /** What is left of a hedge that was cut into odd parts is rounding, and no position. */
    private static final double ROUNDING = 1e-6;

    private double volumeShare;
    private double closedShare;
    private long closedWithin;
    private double profit;

    FrontRunning(RuleVersion rule) {
        super(DetectorKind.FRONT_RUNNING, rule, FlowKind.CLIENT_ORDER, FlowKind.FILL);
    }

    /** A client's order and what was done by whoever knew of it. */
    private static final class Known {
        private final FlowEvent order;
        private final String knower;
        private long firstFill = Long.MAX_VALUE;
        private double opened;
        private double cost;
        private double closed;
        private double proceeds;
        private final List<Long> events = new ArrayList<>();
        private double halfSpread;

        Known(FlowEvent order, String knower) {
            this.order = order;
            this.knower = knower;
        }
    }

    @Override
    void load() {
        volumeShare = value("volumeShare");
        closedShare = value("closedShare");
        closedWithin = nanos("closedWithinSeconds");
        profit = value("profitHalfSpreads");
    }

    @Override
    void on(Scene scene) {
        InstrumentFlow instrument = scene.instrument();
        if (scene.event().kind() == FlowKind.CLIENT_ORDER) {
            String knower = Counterparties.ownerOf(scene.event().counterparty(), scene);
            known(instrument).add(scene.now(), new Known(scene.event(), knower));
            return;
        }
        if (instrument.memory[slot()] == null) {
            return;
        }
        Recent<Known> orders = known(instrument);
        double excess = excess(scene);
        for (int i = 0; i < orders.size(); i++) {
            follow(scene, orders.get(i), excess);
        }
    }

    /** What clients took from its book: so much may be bought back, or sold again, as a hedge. */
    private static final class Hedges {
        private double mayBuy;
        private double maySell;

        double use(int sign, double size) {
            double used = Math.min(size, sign > 0 ? mayBuy : maySell);
            if (sign > 0) {
                mayBuy -= used;
            } else {
                maySell -= used;
            }
            return used;
        }
    }

    /** What a fill that took liquidity took beyond what hedges a client's trade. */
    private double excess(Scene scene) {
        FlowEvent event = scene.event();
        Activity who = scene.activity();
        if (!event.aggressive()) {
            return 0;
        }
        Hedges hedges = (Hedges) who.memory[slot()];
        double left = hedges == null ? event.size() : event.size() - hedges.use(event.sign(), event.size());
        return left > ROUNDING * event.size() ? left : 0;
    }

    private void facilitated(Scene scene, Known known) {
        Activity desk = Counterparties.activityOf(scene.event().counterparty(), scene);
        if (desk == null || !desk.owner.equals(known.knower)) {
            return;
        }
        Hedges hedges = (Hedges) desk.memory[slot()];
        if (hedges == null) {
            hedges = new Hedges();
            desk.memory[slot()] = hedges;
        }
        if (known.order.sign() > 0) {
            hedges.mayBuy += scene.event().size();
        } else {
            hedges.maySell += scene.event().size();
        }
    }

    private void follow(Scene scene, Known known, double excess) {
        FlowEvent event = scene.event();
        if (event.orderId().equals(known.order.orderId())) {
            known.firstFill = Math.min(known.firstFill, scene.now());
            facilitated(scene, known);
            return;
        }
        Activity who = scene.activity();
        if (!who.owner.equals(known.knower)) {
            return;
        }
        int sign = known.order.sign();
        boolean before = known.firstFill == Long.MAX_VALUE;
        boolean withClient = !event.counterparty().isEmpty()
                && Counterparties.ownerOf(event.counterparty(), scene)
                        .equals(Counterparties.ownerOf(known.order.account(), scene));
        if (before && event.sign() == sign && excess > 0) {
            known.opened += excess;
            known.cost += excess * event.price();
            known.halfSpread = scene.fill().halfSpread;
            remember(known, event);
        } else if (!before && !withClient && event.sign() == -sign && known.closed < known.opened) {
            double size = Math.min(event.size(), known.opened - known.closed);
            known.closed += size;
            known.proceeds += size * event.price();
            remember(known, event);
            look(scene, known);
        }
    }

    private void look(Scene scene, Known known) {
        Activity who = scene.activity();
        double volume = scene.instrument().terms.averageDailyVolume();
        double each = known.proceeds / known.closed - known.cost / known.opened;
        double gain = known.halfSpread > 0 ? known.order.sign() * each / known.halfSpread : 0;
        if (volume <= 0
                || known.order.size() < volumeShare * volume
                || known.closed < closedShare * known.opened
                || scene.now() - known.firstFill > closedWithin
                || gain < profit
                || !scene.opens(this, who)) {
            return;
        }
        Evidence evidence = scene.evidence(this, who)
                .since(known.order.timeNanos())
                .event(known.order.index())
                .atLeast("volumeShare", known.order.size() / volume)
                .atLeast("closedShare", known.closed / known.opened)
                .atMost("closedWithinSeconds", (scene.now() - known.firstFill) / 1e9)
                .atLeast("profitHalfSpreads", gain);
        known.events.forEach(evidence::event);
        scene.alert(evidence);
    }

    private static void remember(Known known, FlowEvent event) {
        if (known.events.size() < SurveillanceAlert.MOST_EVENTS) {
            known.events.add(event.index());
        }
    }

    @SuppressWarnings("unchecked") // only this detector writes its slot
    private Recent<Known> known(InstrumentFlow instrument) {
        Object orders = instrument.memory[slot()];
        if (orders == null) {
            orders = new Recent<Known>(MOST_ORDERS);
            instrument.memory[slot()] = orders;
        }
        return (Recent<Known>) orders;
    }

    @Override
    void endOfDay(InstrumentFlow instrument, Scene scene) {
        if (instrument.memory[slot()] != null) {
            known(instrument).forgetBefore(scene.now() - InstrumentFlow.DAY);
        }
    }

    @Override
    int kept(InstrumentFlow instrument) {
        return instrument.memory[slot()] == null ? 0 : known(instrument).size();
    }
}
