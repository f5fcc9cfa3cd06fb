package io.bondtrader.risk.var;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.error.InsufficientHistory;
import io.bondtrader.risk.error.ZeroVariance;
import io.bondtrader.risk.internal.StandardNormal;
import java.util.Locale;

/**
 * How much a Sharpe ratio is worth, given how long it was observed, how its returns are shaped and how many were tried.
 *
 * <p>Source: Bailey and López de Prado, <i>The Sharpe ratio efficient frontier</i>, Journal of Risk 15 (2012), and <i>The
 * deflated Sharpe ratio</i>, Journal of Portfolio Management 40 (2014); Lo, <i>The statistics of Sharpe ratios</i>, Financial
 * Analysts Journal 58 (2002). Immutable and safe for use by many threads.
 *
 * @param sharpe ratio per period, not per year
 * @param observations number of periods, 2 or more
 * @param skewness of the returns
 * @param kurtosis of the returns, 3 for normal ones
 */
public record SharpeInference(double sharpe, int observations, double skewness, double kurtosis) {

    private static final double EULER_MASCHERONI = 0.5772156649015329;

    /**
     * Checks the numbers.
     *
     * @throws InsufficientHistory if there are fewer than two observations
     * @throws InvalidInput if a number is not finite, or the moments are those of no distribution
     */
    public SharpeInference {
        if (observations < 2) {
            throw new InsufficientHistory("inference from a Sharpe ratio", observations, 2);
        }
        InvalidInput.unless(Double.isFinite(sharpe), "sharpe", sharpe, "finite");
        InvalidInput.unless(Double.isFinite(skewness), "skewness", skewness, "finite");
        InvalidInput.unless(
                kurtosis >= 1 + skewness * skewness && Double.isFinite(kurtosis),
                "kurtosis",
                kurtosis,
                "at least 1 + skewness²");
    }

    /**
     * Returns the inference from a series of returns.
     *
     * @param statistics of the returns
     * @param riskFree return of a period without risk
     * @return the inference
     * @throws ZeroVariance if the returns never differ
     */
    public static SharpeInference of(ReturnStatistics statistics, double riskFree) {
        return new SharpeInference(
                statistics.sharpe(riskFree),
                statistics.observations(),
                statistics.skewness(),
                statistics.excessKurtosis() + 3);
    }

    /**
     * Returns the probability that the true ratio is above a benchmark.
     *
     * @param benchmark ratio per period
     * @return the probabilistic Sharpe ratio, from 0 to 1
     * @throws InvalidInput if the benchmark is not finite
     */
    public double probabilityAbove(double benchmark) {
        InvalidInput.unless(Double.isFinite(benchmark), "benchmark", benchmark, "finite");
        double variance = 1 - skewness * sharpe + (kurtosis - 1) / 4 * sharpe * sharpe;
        double z = (sharpe - benchmark) * Math.sqrt(observations - 1.0) / Math.sqrt(variance);
        return StandardNormal.cumulative(z);
    }

    /**
     * Returns the largest ratio to be expected of trials without any skill.
     *
     * @param trials number of independent trials, 2 or more
     * @param variance of the trials' ratios per period, 0 or more
     * @return the ratio per period
     * @throws InvalidInput if a number is out of range
     */
    public static double expectedMaximum(int trials, double variance) {
        InvalidInput.unless(trials >= 2, "trials", trials, "2 or more");
        InvalidInput.unless(variance >= 0 && Double.isFinite(variance), "variance", variance, "finite, 0 or more");
        return Math.sqrt(variance)
                * ((1 - EULER_MASCHERONI) * StandardNormal.quantile(1 - 1.0 / trials)
                        + EULER_MASCHERONI * StandardNormal.quantile(1 - 1 / (trials * Math.E)));
    }

    /**
     * Returns the probability that the true ratio is above zero, after what choosing the best of many trials does by itself.
     *
     * @param trials number of independent trials, 2 or more
     * @param variance of the trials' ratios per period
     * @return the deflated Sharpe ratio, from 0 to 1
     * @throws InvalidInput if a number is out of range
     */
    public double deflated(int trials, double variance) {
        return probabilityAbove(expectedMaximum(trials, variance));
    }

    /**
     * Returns the factor from the ratio of a period to that of several, for returns whose autocorrelation falls off
     * geometrically; the square root of their number holds only without any.
     *
     * @param periods number of periods q, 1 or more
     * @param autocorrelation ρ of neighbours, between -1 and 1
     * @return q / √(q + 2 Σ (q − k) ρᵏ)
     * @throws InvalidInput if a number is out of range
     */
    public static double scale(int periods, double autocorrelation) {
        InvalidInput.unless(periods >= 1, "periods", periods, "1 or more");
        InvalidInput.unless(Math.abs(autocorrelation) < 1, "autocorrelation", autocorrelation, "between -1 and 1");
        double sum = periods;
        double power = 1;
        for (int k = 1; k < periods; k++) {
            power *= autocorrelation;
            sum += 2 * (periods - k) * power;
        }
        return periods / Math.sqrt(sum);
    }

    /** {@return the ratio and the probability that it is above zero} */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "SharpeInference[%.4f per period over %d, above zero with %.4f]",
                sharpe,
                observations,
                probabilityAbove(0));
    }
}
