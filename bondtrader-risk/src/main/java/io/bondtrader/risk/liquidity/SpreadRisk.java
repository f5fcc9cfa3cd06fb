package io.bondtrader.risk.liquidity;

import io.bondtrader.core.error.InvalidInput;

/**
 * The spread between bid and ask, and how far it widens in bad times.
 *
 * <pre>
 *   cost of leaving a position V at once = ½·V·(μ + a·s)
 * </pre>
 *
 * <p>Source: A. Bangia, F. X. Diebold, T. Schuermann and J. D. Stroughair, "Modeling Liquidity Risk, with Implications for
 * Traditional Market Risk Measurement and Management", Wharton working paper 99-06, 1999, section 3.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param meanSpread μ, (ask − bid) / mid, a decimal
 * @param spreadDeviation s, its standard deviation, a decimal
 * @param multiple a, how many standard deviations the spread widens; the paper takes 2 to 4.5 by the spread's tails
 */
public record SpreadRisk(double meanSpread, double spreadDeviation, double multiple) {

    /**
     * Checks the spread.
     *
     * @throws InvalidInput if a number is negative or out of range
     */
    public SpreadRisk {
        InvalidInput.unless(meanSpread >= 0.0 && meanSpread <= 2.0, "meanSpread", meanSpread, "0 to 2");
        InvalidInput.unless(
                spreadDeviation >= 0.0 && spreadDeviation <= 2.0, "spreadDeviation", spreadDeviation, "0 to 2");
        InvalidInput.unless(multiple >= 0.0 && multiple <= 100.0, "multiple", multiple, "0 to 100");
    }

    /**
     * Returns what leaving a position costs at a stressed spread.
     *
     * @param value of the position at mid, in currency; its sign does not matter
     * @return the cost in currency, 0 or more
     * @throws InvalidInput if the value is not finite
     */
    public double cost(double value) {
        InvalidInput.unless(Double.isFinite(value), "value", value, "finite");
        return 0.5 * Math.abs(value) * (meanSpread + multiple * spreadDeviation);
    }
}
