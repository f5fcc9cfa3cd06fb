package io.bondtrader.strategies.performance;

import io.bondtrader.core.error.InvalidInput;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * The figures of {@link PerformanceStatistics} while they happen, each day in constant time and memory: what an orchestrator
 * chooses by.
 *
 * <p>Mean and deviation by Welford's recurrence (Technometrics 4, 1962), which agrees with the two passes of the batch form to
 * rounding. Beside them a mean and deviation with exponentially fading weights, w(k) ∝ 2^(-k / halfLife), for what is recent.
 * After ruin nothing changes any more.
 *
 * <p>For one thread.
 */
public final class LivePerformance {

    private final PerformanceBasis basis;
    private final FlowTiming timing;
    private final double keep;
    private final double free;
    private double equity;
    private boolean ruined;
    private int count;
    private double mean;
    private double scatter;
    private double weight;
    private double fadingMean;
    private double fadingScatter;
    private double growth = 1;
    private double peak = 1;
    private double deepest;
    private int trades;
    private int wins;
    private double won;
    private double lost;

    private LivePerformance(double equity, PerformanceBasis basis, FlowTiming timing, double keep) {
        this.equity = equity;
        this.basis = basis;
        this.timing = timing;
        this.keep = keep;
        this.free = basis.riskFreePerPeriod();
    }

    /**
     * Starts from a value, with flows at the end of their day and half of the weight on the last 63 periods.
     *
     * @param equity of the account, positive
     * @param basis periods a year and what is to be had without risk, as a rate
     * @return the measure
     * @throws InvalidInput if the equity is not positive and finite, or the basis has a series without risk
     */
    public static LivePerformance from(double equity, PerformanceBasis basis) {
        return from(equity, basis, FlowTiming.END_OF_DAY, 63);
    }

    /**
     * Starts from a value.
     *
     * @param equity of the account, positive
     * @param basis periods a year and what is to be had without risk, as a rate
     * @param timing when money is paid in or out on its day
     * @param halfLife periods after which the fading weight of a return is halved, positive
     * @return the measure
     * @throws InvalidInput if a number is out of range, or the basis has a series without risk
     */
    public static LivePerformance from(double equity, PerformanceBasis basis, FlowTiming timing, double halfLife) {
        Figures.between("equity", equity, 0, 1e100);
        Figures.between("halfLife", halfLife, 0, 1e9);
        InvalidInput.unless(!basis.hasSeries(), "basis", basis, "one with a rate without risk, not a series");
        return new LivePerformance(equity, basis, Objects.requireNonNull(timing), Math.pow(0.5, 1 / halfLife));
    }

    /**
     * Takes the value at the end of a day without a flow.
     *
     * @param value of the account
     * @return the return of the day; 0 after ruin
     * @throws InvalidInput if the value is not finite
     */
    public double update(double value) {
        return update(value, 0);
    }

    /**
     * Takes the value at the end of a day.
     *
     * @param value of the account, after the flow
     * @param flow paid in from outside, negative if taken out
     * @return the return of the day, -1 on the day of ruin and 0 after it
     * @throws InvalidInput if a number is not finite, or a withdrawal leaves nothing although the day did not lose it
     */
    public double update(double value, double flow) {
        Figures.finite("value", value);
        Figures.finite("flow", flow);
        if (ruined) {
            return 0;
        }
        double base = timing.base(equity, flow);
        double worth = timing.worth(value, flow);
        if (!(base > 0) || (worth > 0 && !(value > 0))) {
            throw new InvalidInput("value after the flow", base > 0 ? value : base, "positive");
        }
        double made = worth <= 0 ? -1 : Figures.moderate("return", worth / base - 1);
        growth = Figures.moderate("growth", growth * (1 + made));
        ruined = worth <= 0;
        equity = value;
        take(made);
        return made;
    }

    private void take(double made) {
        double excess = made - free;
        count++;
        double off = excess - mean;
        mean += off / count;
        scatter += off * (excess - mean);
        weight = 1 + keep * weight;
        double recent = excess - fadingMean;
        fadingMean += recent / weight;
        fadingScatter = keep * fadingScatter + recent * (excess - fadingMean);
        peak = Math.max(peak, growth);
        deepest = Math.max(deepest, 1 - growth / peak);
    }

    /**
     * Takes what a closed trade brought.
     *
     * @param profit after costs
     * @throws InvalidInput if it is not finite
     */
    public void closed(double profit) {
        Figures.finite("profit", profit);
        trades++;
        if (profit > 0) {
            wins++;
            won += profit;
        } else {
            lost -= profit;
        }
    }

    /** {@return number of returns so far} */
    public int observations() {
        return count;
    }

    /** {@return what one unit has grown to} */
    public double growth() {
        return growth;
    }

    /** {@return whether all was lost} */
    public boolean isRuined() {
        return ruined;
    }

    /** {@return the Sharpe ratio a year so far, absent before two returns or without movement} */
    public OptionalDouble sharpe() {
        return count < 2 ? OptionalDouble.empty() : ratio(mean, Math.sqrt(scatter / (count - 1)));
    }

    /** {@return the Sharpe ratio a year with fading weights, absent before two returns or without movement} */
    public OptionalDouble recentSharpe() {
        return count < 2 ? OptionalDouble.empty() : ratio(fadingMean, Math.sqrt(Math.max(0, fadingScatter) / weight));
    }

    private OptionalDouble ratio(double average, double deviation) {
        return Figures.moves(deviation, average)
                ? OptionalDouble.of(average / deviation * Math.sqrt(basis.periodsPerYear()))
                : OptionalDouble.empty();
    }

    /** {@return standard deviation of returns a year so far, 0 before two of them} */
    public double volatility() {
        return count < 2 ? 0 : Math.sqrt(scatter / (count - 1) * basis.periodsPerYear());
    }

    /** {@return standard deviation of returns a year with fading weights} */
    public double recentVolatility() {
        return count < 2 ? 0 : Math.sqrt(Math.max(0, fadingScatter) / weight * basis.periodsPerYear());
    }

    /** {@return how far below its peak one unit is now, as a share of the peak, 0 or more} */
    public double drawdown() {
        return 1 - growth / peak;
    }

    /** {@return how far below a peak before it one unit has ever been} */
    public double maximumDrawdown() {
        return deepest;
    }

    /** {@return share of closed trades that won, absent before the first} */
    public OptionalDouble hitRate() {
        return trades == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) wins / trades);
    }

    /** {@return what won over what lost, absent if nothing lost} */
    public OptionalDouble profitFactor() {
        return lost > 0 ? OptionalDouble.of(won / lost) : OptionalDouble.empty();
    }

    /** {@return the main figures on one line} */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "LivePerformance[%d returns, %+.2f%%, volatility %.2f%%, drawdown %.2f%% of at most %.2f%%]",
                count,
                100 * (growth - 1),
                100 * volatility(),
                100 * drawdown(),
                100 * deepest);
    }
}
