package io.bondtrader.core.curve.fit;

import io.bondtrader.core.error.InvalidInput;

/**
 * When a bond's price is left out of a fit. After a fit, each fitted bond whose yield residual lies farther from the median
 * residual than
 *
 * <pre>
 *   max(least, multiple · 1.4826 · median |residual − median|)
 * </pre>
 *
 * <p>is left out, the farthest first and at most a tenth of the fitted bonds at a time, and the rest is fitted again; until
 * none is, or {@code rounds} are over, or the next one would leave fewer than {@code leastShare} of the bonds.
 *
 * <p>Source of the scale: P. J. Rousseeuw and C. Croux, "Alternatives to the Median Absolute Deviation", Journal of the
 * American Statistical Association 88, 1993; 1.4826 makes it the standard deviation of normal errors.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param multiple how many robust standard deviations are too many; infinite to leave nothing out
 * @param leastBp residuals of at most so many basis points are never too large
 * @param rounds how many times bonds are left out, at most
 * @param leastShare the share of the bonds that stays in any case, 0.5 to 1
 */
public record OutlierRule(double multiple, double leastBp, int rounds, double leastShare) {

    /** Every bond stays. */
    public static final OutlierRule NONE = new OutlierRule(Double.POSITIVE_INFINITY, 0.0, 0, 1.0);

    /**
     * Checks the numbers.
     *
     * @throws InvalidInput if one is outside its range
     */
    public OutlierRule {
        InvalidInput.unless(multiple >= 1.0, "multiple", multiple, "1 or more");
        InvalidInput.unless(leastBp >= 0.0 && leastBp <= 1e4, "leastBp", leastBp, "0 to 10,000");
        InvalidInput.unless(rounds >= 0 && rounds <= 100, "rounds", rounds, "0 to 100");
        InvalidInput.unless(leastShare >= 0.5 && leastShare <= 1.0, "leastShare", leastShare, "0.5 to 1");
    }

    /** {@return five robust standard deviations and more than a basis point, ten rounds, four bonds in five stay} */
    public static OutlierRule standard() {
        return new OutlierRule(5.0, 1.0, 10, 0.8);
    }
}
