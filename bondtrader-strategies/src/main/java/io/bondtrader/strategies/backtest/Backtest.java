package io.bondtrader.strategies.backtest;

import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.parallel.ProgressListener;
import io.bondtrader.strategies.engine.CapitalPlan;
import io.bondtrader.strategies.engine.DecisionTrace;
import io.bondtrader.strategies.engine.EngineClock;
import io.bondtrader.strategies.engine.EngineConfig;
import io.bondtrader.strategies.engine.FundingTerms;
import io.bondtrader.strategies.engine.OrderPolicy;
import io.bondtrader.strategies.engine.PreTradeRisk;
import io.bondtrader.strategies.engine.PricingModel;
import io.bondtrader.strategies.engine.StrategySlot;
import io.bondtrader.strategies.engine.TraceSink;
import io.bondtrader.strategies.engine.TradingEngine;
import io.bondtrader.strategies.engine.TradingEngineBuilder;
import io.bondtrader.strategies.execution.SimulatedVenue;
import io.bondtrader.strategies.execution.Venue;
import io.bondtrader.strategies.market.MarketEvent;
import io.bondtrader.strategies.strategy.Strategy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Strategies on history, by the engine that trades them live: orders go to a simulated venue and are filled at the next
 * quote, bonds pay coupons and mature, cash settles and is funded.
 *
 * <pre>{@code
 * BacktestResult result = Backtest.on(TreasuryMarket.of(history))
 *         .strategy("steady", () -> view -> List.of(Intent.of("UST 10Y", Direction.LONG, 10_000)))
 *         .run();
 * }</pre>
 *
 * <p>A run is decided by its configuration, data and seed alone; {@link BacktestResult#inputHash} names them and
 * {@link BacktestResult#outputHash} what came of them. A back-test may be run many times: each run asks the suppliers for
 * new strategies and venues. Set up by one thread; then safe for use by many, if the suppliers are.
 */
public final class Backtest {

    private static final int PROGRESS_EVERY = 256;

    private final Iterable<MarketEvent> events;
    private final Supplier<PricingModel> pricing;
    private final long expectedEvents;
    private final Map<String, Supplier<Strategy>> strategies = new LinkedHashMap<>();
    private final Map<String, Double> maximumLosses = new LinkedHashMap<>();
    private EngineConfig config;
    private Supplier<Venue> venue = () -> SimulatedVenue.builder("simulated").build();
    private OrderPolicy policy = OrderPolicy.market();
    private Function<EngineClock, PreTradeRisk> limits = clock -> PreTradeRisk.none();
    private @Nullable CapitalPlan capitalPlan;
    private double capital = 100_000_000.0;
    private int traced;
    private int trials;
    private double trialVariance;
    private String label = "";
    private ProgressListener progress = (done, total) -> {};
    private BooleanSupplier cancelled = () -> false;

    private Backtest(
            Iterable<MarketEvent> events, Supplier<PricingModel> pricing, long expectedEvents, EngineConfig config) {
        this.events = events;
        this.pricing = pricing;
        this.expectedEvents = expectedEvents;
        this.config = config;
    }

    /**
     * Returns a back-test on Treasuries, funded at the three-month yield where the history has it.
     *
     * @param market the bonds and their prices
     * @return the back-test, without strategies
     */
    public static Backtest on(TreasuryMarket market) {
        EngineConfig config = EngineConfig.treasuries().withFunding(FundingTerms.at("UST 3M yield"));
        return new Backtest(market.events(), market::pricing, market.dates().size(), config);
    }

    /**
     * Returns a back-test on events of any kind.
     *
     * @param events in the order of their publication; asked for an iterator at each run
     * @param config how the engine keeps its books
     * @return the back-test, without strategies
     */
    public static Backtest on(Iterable<MarketEvent> events, EngineConfig config) {
        return new Backtest(events, PricingModel::none, 0, config);
    }

    /**
     * Adds a strategy.
     *
     * @param id unique
     * @param strategy makes it, new for each run
     * @return this
     * @throws InvalidInput if the identifier is blank or taken
     */
    public Backtest strategy(String id, Supplier<Strategy> strategy) {
        InvalidInput.unless(!id.isBlank(), "id", id, "not blank");
        InvalidInput.unless(strategies.put(id, Objects.requireNonNull(strategy)) == null, "id", id, "there once");
        return this;
    }

    /**
     * Sets a loss since its best at which a strategy is killed.
     *
     * @param id of the strategy
     * @param loss in currency units, positive
     * @return this
     * @throws InvalidInput if the loss is not positive
     */
    public Backtest killedAtLoss(String id, double loss) {
        InvalidInput.unless(loss > 0.0, "loss", loss, "positive");
        maximumLosses.put(id, loss);
        return this;
    }

    /**
     * Sets how the engine keeps its books.
     *
     * @param newConfig the configuration
     * @return this
     */
    public Backtest config(EngineConfig newConfig) {
        config = Objects.requireNonNull(newConfig);
        return this;
    }

    /** {@return how the engine keeps its books} */
    public EngineConfig config() {
        return config;
    }

    /**
     * Sets where orders go.
     *
     * @param newVenue makes a venue, new for each run; by default one that fills at the next quote
     * @return this
     */
    public Backtest venue(Supplier<Venue> newVenue) {
        venue = Objects.requireNonNull(newVenue);
        return this;
    }

    /**
     * Sets how orders are worked.
     *
     * @param newPolicy market orders by default
     * @return this
     */
    public Backtest policy(OrderPolicy newPolicy) {
        policy = Objects.requireNonNull(newPolicy);
        return this;
    }

    /**
     * Sets what orders have to pass.
     *
     * @param newLimits makes the limits for a run, living in its time
     * @return this
     */
    public Backtest limits(Function<EngineClock, PreTradeRisk> newLimits) {
        limits = Objects.requireNonNull(newLimits);
        return this;
    }

    /**
     * Sets how capital is divided among the strategies.
     *
     * @param plan by whom and how often; by default everybody takes full risk
     * @return this
     */
    public Backtest capitalPlan(CapitalPlan plan) {
        capitalPlan = Objects.requireNonNull(plan);
        return this;
    }

    /**
     * Sets what returns are measured by.
     *
     * @param newCapital in currency units, positive; 100 million by default
     * @return this
     * @throws InvalidInput if it is not positive
     */
    public Backtest capital(double newCapital) {
        InvalidInput.unless(newCapital > 0.0 && newCapital < 1e18, "capital", newCapital, "positive, below 1e18");
        capital = newCapital;
        return this;
    }

    /**
     * Keeps what became of intents; otherwise nothing is kept, because putting it into words takes time.
     *
     * @param steps how many of the newest steps are kept, positive
     * @return this
     * @throws InvalidInput if it is not positive
     */
    public Backtest tracing(int steps) {
        InvalidInput.unless(steps > 0, "steps", steps, "positive");
        traced = steps;
        return this;
    }

    /**
     * Says how many other parameter sets were tried to find these: without it, reports assume none and say so.
     *
     * @param count of trials in all, 1 or more
     * @param variance of their Sharpe ratios, per period
     * @return this
     * @throws InvalidInput if a number is out of range
     */
    public Backtest afterTrials(int count, double variance) {
        InvalidInput.unless(count >= 1, "count", count, "1 or more");
        InvalidInput.unless(variance >= 0.0 && variance < 1e6, "variance", variance, "0 or more");
        trials = count;
        trialVariance = variance;
        return this;
    }

    /**
     * Sets what stands for the strategies in the hash of the inputs: their names and parameters.
     *
     * @param newLabel the same for the same strategies; the identifiers alone by default
     * @return this
     */
    public Backtest label(String newLabel) {
        label = Objects.requireNonNull(newLabel);
        return this;
    }

    /**
     * Sets who hears how far a run has come.
     *
     * @param listener called by the running thread, in days where they are known, else in events
     * @return this
     */
    public Backtest reportingTo(ProgressListener listener) {
        progress = Objects.requireNonNull(listener);
        return this;
    }

    /**
     * Sets what calls a run off.
     *
     * @param signal asked every few hundred events
     * @return this
     */
    public Backtest cancelledBy(BooleanSupplier signal) {
        cancelled = Objects.requireNonNull(signal);
        return this;
    }

    /**
     * Runs from the first event to the last.
     *
     * @return what came of it
     * @throws InvalidInput if there is no strategy or an event is out of order
     * @throws CancellationException if the run was called off
     */
    public BacktestResult run() {
        InvalidInput.unless(!strategies.isEmpty(), "strategies", 0, "1 or more");
        EngineClock clock = new EngineClock();
        DecisionTrace trace = DecisionTrace.keeping(Math.max(1, traced));
        ResultRecorder recorder = new ResultRecorder(new ArrayList<>(strategies.keySet()), capital);
        TradingEngineBuilder builder = TradingEngine.builder(config)
                .clock(clock)
                .failingFast()
                .pricing(pricing.get())
                .venue(venue.get())
                .policy(policy)
                .limits(limits.apply(clock))
                .trace(traced > 0 ? trace : TraceSink.none())
                .listener(recorder);
        if (capitalPlan != null) {
            builder.capital(capitalPlan);
        }
        strategies.forEach((id, strategy) -> builder.strategy(
                new StrategySlot(id, strategy.get(), 1.0, maximumLosses.getOrDefault(id, Double.POSITIVE_INFINITY))));
        TradingEngine engine = builder.build();
        EventDigest inputs = new EventDigest();
        inputs.add(description().text());
        long count = 0;
        for (MarketEvent event : events) {
            engine.process(event);
            inputs.add(event);
            count++;
            if (count % PROGRESS_EVERY == 0) {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException("called off after " + count + " events");
                }
                progress.progress(
                        Math.min(recorder.days(), Math.max(expectedEvents, count)), Math.max(expectedEvents, count));
            }
        }
        InvalidInput.unless(count > 0, "events", 0, "1 or more");
        recorder.finish(engine.now().atZone(config.zone()).toLocalDate(), engine.accounts());
        progress.progress(Math.max(expectedEvents, count), Math.max(expectedEvents, count));
        return new BacktestResult(recorder, engine, trace, inputs.hex(), trials, trialVariance);
    }

    private CanonicalJson description() {
        return CanonicalJson.of(Map.of(
                "config",
                config.toJson(),
                "strategies",
                List.copyOf(strategies.keySet()),
                "maximumLosses",
                maximumLosses,
                "label",
                label,
                "capital",
                capital,
                "version",
                "1"));
    }

    @Override
    public String toString() {
        return "Backtest" + strategies.keySet();
    }
}
