package io.bondtrader.core.verify;

/**
 * Price as a function of yield by other means than the primary path: neither its exponential nor its logarithm, nor the
 * closed annuity.
 *
 * <p>A flow at {@code t} periods is discounted by {@code v} to the nearest whole number and by the binomial series of
 * {@code (1 + i)^−φ} for the rest, {@code |φ| ≤ ½}:
 *
 * <pre>
 *   (1 + i)^−φ = Σ bⱼ·iʲ        b₀ = 1, bⱼ₊₁ = −bⱼ·(φ + j)/(j + 1)        P = Σ aₖ·v^round(tₖ)·(1 + i)^−φₖ
 * </pre>
 *
 * <p>Level flows in step are added up by doubling: a sum of n powers from a sum of n/2 powers. Immutable.
 */
final class SecondPrice {

    private enum Kind {
        COMPOUNDED,
        IN_STEP,
        CONTINUOUS,
        SIMPLE,
        LINEAR,
        PERPETUAL
    }

    static final int TERMS = 14;

    /** So many powers of two of coupons that the rest is nothing, unless the price is too large to be one. */
    private static final int DOUBLINGS = 70;

    /** Where the series of 14 terms still reaches double precision for |φ| ≤ ½. */
    static final double SERIES_REACH = 0.06;

    private final Kind kind;
    private final int count; // of flows
    private final long fingerprint;
    private final double[] amounts; // of each flow; where they are in step, of the first, the second and the last
    private final double[] times; // compounding periods where compounded, else years; in step, of the first flow
    private final double[] series; // bⱼ of each flow in turn, or of all of them where they are in step
    private final int[] whole;
    private final double broken; // part of a period at simple interest
    private final double periodsPerYear;
    private final double accrued;
    private final double growth; // of a perpetual bond's coupons

    private SecondPrice(
            Kind kind,
            double[] amounts,
            double[] times,
            double broken,
            double periodsPerYear,
            double accrued,
            double growth) {
        boolean inStep = kind == Kind.IN_STEP;
        this.kind = kind;
        this.count = amounts.length;
        this.fingerprint = fingerprint(amounts, times);
        // Level flows in step are all told by the first, the second and the last.
        this.amounts = inStep ? new double[] {amounts[0], amounts[1], amounts[count - 1]} : amounts;
        this.times = inStep ? new double[] {times[0]} : times;
        this.broken = broken;
        this.periodsPerYear = periodsPerYear;
        this.accrued = accrued;
        this.growth = growth;
        boolean powers = kind == Kind.COMPOUNDED || inStep;
        this.whole = new int[powers ? this.times.length : 0];
        this.series = new double[TERMS * whole.length];
        for (int k = 0; k < whole.length; k++) {
            whole[k] = (int) Math.rint(times[k]);
            binomial(times[k] - whole[k], series, k * TERMS);
        }
    }

    private static void binomial(double phi, double[] target, int offset) {
        double term = 1.0;
        for (int j = 0; j < TERMS; j++) {
            target[offset + j] = term;
            term *= -(phi + j) / (j + 1.0);
        }
    }

    static SecondPrice compounded(
            double[] amounts, double[] times, double broken, double periodsPerYear, double accrued) {
        double[] compoundedTimes = times.clone();
        boolean inStep = amounts.length >= 3;
        for (int k = 0; k < times.length; k++) {
            compoundedTimes[k] -= broken;
            // A hundredth of a second of a year apart is in step; the price does not see it.
            inStep &= k == 0 || Math.abs(times[k] - times[k - 1] - 1.0) < 1e-13 * (1.0 + times[k]);
            inStep &= k < 2 || k == times.length - 1 || amounts[k] == amounts[1];
        }
        Kind kind = inStep ? Kind.IN_STEP : Kind.COMPOUNDED;
        return new SecondPrice(kind, amounts, compoundedTimes, broken, periodsPerYear, accrued, 0.0);
    }

    static SecondPrice continuous(double[] amounts, double[] years, double accrued) {
        return new SecondPrice(Kind.CONTINUOUS, amounts, years, 0.0, 1.0, accrued, 0.0);
    }

    static SecondPrice simple(double[] amounts, double[] years, double accrued) {
        return new SecondPrice(Kind.SIMPLE, amounts, years, 0.0, 1.0, accrued, 0.0);
    }

    static SecondPrice linear(double couponRate, double term, double accrued) {
        return new SecondPrice(Kind.LINEAR, new double[] {couponRate}, new double[] {term}, 0.0, 1.0, accrued, 0.0);
    }

    static SecondPrice perpetual(
            double next, double afterNext, double growth, double toNext, double periodsPerYear, double accrued) {
        return new SecondPrice(
                Kind.PERPETUAL,
                new double[] {next, afterNext},
                new double[] {toNext},
                0.0,
                periodsPerYear,
                accrued,
                growth);
    }

    double accrued() {
        return accrued;
    }

    /** Whether level flows a period apart make the price, so that a row of columns can hold it. */
    boolean isInStep() {
        return kind == Kind.IN_STEP;
    }

    /** Puts level flows a period apart into a row of columns. */
    void copyTo(InStepColumns columns, int row) {
        columns.set(row, count, whole[0], times[0], series, amounts[0], amounts[1], amounts[2], broken, periodsPerYear);
    }

    String method() {
        return switch (kind) {
            case IN_STEP -> "binomial series, sums by doubling";
            case COMPOUNDED -> "binomial series flow by flow";
            case CONTINUOUS -> "exponentials flow by flow";
            case SIMPLE -> "interest deducted flow by flow";
            case LINEAR -> "definition of the simple yield";
            case PERPETUAL -> "sum by doubling";
        };
    }

