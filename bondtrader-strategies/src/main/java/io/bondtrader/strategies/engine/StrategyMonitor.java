package io.bondtrader.strategies.engine;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.strategies.performance.ClosedTrade;
import io.bondtrader.strategies.performance.LivePerformance;
import io.bondtrader.strategies.performance.PerformanceBasis;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How each strategy is doing, as the engine runs: ratios, drawdown and hit rate that are brought up to date at the end of
 * each day and with each closed position.
 *
 * <p>Safe for use by many threads: a dashboard may ask while the engine runs.
 */
public final class StrategyMonitor implements EngineListener {

    /**
     * How a strategy is doing.
     *
     * @param day at whose end
     * @param profit since the start, in currency units
     * @param sharpe yearly, of all days; 0 while there are too few
     * @param recentSharpe the same of the recent past
     * @param drawdown from the best until now, as a part of what the account was worth then
     * @param maximumDrawdown the largest so far
     * @param hitRate share of closed positions that earned something; 0 if there were none
     * @param dv01 held now, in currency units for one basis point
     */
    public record Standing(
            LocalDate day,
            double profit,
            double sharpe,
            double recentSharpe,
            double drawdown,
            double maximumDrawdown,
            double hitRate,
            double dv01) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "Standing[%s, profit %,.2f, Sharpe %.2f, recently %.2f, drawdown %.2f %% of at most %.2f %%, %.1f %% won,"
                            + " DV01 %,.0f]",
                    day,
                    profit,
                    sharpe,
                    recentSharpe,
                    100.0 * drawdown,
                    100.0 * maximumDrawdown,
                    100.0 * hitRate,
                    dv01);
        }
    }

    private final double capital;
    private final Map<String, LivePerformance> live = new TreeMap<>();
    private final Map<String, Standing> standings = new TreeMap<>();

    private StrategyMonitor(double capital) {
        this.capital = capital;
    }

    /**
     * Returns a monitor.
     *
     * @param capital that returns are measured by, in currency units, positive
     * @return the monitor, to be given to an engine as a listener
     * @throws InvalidInput if the capital is not positive
     */
    public static StrategyMonitor of(double capital) {
        InvalidInput.unless(capital > 0.0 && capital < 1e18, "capital", capital, "positive, below 1e18");
        return new StrategyMonitor(capital);
    }

    @Override
    public synchronized void onClosed(String strategy, ClosedTrade trade) {
        performance(strategy).closed(trade.profit().toDouble());
    }

    @Override
    public synchronized void onDayEnd(LocalDate day, List<AccountState> accounts) {
        for (AccountState account : accounts) {
            LivePerformance performance = performance(account.strategy());
            double profit = account.equity().doubleValue();
            if (!performance.isRuined()) {
                performance.update(capital + profit);
            }
            standings.put(
                    account.strategy(),
                    new Standing(
                            day,
                            profit,
                            performance.sharpe().orElse(0.0),
                            performance.recentSharpe().orElse(0.0),
                            performance.drawdown(),
                            performance.maximumDrawdown(),
                            performance.hitRate().orElse(0.0),
                            account.dv01()));
        }
    }

    private LivePerformance performance(String strategy) {
        return live.computeIfAbsent(strategy, name -> LivePerformance.from(capital, PerformanceBasis.daily()));
    }

    /**
     * Returns how a strategy is doing.
     *
     * @param strategy which
     * @return its standing at the end of the last day
     * @throws MissingData if no day of such a strategy has ended yet
     */
    public synchronized Standing standing(String strategy) {
        Standing standing = standings.get(strategy);
        if (standing == null) {
            throw new MissingData("a day of strategy " + strategy);
        }
        return standing;
    }

    /** {@return how all strategies are doing, by identifier} */
    public synchronized Map<String, Standing> standings() {
        return Map.copyOf(standings);
    }

    @Override
    public synchronized String toString() {
        return "StrategyMonitor" + standings;
    }
}
