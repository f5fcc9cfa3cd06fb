package io.bondtrader.core.pricing;

import io.bondtrader.core.internal.Exponential;
import org.jspecify.annotations.Nullable;

/**
 * Price and yield of level coupons in equal periods, in closed form: the cost does not grow with the bond's life.
 *
 * <p>With {@code n + 1} flows left, {@code i} the yield per period, {@code L = ln(1 + i)} and {@code q = 1/(1 + i)}:
 *
 * <pre>
 *   P = D · (c₁ + c·(1 − qⁿ)/i + R·qⁿ)        D = q^w / (1 + s·i)
 *
 *   c₁  next coupon        c  every later coupon        R  redemption, all per 100
 *   w   periods to the next coupon that are compounded
 *   s   part of a period to the next coupon that earns simple interest instead
 *   n   whole periods from the next coupon to maturity
 * </pre>
 *
 * <p>Source: SIFMA, "Standard Securities Calculation Methods", vol. 1 (J. Mayle), formula 7 (s = 0); 31 CFR Part 356,
 * Appendix B, section II (w = 0 but for long first periods).
 *
 * <p>The solver works on {@code ln P} as a function of {@code L}. It is convex, decreasing and nearly straight: the
 * logarithm of a sum of exponentials. Halley's third-order step is taken inside a bracket that every evaluation
 * narrows; where it leaves the bracket, Newton's step or bisection is taken instead, so that the search cannot diverge.
 */
final class AnnuityKernel {

    /** Where n·|i| is smaller, sums of powers are added up term by term, because the closed forms cancel. */
    private static final double EXACT_SUMS = 0.2;

    /** The same bound where a sum only steers the solver. */
    private static final double STEERING_SUMS = 1e-3;

    /** A third-order step this small, per period to maturity, leaves less than double precision resolves. */
    private static final double LAST_STEP = 2e-5;

    private static final int MAX_STEPS = 100;

    /** Log yields beyond this belong to prices that double precision cannot hold. */
    private static final double WIDEST = 690.0;

    private AnnuityKernel() {}

    /** Dirty price for a yield per period {@code i} above -1. */
    static double price(double i, int n, double w, double s, double c1, double c, double redemption) {
        double logYield = Exponential.log1p(i);
        double exponent = -n * logYield;
        double qn = Exponential.exp(exponent);
        double value = (c1 + c * sum0(i, n, less1(exponent, qn))) + redemption * qn;
        return value * Exponential.exp(-w * logYield) / (1.0 + s * i);
    }

    /** Fills price, derivatives by the yield and weighted times in years, for a yield per period above -1. */
    static void sensitivities(
            double i,
            int n,
            double w,
            double s,
            double c1,
            double c,
            double redemption,
            double periodsPerYear,
            double[] out) {
        double growth = 1.0 + i;
        double logYield = Exponential.log1p(i);
        double exponent = -n * logYield;
        double qn = Exponential.exp(exponent);
        double qnLess1 = less1(exponent, qn);
        double s0 = sum0(i, n, qnLess1);
        double s1 = sum1(i, n, qn, s0, EXACT_SUMS);
        double s2 = sum2(i, n, qn, s0, s1, EXACT_SUMS);
        double value = (c1 + c * s0) + redemption * qn;
        double mean = (c * s1 + redemption * n * qn) / value; // whole periods after the next coupon
        double square = (c * s2 + redemption * n * n * qn) / value;
        double simple = s * growth / (1.0 + s * i);
        // By the log yield: P'/P = −(mean + w + simple), P''/P = variance of the whole periods − simple + simple² +
        // (P'/P)².
        double first = mean + w + simple;
        double second = square - mean * mean - simple + simple * simple + first * first;
        double price = value * Exponential.exp(-w * logYield) / (1.0 + s * i);
        double scale = 1.0 / (periodsPerYear * growth);
        Sensitivities.put(
                out,
                price,
                -price * first * scale,
                price * (second + first) * scale * scale,
                (mean + w + s) / periodsPerYear,
                first / periodsPerYear);
    }

