package io.bondtrader.strategies.engine;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.time.HolidayCalendar;
import io.bondtrader.core.time.HolidayCalendars;
import io.bondtrader.core.trade.Security;
import io.bondtrader.strategies.execution.MatchingVenue;
import io.bondtrader.strategies.execution.Venue;
import io.bondtrader.strategies.market.Listed;
import io.bondtrader.strategies.market.MarketEvent;
import io.bondtrader.strategies.market.Quote;
import io.bondtrader.strategies.market.Redemption;
import io.bondtrader.strategies.market.Valuation;
import io.bondtrader.strategies.order.OrderEvent;
import io.bondtrader.strategies.strategy.Intent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Runs strategies: the same way on history, on paper and live. Events come in by their time of publication; at each the
 * venues match first, then every strategy is shown what is known, then what they want together is netted, sized, checked
 * and sent, and what comes back at once is booked before the next event.
 *
 * <pre>{@code
 * TradingEngine engine = TradingEngine.builder(EngineConfig.treasuries())
 *         .strategy(StrategySlot.of("steady", strategy))
 *         .venue(venue)
 *         .build();
 * feed.forEach(engine::process);
 * engine.accounts(); // exact money, by strategy
 * }</pre>
 *
 * <p>Time is that of the events: there is no clock, no thread and no randomness inside, so the same events give the same
 * orders and the same money. {@link #process} and {@link #poll} are called by one thread at a time; venues may report, and
 * {@link #setState} may be called, from any thread: both take effect at the next event or poll. Nothing to close.
 */
public final class TradingEngine {

    /** A wish of somebody outside, to be fulfilled by the engine's thread. */
    private record Control(String strategy, SlotState state, String reason) {}

    private final EngineConfig config;
    private final HolidayCalendar calendar;
    private final EngineClock clock;
    private final PricingModel pricing;
    private final boolean failFast;
    private final List<Venue> venues;
    private final List<MatchingVenue> matching = new ArrayList<>();
    private final List<EngineListener> listeners;
    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private final MarketRecord market;
    private final Ledger ledger;
    private final ReportQueue reports = new ReportQueue();
    private final OrderFlow orders;
    private final Crossings crossings;
    private final TradeDesk desk;
    private final Tracer tracer;
    private final CapitalDesk capital;
    private final ConcurrentLinkedQueue<Control> controls = new ConcurrentLinkedQueue<>();
    private final TreeMap<String, Security> live = new TreeMap<>();
    private final Map<String, String> aliases = new LinkedHashMap<>();
    // Names that are looked at again for all who want something of them: rolls, allocations, fills that were not
    // expected.
    private final TreeSet<String> touched = new TreeSet<>();
    private LocalDate today = LocalDate.MIN;
    private Instant tomorrow = Instant.MIN;
    private long events;

    TradingEngine(TradingEngineBuilder builder) {
        this.config = builder.config;
        this.calendar = HolidayCalendars.of(config.calendar());
        this.clock = builder.clock;
        this.pricing = builder.pricing;
        this.failFast = builder.failFast;
        this.venues = List.copyOf(builder.venues);
        this.listeners = List.copyOf(builder.listeners);
        this.tracer = new Tracer(builder.trace);
        this.market = new MarketRecord(config.historyLength());
        List<String> names = builder.slots.stream().map(StrategySlot::id).toList();
        int digits = Math.max(0, config.currency().getDefaultFractionDigits());
        this.ledger = new Ledger(
                names,
                digits,
                config.funding(),
                (strategy, trade) -> listeners.forEach(listener -> listener.onClosed(strategy, trade)));
        for (StrategySlot slot : builder.slots) {
            slots.put(slot.id(), new Slot(slot, new StrategyView(market, ledger.account(slot.id()))));
        }
        Executions executions = new Executions(config, ledger);
        this.crossings = new Crossings(market, ledger, tracer, executions, listeners, touched);
        this.orders = new OrderFlow(
                config,
                market,
                ledger,
                venues,
                builder.policy,
                builder.gate,
                tracer,
                executions,
                crossings,
                listeners,
                touched);
        this.desk = new TradeDesk(config, market, ledger, tracer, orders, crossings);
        this.capital = new CapitalDesk(builder.capital, names, config, market, digits);
        for (int rank = 0; rank < venues.size(); rank++) {
            int place = rank;
            Venue venue = venues.get(rank);
            venue.connect(event -> reports.add(event, place));
            if (venue instanceof MatchingVenue simulated) {
                matching.add(simulated);
            }
        }
    }

    /**
     * Begins an engine.
     *
     * @param config how it keeps its books and sizes its trades
     * @return its builder
     */
    public static TradingEngineBuilder builder(EngineConfig config) {
        return new TradingEngineBuilder(config);
    }

    /**
     * Takes what was published next.
     *
     * @param event not published before the last one
     * @throws InvalidInput if it was published before the last one, or is of another currency; nothing is changed then
     */
    public void process(MarketEvent event) {
        Instant now = event.publishedAt();
        if (now.isBefore(market.asOf())) {
            throw new InvalidInput("publishedAt", now, "not before " + market.asOf() + ", the engine's time");
        }
        if (event instanceof Listed listed) {
            InvalidInput.unless(
                    listed.security().currency().equals(config.currency()),
                    "currency of " + listed.security().id(),
                    listed.security().currency(),
                    "the engine's, " + config.currency());
        }
        events++;
        poll(now);
        publish(event);
        if (pricing != PricingModel.none()) {
            pricing.price(event, live.values(), this::publish);
            market.focus(event);
        }
        desk.retry(slots.values(), touched);
        deliver(now);
        ask(event, now);
        control(now);
        trade(now);
    }

    /**
     * Lets time pass without an event: delivers reports and fulfils {@link #setState} up to a time.
     *
     * @param now not before the last event; earlier times do nothing
     */
    public void poll(Instant now) {
        deliver(now);
        for (MatchingVenue venue : matching) {
            venue.advance(now);
        }
        deliver(now);
        comeTo(now);
        control(now);
        trade(now);
    }

    /** Days pass, first the days, then what happens on them. */
    private void comeTo(Instant now) {
        market.advance(now);
        clock.advance(market.asOf());
        if (market.asOf().isBefore(tomorrow)) {
            return;
        }
        LocalDate day = market.asOf().atZone(config.zone()).toLocalDate();
        if (day.isAfter(today)) {
            if (!today.equals(LocalDate.MIN)) {
                endDay(today);
            }
            LocalDate traded = calendar.nextOrSame(day);
            LocalDate settlement = calendar.plusBusinessDays(traded, config.settlementDays());
            double rate = market.series(config.funding().rateSeries()).size() == 0
                    ? 0.0
                    : market.series(config.funding().rateSeries()).last();
            ledger.advance(day, settlement, rate);
            capital.advance(day, settlement);
            orders.advance(day);
            crossings.advance(day);
            orders.withdrawMatured(market.asOf());
            live.keySet().removeIf(this::forgotten);
            today = day;
            tomorrow = day.plusDays(1).atStartOfDay(config.zone()).toInstant();
        }
    }

    private void endDay(LocalDate day) {
        for (Slot slot : slots.values()) {
            double equity = ledger.account(slot.id()).equity().doubleValue();
            if (slot.state() != SlotState.KILLED && slot.losesTooMuch(equity)) {
                controls.add(new Control(slot.id(), SlotState.KILLED, "lost more than it may"));
            }
        }
        capital.endDay(day, slots.values(), touched);
        if (!listeners.isEmpty()) {
            List<AccountState> states = accounts();
            listeners.forEach(listener -> listener.onDayEnd(day, states));
        }
    }

    /** Whether a bond that was the newest under an alias is no longer, and nobody has anything to do with it. */
    private boolean forgotten(String securityId) {
        Listed listing = market.listing(securityId);
        if (listing == null || listing.alias().equals(securityId) || aliases.containsValue(securityId)) {
            return false;
        }
        for (Account account : ledger.accounts()) {
            if (account.holding(securityId) != null) {
                return false;
            }
        }
        for (Slot slot : slots.values()) {
            if (orders.pending(slot, securityId).signum() != 0) {
                return false;
            }
        }
        market.forget(securityId);
        ledger.forget(securityId);
        return true;
    }

    private void publish(MarketEvent event) {
        market.publish(event);
        if (event instanceof Valuation valuation) {
            ledger.mark(valuation);
            capital.mark(valuation);
        } else if (event instanceof Listed listed) {
            live.put(listed.security().id(), listed.security());
            if (!listed.alias().equals(listed.security().id())) {
                aliases.put(listed.alias(), listed.security().id());
                touched.add(listed.alias());
            }
        } else if (event instanceof Quote quote) {
            crossings.quoted(quote);
        } else if (event instanceof Redemption redemption) {
            ledger.announce(redemption);
            capital.announce(redemption);
            orders.withdraw(redemption.instrument(), redemption.publishedAt());
        }
        for (MatchingVenue venue : matching) {
            venue.onMarket(event);
        }
    }

    private void deliver(Instant until) {
        OrderEvent report = reports.poll(until);
        while (report != null) {
            comeTo(report.at());
            orders.deliver(report);
            report = reports.poll(until);
        }
    }

    private void ask(MarketEvent event, Instant now) {
        for (Slot slot : slots.values()) {
            if (slot.state() == SlotState.KILLED || !slot.wants(event)) {
                continue;
            }
            List<Intent> intents = decide(slot, now);
            for (int i = 0; i < intents.size(); i++) {
                take(slot, intents.get(i), now);
            }
        }
    }

    /** One strategy's failure is not the others': it is disabled, and what it holds stays until somebody decides. */
    private List<Intent> decide(Slot slot, Instant now) {
        try {
            return slot.onEvent(now);
        } catch (RuntimeException failure) {
            if (failFast) {
                throw failure;
            }
            controls.add(new Control(slot.id(), SlotState.DISABLED, "failed: " + failure));
            return List.of();
        }
    }

    private void take(Slot slot, Intent intent, Instant now) {
        tracer.signalled(slot, intent, now);
        if (!slot.warm()) {
            tracer.step(
                    slot, intent, Stage.REFUSED, "WARMING_UP", slot.seen() + " of " + slot.warmUp() + " events", now);
        } else if (slot.state() != SlotState.ENABLED) {
            tracer.step(slot, intent, Stage.REFUSED, "NOT_ENABLED", String.valueOf(slot.stopped()), now);
        } else if (!intent.expiry().isAfter(now)) {
            tracer.step(slot, intent, Stage.REFUSED, "EXPIRED", "at " + intent.expiry(), now);
        } else {
            slot.want(intent);
        }
    }

    private void trade(Instant now) {
        while (!touched.isEmpty() || anyStated()) {
            Set<String> forAll = Set.copyOf(touched);
            touched.clear();
            SortedSet<String> names = stated();
            names.addAll(forAll);
            desk.rebalance(slots.values(), names, forAll, now);
            for (Slot slot : slots.values()) {
                slot.stated().clear();
            }
            deliver(now);
        }
    }

    private boolean anyStated() {
        for (Slot slot : slots.values()) {
            if (!slot.stated().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Names that some strategy has stated a target for, ascending. */
    private SortedSet<String> stated() {
        TreeSet<String> stated = new TreeSet<>();
        for (Slot slot : slots.values()) {
            stated.addAll(slot.stated());
        }
        return stated;
    }

    private void control(Instant now) {
        for (Control control = controls.poll(); control != null; control = controls.poll()) {
            Slot slot = slots.get(control.strategy());
            if (slot == null || slot.state() == SlotState.KILLED || slot.state() == control.state()) {
                continue;
            }
            slot.setState(control.state(), control.reason());
            if (control.state() != SlotState.ENABLED) {
                orders.withdraw(slot, now);
                deliver(now);
            }
            if (control.state() == SlotState.KILLED) {
                touched.addAll(slot.targets().keySet());
            }
            for (EngineListener listener : listeners) {
                listener.onState(control.strategy(), control.state(), control.reason());
            }
        }
    }

    /**
     * Enables, disables or kills a strategy, at the next event or poll. A killed one closes all it holds and never comes
     * back; a disabled one keeps what it holds.
     *
     * @param strategy which
     * @param state its new state
     * @param reason why, for people
     * @throws MissingData if there is no such strategy
     */
    public void setState(String strategy, SlotState state, String reason) {
        if (!slots.containsKey(strategy)) {
            throw new MissingData("strategy " + strategy);
        }
        controls.add(new Control(strategy, state, reason));
    }

    /**
     * Returns what a strategy may do.
     *
     * @param strategy which
     * @return its state
     * @throws MissingData if there is no such strategy
     */
    public SlotState state(String strategy) {
        Slot slot = slots.get(strategy);
        if (slot == null) {
            throw new MissingData("strategy " + strategy);
        }
        return slot.state();
    }

    /**
     * Returns when a strategy had seen enough for its intents to be traded.
     *
     * @param strategy which
     * @return the time of the first event at which it had; empty if it has not yet
     * @throws MissingData if there is no such strategy
     */
    public Optional<Instant> firstLive(String strategy) {
        Slot slot = slots.get(strategy);
        if (slot == null) {
            throw new MissingData("strategy " + strategy);
        }
        return Optional.ofNullable(slot.firstLive());
    }

    /** {@return the accounts as they are now, in the order of the slots} */
    public List<AccountState> accounts() {
        List<AccountState> states = new ArrayList<>();
        Collection<Account> accounts = ledger.accounts();
        for (Account account : accounts) {
            states.add(account.state());
        }
        return states;
    }

    /** {@return the share of its full risk that each strategy may take now, by its identifier} */
    public Map<String, Double> allocation() {
        Map<String, Double> shares = new LinkedHashMap<>();
        slots.forEach((id, slot) -> shares.put(id, slot.allocated()));
        return shares;
    }

    /** {@return counts since the start} */
    public EngineCounts counts() {
        return new EngineCounts(
                events,
                orders.sent(),
                orders.transitions(),
                orders.fills(),
                orders.open(),
                orders.refused(),
                reports.size());
    }

    /** {@return the logical time} */
    public Instant now() {
        return market.asOf();
    }

    @Override
    public String toString() {
        return "TradingEngine[" + slots.keySet() + " at " + market.asOf() + ", " + counts() + ']';
    }
}
