package io.bondtrader.core.curve.fit;

import io.bondtrader.core.error.InvalidInput;

/**
 * Zero rates with a level, a slope and one hump:
 *
 * <pre>
 *   z(t) = b0 + b1·h + b2·(h − e^(−kt))        h = (1 − e^(−kt))/(kt)
 * </pre>
 *
 * <p>Source: C. R. Nelson and A. F. Siegel, "Parsimonious Modeling of Yield Curves", Journal of Business 60(4), 1987.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param minDecay the least k that is tried, per year
 * @param maxDecay the largest k that is tried, at most 100
 */
public record NelsonSiegel(double minDecay, double maxDecay) implements CurveFamily {

    /**
     * Checks the bounds.
     *
     * @throws InvalidInput if the bounds are not positive or not in order
     */
    public NelsonSiegel {
        checkDecays(minDecay, maxDecay);
    }

    /** {@return the family with k from 0.02 to 6: humps from a few months to the longest bonds} */
    public static NelsonSiegel standard() {
        return new NelsonSiegel(0.02, 6.0);
    }

    static void checkDecays(double minDecay, double maxDecay) {
        InvalidInput.unless(minDecay >= 1e-4 && minDecay <= 100.0, "minDecay", minDecay, "0.0001 to 100");
        InvalidInput.unless(
                maxDecay > minDecay && maxDecay <= 100.0, "maxDecay", maxDecay, "above minDecay, at most 100");
    }

    @Override
    public int parameters() {
        return 4;
    }
}
