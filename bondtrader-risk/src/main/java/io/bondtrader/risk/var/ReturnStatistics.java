package io.bondtrader.risk.var;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.error.InsufficientHistory;
import io.bondtrader.risk.error.ZeroVariance;
import java.util.Locale;

/**
 * What a series of returns looks like, period by period.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param observations number of returns
 * @param mean their mean
 * @param deviation standard deviation about the mean, divided by n - 1
 * @param skewness third moment over the 3/2 power of the second, both divided by n; 0 if nothing moves
 * @param excessKurtosis fourth moment over the square of the second, less 3, both divided by n; 0 if nothing moves
 * @param cumulativeReturn of one unit that was reinvested throughout
 * @param maximumDrawdown largest fall of that unit from a peak, as a share of the peak, counting from its start
 */
public record ReturnStatistics(
        int observations,
        double mean,
        double deviation,
        double skewness,
        double excessKurtosis,
        double cumulativeReturn,
        double maximumDrawdown) {

    /**
     * Summarises returns.
     *
     * @param returns simple returns, the oldest first
     * @return their statistics
     * @throws InsufficientHistory if there are fewer than two
     * @throws InvalidInput if one is not finite
     */
    public static ReturnStatistics of(double[] returns) {
        int n = returns.length;
        if (n < 2) {
            throw new InsufficientHistory("statistics of returns", n, 2);
        }
        double mean = 0;
        for (int t = 0; t < n; t++) {
            InvalidInput.unless(Double.isFinite(returns[t]), "return " + t, returns[t], "finite");
            mean += returns[t] / n;
        }
        double second = 0;
        double third = 0;
        double fourth = 0;
        double worth = 1;
        double peak = 1;
        double drawdown = 0;
        for (double one : returns) {
            double off = one - mean;
            second += off * off / n;
            third += off * off * off / n;
            fourth += off * off * off * off / n;
            worth *= 1 + one;
            peak = Math.max(peak, worth);
            drawdown = Math.max(drawdown, 1 - worth / peak);
        }
        boolean moves = second > 0;
        return new ReturnStatistics(
                n,
                mean,
                Math.sqrt(second * n / (n - 1)),
                moves ? third / Math.pow(second, 1.5) : 0,
                moves ? fourth / (second * second) - 3 : 0,
                worth - 1,
                drawdown);
    }

    /**
     * Returns the Sharpe ratio per period.
     *
     * @param riskFree return of a period without risk
     * @return mean beyond the riskless return over the deviation
     * @throws ZeroVariance if the returns never differ
     */
    public double sharpe(double riskFree) {
        if (!(deviation > 0)) {
            throw new ZeroVariance("the series of returns", "the Sharpe ratio");
        }
        return (mean - riskFree) / deviation;
    }

    /**
     * Returns how far returns fall short of a target.
     *
     * @param returns simple returns
     * @param target the target
     * @return root of the mean square of shortfalls, over all periods
     * @throws InsufficientHistory if there is no return
     */
    public static double downsideDeviation(double[] returns, double target) {
        if (returns.length == 0) {
            throw new InsufficientHistory("downside deviation", 0, 1);
        }
        double sum = 0;
        for (double one : returns) {
            double below = Math.min(0, one - target);
            sum += below * below;
        }
        return Math.sqrt(sum / returns.length);
    }

    /** {@return the normal distribution with this mean and deviation} */
    public NormalPnl normal() {
        return new NormalPnl(mean, deviation);
    }

    /** {@return the Cornish-Fisher distribution with these moments} */
    public CornishFisherPnl cornishFisher() {
        return new CornishFisherPnl(mean, deviation, skewness, excessKurtosis);
    }

    /** {@return the moments on one line} */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "ReturnStatistics[%d returns, mean %.6g, deviation %.6g, skewness %.3f, excess kurtosis %.3f, drawdown %.4g]",
                observations,
                mean,
                deviation,
                skewness,
                excessKurtosis,
                maximumDrawdown);
    }
}
