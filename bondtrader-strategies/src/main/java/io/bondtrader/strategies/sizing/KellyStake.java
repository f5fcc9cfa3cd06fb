package io.bondtrader.strategies.sizing;

import java.util.Arrays;
import java.util.List;

/**
 * Fractions of wealth to hold in each bet, the growth they bring if the model is right, and the worst of it.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class KellyStake {

    private final double[] fractions;
    private final double growth;
    private final double drawdownExponent;
    private final List<WorstCase> worstCases;

    KellyStake(double[] fractions, double growth, double drawdownExponent, List<WorstCase> worstCases) {
        this.fractions = fractions.clone();
        this.growth = growth;
        this.drawdownExponent = drawdownExponent;
        this.worstCases = List.copyOf(worstCases);
    }

    /** {@return the part of wealth in each bet; the rest is cash, and a negative rest is borrowed} */
    public double[] fractions() {
        return fractions.clone();
    }

    /** {@return the part of wealth in cash, negative if borrowed} */
    public double cash() {
        return 1 - Arrays.stream(fractions).sum();
    }

    /** {@return the expected growth of the logarithm of wealth, per period} */
    public double growth() {
        return growth;
    }

    /** {@return the λ for which P(wealth ever falls to a) ≤ a^λ} */
    public double drawdownExponent() {
        return drawdownExponent;
    }

    /**
     * Bounds how likely wealth ever falls to a level.
     *
     * @param level a part of today's wealth, between 0 and 1
     * @return a probability that is not exceeded if the model is right
     * @throws io.bondtrader.core.error.InvalidInput if the level is not between 0 and 1
     */
    public double drawdownProbability(double level) {
        Checks.proper("level", level);
        return Math.pow(level, drawdownExponent);
    }

    /** {@return what can happen to whoever takes this size} */
    public List<WorstCase> worstCases() {
        return worstCases;
    }

    @Override
    public String toString() {
        return "fractions " + Arrays.toString(fractions) + ", growth " + growth + " a period, " + worstCases;
    }
}
