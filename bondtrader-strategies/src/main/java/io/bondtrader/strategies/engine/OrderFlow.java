package io.bondtrader.strategies.engine;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.trade.Execution;
import io.bondtrader.core.trade.Order;
import io.bondtrader.core.trade.Security;
import io.bondtrader.core.trade.Side;
import io.bondtrader.strategies.execution.Venue;
import io.bondtrader.strategies.market.Valuation;
import io.bondtrader.strategies.order.OrderEvent;
import io.bondtrader.strategies.order.OrderRecord;
import io.bondtrader.strategies.order.OrderState;
import io.bondtrader.strategies.order.OrderTicket;
import io.bondtrader.strategies.order.TimeInForce;
import io.bondtrader.strategies.order.Transition;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Orders of the house from their sending to their end, and the fills that they bring to accounts. */
final class OrderFlow {

    /** How many ended orders are remembered for fills that come late. */
    private static final int REMEMBERED = 10_000;

    private final EngineConfig config;
    private final MarketRecord market;
    private final Ledger ledger;
    private final List<Venue> venues;
    private final OrderPolicy policy;
    private final PreTradeRisk gate;
    private final boolean limited;
    private final Tracer tracer;
    private final Executions executions;
    private final Crossings crossings;
    private final List<EngineListener> listeners;
    // Names whose positions came out otherwise than was planned: they are looked at again.
    private final Set<String> touched;

    private final Map<String, WorkingOrder> working = new LinkedHashMap<>();
    private final Map<String, List<WorkingOrder>> bySecurity = new HashMap<>();
    private final LinkedHashMap<String, WorkingOrder> ended = new LinkedHashMap<>();
    private long numbers;
    private long sequence;
    private long fills;
    private long transitions;
    private long refused;
    private LocalDate today = LocalDate.EPOCH;

    OrderFlow(
            EngineConfig config,
            MarketRecord market,
            Ledger ledger,
            List<Venue> venues,
            OrderPolicy policy,
            PreTradeRisk gate,
            Tracer tracer,
            Executions executions,
            Crossings crossings,
            List<EngineListener> listeners,
            Set<String> touched) {
        this.config = config;
        this.market = market;
        this.ledger = ledger;
        this.venues = venues;
        this.policy = policy;
        this.gate = gate;
        this.limited = gate != PreTradeRisk.none();
        this.tracer = tracer;
        this.executions = executions;
        this.crossings = crossings;
        this.listeners = listeners;
        this.touched = touched;
    }

    void advance(LocalDate day) {
        today = day;
    }

    /** What is on its way to a strategy, signed. */
    BigDecimal pending(Slot slot, String securityId) {
        List<WorkingOrder> orders = bySecurity.get(securityId);
        BigDecimal sum = crossings.pending(slot, securityId);
        if (orders != null) {
            for (WorkingOrder order : orders) {
                if (order.record().state() == OrderState.PENDING_CANCEL) {
                    continue; // if it is filled all the same, its name is looked at again
                }
                BigDecimal open = order.open(slot);
                sum = order.sign() > 0 ? sum.add(open) : sum.subtract(open);
            }
        }
        return sum;
    }

    boolean limited() {
        return limited;
    }

    /** An order that is only asked about. */
    Order draft(Security security, Side side, BigDecimal face) {
        return new Order("O" + (numbers + 1), security, config.book(), config.trader(), side, face);
    }

    PreTradeRisk.Answer check(Order order) {
        return gate.check(order);
    }

    /** Writes an order and has the limits count it; it is denied if they do not. */
    PreparedOrder prepare(PreparedOrder prepared, Instant now) {
        String id = "O" + ++numbers;
        Security security = prepared.security();
        Order order = new Order(id, security, config.book(), config.trader(), prepared.side(), prepared.face());
        OrderTicket ticket = policy.ticket(order, market.quote(security.id()));
        if (ticket.timeInForce().equals(TimeInForce.gtc()) && !prepared.expiry().equals(Instant.MAX)) {
            ticket = ticket.lasting(TimeInForce.gtd(prepared.expiry()));
        }
        OrderEvent.Initialised first = new OrderEvent.Initialised(ticket, now, ++sequence);
        prepared.written(ticket, new OrderRecord(first));
        tell(first);
        if (limited) {
            PreTradeRisk.Answer answer = gate.submit(order);
            if (answer.face().compareTo(order.face()) < 0) {
                // The limits were asked before; another order of the same moment may have used what was left.
                if (answer.face().signum() > 0) {
                    gate.ended(id);
                }
                deny(prepared, answer.code(), answer.detail(), now);
            }
        }
        return prepared;
    }

