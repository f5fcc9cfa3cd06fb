package io.bondtrader.risk.limit;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.trade.Execution;
import io.bondtrader.core.trade.Order;
import io.bondtrader.core.trade.Position;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Checks every order against the portfolio as it would be afterwards, and says how much of it may pass.
 *
 * <p>Each measure is kept as a few sums that an order changes by what a unit of its security does: nothing is valued
 * again. An order that is {@linkplain #submit submitted} and accepted counts from then on as if it were done: the next
 * order is looked at with all working orders of its own side, and, where the other side works too, with all of both. What
 * is {@linkplain #fill filled} moves into the positions, what is {@linkplain #cancel cancelled} is released.
 *
 * <p>A limit that is exceeded already lets an order pass that takes it no further; the answer says so.
 *
 * <p>Safe for use by many threads: calls take one lock, so that orders which arrive together cannot break a limit
 * together. It remembers the identifiers of accepted orders and of executions as long as it lives. Sinks are told after the lock is released. Providers are called under the lock and must answer at once. There
 * is nothing to close.
 */
public final class LimitEngine {

    private static final long MOST_LOTS = 1L << 50;

    private final ReentrantLock lock = new ReentrantLock();
    private final InstantSource clock;
    private final Map<String, DoubleSupplier> providers;
    private final LimitEvents events;
    private final TradingStates states = new TradingStates();
    private final WorkingOrders working = new WorkingOrders();
    private final Set<String> executions = new HashSet<>();
    private LimitSet limits;
    private LimitUniverse universe;
    private Portfolio portfolio;

    LimitEngine(LimitEngineBuilder builder) {
        this.clock = builder.clock;
        this.providers = Map.copyOf(builder.providers);
        this.events = new LimitEvents(builder.alerts, builder.audit);
        this.limits = builder.limits;
        this.universe = builder.universe;
        this.portfolio = new Portfolio(limits, universe, providers);
        builder.positions.forEach(portfolio::book);
    }

    /**
     * Returns a builder of an engine.
     *
     * @param limits the limits
     * @param universe the securities that orders may be for
     * @param clock tells which versions and overrides hold, and when things happened
     * @return the builder, without positions, providers and sinks
     */
    public static LimitEngineBuilder builder(LimitSet limits, LimitUniverse universe, InstantSource clock) {
        return new LimitEngineBuilder(limits, universe, clock);
    }

    /**
     * Says what would be decided on an order, and changes nothing.
     *
     * @param order the order
     * @return the decision
     */
    public Decision check(Order order) {
        lock.lock();
        try {
            return decide(order, clock.instant()).decision;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Decides on an order. What is accepted of it counts against the limits from now on, until it is filled or cancelled.
     *
     * @param order the order
     * @return the decision
     */
    public Decision submit(Order order) {
        return inLock(batch -> {
            Instant now = clock.instant();
            if (working.wasAccepted(order.id())) {
                Denial twice =
                        new Denial(DenialCode.ORDER_DUPLICATE, null, "order " + order.id() + " was accepted before");
                Decision decision = new Decision.Rejected(order, List.of(), List.of(twice), BigDecimal.ZERO);
                batch.decided(decision, now);
                return decision;
            }
            Answer answer = decide(order, now);
            Decision decision = answer.decision;
            if (decision.isAccepted() && answer.holding != null) {
                Order taken = decision instanceof Decision.Reduced reduced ? reduced.reduced() : order;
                reserve(new Reservation(taken, answer.holding));
            }
            if (!decision.reasons().isEmpty()) {
                batch.decided(decision, now);
                pullSwitches(decision, now, batch);
            }
            return decision;
        });
    }

    private void reserve(Reservation reservation) {
        portfolio.keep(reservation.holding);
        reservation.reserve(portfolio, reservation.open.doubleValue());
        working.add(reservation);
    }

    private void pullSwitches(Decision decision, Instant now, LimitEvents.Batch batch) {
        for (LimitImpact impact : decision.impacts()) {
            if (!impact.passes() && impact.limit().action() == LimitAction.KILL_SWITCH) {
                halt(impact.limit(), "order " + decision.order().id() + " would have taken it beyond", now, batch);
            }
        }
    }

    private void halt(Limit limit, String reason, Instant now, LimitEvents.Batch batch) {
        if (!states.isHalted(limit.scope())) {
            batch.changed(states.tighten(limit.scope(), TradingState.HALTED, "limit " + limit.id(), reason, now));
        }
    }

    /** A decision, and the holding that it is about. */
    private record Answer(Decision decision, @Nullable Holding holding) {}

    private Answer decide(Order order, Instant now) {
        portfolio.activate(now);
        Instrument instrument = portfolio.instrument(order.security().id());
        if (instrument == null) {
            return refused(
                    order,
                    DenialCode.SECURITY_UNKNOWN,
                    "nothing is known of " + order.security().id());
        }
        Holding holding = portfolio.holding(order, instrument);
        TradingState state = states.of(holding);
        if (state == TradingState.HALTED) {
            return refused(order, DenialCode.STATE_HALTED, "trading is halted");
        }
        BigDecimal[] lots = order.face().divideAndRemainder(instrument.lot);
        OrderCheck check =
                new OrderCheck(order, holding, now, working.has(order.side().opposite()), state);
        if (lots[1].signum() != 0 || lots[0].compareTo(BigDecimal.valueOf(MOST_LOTS)) > 0) {
            long whole = lots[0].min(BigDecimal.valueOf(MOST_LOTS)).longValue();
            Denial reason = new Denial(
                    DenialCode.ORDER_LOT,
                    null,
                    "face " + order.face().toPlainString() + " is no whole number of lots of "
                            + instrument.lot.toPlainString() + ", up to 2^50 of them");
            BigDecimal largest = instrument.lot.multiply(BigDecimal.valueOf(check.largestPassing(whole)));
            return new Answer(new Decision.Rejected(order, List.of(), List.of(reason), largest), null);
        }
        return new Answer(check.decide(lots[0].longValue()), holding);
    }

    private static Answer refused(Order order, DenialCode code, String message) {
        Denial reason = new Denial(code, null, message);
        return new Answer(new Decision.Rejected(order, List.of(), List.of(reason), BigDecimal.ZERO), null);
    }

    /**
     * Returns the largest face of an order's kind that all limits and states let pass, however much the order asks for.
     *
     * @param order the order; its face is not looked at
     * @return the face in whole lots, zero if nothing passes; empty if no limit stops even 2⁵⁰ lots
     */
    public Optional<BigDecimal> largestFace(Order order) {
        lock.lock();
        try {
            Instant now = clock.instant();
            portfolio.activate(now);
            Instrument instrument = portfolio.instrument(order.security().id());
            if (instrument == null) {
                return Optional.of(BigDecimal.ZERO);
            }
            Holding holding = portfolio.holding(order, instrument);
            TradingState state = states.of(holding);
            if (state == TradingState.HALTED) {
                return Optional.of(BigDecimal.ZERO);
            }
            OrderCheck check =
                    new OrderCheck(order, holding, now, working.has(order.side().opposite()), state);
            long lots = check.largestPassing(MOST_LOTS);
            return lots == MOST_LOTS
                    ? Optional.empty()
                    : Optional.of(instrument.lot.multiply(BigDecimal.valueOf(lots)));
        } finally {
            lock.unlock();
        }
    }

    /**
     * Books a fill of a working order. A fill of more than is open happened all the same: what is beyond counts as filled
     * too, and is recorded.
     *
     * @param order identifier of the order
     * @param face the face that was filled, positive
     * @throws InvalidInput if the face is not positive
     * @throws MissingData if no order of that identifier is working
     */
    public void fill(String order, BigDecimal face) {
        InvalidInput.unless(face.signum() > 0, "face", face, "positive");
        inLock(batch -> {
            fill(order, face, batch);
            return monitor(batch);
        });
    }

    private void fill(String order, BigDecimal face, LimitEvents.Batch batch) {
        Reservation reservation = working.get(order);
        BigDecimal beyond = face.subtract(reservation.open);
        if (beyond.signum() > 0) {
            reservation.reserve(portfolio, beyond.doubleValue());
            batch.noted(
                    reservation.order.trader(),
                    "limit.order.overfilled",
                    clock.instant(),
                    Map.of("order", order, "beyond", beyond.toPlainString()));
        }
        reservation.fill(portfolio, face);
        if (reservation.open.signum() <= 0) {
            working.remove(reservation);
        }
    }

    /**
     * Books an execution: of a working order as a fill, of any other as a position. The same execution again changes
     * nothing.
     *
     * @param execution the execution
     * @return whether it was new
     * @throws MissingData if the security is not in the universe; nothing is booked then, and the execution may come again
     * @throws InvalidInput if it is of another security, side, book or trader than the working order that it names
     */
    public boolean record(Execution execution) {
        return inLock(batch -> {
            if (executions.contains(execution.id())) {
                return false;
            }
            Reservation reservation = working.find(execution.order());
            if (reservation != null) {
                requireSame(execution, reservation.order);
                fill(execution.order(), execution.face(), batch);
            } else {
                portfolio.book(new Position(
                        execution.security(), execution.book(), execution.trader(), execution.signedFace()));
            }
            executions.add(execution.id());
            monitor(batch);
            return true;
        });
    }

    private static void requireSame(Execution execution, Order order) {
        boolean same = execution.security().id().equals(order.security().id())
                && execution.side() == order.side()
                && execution.book().equals(order.book())
                && execution.trader().equals(order.trader());
        InvalidInput.unless(
                same,
                "execution " + execution.id(),
                execution.order(),
                "of the security, side, book and trader ordered");
    }

    /**
     * Releases what is open of an order.
     *
     * @param order identifier of the order
     * @return the face that is released
     * @throws MissingData if no order of that identifier is working
     */
    public BigDecimal cancel(String order) {
        lock.lock();
        try {
            Reservation reservation = working.get(order);
            BigDecimal released = reservation.open;
            reservation.reserve(portfolio, -released.doubleValue());
            working.remove(reservation);
            return released;
        } finally {
            lock.unlock();
        }
    }

    /** {@return the orders that are accepted and not done yet, the first accepted first} */
    public List<WorkingOrder> workingOrders() {
        lock.lock();
        try {
            return working.list();
        } finally {
            lock.unlock();
        }
    }

    /** {@return what is filled, by book, security and trader} */
    public List<Position> positions() {
        lock.lock();
        try {
            return portfolio.positions();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Returns how much of each limit that holds now is used. A limit whose threshold or measure is not available is left
     * out; orders that touch it are refused.
     *
     * @return the utilisations, by the names of limits
     */
    public List<Utilisation> utilisations() {
        lock.lock();
        try {
            Instant now = clock.instant();
            portfolio.activate(now);
            List<Utilisation> all = new ArrayList<>();
            for (CompiledLimit limit : portfolio.limits) {
                Utilisation utilisation = limit.active ? limit.utilisation(now) : null;
                if (utilisation != null) {
                    all.add(utilisation);
                }
            }
            return List.copyOf(all);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Looks at all limits, as after a move of the market or of what providers say. A limit that has come to be exceeded, or
     * is no longer, is told to the sinks once; an exceeded kill switch halts its scope.
     *
     * @return the limits that are exceeded by what is filled
     */
    public List<Utilisation> monitor() {
        return inLock(this::monitor);
    }

    private List<Utilisation> monitor(LimitEvents.Batch batch) {
        Instant now = clock.instant();
        portfolio.activate(now);
        List<Utilisation> exceeded = new ArrayList<>(0);
        for (CompiledLimit limit : portfolio.limits) {
            Utilisation utilisation = limit.active ? limit.utilisation(now) : null;
            if (utilisation == null) {
                continue;
            }
            boolean beyond = !utilisation.withinLimit();
            if (beyond) {
                exceeded.add(utilisation);
            }
            if (beyond != limit.exceeded) {
                limit.exceeded = beyond;
                batch.crossed(utilisation, now);
                if (beyond && limit.limit.action() == LimitAction.KILL_SWITCH) {
                    halt(limit.limit, "it is exceeded", now, batch);
                }
            }
        }
        return List.copyOf(exceeded);
    }

    /**
     * Grants another threshold for a time.
     *
     * @param override the threshold, when, by whom and why
     * @throws MissingData if there is no limit of that name
     * @throws InvalidInput if it has ended already
     */
    public void grant(TemporaryOverride override) {
        inLock(batch -> {
            Instant now = clock.instant();
            InvalidInput.unless(override.until().isAfter(now), "until", override.until(), "after " + now);
            limits.versions(override.limit());
            for (CompiledLimit limit : portfolio.limits) {
                if (limit.limit.id().equals(override.limit())) {
                    limit.overrides.removeIf(old -> !old.until().isAfter(now));
                    limit.overrides.add(override);
                }
            }
            batch.overridden(override, now);
            return monitor(batch);
        });
    }

    /**
     * Reduces or halts the trading of a scope. One person may do that.
     *
     * @param scope for which part of the house
     * @param state the state from now on, as severe as the present one at least
     * @param by who does it
     * @param reason why
     * @return what was changed
     * @throws InvalidInput if the state is less severe than the present one, or a text is blank
     */
    public StateChange setState(Scope scope, TradingState state, String by, String reason) {
        return inLock(batch -> {
            StateChange change = states.tighten(scope, state, by, reason, clock.instant());
            batch.changed(change);
            return change;
        });
    }

    /**
     * Takes a scope back to a less severe state. It takes two persons.
     *
     * @param scope for which part of the house, as it was given when the state was set
     * @param state the state from now on, less severe than the present one
     * @param by who does it
     * @param approvedBy who approves, another person
     * @param reason why
     * @return what was changed
     * @throws InvalidInput if the state is not less severe, one person does both, or a text is blank
     */
    public StateChange restore(Scope scope, TradingState state, String by, String approvedBy, String reason) {
        return inLock(batch -> {
            StateChange change = states.restore(scope, state, by, approvedBy, reason, clock.instant());
            batch.changed(change);
            return change;
        });
    }

    /** {@return the scopes whose trading is reduced or halted} */
    public List<StateChange> states() {
        lock.lock();
        try {
            return states.inForce();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes a new market: what a unit of each security does. Positions, working orders, states and overrides stay.
     *
     * @param market the universe, with every security of a position or working order
     * @throws MissingData if it lacks a security, or what a limit asks of one; nothing is changed then
     */
    public void revalue(LimitUniverse market) {
        rebuild(null, market, "");
    }

    /**
     * Takes new limits or new versions of limits. Positions, working orders and states stay, and overrides of limits that
     * stay.
     *
     * @param set the limits
     * @param by who installs them; who proposed and approved each stands in the limit
     * @throws InvalidInput if nobody is named
     * @throws MissingData if a limit refers to a provider, key rate or scenario that there is none of; nothing is changed
     */
    public void install(LimitSet set, String by) {
        Limit.requireText("by", by);
        rebuild(set, null, by);
    }

    private void rebuild(@Nullable LimitSet installed, @Nullable LimitUniverse market, String by) {
        inLock(batch -> {
            LimitSet set = installed == null ? limits : installed;
            LimitUniverse next = market == null ? universe : market;
            Portfolio fresh = new Portfolio(set, next, providers);
            working.all()
                    .forEach(
                            reservation -> next.get(reservation.order.security().id()));
            Map<Reservation, Holding> before = new HashMap<>();
            working.all().forEach(reservation -> before.put(reservation, reservation.holding));
            try {
                fresh.takeOver(portfolio, working.all());
            } catch (RuntimeException refused) {
                before.forEach((reservation, holding) -> reservation.holding = holding);
                throw refused;
            }
            portfolio = fresh;
            limits = set;
            universe = next;
            if (installed != null) {
                batch.installed(installed, by, clock.instant());
            }
            return monitor(batch);
        });
    }

    /** {@return the limits, in all versions} */
    public LimitSet limits() {
        lock.lock();
        try {
            return limits;
        } finally {
            lock.unlock();
        }
    }

    /** What the engine stands on, all of one moment, for its second path. */
    record Moment(LimitUniverse universe, List<Position> positions, List<Utilisation> utilisations) {}

    Moment moment() {
        lock.lock();
        try {
            return new Moment(universe, portfolio.positions(), utilisations());
        } finally {
            lock.unlock();
        }
    }

    Map<String, Double> supplied() {
        Map<String, Double> numbers = new HashMap<>();
        providers.forEach((name, provider) -> numbers.put(name, provider.getAsDouble()));
        return numbers;
    }

    /** {@return how many events a sink failed to take} */
    public long undeliveredEvents() {
        return events.undelivered();
    }

    private <T> T inLock(Function<LimitEvents.Batch, T> work) {
        LimitEvents.Batch batch = events.batch();
        lock.lock();
        try {
            return work.apply(batch);
        } finally {
            lock.unlock();
            batch.tell();
        }
    }

    @Override
    public String toString() {
        return "LimitEngine[" + limits().limits().size() + " limits, "
                + positions().size() + " positions, " + workingOrders().size() + " working orders]";
    }
}
