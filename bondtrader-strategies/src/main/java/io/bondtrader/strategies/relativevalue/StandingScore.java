package io.bondtrader.strategies.relativevalue;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.error.InsufficientHistory;
import io.bondtrader.risk.error.ZeroVariance;
import java.util.Locale;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Where the newest value of a series stands among those before it, told with the doubt that mean and deviation are only
 * estimated, from values that repeat one another.
 *
 * <pre>
 *   n_eff = n (1 − ρ)/(1 + ρ), ρ the correlation of a value with the next, taken as 0 if negative
 *   t     = (x − m) / (s √(1 + 1/n_eff)), by Student's distribution with n_eff − 1 degrees of freedom
 * </pre>
 *
 * <p>The honest score is the normal deviate that is as unlikely as t. It is always nearer to zero than the plain one, and zero where
 * n_eff is 2 or less: such a history tells nothing.
 * Sources: for n_eff Bartlett, Journal of the Royal Statistical Society 98 (1935); for t the predictive distribution of a normal
 * with unknown mean and variance, Gelman et al., "Bayesian Data Analysis", 3rd ed., section 3.2. Immutable and safe for use by
 * many threads.
 *
 * @param mean of the values before the newest
 * @param deviation their standard deviation (n − 1)
 * @param effective n_eff
 * @param plain deviations from the mean
 * @param honest the same, for the doubt
 */
public record StandingScore(double mean, double deviation, double effective, double plain, double honest) {

    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    /**
     * Scores the newest value.
     *
     * @param history values, the oldest first, the newest last; at least eleven
     * @return the score
     * @throws InvalidInput if a value is not finite
     * @throws InsufficientHistory if there are too few values
     * @throws ZeroVariance if those before the newest never moved
     */
    public static StandingScore of(double... history) {
        int n = history.length - 1;
        if (n < 10) {
            throw new InsufficientHistory("Score of the newest value", history.length, 11);
        }
        double mean = 0;
        for (int t = 0; t <= n; t++) {
            InvalidInput.unless(Math.abs(history[t]) <= 1e100, "value", history[t], "finite, at most 1e100 in size");
            mean += t < n ? history[t] / n : 0;
        }
        double squares = 0;
        double products = 0;
        for (int t = 0; t < n; t++) {
            squares += (history[t] - mean) * (history[t] - mean);
            products += t > 0 ? (history[t] - mean) * (history[t - 1] - mean) : 0;
        }
        if (!(squares > 1e-28 * n * mean * mean)) {
            throw new ZeroVariance("series", "the score of its newest value");
        }
        double repeated = Math.max(0, products / squares);
        double effective = n * (1 - repeated) / (1 + repeated);
        double deviation = Math.sqrt(squares / (n - 1));
        double plain = (history[n] - mean) / deviation;
        if (!(effective > 2)) {
            return new StandingScore(mean, deviation, Math.max(0, effective), plain, 0);
        }
        double t = plain / Math.sqrt(1 + 1 / effective);
        // By the lower tail, whose digits do not run out.
        double tail = new TDistribution(null, effective - 1).cumulativeProbability(-Math.abs(t));
        double size = tail > 0 ? -NORMAL.inverseCumulativeProbability(tail) : Math.abs(t);
        return new StandingScore(mean, deviation, effective, plain, Math.copySign(Math.min(size, Math.abs(t)), plain));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%+.2f deviations, %+.2f for the doubt of %.0f independent values",
                plain,
                honest,
                effective);
    }
}
