package io.bondtrader.compliance.surveillance;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A few events written by hand, and what a detector says about them. Accounts {@code who/1}, {@code who/2} are of {@code who}. */
final class Scenario {

    static final String BOND = "XS0000000001";
    static final String FUTURE = "BUND-FUTURE";
    static final double MILLION = 1e6;
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);

    private final List<FlowEvent> events = new ArrayList<>();
    private final Map<String, FlowEvent> orders = new HashMap<>();
    private final Map<String, String> owners = new HashMap<>();
    private final Map<String, AccountKind> kinds = new HashMap<>();
    private String instrument = BOND;
    private String venue = "XOFF";
    private long day = FIRST.toEpochDay();
    private long time;

    Scenario() {
        at("08:00:00");
    }

    Scenario day(int number) {
        day = FIRST.toEpochDay() + number;
        return at("08:00:00");
    }

    Scenario at(String timeOfDay) {
        time = day * 86_400_000_000_000L + LocalTime.parse(timeOfDay).toNanoOfDay();
        return this;
    }

    Scenario after(double seconds) {
        time += Duration.ofNanos(Math.round(seconds * 1e9)).toNanos();
        return this;
    }

    Scenario in(String other) {
        instrument = other;
        return this;
    }

    Scenario on(String otherVenue) {
        venue = otherVenue;
        return this;
    }

    Scenario kind(String owner, AccountKind kind) {
        kinds.put(owner, kind);
        return this;
    }

    /** A market of one point of price around a middle, with 100 million displayed on either side. */
    Scenario market(double middle) {
        return market(middle, 0.5);
    }

    Scenario market(double middle, double halfSpread) {
        return add(FlowEvent.quoted(
                next(), time, instrument, middle - halfSpread, middle + halfSpread, 100 * MILLION, 100 * MILLION));
    }

    Scenario bid(String id, String account, double price, double size) {
        return order(id, account, 1, price, size);
    }

    Scenario offer(String id, String account, double price, double size) {
        return order(id, account, -1, price, size);
    }

    private Scenario order(String id, String account, int sign, double price, double size) {
        return add(FlowEvent.entered(next(), time, own(account), instrument, venue, id, sign, price, size));
    }

    Scenario amend(String id, double price, double size) {
        FlowEvent order = order(id);
        return add(FlowEvent.amended(
                next(), time, order.account(), order.instrument(), venue, id, order.sign(), price, size));
    }

    Scenario cancel(String id) {
        FlowEvent order = order(id);
        return add(FlowEvent.cancelled(next(), time, order.account(), order.instrument(), venue, id, order.sign()));
    }

    /** A fill of an order that rested. */
    Scenario fill(String id, double price, double size, String counterparty) {
        return fill(id, price, size, counterparty, false);
    }

    Scenario fill(String id, double price, double size, String counterparty, boolean aggressive) {
        FlowEvent order = order(id);
        return add(FlowEvent.filled(
                next(),
                time,
                order.account(),
                order.instrument(),
                venue,
                id,
                order.sign(),
                price,
                size,
                counterparty.isEmpty() ? "" : own(counterparty),
                aggressive));
    }

    /** An order that takes liquidity of somebody who is not seen. */
    Scenario buys(String account, double price, double size) {
        return takes(account, 1, price, size);
    }

    Scenario sells(String account, double price, double size) {
        return takes(account, -1, price, size);
    }

    private Scenario takes(String account, int sign, double price, double size) {
        String id = "T" + next();
        return order(id, account, sign, price, size).fill(id, price, size, "", true);
    }

    /** A trade of two orders that are both seen and were entered together. */
    Scenario trade(String seller, String buyer, double price, double size) {
        String bid = "B" + next();
        String offer = "S" + next();
        return bid(bid, buyer, price, size)
                .offer(offer, seller, price, size)
                .fill(bid, price, size, seller)
                .fill(offer, price, size, buyer, true);
    }

    Scenario knows(String knower, String client, String id, int sign, double size) {
        return add(FlowEvent.clientOrder(next(), time, own(client), instrument, id, sign, size, own(knower)));
    }

    Scenario allocate(String account, String desk, double price, double size, double delaySeconds) {
        return add(FlowEvent.allocated(
                next(),
                time,
                own(account),
                instrument,
                "BLOCK",
                1,
                price,
                size,
                own(desk),
                time - Math.round(delaySeconds * 1e9)));
    }

    Scenario holds(String account, double holding, double repo, double specialnessBp) {
        return add(FlowEvent.position(next(), time, own(account), instrument, holding, repo, specialnessBp));
    }

    Scenario news() {
        return add(FlowEvent.announced(next(), time, instrument));
    }

    Scenario restrict(String account, double seconds) {
        return add(FlowEvent.restricted(
                next(), time, account.isEmpty() ? "" : own(account), instrument, time + Math.round(seconds * 1e9)));
    }

    Scenario clear(String account, int sign, double seconds) {
        return add(FlowEvent.cleared(next(), time, own(account), instrument, sign, time + Math.round(seconds * 1e9)));
    }

    /** A day of orders of one million each, so that the next day knows what is usual. */
    Scenario usualDay() {
        market(100);
        for (int i = 0; i < 20; i++) {
            bid("usual" + next(), "usual" + i, 99, MILLION);
        }
        return day((int) (day - FIRST.toEpochDay()) + 1).market(100);
    }

    private FlowEvent order(String id) {
        FlowEvent order = orders.get(id);
        if (order == null) {
            throw new IllegalStateException("no order " + id);
        }
        return order;
    }

    private String own(String account) {
        int slash = account.indexOf('/');
        if (slash > 0) {
            owners.put(account, account.substring(0, slash));
        }
        return account;
    }

    private long next() {
        return events.size();
    }

    private Scenario add(FlowEvent event) {
        events.add(event);
        if (event.kind() == FlowKind.NEW) {
            orders.put(event.orderId(), event);
        }
        return this;
    }

    List<FlowEvent> events() {
        return List.copyOf(events);
    }

    MarketReference reference() {
        return MarketReference.of(
                owners,
                kinds,
                List.of(
                        new InstrumentTerms(BOND, "", "", 100 * MILLION, 1000 * MILLION, 58_500, FUTURE),
                        new InstrumentTerms(FUTURE, "", "", 100 * MILLION, 0, 58_500, "")));
    }

    /** What the standard rule of one detector finds. */
    List<SurveillanceAlert> alerts(DetectorKind kind) {
        return alerts(SurveillanceRules.standard().only(kind));
    }

    List<SurveillanceAlert> alerts(SurveillanceRules rules) {
        return run(events, rules, reference());
    }

    static List<SurveillanceAlert> run(List<FlowEvent> events, SurveillanceRules rules, MarketReference reference) {
        List<SurveillanceAlert> alerts = new ArrayList<>();
        SurveillanceEngine engine = new SurveillanceEngine(rules, reference, alerts::add);
        events.forEach(engine::accept);
        engine.finish();
        return alerts;
    }
}
