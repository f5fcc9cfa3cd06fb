package io.bondtrader.strategies.backtest;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.strategies.engine.EngineConfig;
import io.bondtrader.strategies.engine.PricingModel;
import io.bondtrader.strategies.engine.StrategySlot;
import io.bondtrader.strategies.engine.TradingEngine;
import io.bondtrader.strategies.execution.SimulatedVenue;
import io.bondtrader.strategies.market.Bar;
import io.bondtrader.strategies.market.MarketEvent;
import io.bondtrader.strategies.market.MarketView;
import io.bondtrader.strategies.market.Observations;
import io.bondtrader.strategies.market.Quote;
import io.bondtrader.strategies.market.Trade;
import io.bondtrader.strategies.market.Valuation;
import io.bondtrader.strategies.strategy.Intent;
import io.bondtrader.strategies.strategy.Strategy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Proves of a strategy that its decisions do not depend on the future: it is run on a history, on the beginning of it, and
 * on one whose future was shuffled, and has to decide the same until there.
 *
 * <p>A view shows nothing that is not published, so what this finds is knowledge that came by another way: features that
 * were computed from the whole history beforehand, parameters fitted to it, state that two runs share.
 *
 * <pre>{@code
 * LookAheadCheck check = LookAheadCheck.on(TreasuryMarket.of(history), events -> new MyStrategy(features(events)));
 * check.withoutFuture(500); // empty: the same decisions
 * }</pre>
 *
 * <p>Immutable; safe for use by many threads if the maker of strategies is.
 */
public final class LookAheadCheck {

    /**
     * Where decisions part.
     *
     * @param event its place, from 0
     * @param known what was decided with the whole future
     * @param other what was decided with another future, or none
     */
    public record Divergence(int event, List<Intent> known, List<Intent> other) {

        /** Copies the intents. */
        public Divergence {
            known = List.copyOf(known);
            other = List.copyOf(other);
        }
    }

    private final List<MarketEvent> events;
    private final Supplier<PricingModel> pricing;
    private final EngineConfig config;
    private final Function<List<MarketEvent>, Strategy> maker;

    private LookAheadCheck(
            List<MarketEvent> events,
            Supplier<PricingModel> pricing,
            EngineConfig config,
            Function<List<MarketEvent>, Strategy> maker) {
        InvalidInput.unless(events.size() >= 2, "events", events.size(), "2 or more");
        this.events = List.copyOf(events);
        this.pricing = pricing;
        this.config = config;
        this.maker = maker;
    }

    /**
     * Returns a check on Treasuries.
     *
     * @param market the bonds and their prices
     * @param maker makes the strategy from the history that it may prepare itself with; most leave it alone
     * @return the check
     */
    public static LookAheadCheck on(TreasuryMarket market, Function<List<MarketEvent>, Strategy> maker) {
        List<MarketEvent> events = new ArrayList<>();
        market.events().forEach(events::add);
        return new LookAheadCheck(events, market::pricing, EngineConfig.treasuries(), maker);
    }

    /**
     * Returns a check on events of any kind.
     *
     * @param events in the order of their publication, 2 or more
     * @param config how the engine keeps its books
     * @param maker makes the strategy from the history that it may prepare itself with
     * @return the check
     * @throws InvalidInput if there are fewer than two events
     */
    public static LookAheadCheck on(
            List<MarketEvent> events, EngineConfig config, Function<List<MarketEvent>, Strategy> maker) {
        return new LookAheadCheck(events, PricingModel::none, config, maker);
    }

    /** {@return how many events there are} */
    public int size() {
        return events.size();
    }

    /**
     * Compares with a history that ends early.
     *
     * @param count of events that are left, from 1 to all
     * @return where decisions part; empty if they do not
     * @throws InvalidInput if there are not so many events
     */
    public Optional<Divergence> withoutFuture(int count) {
        requireCount(count);
        return compare(decisions(events), decisions(events.subList(0, count)), count);
    }

    /**
     * Compares with a history whose later numbers were exchanged among each other; times stay.
     *
     * @param count of events that stay as they are, from 1 to all
     * @param seed of the shuffling
     * @return where decisions part before that; empty if they do not
     * @throws InvalidInput if there are not so many events
     */
    public Optional<Divergence> withShuffledFuture(int count, long seed) {
        requireCount(count);
        return compare(decisions(events), decisions(shuffled(count, seed)), count);
    }

