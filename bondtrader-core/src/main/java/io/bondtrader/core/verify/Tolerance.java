package io.bondtrader.core.verify;

import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;

/**
 * How far two calculations of one number may lie apart and still agree:
 *
 * <pre>
 *   |a − b| ≤ max(absolute, relative · max(|a|, |b|))
 * </pre>
 *
 * <p>NaN agrees with nothing, not even with NaN, and neither does infinity. Immutable and safe for use by many threads.
 *
 * @param absolute the distance that is always allowed, in the unit of the measure, finite and not negative
 * @param relative the distance allowed as a part of the larger of the two, in [0, 1)
 */
public record Tolerance(double absolute, double relative) {

    /** No distance at all. */
    public static final Tolerance EXACT = new Tolerance(0.0, 0.0);

    /**
     * Checks the two bounds.
     *
     * @throws InvalidInput if either is out of its range
     */
    public Tolerance {
        InvalidInput.unless(
                absolute >= 0.0 && absolute < Double.POSITIVE_INFINITY, "absolute", absolute, "finite, not negative");
        InvalidInput.unless(relative >= 0.0 && relative < 1.0, "relative", relative, "in [0, 1)");
    }

    /**
     * Compares two calculations of one number.
     *
     * @param a the one
     * @param b the other
     * @return whether they agree
     */
    public boolean accepts(double a, double b) {
        double distance = Math.abs(a - b);
        // Written with <= throughout so that a NaN falls through to false, and with the frequent case first.
        return distance <= absolute
                || (distance <= relative * Math.max(Math.abs(a), Math.abs(b)) && isFinite(distance));
    }

    /** The part of the allowed distance that two numbers take: 0 where they are the same, at most 1 where they agree. */
    double share(double a, double b) {
        double distance = Math.abs(a - b);
        return distance == 0.0 ? 0.0 : distance / Math.max(absolute, relative * Math.max(Math.abs(a), Math.abs(b)));
    }

    /** Whether two numbers take more than a share of the allowed distance, without the division. */
    boolean takesMoreThan(double share, double a, double b) {
        return Math.abs(a - b) > share * Math.max(absolute, relative * Math.max(Math.abs(a), Math.abs(b)));
    }

    /** An infinite number would otherwise be within a relative distance of everything. */
    private static boolean isFinite(double distance) {
        return distance < Double.POSITIVE_INFINITY;
    }

    @Override
    public String toString() {
        if (relative == 0.0) { // exactly: no relative part was asked for
            return CanonicalJson.number(absolute);
        }
        return CanonicalJson.number(absolute) + " or " + CanonicalJson.number(relative) + " relative";
    }
}
