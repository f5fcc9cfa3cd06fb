package io.bondtrader.strategies.engine;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.strategies.execution.Venue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sets up a {@link TradingEngine}. For one thread.
 */
public final class TradingEngineBuilder {

    final EngineConfig config;
    final List<StrategySlot> slots = new ArrayList<>();
    final List<Venue> venues = new ArrayList<>();
    final List<EngineListener> listeners = new ArrayList<>();
    EngineClock clock = new EngineClock();
    PricingModel pricing = PricingModel.none();
    OrderPolicy policy = OrderPolicy.market();
    PreTradeRisk gate = PreTradeRisk.none();
    TraceSink trace = TraceSink.none();

    @Nullable
    CapitalPlan capital;

    boolean failFast;

    TradingEngineBuilder(EngineConfig config) {
        this.config = Objects.requireNonNull(config);
    }

    /**
     * Adds a strategy.
     *
     * @param slot its place
     * @return this
     */
    public TradingEngineBuilder strategy(StrategySlot slot) {
        slots.add(Objects.requireNonNull(slot));
        return this;
    }

    /**
     * Adds a venue.
     *
     * @param venue not connected to anything yet
     * @return this
     */
    public TradingEngineBuilder venue(Venue venue) {
        venues.add(Objects.requireNonNull(venue));
        return this;
    }

    /**
     * Sets who prices what the market does not quote.
     *
     * @param model of prices; none by default
     * @return this
     */
    public TradingEngineBuilder pricing(PricingModel model) {
        pricing = Objects.requireNonNull(model);
        return this;
    }

    /**
     * Sets how orders are worked.
     *
     * @param newPolicy kind of order and venue; market orders by default
     * @return this
     */
    public TradingEngineBuilder policy(OrderPolicy newPolicy) {
        policy = Objects.requireNonNull(newPolicy);
        return this;
    }

    /**
     * Sets what orders have to pass.
     *
     * @param newGate the limits; none by default
     * @return this
     */
    public TradingEngineBuilder limits(PreTradeRisk newGate) {
        gate = Objects.requireNonNull(newGate);
        return this;
    }

    /**
     * Sets how capital is allocated.
     *
     * @param plan by whom and how often; without one everybody takes full risk
     * @return this
     */
    public TradingEngineBuilder capital(CapitalPlan plan) {
        capital = Objects.requireNonNull(plan);
        return this;
    }

    /**
     * Sets who is told what becomes of intents.
     *
     * @param sink receives each step; nobody by default
     * @return this
     */
    public TradingEngineBuilder trace(TraceSink sink) {
        trace = Objects.requireNonNull(sink);
        return this;
    }

    /**
     * Adds somebody who hears what happens.
     *
     * @param listener called by the engine's thread
     * @return this
     */
    public TradingEngineBuilder listener(EngineListener listener) {
        listeners.add(Objects.requireNonNull(listener));
        return this;
    }

    /**
     * Sets the clock that the engine moves, for others who live in its time.
     *
     * @param newClock of no other engine
     * @return this
     */
    public TradingEngineBuilder clock(EngineClock newClock) {
        clock = Objects.requireNonNull(newClock);
        return this;
    }

    /**
     * Lets a failure of a strategy out of {@link TradingEngine#process}, as research wants it. Without it, a strategy that
     * throws is disabled, what it holds stays, listeners are told, and the others go on.
     *
     * @return this
     */
    public TradingEngineBuilder failingFast() {
        failFast = true;
        return this;
    }

    /**
     * Sets up the engine and connects its venues.
     *
     * @return the engine, at the beginning of time
     * @throws InvalidInput if there is no strategy or no venue, or two have the same name
     */
    public TradingEngine build() {
        InvalidInput.unless(!slots.isEmpty(), "strategies", 0, "1 or more");
        InvalidInput.unless(!venues.isEmpty(), "venues", 0, "1 or more");
        Set<String> names = new HashSet<>();
        for (StrategySlot slot : slots) {
            InvalidInput.unless(names.add(slot.id()), "strategy", slot.id(), "there once");
        }
        names.clear();
        for (Venue venue : venues) {
            InvalidInput.unless(names.add(venue.name()), "venue", venue.name(), "there once");
        }
        return new TradingEngine(this);
    }
}