    /**
     * Compares two runs of the same history.
     *
     * @return where decisions part; empty if they do not
     */
    public Optional<Divergence> repeated() {
        return compare(decisions(events), decisions(events), events.size());
    }

    private void requireCount(int count) {
        InvalidInput.unless(count >= 1 && count <= events.size(), "count", count, "from 1 to " + events.size());
    }

    private static Optional<Divergence> compare(List<List<Intent>> known, List<List<Intent>> other, int count) {
        for (int i = 0; i < count; i++) {
            if (!known.get(i).equals(other.get(i))) {
                return Optional.of(new Divergence(i, known.get(i), other.get(i)));
            }
        }
        return Optional.empty();
    }

    private List<List<Intent>> decisions(List<MarketEvent> history) {
        Recording recording = new Recording(maker.apply(Collections.unmodifiableList(history)));
        TradingEngine engine = TradingEngine.builder(config)
                .failingFast()
                .pricing(pricing.get())
                .venue(SimulatedVenue.builder("simulated").build())
                .strategy(StrategySlot.of("checked", recording))
                .build();
        List<List<Intent>> decisions = new ArrayList<>(history.size());
        for (MarketEvent event : history) {
            recording.last = List.of();
            engine.process(event);
            decisions.add(recording.last);
        }
        return decisions;
    }

    private List<MarketEvent> shuffled(int count, long seed) {
        List<MarketEvent> changed = new ArrayList<>(events.subList(0, count));
        List<MarketEvent> future = events.subList(count, events.size());
        List<MarketEvent> donors = new ArrayList<>(future);
        Collections.shuffle(donors, new Random(seed));
        for (MarketEvent event : future) {
            changed.add(donated(event, donors));
        }
        return changed;
    }

    /** The event with the numbers of the next donor of its kind; as it is if there is none. */
    private static MarketEvent donated(MarketEvent event, List<MarketEvent> donors) {
        for (int i = 0; i < donors.size(); i++) {
            MarketEvent changed = exchange(event, donors.get(i));
            if (changed != null) {
                donors.remove(i);
                return changed;
            }
        }
        return event;
    }

    private static @Nullable MarketEvent exchange(MarketEvent event, MarketEvent donor) {
        if (event instanceof Observations one && donor instanceof Observations other && one.names() == other.names()) {
            double[] values = new double[other.names().size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = other.value(i);
            }
            return Observations.of(one.names(), values, one.eventTime(), one.publishedAt());
        }
        if (event instanceof Quote one
                && donor instanceof Quote other
                && one.instrument().equals(other.instrument())) {
            return new Quote(
                    one.instrument(),
                    other.bid(),
                    other.ask(),
                    other.bidFace(),
                    other.askFace(),
                    one.eventTime(),
                    one.publishedAt());
        }
        if (event instanceof Trade one
                && donor instanceof Trade other
                && one.instrument().equals(other.instrument())) {
            return new Trade(one.instrument(), other.price(), other.face(), one.eventTime(), one.publishedAt());
        }
        if (event instanceof Bar one
                && donor instanceof Bar other
                && one.instrument().equals(other.instrument())) {
            return new Bar(
                    one.instrument(),
                    other.open(),
                    other.high(),
                    other.low(),
                    other.close(),
                    other.volume(),
                    one.eventTime(),
                    one.publishedAt());
        }
        if (event instanceof Valuation one
                && donor instanceof Valuation other
                && one.instrument().equals(other.instrument())) {
            return new Valuation(
                    one.instrument(),
                    one.settlement(),
                    other.cleanPrice(),
                    one.accruedInterest(),
                    other.dv01(),
                    other.yield(),
                    one.eventTime(),
                    one.publishedAt());
        }
        return null;
    }

    /** Keeps what a strategy decides. */
    private static final class Recording implements Strategy {

        private final Strategy inner;
        private List<Intent> last = List.of();

        Recording(Strategy inner) {
            this.inner = inner;
        }

        @Override
        public List<Intent> onEvent(MarketView view) {
            last = List.copyOf(inner.onEvent(view));
            return last;
        }

        @Override
        public int warmUp() {
            return inner.warmUp();
        }

        @Override
        public Set<String> interests() {
            return inner.interests();
        }
    }

    @Override
    public String toString() {
        return "LookAheadCheck[" + events.size() + " events]";
    }
}