    /** Lets go of an order because another leg of its trade was denied. */
    void abandon(PreparedOrder prepared, Instant now) {
        if (limited) {
            gate.ended(prepared.record().id());
        }
        deny(prepared, "OTHER_LEG", "another leg was refused", now);
    }

    private void deny(PreparedOrder prepared, String code, String detail, Instant now) {
        prepared.deny();
        OrderRecord record = prepared.record();
        apply(record, new OrderEvent.Denied(record.id(), now, ++sequence, detail));
        for (int i = 0; i < prepared.owners().length; i++) {
            Slot owner = prepared.owners()[i];
            BigDecimal share = prepared.shares()[i];
            tracer.ended(owner, prepared.instrument(), prepared.security().id(), code, share, now);
        }
    }

    /** Sends an order. */
    void release(PreparedOrder prepared, Instant now) {
        Security security = prepared.security();
        OrderRecord record = prepared.record();
        WorkingOrder sent =
                new WorkingOrder(record, security, prepared.instrument(), prepared.owners(), prepared.shares());
        working.put(record.id(), sent);
        bySecurity.computeIfAbsent(security.id(), key -> new ArrayList<>(2)).add(sent);
        OrderTicket ticket = prepared.ticket();
        Venue venue = venues.get(policy.venue(ticket, venues.size()));
        apply(record, new OrderEvent.Submitted(record.id(), now, ++sequence, venue.name()));
        for (int i = 0; i < prepared.owners().length; i++) {
            BigDecimal share = prepared.shares()[i];
            BigDecimal signed = prepared.side() == Side.BUY ? share : share.negate();
            String detail = "order " + record.id();
            tracer.traded(
                    prepared.owners()[i], prepared.instrument(), security.id(), Stage.ORDERED, signed, detail, now);
        }
        venue.submit(ticket, now);
    }

    /** Asks for all orders of a security that is no more to be withdrawn. */
    void withdraw(String securityId, Instant now) {
        crossings.drop(securityId);
        for (WorkingOrder order : List.copyOf(bySecurity.getOrDefault(securityId, List.of()))) {
            withdraw(order, "security is no more", now);
        }
    }

    /** Asks for all that is working for a strategy to be withdrawn; shared orders go with it. */
    void withdraw(Slot slot, Instant now) {
        for (WorkingOrder order : List.copyOf(working.values())) {
            if (order.open(slot).signum() > 0) {
                withdraw(order, "strategy stopped", now);
            }
        }
    }

    /**
     * Asks for what works for a strategy against the way that it wants to go now to be withdrawn.
     *
     * @return whether there was something
     */
    boolean withdrawAgainst(Slot slot, String securityId, int direction, Instant now) {
        List<WorkingOrder> orders = bySecurity.get(securityId);
        boolean found = false;
        if (orders != null) {
            for (WorkingOrder order : List.copyOf(orders)) {
                if (order.sign() == -direction
                        && order.record().state() != OrderState.PENDING_CANCEL
                        && order.open(slot).signum() > 0) {
                    withdraw(order, "target changed", now);
                    found = true;
                }
            }
        }
        return found;
    }

    /** Asks for orders of bonds that have matured to be withdrawn. */
    void withdrawMatured(Instant now) {
        for (List<WorkingOrder> orders : List.copyOf(bySecurity.values())) {
            Security security = orders.get(0).security();
            if (ledger.refusal(security).isPresent()) {
                withdraw(security.id(), now);
            }
        }
    }

    private void withdraw(WorkingOrder order, String reason, Instant now) {
        if (order.record().state() != OrderState.PENDING_CANCEL) {
            String id = order.record().id();
            apply(order.record(), new OrderEvent.CancelRequested(id, now, ++sequence, reason));
            venue(order.record().venue()).cancel(id, now);
        }
    }

    private Venue venue(String name) {
        for (Venue venue : venues) {
            if (venue.name().equals(name)) {
                return venue;
            }
        }
        throw new IllegalStateException("no venue " + name);
    }

    /** Applies a venue's report. */
    void deliver(OrderEvent event) {
        WorkingOrder order = working.get(event.orderId());
        if (order == null) {
            order = ended.get(event.orderId());
        }
        if (order == null) {
            refuse(event, "no such order");
            return;
        }
        boolean planned = !order.record().state().ended() && order.record().state() != OrderState.PENDING_CANCEL;
        Transition transition;
        try {
            transition = apply(order.record(), event);
        } catch (BondTraderException impossible) {
            refuse(event, impossible.getMessage());
            return;
        }
        if (transition.ignored()) {
            return;
        }
        if (event instanceof OrderEvent.Filled fill) {
            book(order, fill);
            if (!planned) {
                touched.add(order.instrument());
            }
        }
        if (order.record().state().ended() && working.remove(event.orderId()) != null) {
            end(order, event);
        }
    }

