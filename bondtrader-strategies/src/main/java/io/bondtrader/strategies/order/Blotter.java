package io.bondtrader.strategies.order;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Execution;
import io.bondtrader.core.trade.Money;
import io.bondtrader.core.trade.Order;
import io.bondtrader.core.trade.Position;
import io.bondtrader.core.trade.Security;
import io.bondtrader.core.trade.TradingBook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * All orders of an engine, and the positions and the cash that their fills have made, exact to the last decimal.
 *
 * <p>Cash counts a fill when it is done, whenever it settles: clean value, accrued interest rounded half up to the
 * currency's smallest unit, fees. A blotter is rebuilt from the journal of its events. For use by one thread.
 */
public final class Blotter {

    private record Accrual(LocalDate settlement, BigDecimal per100) {}

    private final SettlementTerms terms;
    private final Consumer<? super OrderEvent> journal;
    private final Consumer<? super Execution> executions;
    private final Map<String, OrderRecord> orders = new LinkedHashMap<>();
    private final Map<String, OrderRecord> live = new LinkedHashMap<>();
    private final Map<String, Accrual> accruals = new HashMap<>();
    private final Ledger ledger = new Ledger();
    private final Reconciliation archive = new Reconciliation();
    private long archived;

    private Blotter(
            SettlementTerms terms, Consumer<? super OrderEvent> journal, Consumer<? super Execution> executions) {
        this.terms = Objects.requireNonNull(terms);
        this.journal = Objects.requireNonNull(journal);
        this.executions = Objects.requireNonNull(executions);
    }

    /**
     * Opens an empty blotter.
     *
     * @param terms when trades settle and what has accrued by then
     * @return the blotter
     */
    public static Blotter open(SettlementTerms terms) {
        return new Blotter(terms, event -> {}, execution -> {});
    }

    /**
     * Opens an empty blotter that passes on what it hears and books.
     *
     * @param terms when trades settle and what has accrued by then
     * @param journal hears every event that was applied, duplicates and overtaken ones too
     * @param executions hears every fill that was booked
     * @return the blotter
     */
    public static Blotter open(
            SettlementTerms terms, Consumer<? super OrderEvent> journal, Consumer<? super Execution> executions) {
        return new Blotter(terms, journal, executions);
    }

    /**
     * Rebuilds a blotter.
     *
     * @param terms as they were
     * @param events the journal
     * @return the blotter
     * @throws InvalidInput if an event is of an order that was not made
     * @throws io.bondtrader.strategies.error.IllegalTransition if an event does not follow from those before it
     */
    public static Blotter replay(SettlementTerms terms, Iterable<? extends OrderEvent> events) {
        Blotter blotter = open(terms);
        events.forEach(blotter::apply);
        return blotter;
    }

    /**
     * Applies an event.
     *
     * @param event what happened to an order; {@link OrderEvent.Initialised} makes one
     * @return what it did
     * @throws InvalidInput if the order is unknown, or made twice
     * @throws io.bondtrader.strategies.error.IllegalTransition if it does not follow from the state; nothing is changed then
     */
    public Transition apply(OrderEvent event) {
        if (event instanceof OrderEvent.Initialised first) {
            return make(first);
        }
        OrderRecord order = orders.get(event.orderId());
        if (order == null) {
            throw new InvalidInput("orderId", event.orderId(), "that of an order in the blotter");
        }
        Transition transition = order.apply(event);
        if (transition.booked()) {
            book(order, (OrderEvent.Filled) event);
        }
        if (transition.to().ended() && !transition.from().ended()) {
            live.remove(order.id());
        }
        journal.accept(event);
        return transition;
    }

    private Transition make(OrderEvent.Initialised first) {
        OrderRecord order = new OrderRecord(first);
        InvalidInput.unless(!orders.containsKey(order.id()), "orderId", order.id(), "new");
        orders.put(order.id(), order);
        live.put(order.id(), order);
        journal.accept(first);
        return new Transition(
                OrderState.INITIALISED,
                OrderState.INITIALISED,
                OrderEvent.Kind.INITIALISED,
                Transition.Effect.APPLIED,
                first.sequence());
    }

    private void book(OrderRecord record, OrderEvent.Filled fill) {
        Execution execution = execution(record.ticket().order(), fill);
        ledger.book(execution, record.ticket().strategy());
        executions.accept(execution);
    }

    private Execution execution(Order order, OrderEvent.Filled fill) {
        Security security = order.security();
        LocalDate settlement = terms.settlement(security, fill.at());
        Accrual accrual = accruals.get(security.id());
        if (accrual == null || !accrual.settlement().equals(settlement)) {
            accrual = new Accrual(settlement, terms.accruedPer100(security, settlement));
            accruals.put(security.id(), accrual);
        }
        Money accrued = new Money(fill.face().multiply(accrual.per100()).movePointLeft(2), security.currency())
                .rounded(RoundingMode.HALF_UP);
        return new Execution(
                fill.venue() + ":" + fill.executionId(),
                order.id(),
                security,
                order.book(),
                order.trader(),
                order.side(),
                fill.face(),
                fill.cleanPrice(),
                accrued,
                fill.fees(),
                settlement,
                fill.at());
    }

