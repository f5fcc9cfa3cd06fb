package io.bondtrader.core.internal;

/**
 * Exponential and logarithm from additions, multiplications and one division, so that every machine gets the same bits.
 * The JDK's own {@code Math.exp} is an intrinsic that may differ in the last place from one processor to the next, and
 * {@code StrictMath} is several times slower.
 *
 * <p>Method: reduction by multiples of ln 2 (split in two parts, W. J. Cody and W. Waite, "Software Manual for the
 * Elementary Functions", 1980), then the Taylor series of {@code exp} and of {@code 2·artanh}, summed in pairs for
 * instruction parallelism (Estrin's scheme). Errors of {@code exp} and {@code log} are below two units in
 * the last place; {@code log1p} stays below three, {@code expm1} below one where |x| ≤ 0.3466 and below four elsewhere.
 *
 * <p>Stateless and safe for use by many threads.
 */
public final class Exponential {

    private static final double LOG2_E = 1.4426950408889634;
    private static final double LN2_HIGH = 0x1.62e42fee00000p-1; // 33 significant bits: exact when multiplied by k
    private static final double LN2_LOW = 0x1.a39ef35793c76p-33;
    private static final double SMALL = 0.3466; // just above ln(2) / 2

    private Exponential() {}

    /**
     * Returns e to the power x.
     *
     * @param x any number
     * @return the power; 0 and infinity where it leaves the range of normal doubles
     */
    public static double exp(double x) {
        double k = Math.rint(x * LOG2_E);
        if (!(k > -1022.0 && k < 1023.0)) {
            return x > 0.0 ? Double.POSITIVE_INFINITY : x < 0.0 ? 0.0 : Double.NaN;
        }
        double r = x - k * LN2_HIGH - k * LN2_LOW;
        return (1.0 + expm1Reduced(r)) * Double.longBitsToDouble(((long) k + 1023L) << 52);
    }

    /**
     * Returns e to the power x, less 1, without loss of digits near 0.
     *
     * @param x any number
     * @return the power less 1
     */
    public static double expm1(double x) {
        return x > -SMALL && x < SMALL ? expm1Reduced(x) : exp(x) - 1.0;
    }

    /** Taylor series of {@code exp(r) − 1} to degree 13; the rest is below 5e-18 for |r| ≤ 0.3466. */
    private static double expm1Reduced(double r) {
        double r2 = r * r;
        double r4 = r2 * r2;
        double p23 = 1.0 / 2.0 + r * (1.0 / 6.0);
        double p45 = 1.0 / 24.0 + r * (1.0 / 120.0);
        double p67 = 1.0 / 720.0 + r * (1.0 / 5040.0);
        double p89 = 1.0 / 40320.0 + r * (1.0 / 362880.0);
        double pAb = 1.0 / 3628800.0 + r * (1.0 / 39916800.0);
        double pCd = 1.0 / 479001600.0 + r * (1.0 / 6227020800.0);
        double low = p23 + r2 * p45;
        double middle = p67 + r2 * p89;
        double high = pAb + r2 * pCd;
        return r + r2 * (low + r4 * (middle + r4 * high));
    }

    /**
     * Returns the natural logarithm of 1 + x without loss of digits near 0.
     *
     * @param x above -1 and finite
     * @return the logarithm
     */
    public static double log1p(double x) {
        if (x > -0.25 && x < 0.4) {
            return artanhSeries(x / (2.0 + x));
        }
        double u = 1.0 + x;
        // What the addition rounded away, brought back to first order.
        double lost = (x > 1.0 ? 1.0 - (u - x) : x - (u - 1.0)) / u;
        return log(u) + lost;
    }

    /**
     * Returns the natural logarithm.
     *
     * @param x positive, finite and normal
     * @return the logarithm
     */
    public static double log(double x) {
        long bits = Double.doubleToRawLongBits(x);
        // Shifts the exponent so that the fraction lies between √½ and √2.
        long k = (bits - 0x3fe6a09e667f3bcdL) >> 52;
        double m = Double.longBitsToDouble(bits - (k << 52));
        double f = m - 1.0;
        double series = artanhSeries(f / (2.0 + f));
        return k * LN2_HIGH + (series + k * LN2_LOW);
    }

    /** Returns 2·artanh(z), which is log((1 + z)/(1 − z)), for |z| ≤ 0.1716. */
    private static double artanhSeries(double z) {
        double s = z * z;
        double s2 = s * s;
        double s4 = s2 * s2;
        double p01 = 2.0 / 3.0 + s * (2.0 / 5.0);
        double p23 = 2.0 / 7.0 + s * (2.0 / 9.0);
        double p45 = 2.0 / 11.0 + s * (2.0 / 13.0);
        double p67 = 2.0 / 15.0 + s * (2.0 / 17.0);
        double p89 = 2.0 / 19.0 + s * (2.0 / 21.0);
        double sum = (p01 + s2 * p23) + s4 * ((p45 + s2 * p67) + s4 * p89);
        return 2.0 * z + z * s * sum;
    }
}
