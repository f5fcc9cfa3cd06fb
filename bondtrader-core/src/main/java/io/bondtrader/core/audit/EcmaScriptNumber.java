package io.bondtrader.core.audit;

import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Prints a double the way ECMAScript does: the fewest digits that read back as the same double and, among those, the
 * ones closest to it.
 *
 * <p>{@link Double#toString(double)} does neither: before JDK 19 it may print more digits than needed, such as {@code
 * 1.9999999999999998E23} for {@code 2e23}, so the same double prints differently on different machines.
 *
 * <p>Source: ECMA-262, section 6.1.6.1.20 {@code Number::toString}, with its note 2, as RFC 8785, section 3.2.2.3,
 * requires. The exact value of the double, a {@link BigDecimal}, is cut to ever more digits until one of its two
 * neighbours of that length reads back; {@link Double#parseDouble(String)} is correctly rounded.
 */
final class EcmaScriptNumber {

    private static final int DIGITS_THAT_ALWAYS_SURVIVE = 15;
    private static final int DIGITS_THAT_ALWAYS_IDENTIFY = 17;

    /** Powers of ten that are doubles exactly. */
    private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6};

    /** Below it a whole number has at most 15 digits. */
    private static final double LARGEST_OF_FEW = 1e15;

    /** From it on ECMAScript prints no exponent. */
    private static final double SMALLEST_OF_FEW = 1e-6;

    private EcmaScriptNumber() {}

    static String toString(double value) {
        InvalidInput.unless(Double.isFinite(value), "number", value, "finite, JSON has no other");
        if (value == 0.0) { // either zero: ECMAScript prints -0 without its sign
            return "0";
        }
        double magnitude = Math.abs(value);
        String few = withFewDecimals(magnitude);
        String digits = few.isEmpty() ? layOut(shortest(magnitude)) : few;
        return value < 0.0 ? "-" + digits : digits;
    }

    /**
     * Prints what prices and rates mostly are: a whole number of thousandths, say, of at most 15 digits. Both that number
     * and the power of ten are doubles exactly, so their quotient is the double that the decimal reads as; and no two
     * decimals of at most 15 digits read as the same double, so the first that does is the shortest. Empty for all others.
     */
    private static String withFewDecimals(double value) {
        if (value >= LARGEST_OF_FEW || value < SMALLEST_OF_FEW) {
            return "";
        }
        for (int decimals = 0; decimals < POWERS.length; decimals++) {
            double scaled = Math.rint(value * POWERS[decimals]);
            if (scaled < LARGEST_OF_FEW && scaled / POWERS[decimals] == value) { // exact, or not this decimal
                return digits((long) scaled, decimals);
            }
        }
        return "";
    }

    private static String digits(long unscaled, int decimals) {
        String digits = Long.toString(unscaled);
        if (decimals == 0) {
            return digits;
        }
        String padded = digits.length() > decimals ? digits : "0".repeat(decimals + 1 - digits.length()) + digits;
        int point = padded.length() - decimals;
        return padded.substring(0, point) + "." + padded.substring(point);
    }

    /** The shortest decimal that reads back as {@code value}, positive; ties go to the closer, then to the even one. */
    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        int first = 1;
        if (value >= Double.MIN_NORMAL) {
            // Up to 15 digits survive the way into a normal double and back, so if any decimal that short is this
            // double, rounding to 15 digits finds it, followed by zeros.
            BigDecimal rounded = exact.round(new MathContext(DIGITS_THAT_ALWAYS_SURVIVE, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == value) {
                return rounded;
            }
            first = DIGITS_THAT_ALWAYS_SURVIVE + 1;
        }
        for (int digits = first; digits < DIGITS_THAT_ALWAYS_IDENTIFY; digits++) {
            BigDecimal below = exact.round(new MathContext(digits, RoundingMode.DOWN));
            BigDecimal above = exact.round(new MathContext(digits, RoundingMode.UP));
            // Both are tried: below a power of two doubles lie twice as dense, and the nearer neighbour may miss.
            boolean belowReads = readsBack(below, value);
            boolean aboveReads = readsBack(above, value);
            if (belowReads && aboveReads) {
                return exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            }
            if (belowReads || aboveReads) {
                return belowReads ? below : above;
            }
        }
        return exact.round(new MathContext(DIGITS_THAT_ALWAYS_IDENTIFY, RoundingMode.HALF_EVEN));
    }

    private static boolean readsBack(BigDecimal decimal, double value) {
        return Double.parseDouble(decimal.toString()) == value;
    }

    /** Steps 6 to 12 of {@code Number::toString}: s are the k digits, and the value is s × 10ⁿ⁻ᵏ. */
    private static String layOut(BigDecimal decimal) {
        BigDecimal bare = decimal.stripTrailingZeros();
        BigInteger s = bare.unscaledValue();
        String digits = s.toString();
        int k = digits.length();
        int n = k - bare.scale();
        if (k <= n && n <= 21) {
            return digits + "0".repeat(n - k);
        }
        if (0 < n && n <= 21) {
            return digits.substring(0, n) + "." + digits.substring(n);
        }
        if (-6 < n && n <= 0) {
            return "0." + "0".repeat(-n) + digits;
        }
        int exponent = n - 1;
        String mantissa = k == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return mantissa + "e" + (exponent < 0 ? "-" : "+") + Math.abs(exponent);
    }
}