    /**
     * Returns an order.
     *
     * @param id its identifier
     * @return its record, which goes on changing
     */
    public Optional<OrderRecord> order(String id) {
        return Optional.ofNullable(orders.get(id));
    }

    /** {@return the orders that have not ended, in the order in which they were made} */
    public List<OrderRecord> live() {
        return List.copyOf(live.values());
    }

    /**
     * Returns the orders that have not ended and are as asked for, in the order in which they were made.
     *
     * @param asked what they are to be
     * @return their records
     */
    public List<OrderRecord> live(Predicate<? super OrderRecord> asked) {
        return select(live, asked);
    }

    /**
     * Returns the orders in a state.
     *
     * @param state the state
     * @return their records, in the order in which they were made
     */
    public List<OrderRecord> inState(OrderState state) {
        return select(state.ended() ? orders : live, order -> order.state() == state);
    }

    /**
     * Returns the orders in a security, ended ones too.
     *
     * @param security its identifier
     * @return their records, in the order in which they were made
     */
    public List<OrderRecord> ofSecurity(String security) {
        return select(orders, order -> order.ticket().order().security().id().equals(security));
    }

    /**
     * Returns the orders of a strategy, ended ones too.
     *
     * @param strategy its tag
     * @return their records, in the order in which they were made
     */
    public List<OrderRecord> ofStrategy(String strategy) {
        return select(orders, order -> order.ticket().strategy().equals(strategy));
    }

    private static List<OrderRecord> select(Map<String, OrderRecord> from, Predicate<? super OrderRecord> asked) {
        List<OrderRecord> selected = new ArrayList<>();
        for (OrderRecord order : from.values()) {
            if (asked.test(order)) {
                selected.add(order);
            }
        }
        return selected;
    }

    /** {@return how many orders are kept} */
    public int size() {
        return orders.size();
    }

    /** {@return what is held, in the order in which it was first traded; a line may be flat} */
    public List<Position> positions() {
        return ledger.positions();
    }

    /**
     * Returns what all books and traders hold of a security.
     *
     * @param security its identifier
     * @return the face, negative if short
     */
    public BigDecimal face(String security) {
        return ledger.face(security);
    }

    /**
     * Returns what a book holds of a security.
     *
     * @param security its identifier
     * @param book the book
     * @return the face, negative if short
     */
    public BigDecimal face(String security, TradingBook book) {
        return ledger.face(security, book);
    }

    /**
     * Returns what the orders of a strategy have made of a security.
     *
     * @param strategy its tag
     * @param security identifier of the security
     * @return the face, negative if short
     */
    public BigDecimal faceOf(String strategy, String security) {
        return ledger.share(strategy, security);
    }

    /**
     * Returns the cash that fills have brought in.
     *
     * @param currency its currency
     * @return the amount, negative if they cost
     */
    public Money cash(Currency currency) {
        return new Money(ledger.cash(currency), currency);
    }

    /** {@return orders, positions and cash now} */
    public BlotterSnapshot snapshot() {
        List<OrderSummary> summaries = new ArrayList<>(orders.size());
        for (OrderRecord order : orders.values()) {
            summaries.add(order.summary());
        }
        List<Money> cash = new ArrayList<>();
        ledger.cash().forEach((code, amount) -> cash.add(new Money(amount, Currency.getInstance(code))));
        return new BlotterSnapshot(summaries, positions(), cash, archived);
    }

    /**
     * Lets go of orders that ended before a time; their fills stay in positions and cash. An event that comes for one of them
     * later is refused as unknown.
     *
     * @param before orders that changed last before this time
     * @return what had become of them
     */
    public List<OrderSummary> archive(Instant before) {
        List<OrderSummary> gone = new ArrayList<>();
        for (Iterator<OrderRecord> records = orders.values().iterator(); records.hasNext(); ) {
            OrderRecord order = records.next();
            if (order.state().ended() && order.changedAt().isBefore(before)) {
                records.remove();
                gone.add(order.summary());
                archive.add(order, this::execution);
            }
        }
        archived += gone.size();
        return gone;
    }

    /**
     * Adds up all fills of all orders anew and compares positions and cash with what was booked one by one.
     *
     * @return what differs, in words; empty if the blotter reconciles
     */
    public List<String> reconcile() {
        Reconciliation anew = archive.copy();
        for (OrderRecord order : orders.values()) {
            anew.add(order, this::execution);
        }
        return anew.differences(ledger);
    }
}
