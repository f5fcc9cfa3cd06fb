package io.bondtrader.core.bond;

import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How a market rounds a number that it settles on, such as accrued interest per 100 of face.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param decimals digits kept after the point, 0 to 15, or {@link #UNROUNDED}
 * @param mode what happens to the rest
 */
public record DecimalRounding(int decimals, RoundingMode mode) {

    private static final int UNROUNDED = -1;

    /** Keeps every digit. */
    public static final DecimalRounding NONE = new DecimalRounding(UNROUNDED, RoundingMode.HALF_UP);

    /**
     * Checks the number of digits.
     *
     * @throws InvalidInput if there are more digits than a double holds, or the mode does not round
     */
    public DecimalRounding {
        InvalidInput.unless(decimals >= UNROUNDED && decimals <= 15, "decimals", decimals, "0 to 15");
        InvalidInput.unless(mode != RoundingMode.UNNECESSARY, "mode", mode, "one that rounds");
    }

    /**
     * Returns commercial rounding.
     *
     * @param decimals digits kept after the point, 0 to 15
     * @return rounding of ties away from zero
     */
    public static DecimalRounding halfUp(int decimals) {
        return new DecimalRounding(decimals, RoundingMode.HALF_UP);
    }

    /**
     * Returns truncation.
     *
     * @param decimals digits kept after the point, 0 to 15
     * @return rounding towards zero
     */
    public static DecimalRounding truncated(int decimals) {
        return new DecimalRounding(decimals, RoundingMode.DOWN);
    }

    /**
     * Rounds a number. The number is first read at fifteen significant digits, so that a tie which only the last bit of
     * a double spoils ({@code 1.0000005} held as {@code 1.00000049999…}) is rounded as the tie it is.
     *
     * @param value a finite number
     * @return the rounded number
     * @throws InvalidInput if the number is not finite
     */
    public double round(double value) {
        InvalidInput.unless(Double.isFinite(value), "value", value, "finite");
        if (decimals == UNROUNDED) {
            return value;
        }
        return new BigDecimal(value)
                .round(new java.math.MathContext(15, RoundingMode.HALF_EVEN))
                .setScale(decimals, mode)
                .doubleValue();
    }

    @Override
    public String toString() {
        return decimals == UNROUNDED ? "unrounded" : decimals + " decimals " + mode;
    }
}
