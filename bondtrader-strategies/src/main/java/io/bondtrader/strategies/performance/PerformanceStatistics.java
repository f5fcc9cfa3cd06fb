package io.bondtrader.strategies.performance;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.error.InsufficientHistory;
import io.bondtrader.risk.var.PnlVectors;
import io.bondtrader.risk.var.QuantileConvention;
import io.bondtrader.risk.var.ReturnStatistics;
import io.bondtrader.risk.var.SharpeInference;
import io.bondtrader.risk.var.TailRisk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The figures of a track record.
 *
 * <p>Ratios per year scale means by the periods of a year and deviations by their square root. A ratio whose divisor is zero is
 * absent. Of a ruined record, the figures are those up to ruin, with its return of -100 %.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class PerformanceStatistics {

    private static final int FEWEST = 2;
    private static final double SHORTEST_YEARS = 0.95;

    private final TrackRecord record;
    private final PerformanceBasis basis;
    private final double[] returns;
    private final ReturnStatistics moments;
    private final ReturnStatistics excess;
    private final double autocorrelation;
    private final Drawdowns drawdowns;
    private final MonthlyTable monthly;
    private final List<ClosedTrade> closedTrades;
    private final TradeStatistics trades;
    private final ExposureStatistics exposure;

    private PerformanceStatistics(TrackRecord record, PerformanceBasis basis, List<ClosedTrade> trades) {
        this.record = record;
        this.basis = basis;
        this.returns = record.returns();
        if (returns.length < FEWEST) {
            throw new InsufficientHistory("statistics of a track record", returns.length, FEWEST);
        }
        double[] beyond = basis.excess(returns);
        this.moments = ReturnStatistics.of(returns);
        this.excess = ReturnStatistics.of(beyond);
        this.autocorrelation = autocorrelation(beyond, excess.mean());
        this.drawdowns = Drawdowns.of(record);
        this.monthly = MonthlyTable.of(record);
        this.closedTrades = List.copyOf(trades);
        this.trades = TradeStatistics.of(closedTrades);
        this.exposure = ExposureStatistics.of(record);
    }

    /**
     * Returns the figures of a record by {@link PerformanceBasis#daily}.
     *
     * @param record the record
     * @return its figures
     * @throws InsufficientHistory if it has fewer than two returns
     */
    public static PerformanceStatistics of(TrackRecord record) {
        return of(record, PerformanceBasis.daily());
    }

    /**
     * Returns the figures of a record without trades.
     *
     * @param record the record
     * @param basis what they are measured against
     * @return its figures
     * @throws InsufficientHistory if it has fewer than two returns
     * @throws InvalidInput if the basis has a series without risk of another length
     */
    public static PerformanceStatistics of(TrackRecord record, PerformanceBasis basis) {
        return of(record, basis, List.of());
    }

    /**
     * Returns the figures of a record and its closed trades.
     *
     * @param record the record
     * @param basis what they are measured against
     * @param trades closed trades, in the order in which they were closed
     * @return its figures
     * @throws InsufficientHistory if it has fewer than two returns
     * @throws InvalidInput if the basis has a series without risk of another length, or trades are in different currencies
     */
    public static PerformanceStatistics of(TrackRecord record, PerformanceBasis basis, List<ClosedTrade> trades) {
        return new PerformanceStatistics(record, basis, trades);
    }

    private static double autocorrelation(double[] values, double mean) {
        double above = 0;
        double below = 0;
        for (int i = 0; i < values.length; i++) {
            double off = values[i] - mean;
            below += off * off;
            if (i > 0) {
                above += off * (values[i - 1] - mean);
            }
        }
        return below > 0 ? above / below : 0;
    }

    /** {@return the record} */
    public TrackRecord record() {
        return record;
    }

    /** {@return what the figures are measured against} */
    public PerformanceBasis basis() {
        return basis;
    }

    /** {@return the time-weighted return over the whole record} */
    public double totalReturn() {
        return record.timeWeightedReturn();
    }

    /**
     * Returns the rate a year that compounds to the total return over the record's calendar years of 365.25 days.
     *
     * <p>A record of less than 0.95 years is not annualised, which the GIPS Standards forbid: it gives its total return.
     *
     * @return the rate, -1 after ruin
     */
    public double annualReturn() {
        if (record.years() < SHORTEST_YEARS) {
            return totalReturn();
        }
        return Math.expm1(Math.log1p(totalReturn()) / record.years());
    }

    /** {@return standard deviation of returns, a year} */
    public double volatility() {
        return moments.deviation() * Math.sqrt(basis.periodsPerYear());
    }

    /**
     * Returns the mean return beyond what was to be had without risk over its deviation, a year.
     *
     * <p>Source: Sharpe, <i>The Sharpe Ratio</i>, Journal of Portfolio Management 21 (1994): the deviation is that of the
     * difference.
     *
     * @return the ratio, absent if the difference never moved
     */
    public OptionalDouble sharpe() {
        return moves()
                ? OptionalDouble.of(sharpePerPeriod() * Math.sqrt(basis.periodsPerYear()))
                : OptionalDouble.empty();
    }

    private boolean moves() {
        return Figures.moves(excess.deviation(), excess.mean());
    }

    private double sharpePerPeriod() {
        return excess.sharpe(0);
    }

    /**
     * Returns the standard error of the Sharpe ratio for returns that are independent of each other.
     *
     * <p>√((1 + S²/2) / T) per period, scaled to a year as the ratio is. Source: Lo, <i>The Statistics of Sharpe Ratios</i>,
     * Financial Analysts Journal 58 (2002).
     *
     * @return the standard error, absent where the ratio is
     */
    public OptionalDouble sharpeStandardError() {
        if (!moves()) {
            return OptionalDouble.empty();
        }
        double ratio = sharpePerPeriod();
        return OptionalDouble.of(
                Math.sqrt((1 + 0.5 * ratio * ratio) / returns.length) * Math.sqrt(basis.periodsPerYear()));
    }

    /**
     * Returns the Sharpe ratio of a year for returns that are correlated with those before: not √q but
     * q / √(q + 2 Σ (q - k) ρᵏ) times that of a period, ρ being the first autocorrelation measured.
     *
     * <p>Source: Lo (2002), through {@link SharpeInference#scale}; needs a whole number of periods a year, which is
     * rounded to.
     *
     * @return the ratio, absent if returns never moved
     */
    public OptionalDouble sharpeForAutocorrelation() {
        int periods = (int) Math.max(1, Math.min(100_000, Math.round(basis.periodsPerYear())));
        return moves() && Math.abs(autocorrelation) < 1
                ? OptionalDouble.of(sharpePerPeriod() * SharpeInference.scale(periods, autocorrelation))
                : OptionalDouble.empty();
    }

    /** {@return the first autocorrelation of returns beyond those without risk, 0 if they never moved} */
    public double autocorrelation() {
        return autocorrelation;
    }

    /** {@return what the Sharpe ratio of a period is worth, absent if returns never moved} */
    public Optional<SharpeInference> sharpeInference() {
        return moves()
                ? Optional.of(new SharpeInference(
                        sharpePerPeriod(),
                        returns.length,
                        excess.skewness(),
                        Math.max(excess.excessKurtosis() + 3, 1 + excess.skewness() * excess.skewness())))
                : Optional.empty();
    }

    /** {@return root of the mean square of shortfalls from the target, over all periods and not only the bad ones, a year} */
    public double downsideDeviation() {
        return ReturnStatistics.downsideDeviation(returns, basis.targetPerPeriod()) * Math.sqrt(basis.periodsPerYear());
    }

    /**
     * Returns the mean return beyond the target over the downside deviation, a year.
     *
     * <p>Source: Sortino and Price, <i>Performance Measurement in a Downside Risk Framework</i>, Journal of Investing 3 (1994):
     * the downside deviation is over all periods.
     *
     * @return the ratio, absent if no return fell short
     */
    public OptionalDouble sortino() {
        double down = downsideDeviation();
        return down > 0
                ? OptionalDouble.of((moments.mean() - basis.targetPerPeriod()) * basis.periodsPerYear() / down)
                : OptionalDouble.empty();
    }

    /**
     * Returns the yearly return over the largest drawdown of the whole record.
     *
     * <p>Source: Young, <i>Calmar Ratio: A Smoother Tool</i>, Futures 20 (1991), who takes the last 36 months.
     *
     * @return the ratio, absent if there was no drawdown
     */
    public OptionalDouble calmar() {
        return drawdowns.maximum() > 0
                ? OptionalDouble.of(annualReturn() / drawdowns.maximum())
                : OptionalDouble.empty();
    }

    /** {@return mean return of a period} */
    public double mean() {
        return moments.mean();
    }

    /** {@return skewness of returns, 0 if they never moved} */
    public double skewness() {
        return moments.skewness();
    }

    /** {@return kurtosis of returns less 3, 0 if they never moved} */
    public double excessKurtosis() {
        return moments.excessKurtosis();
    }

    /** {@return value at risk and expected shortfall of a period's return, as shares of the account; worked out anew each time} */
    public TailRisk tail() {
        List<String> days = new ArrayList<>(returns.length);
        for (int i = 0; i < returns.length; i++) {
            days.add(record.dateOfReturn(i).toString());
        }
        return PnlVectors.of("returns of the record", List.of(record.name()), days, new double[][] {returns})
                .risk(basis.tailConfidence(), QuantileConvention.LINEAR);
    }

    /** {@return the drawdowns} */
    public Drawdowns drawdowns() {
        return drawdowns;
    }

    /** {@return returns by month and year} */
    public MonthlyTable monthly() {
        return monthly;
    }

    /** {@return the closed trades, in the order in which they were closed} */
    public List<ClosedTrade> closedTrades() {
        return closedTrades;
    }

    /** {@return what the closed trades brought: hit rate, profit factor, average win and loss} */
    public TradeStatistics trades() {
        return trades;
    }

    /** {@return DV01, market value, turnover and costs} */
    public ExposureStatistics exposure() {
        return exposure;
    }

    /** {@return the best return of a period, the first of equal ones} */
    public DatedReturn bestDay() {
        return extreme(days(), 1);
    }

    /** {@return the worst return of a period, the first of equal ones} */
    public DatedReturn worstDay() {
        return extreme(days(), -1);
    }

    /** {@return the best month, the first of equal ones; the first and last may be parts} */
    public DatedReturn bestMonth() {
        return extreme(monthly.months(), 1);
    }

    /** {@return the worst month, the first of equal ones; the first and last may be parts} */
    public DatedReturn worstMonth() {
        return extreme(monthly.months(), -1);
    }

    private List<DatedReturn> days() {
        List<DatedReturn> days = new ArrayList<>(returns.length);
        for (int i = 0; i < returns.length; i++) {
            days.add(new DatedReturn(record.dateOfReturn(i), returns[i]));
        }
        return days;
    }

    private static DatedReturn extreme(List<DatedReturn> candidates, int sign) {
        return candidates.stream()
                .reduce((best, next) -> sign * next.value() > sign * best.value() ? next : best)
                .orElseThrow();
    }

    /** {@return the main figures on one line} */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %+.2f%% a year, volatility %.2f%%, Sharpe %s, drawdown %.2f%%, %s",
                record.name(),
                100 * annualReturn(),
                100 * volatility(),
                sharpe().isPresent() ? String.format(Locale.ROOT, "%.2f", sharpe().getAsDouble()) : "none",
                100 * drawdowns.maximum(),
                trades);
    }
}
