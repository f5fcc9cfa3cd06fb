package io.bondtrader.strategies.sizing;

import io.bondtrader.core.error.InvalidInput;

/**
 * In which pieces a bond is traded.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param minimum the least face that can be held, positive
 * @param increment by which face grows beyond the minimum, positive
 */
public record LotTerms(double minimum, double increment) {

    private static final double MOST = 1e12;

    /**
     * Checks the terms.
     *
     * @throws InvalidInput if a number is not positive and finite
     */
    public LotTerms {
        Checks.positive("minimum", minimum);
        Checks.positive("increment", increment);
    }

    /**
     * Returns the largest face that can be held and is no larger than wanted.
     *
     * @param wanted a face, from 0 to a million million increments
     * @return minimum + n · increment, or 0
     * @throws InvalidInput if the face is out of range
     */
    public double roundDown(double wanted) {
        InvalidInput.unless(wanted >= 0 && wanted / increment <= MOST, "wanted", wanted, "from 0 to 1e12 increments");
        if (wanted < minimum) {
            return 0;
        }
        double face = minimum + Math.floor((wanted - minimum) / increment) * increment;
        return face > wanted ? face - increment : face;
    }

    /** The next face above one that can be held. */
    double next(double face) {
        return face == 0 ? minimum : face + increment;
    }
}
