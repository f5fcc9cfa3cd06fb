package io.bondtrader.core.curve.fit;

import io.bondtrader.core.error.InvalidInput;

/**
 * Zero rates with a level, a slope and two humps: those of {@link NelsonSiegel} and
 *
 * <pre>
 *   b3·(h2 − e^(−k2·t))        h2 = (1 − e^(−k2·t))/(k2·t)
 * </pre>
 *
 * <p>Source: L. E. O. Svensson, "Estimating and Interpreting Forward Interest Rates: Sweden 1992–1994", NBER Working
 * Paper 4871, 1994.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param minDecay the least k and k2 that are tried, per year
 * @param maxDecay the largest k and k2 that are tried, at most 100
 */
public record Svensson(double minDecay, double maxDecay) implements CurveFamily {

    /**
     * Checks the bounds.
     *
     * @throws InvalidInput if the bounds are not positive or not in order
     */
    public Svensson {
        NelsonSiegel.checkDecays(minDecay, maxDecay);
    }

    /** {@return the family with k and k2 from 0.02 to 6} */
    public static Svensson standard() {
        return new Svensson(0.02, 6.0);
    }

    @Override
    public int parameters() {
        return 6;
    }
}
