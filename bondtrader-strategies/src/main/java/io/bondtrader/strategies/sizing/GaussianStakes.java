package io.bondtrader.strategies.sizing;

import java.util.List;

/** What is said of every size under Gaussian returns. */
final class GaussianStakes {

    private static final String BASIS = "continuous rebalancing, true mean and covariance; Thorp 2006";
    private static final double SAFE = 1e6;

    private GaussianStakes() {}

    /**
     * The size of a given edge and variance per year. Discounted log wealth is a Brownian motion with drift m = edge −
     * variance/2: it ever falls to ln x with probability x^(2m/variance).
     */
    static KellyStake stake(double[] fractions, double edge, double variance, double riskFree) {
        double excess = edge - variance / 2;
        double exponent = variance == 0 ? SAFE : Math.min(SAFE, Math.max(0, 2 * excess / variance));
        return new KellyStake(
                fractions,
                riskFree + excess,
                exponent,
                List.of(
                        new WorstCase(
                                "discounted wealth ever falls to one half",
                                Math.pow(0.5, exponent),
                                "probability",
                                BASIS),
                        new WorstCase(
                                "growth if the true edge is half of the assumed one",
                                riskFree + edge / 2 - variance / 2,
                                "per year",
                                "a full Kelly bet is then double the right one and earns the riskless rate")));
    }
}
