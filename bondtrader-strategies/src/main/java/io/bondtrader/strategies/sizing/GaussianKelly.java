package io.bondtrader.strategies.sizing;

import io.bondtrader.core.error.InvalidInput;

/**
 * One asset whose wealth follows a geometric Brownian motion, rebalanced at every moment: f* = (μ − r)/σ².
 *
 * <p>Source: Thorp (2006), section 7. Immutable and safe for use by many threads.
 *
 * @param mean μ, the expected return per year
 * @param volatility σ, per square root of a year, positive
 * @param riskFree r, what cash earns per year
 */
public record GaussianKelly(double mean, double volatility, double riskFree) {

    /**
     * Checks the terms.
     *
     * @throws InvalidInput if a number is not finite or the volatility not positive
     */
    public GaussianKelly {
        Checks.finite("mean", mean);
        Checks.positive("volatility", volatility);
        Checks.finite("riskFree", riskFree);
    }

    /** {@return the fraction of wealth that grows fastest; above one it is borrowed, below zero sold short} */
    public double fraction() {
        return (mean - riskFree) / (volatility * volatility);
    }

    /**
     * Returns the growth rate of wealth.
     *
     * @param fraction of wealth in the asset
     * @return r + f(μ − r) − ½ f²σ², per year
     * @throws InvalidInput if the fraction is not finite
     */
    public double growth(double fraction) {
        Checks.finite("fraction", fraction);
        double risk = fraction * volatility;
        return riskFree + fraction * (mean - riskFree) - risk * risk / 2;
    }

    /**
     * Returns how likely wealth, discounted at the riskless rate, ever falls to a level: x^(2/c − 1).
     *
     * @param multiple c, the part of the Kelly fraction that is taken, above 0 and at most 1
     * @param level x, a part of today's wealth, between 0 and 1
     * @return the probability
     * @throws InvalidInput if either is out of range
     */
    public static double probabilityOfFallingTo(double multiple, double level) {
        Multiples.check(multiple);
        Checks.proper("level", level);
        return Math.pow(level, Multiples.exponent(multiple));
    }

    /**
     * Returns the largest multiple that keeps a drawdown unlikely.
     *
     * @param level a part of today's wealth, between 0 and 1
     * @param probability how likely discounted wealth may ever fall to it, between 0 and 1
     * @return the multiple of the Kelly fraction, at most 1
     * @throws InvalidInput if either is not between 0 and 1
     */
    public static double multipleWithin(double level, double probability) {
        return Multiples.largestWithin(DrawdownBound.exponent(level, probability));
    }

    /**
     * Sizes the position.
     *
     * @param multiple c, above 0 and at most 1
     * @param cap the largest fraction held or sold short, from 0
     * @return the size
     * @throws InvalidInput if either is out of range
     */
    public KellyStake stake(double multiple, double cap) {
        Multiples.check(multiple);
        Checks.notNegative("cap", cap);
        double full = fraction();
        double taken = Math.copySign(Math.min(cap, Math.abs(multiple * full)), full);
        double risk = taken * volatility;
        return GaussianStakes.stake(new double[] {taken}, taken * (mean - riskFree), risk * risk, riskFree);
    }
}