    /** Tells bonds apart by what they pay and when; the same on every machine. */
    long fingerprint() {
        return fingerprint;
    }

    private static long fingerprint(double[] amounts, double[] times) {
        long hash = 0L;
        for (int k = 0; k < amounts.length; k++) {
            hash = hash * 31L + Double.doubleToLongBits(amounts[k]);
            hash = hash * 31L + Double.doubleToLongBits(times[Math.min(k, times.length - 1)]);
        }
        return hash;
    }

    /** What the yield convention makes of a modified duration: by the growth of one compounding period, if there is one. */
    double macaulayFromModified(double modified, double yield) {
        return switch (kind) {
            case COMPOUNDED, IN_STEP, PERPETUAL -> modified * (1.0 + yield / periodsPerYear);
            case CONTINUOUS -> modified;
            case LINEAR -> modified * (1.0 + yield * times[0]);
            case SIMPLE -> weightedTime(yield);
        };
    }

    private double weightedTime(double yield) {
        double weighted = 0.0;
        for (int k = 0; k < amounts.length; k++) {
            double interest = yield * times[k];
            weighted += times[k] * (amounts[k] - amounts[k] * interest / (1.0 + interest));
        }
        return weighted / dirtyPrice(yield);
    }

    double dirtyPrice(double yield) {
        return switch (kind) {
            case IN_STEP -> inStep(yield / periodsPerYear);
            case COMPOUNDED -> flowByFlow(yield / periodsPerYear);
            case CONTINUOUS -> continuous(yield);
            case SIMPLE -> simple(yield);
            case LINEAR -> linear(yield);
            case PERPETUAL -> perpetual(yield / periodsPerYear);
        };
    }

    private double inStep(double i) {
        double v = 1.0 / (1.0 + i);
        int last = count - 1;
        // By the bits of the number of level flows from the top: sum = 1 + v + … of as many powers, power = v to as
        // many.
        int levels = last - 1;
        double sum = 1.0;
        double power = v;
        for (int bit = Integer.highestOneBit(levels) >> 1; bit != 0; bit >>= 1) {
            sum += sum * power;
            power *= power;
            if ((levels & bit) != 0) {
                sum += power;
                power *= v;
            }
        }
        double value = amounts[0] + v * (amounts[1] * sum + amounts[2] * power);
        return value * fromFirst(i, v) / (1.0 + broken * i);
    }

    private double fromFirst(double i, double v) {
        if (!(Math.abs(i) < SERIES_REACH)) {
            return StrictMath.pow(v, times[0]);
        }
        double front = seriesAt(series, i, 0);
        for (int k = 0; k < whole[0]; k++) {
            front *= v;
        }
        return front;
    }

    private double flowByFlow(double i) {
        double v = 1.0 / (1.0 + i);
        boolean reached = Math.abs(i) < SERIES_REACH;
        double power = 1.0;
        int at = 0;
        double sum = 0.0;
        for (int k = 0; k < amounts.length; k++) {
            if (!reached) {
                sum += amounts[k] * StrictMath.pow(v, times[k]);
                continue;
            }
            int steps = whole[k] - at;
            power = steps == 1 ? power * v : steps == 0 ? power : power * wholePower(v, steps);
            at = whole[k];
            sum += amounts[k] * power * seriesAt(series, i, k * TERMS);
        }
        return sum / (1.0 + broken * i);
    }

    private static double wholePower(double v, int exponent) {
        double result = 1.0;
        double square = v;
        for (int rest = exponent; rest != 0; rest >>= 1) {
            result *= (rest & 1) != 0 ? square : 1.0;
            square *= square;
        }
        return result;
    }

    /** Σ bⱼ·iʲ, in pairs. */
    static double seriesAt(double[] b, double i, int offset) {
        double i2 = i * i;
        double i4 = i2 * i2;
        double low = (b[offset] + b[offset + 1] * i) + (b[offset + 2] + b[offset + 3] * i) * i2;
        double middle = (b[offset + 4] + b[offset + 5] * i) + (b[offset + 6] + b[offset + 7] * i) * i2;
        double high = (b[offset + 8] + b[offset + 9] * i) + (b[offset + 10] + b[offset + 11] * i) * i2;
        double top = b[offset + 12] + b[offset + 13] * i;
        return low + i4 * (middle + i4 * (high + i4 * top));
    }

    private double continuous(double yield) {
        double sum = 0.0;
        for (int k = amounts.length - 1; k >= 0; k--) {
            sum += amounts[k] / StrictMath.exp(yield * times[k]);
        }
        return sum;
    }

    private double simple(double yield) {
        double sum = 0.0;
        for (int k = amounts.length - 1; k >= 0; k--) {
            double interest = yield * times[k];
            sum += amounts[k] - amounts[k] * interest / (1.0 + interest);
        }
        return sum;
    }

    /** From the definition of the yield: (annual coupon + gain a year) / clean price. */
    private double linear(double yield) {
        double term = times[0];
        return (100.0 * amounts[0] + 100.0 / term) / (yield + 1.0 / term) + accrued;
    }

    /**
     * By doubling until what is left is nothing: 1 + r + r² + … = (1 + r)·(1 + r²)·(1 + r⁴)·… with r the growth over the
     * yield. Each power is kept as what it lacks to 1, which loses no digits where r is close to 1.
     */
    private double perpetual(double i) {
        double lacking = (i - growth) / (1.0 + i);
        double sum = 1.0;
        for (int doubling = 0; doubling < DOUBLINGS && lacking < 1.0; doubling++) {
            sum *= 2.0 - lacking;
            lacking *= 2.0 - lacking;
        }
        double value = amounts[0] + amounts[1] / (1.0 + i) * sum;
        return value * StrictMath.pow(1.0 + i, -times[0]);
    }
}
