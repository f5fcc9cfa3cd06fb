package io.bondtrader.compliance.surveillance;

import java.util.TreeMap;

/**
 * Orders for each trade of an owner in an instrument over a day, by number and by volume: orders over trades, less one. A day
 * without a trade breaches when its orders exceed the ratio.
 *
 * <p>Source: Delegated Regulation (EU) 2017/566, Article 3, and its Annex, by which an order that is added or deleted counts
 * once and one that is changed twice; ESMA Q&amp;A 1615 on days without a trade. The venue sets the ratio.
 */
final class OrderToTrade extends Detector {

    private double byNumber;
    private double byVolume;
    private double fewest;

    OrderToTrade(RuleVersion rule) {
        super(DetectorKind.ORDER_TO_TRADE, rule, FlowKind.NEW, FlowKind.AMEND, FlowKind.CANCEL, FlowKind.FILL);
    }

    /** An owner's day. */
    private static final class Session {
        private double orders;
        private double orderVolume;
        private double trades;
        private double tradeVolume;
        private long firstNanos = Long.MAX_VALUE;
        private long firstIndex;

        double ratio(double ordered, double traded) {
            return traded > 0 ? ordered / traded - 1 : ordered;
        }
    }

    @Override
    void load() {
        byNumber = value("ratioByNumber");
        byVolume = value("ratioByVolume");
        fewest = value("orders");
    }

    @Override
    void on(Scene scene) {
        Activity who = scene.activity();
        Session session = (Session) who.memory[slot()];
        if (session == null) {
            session = new Session();
            who.memory[slot()] = session;
        }
        FlowEvent event = scene.event();
        if (session.firstNanos == Long.MAX_VALUE) {
            session.firstNanos = event.timeNanos();
            session.firstIndex = event.index();
        }
        LiveOrder order = scene.order();
        switch (event.kind()) {
            case FILL -> {
                session.trades++;
                session.tradeVolume += event.size();
            }
            case AMEND -> {
                session.orders += 2;
                session.orderVolume += 2 * event.size();
            }
            case NEW -> {
                session.orders++;
                session.orderVolume += event.size();
            }
            default -> {
                session.orders++;
                session.orderVolume += order == null ? 0 : order.open();
            }
        }
    }

    @Override
    void endOfDay(InstrumentFlow instrument, Scene scene) {
        for (Activity who : new TreeMap<>(instrument.byOwner).values()) {
            Session session = (Session) who.memory[slot()];
            if (session != null) {
                who.memory[slot()] = null;
                look(scene, who, session);
            }
        }
    }

    private void look(Scene scene, Activity who, Session session) {
        double number = session.ratio(session.orders, session.trades);
        double volume = session.tradeVolume > 0 ? session.orderVolume / session.tradeVolume - 1 : 0;
        boolean tooMany = number >= byNumber || volume >= byVolume;
        if (!tooMany || session.orders < fewest || !scene.opens(this, who)) {
            return;
        }
        Evidence evidence = scene.evidence(this, who)
                .since(session.firstNanos)
                .event(session.firstIndex)
                .atLeast("orders", session.orders);
        if (number >= byNumber) {
            evidence.atLeast("ratioByNumber", number);
        }
        if (volume >= byVolume) {
            evidence.atLeast("ratioByVolume", volume);
        }
        scene.alert(evidence);
    }
}