    /**
     * Yield per period of a dirty price.
     *
     * @param steps the first element is set to the steps that were taken; null if nobody asks
     * @return the yield per period, or NaN if the price is not positive and finite or no root is within reach
     */
    static double solve(
            double dirty, int n, double w, double s, double c1, double c, double redemption, int @Nullable [] steps) {
        if (!(dirty > 0.0 && dirty < Double.POSITIVE_INFINITY)) {
            return Double.NaN;
        }
        if (n == 0) {
            return oneFlow(dirty, w, s, c1 + redemption);
        }
        double low = -WIDEST / (n + w);
        double high = WIDEST;
        double logYield = guess(dirty, n, w + s, c1, c, redemption);
        for (int step = 0; step < MAX_STEPS; step++) {
            double i = Exponential.expm1(logYield);
            double exponent = -n * logYield;
            double qn = Exponential.exp(exponent);
            double qnLess1 = less1(exponent, qn);
            double s0 = sum0(i, n, qnLess1);
            double s1 = sum1(i, n, qn, s0, STEERING_SUMS);
            double s2 = sum2(i, n, qn, s0, s1, STEERING_SUMS);
            double value = (c1 + c * s0) + redemption * qn;
            double reciprocal = 1.0 / value;
            double face = redemption * n * qn;
            double mean = (c * s1 + face) * reciprocal;
            double square = (c * s2 + face * n) * reciprocal;
            double simple = s * (1.0 + i) / (1.0 + s * i);
            double residual = Exponential.log(value / (dirty * (1.0 + s * i))) - w * logYield;
            double slope = mean + w + simple;
            double curvature = square - mean * mean - simple + simple * simple;
            double newton = residual / slope;
            double halley = newton / (1.0 - 0.5 * newton * curvature / slope);
            if (Math.abs(halley) * (n + w) < LAST_STEP) {
                if (steps != null) {
                    steps[0] = step + 1;
                }
                return Exponential.expm1(logYield + halley);
            }
            if (residual > 0.0) {
                low = logYield;
            } else {
                high = logYield;
            }
            logYield = inside(low, high, logYield + halley, logYield + newton);
        }
        return Double.NaN;
    }

    /** The first of the candidates that lies inside the bracket, or its middle. */
    private static double inside(double low, double high, double halley, double newton) {
        if (halley > low && halley < high) {
            return halley;
        }
        return newton > low && newton < high ? newton : 0.5 * (low + high);
    }

    private static double oneFlow(double dirty, double w, double s, double flow) {
        if (w == 0.0) {
            return (flow / dirty - 1.0) / s;
        }
        if (s == 0.0) {
            return Exponential.expm1(Exponential.log(flow / dirty) / w);
        }
        // A long first period that is also the last: (1 + s·i)·(1 + i)^w = flow/dirty, convex in ln(1 + i).
        double target = Exponential.log(flow / dirty);
        double logYield = target / (w + s);
        for (int step = 0; step < MAX_STEPS; step++) {
            double i = Exponential.expm1(logYield);
            if (!(1.0 + s * i > 0.0)) {
                return Double.NaN;
            }
            double residual = Exponential.log1p(s * i) + w * logYield - target;
            double newton = residual / (s * (1.0 + i) / (1.0 + s * i) + w);
            logYield -= newton;
            if (Math.abs(newton) < 1e-15 * (1.0 + Math.abs(logYield))) {
                return Exponential.expm1(logYield);
            }
        }
        return Double.NaN;
    }

    /**
     * A first log yield: coupon and average gain over a weighted mean of price and redemption (G. A. Hawawini and A. Vora,
     * "Yield Approximations: A Historical Perspective", Journal of Finance 37, 1982).
     */
    private static double guess(double dirty, int n, double w, double c1, double c, double redemption) {
        double clean = dirty - (c1 - c * w);
        double i = (c + (redemption - clean) / (n + w)) / (0.6 * clean + 0.4 * redemption);
        if (!(i > -0.5 && i < 1.0)) {
            return i > 0.0 ? 0.5 : -1.0 / (n + w);
        }
        return i - 0.5 * i * i * (1.0 - 0.6 * i);
    }

    /** A power less 1, without loss of digits near 1; the power itself keeps its digits far from it. */
    private static double less1(double exponent, double power) {
        return exponent > -0.3 && exponent < 0.3 ? Exponential.expm1(exponent) : power - 1.0;
    }

    /** Sum of qʲ for j = 1 … n. */
    private static double sum0(double i, int n, double qnLess1) {
        return i == 0.0 ? n : -qnLess1 / i; // exactly zero is the only yield where the quotient fails
    }

    /** Sum of j·qʲ for j = 1 … n. */
    private static double sum1(double i, int n, double qn, double s0, double cancellation) {
        if (Math.abs(n * i) >= cancellation) {
            return (s0 * (1.0 + i) - n * qn) / i;
        }
        double q = 1.0 / (1.0 + i);
        double sum = 0.0;
        for (int j = n; j >= 1; j--) {
            sum = (sum + j) * q;
        }
        return sum;
    }

    /** Sum of j²·qʲ for j = 1 … n. */
    private static double sum2(double i, int n, double qn, double s0, double s1, double cancellation) {
        if (Math.abs(n * i) >= cancellation) {
            return ((2.0 * s1 - s0) * (1.0 + i) - (double) n * n * qn) / i;
        }
        double q = 1.0 / (1.0 + i);
        double sum = 0.0;
        for (int j = n; j >= 1; j--) {
            sum = (sum + (double) j * j) * q;
        }
        return sum;
    }
}
