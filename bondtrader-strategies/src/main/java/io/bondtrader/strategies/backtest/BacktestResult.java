package io.bondtrader.strategies.backtest;

import io.bondtrader.core.error.MissingData;
import io.bondtrader.strategies.engine.AccountState;
import io.bondtrader.strategies.engine.DecisionTrace;
import io.bondtrader.strategies.engine.Effect;
import io.bondtrader.strategies.engine.EngineCounts;
import io.bondtrader.strategies.engine.TradingEngine;
import io.bondtrader.strategies.performance.ClosedTrade;
import io.bondtrader.strategies.performance.ComparisonPage;
import io.bondtrader.strategies.performance.OverfittingReport;
import io.bondtrader.strategies.performance.PerformanceBasis;
import io.bondtrader.strategies.performance.PerformanceStatistics;
import io.bondtrader.strategies.performance.TearSheet;
import io.bondtrader.strategies.performance.TrackRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What came of a back-test. Returns are profit over the capital with which it began, compounded; capital itself earns
 * nothing here and positions pay for their funding, so that they are returns over cash and compare with zero.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class BacktestResult {

    private final Map<String, TrackRecord> records = new LinkedHashMap<>();
    private final Map<String, List<ClosedTrade>> closed = new LinkedHashMap<>();
    private final List<AccountState> accounts;
    private final Map<String, Double> allocation;
    private final EngineCounts counts;
    private final DecisionTrace trace;
    private final List<String> incidents;
    private final String inputHash;
    private final String outputHash;
    private final int trials;
    private final double trialVariance;
    private final TrackRecord total;

    BacktestResult(
            ResultRecorder recorder,
            TradingEngine engine,
            DecisionTrace trace,
            String inputHash,
            int trials,
            double trialVariance) {
        this.accounts = List.copyOf(recorder.accounts());
        this.allocation = Collections.unmodifiableMap(engine.allocation());
        for (AccountState account : accounts) {
            String strategy = account.strategy();
            records.put(strategy, recorder.builder(strategy).build());
            closed.put(strategy, List.copyOf(recorder.closed(strategy)));
        }
        this.total = recorder.builder(ResultRecorder.ALL).build();
        this.counts = engine.counts();
        this.trace = trace;
        this.incidents = List.copyOf(recorder.incidents());
        this.inputHash = inputHash;
        this.outputHash = recorder.outputHash();
        this.trials = trials;
        this.trialVariance = trialVariance;
    }

    /** {@return SHA-256 of configuration, seed, data and the label of the strategies: what decides a run} */
    public String inputHash() {
        return inputHash;
    }

    /** {@return SHA-256 of all orders, trades and daily accounts: what came of it; the same for the same inputs} */
    public String outputHash() {
        return outputHash;
    }

    /** {@return the strategies, in the order in which they were added} */
    public List<String> strategies() {
        return List.copyOf(records.keySet());
    }

    /** {@return the record of all strategies together} */
    public TrackRecord total() {
        return total;
    }

    /**
     * Returns the record of one strategy, on the whole capital.
     *
     * @param strategy which
     * @return its record
     * @throws MissingData if there is no such strategy
     */
    public TrackRecord record(String strategy) {
        TrackRecord record = records.get(strategy);
        if (record == null) {
            throw new MissingData("strategy " + strategy);
        }
        return record;
    }

    /**
     * Returns the closed positions of one strategy.
     *
     * @param strategy which
     * @return from nothing to nothing, in order of their closing
     * @throws MissingData if there is no such strategy
     */
    public List<ClosedTrade> closedTrades(String strategy) {
        record(strategy);
        return closed.getOrDefault(strategy, List.of());
    }

    /** {@return the closed positions of all strategies} */
    public List<ClosedTrade> closedTrades() {
        List<ClosedTrade> all = new ArrayList<>();
        closed.values().forEach(all::addAll);
        return all;
    }

    /**
     * Returns the figures of one strategy.
     *
     * @param strategy which
     * @return its statistics, against a riskless rate of zero
     * @throws MissingData if there is no such strategy
     */
    public PerformanceStatistics statistics(String strategy) {
        return PerformanceStatistics.of(record(strategy), PerformanceBasis.daily(), closedTrades(strategy));
    }

    /** {@return the figures of all strategies together, against a riskless rate of zero} */
    public PerformanceStatistics statistics() {
        return PerformanceStatistics.of(total, PerformanceBasis.daily(), closedTrades());
    }

    /**
     * Returns how likely the record of a strategy was luck.
     *
     * @param strategy which
     * @return with the trials that the back-test was told of, or the loud assumption that there were none
     * @throws MissingData if there is no such strategy
     */
    public OverfittingReport overfitting(String strategy) {
        PerformanceStatistics statistics = statistics(strategy);
        return trials == 0
                ? OverfittingReport.trialsUnknown(statistics)
                : OverfittingReport.of(statistics, trials, trialVariance);
    }

    /**
     * Returns the page of one strategy.
     *
     * @param strategy which
     * @return curves, tables and trades
     * @throws MissingData if there is no such strategy
     */
    public TearSheet tearSheet(String strategy) {
        TearSheet.Builder sheet = judged(TearSheet.builder(statistics(strategy)).title(strategy));
        for (AccountState account : accounts) {
            if (account.strategy().equals(strategy)) {
                account.effects()
                        .forEach((effect, amount) -> sheet.attribution(effect.toString(), amount.doubleValue()));
            }
        }
        return noted(sheet).build();
    }

    /** {@return the page of all strategies together} */
    public TearSheet tearSheet() {
        TearSheet.Builder sheet = judged(TearSheet.builder(statistics()).title(ResultRecorder.ALL));
        attribution().forEach((effect, amount) -> sheet.attribution(effect.toString(), amount.doubleValue()));
        return noted(sheet).build();
    }

    /** A record that never moved is not judged, and still has its page. */
    private TearSheet.Builder judged(TearSheet.Builder sheet) {
        return trials == 0 ? sheet : sheet.trials(trials, trialVariance);
    }

    private TearSheet.Builder noted(TearSheet.Builder sheet) {
        sheet.note("Returns are over cash: capital earns nothing here, and positions pay for their funding.")
                .note("Profits of trades are with interest and costs, without funding.")
                .note("Inputs " + inputHash)
                .note("Outputs " + outputHash);
        incidents.forEach(sheet::note);
        return sheet;
    }

    /** {@return all strategies and the whole, side by side} */
    public ComparisonPage comparison() {
        List<PerformanceStatistics> all = new ArrayList<>();
        records.keySet().forEach(strategy -> all.add(statistics(strategy)));
        all.add(statistics());
        return ComparisonPage.of("Strategies " + total.start() + " to " + total.end(), all);
    }

    /** {@return the accounts at the end, in the order of the strategies} */
    public List<AccountState> accounts() {
        return accounts;
    }

    /** {@return what the profit of all strategies came from; adds up to it to the last digit} */
    public Map<Effect, BigDecimal> attribution() {
        EnumMap<Effect, BigDecimal> sums = new EnumMap<>(Effect.class);
        for (AccountState account : accounts) {
            account.effects().forEach((effect, amount) -> sums.merge(effect, amount, BigDecimal::add));
        }
        return sums;
    }

    /** {@return the share of full risk that each strategy had at the end} */
    public Map<String, Double> allocation() {
        return allocation;
    }

    /** {@return what the engine did} */
    public EngineCounts counts() {
        return counts;
    }

    /** {@return what became of the newest intents: why something was not traded; empty without {@link Backtest#tracing}} */
    public DecisionTrace trace() {
        return trace;
    }

    /** {@return strategies that were killed, reports that were refused; empty for a quiet run} */
    public List<String> incidents() {
        return incidents;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "BacktestResult[%s to %s, %d orders, inputs %s, outputs %s]",
                total.start(),
                total.end(),
                counts.orders(),
                inputHash.substring(0, 12),
                outputHash.substring(0, 12)));
        for (AccountState account : accounts) {
            PerformanceStatistics figures = statistics(account.strategy());
            text.append(String.format(
                    Locale.ROOT,
                    "%n  %-28s profit %,16.2f  Sharpe %6.2f  deepest %6.2f %%  costs %,14.2f  DV01 %,12.0f",
                    account.strategy(),
                    account.equity(),
                    figures.sharpe().orElse(0.0),
                    100.0 * figures.drawdowns().maximum(),
                    account.costs(),
                    account.dv01()));
        }
        return text.toString();
    }
}