    private void refuse(OrderEvent event, String reason) {
        refused++;
        for (EngineListener listener : listeners) {
            listener.onRefusedReport(event, reason);
        }
    }

    private void end(WorkingOrder order, OrderEvent event) {
        List<WorkingOrder> orders = bySecurity.get(order.security().id());
        if (orders != null) {
            orders.remove(order);
            if (orders.isEmpty()) {
                bySecurity.remove(order.security().id());
            }
        }
        BigDecimal undone = order.record().face().subtract(order.record().filled());
        if (undone.signum() > 0) {
            if (limited) {
                gate.ended(order.record().id());
            }
            for (Slot owner : order.owners()) {
                BigDecimal open = order.open(owner);
                if (open.signum() > 0) {
                    String security = order.security().id();
                    String code = order.record().state().name();
                    tracer.ended(owner, order.instrument(), security, code, open, event.at());
                }
            }
        }
        if (order.owners().length > 1 && order.record().state() == OrderState.CANCELLED) {
            touched.add(order.instrument()); // withdrawn for one of them; the others still want theirs
        }
        order.end();
        if (ended.size() == REMEMBERED) {
            ended.remove(ended.keySet().iterator().next());
        }
        ended.put(order.record().id(), order);
    }

    private void book(WorkingOrder order, OrderEvent.Filled fill) {
        fills++;
        Slot[] owners = order.owners();
        BigDecimal[] parts = order.allocate(fill.face());
        Valuation known = market.valuation(order.security().id());
        Valuation mark = known == null ? atFill(order.security(), fill) : known;
        BigDecimal feesLeft = fill.fees().amount();
        BigDecimal faceLeft = fill.face();
        for (int i = 0; i < owners.length; i++) {
            BigDecimal part = parts[i];
            if (part.signum() == 0) {
                continue;
            }
            BigDecimal fees = part.compareTo(faceLeft) == 0
                    ? feesLeft
                    : feesLeft.multiply(part).divide(faceLeft, 2, RoundingMode.DOWN);
            feesLeft = feesLeft.subtract(fees);
            faceLeft = faceLeft.subtract(part);
            BigDecimal change = order.sign() > 0 ? part : part.negate();
            ledger.trade(
                    owners[i].id(),
                    order.security(),
                    mark,
                    change,
                    fill.cleanPrice(),
                    fees,
                    ledger.settlementDay(),
                    today);
            tracer.traded(
                    owners[i],
                    order.instrument(),
                    order.security().id(),
                    Stage.FILLED,
                    change,
                    "at " + fill.cleanPrice().toPlainString(),
                    fill.at());
            if (!listeners.isEmpty()) {
                String id = owners.length == 1 ? fill.executionId() : fill.executionId() + '/' + owners[i].id();
                Execution execution = executions.of(
                        id, order.record().id(), order.security(), change, fill.cleanPrice(), fees, mark, fill.at());
                String owner = owners[i].id();
                listeners.forEach(listener -> listener.onTrade(owner, execution));
            }
        }
        if (limited) {
            BigDecimal change = order.sign() > 0 ? fill.face() : fill.face().negate();
            Execution execution = executions.of(
                    fill.venue() + '/' + fill.executionId(),
                    order.record().id(),
                    order.security(),
                    change,
                    fill.cleanPrice(),
                    fill.fees().amount(),
                    mark,
                    fill.at());
            try {
                gate.filled(execution);
            } catch (BondTraderException untaken) {
                refuse(fill, "booked, but the limits did not take it: " + untaken.getMessage());
            }
        }
    }

    /** What a fill says about a security that nobody values any more. */
    private Valuation atFill(Security security, OrderEvent.Filled fill) {
        LocalDate day = ledger.settlementDay();
        double accrued = BondPricing.of(security.bond(), day).accruedInterest();
        double price = fill.cleanPrice().doubleValue();
        return new Valuation(security.id(), day, price, accrued, 0.0, 0.0, fill.at(), fill.at());
    }

    private Transition apply(OrderRecord record, OrderEvent event) {
        Transition transition = record.apply(event);
        if (!transition.ignored()) {
            transitions++;
            tell(event);
        }
        return transition;
    }

    private void tell(OrderEvent event) {
        for (EngineListener listener : listeners) {
            listener.onOrder(event);
        }
    }

    long sent() {
        return numbers;
    }

    long fills() {
        return fills;
    }

    long transitions() {
        return transitions;
    }

    long refused() {
        return refused;
    }

    int open() {
        return working.size();
    }
}
