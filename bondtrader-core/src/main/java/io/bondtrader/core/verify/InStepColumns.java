package io.bondtrader.core.verify;

/**
 * The level flows of a book's bonds for the second path, a row a bond, and five prices of a row at once: what
 * {@link SecondPrice} does for one bond and one yield, side by side, so that the processor does not wait for one sum before
 * it starts the next.
 *
 * <p>Filled by threads that each set other rows; not changed afterwards.
 */
final class InStepColumns {

    private static final int TERMS = SecondPrice.TERMS;

    private final int[] count; // of flows; 0 for a bond that is not here
    private final int[] whole;
    private final double[] first; // time to the first flow in periods
    private final double[] series;
    private final double[] firstAmount;
    private final double[] levelAmount;
    private final double[] lastAmount;
    private final double[] broken;
    private final double[] periodsPerYear;

    InStepColumns(int size) {
        this.count = new int[size];
        this.whole = new int[size];
        this.first = new double[size];
        this.series = new double[TERMS * size];
        this.firstAmount = new double[size];
        this.levelAmount = new double[size];
        this.lastAmount = new double[size];
        this.broken = new double[size];
        this.periodsPerYear = new double[size];
    }

    void set(
            int row,
            int flows,
            int wholePeriods,
            double timeToFirst,
            double[] coefficients,
            double firstFlow,
            double levelFlow,
            double lastFlow,
            double brokenPeriod,
            double perYear) {
        count[row] = flows;
        whole[row] = wholePeriods;
        first[row] = timeToFirst;
        System.arraycopy(coefficients, 0, series, row * TERMS, TERMS);
        firstAmount[row] = firstFlow;
        levelAmount[row] = levelFlow;
        lastAmount[row] = lastFlow;
        broken[row] = brokenPeriod;
        periodsPerYear[row] = perYear;
    }

    boolean has(int row) {
        return count[row] != 0;
    }

    /** Fills the prices at a yield, a step above and below it, and half a step above and below it. */
    void prices(int row, double yield, double step, double[] out) {
        double scale = 1.0 / periodsPerYear[row];
        double i0 = yield * scale;
        double far = step * scale;
        double i1 = i0 + far;
        double i2 = i0 - far;
        double i3 = i0 + 0.5 * far;
        double i4 = i0 - 0.5 * far;
        double v0 = 1.0 / (1.0 + i0);
        double v1 = 1.0 / (1.0 + i1);
        double v2 = 1.0 / (1.0 + i2);
        double v3 = 1.0 / (1.0 + i3);
        double v4 = 1.0 / (1.0 + i4);
        double sum0 = 1.0;
        double sum1 = 1.0;
        double sum2 = 1.0;
        double sum3 = 1.0;
        double sum4 = 1.0;
        double power0 = v0;
        double power1 = v1;
        double power2 = v2;
        double power3 = v3;
        double power4 = v4;
        int levels = count[row] - 2;
        for (int bit = Integer.highestOneBit(levels) >> 1; bit != 0; bit >>= 1) {
            sum0 += sum0 * power0;
            sum1 += sum1 * power1;
            sum2 += sum2 * power2;
            sum3 += sum3 * power3;
            sum4 += sum4 * power4;
            power0 *= power0;
            power1 *= power1;
            power2 *= power2;
            power3 *= power3;
            power4 *= power4;
            if ((levels & bit) != 0) {
                sum0 += power0;
                sum1 += power1;
                sum2 += power2;
                sum3 += power3;
                sum4 += power4;
                power0 *= v0;
                power1 *= v1;
                power2 *= v2;
                power3 *= v3;
                power4 *= v4;
            }
        }
        double a = firstAmount[row];
        double b = levelAmount[row];
        double c = lastAmount[row];
        double s = broken[row];
        out[0] = (a + v0 * (b * sum0 + c * power0)) * fromFirst(row, i0, v0) / (1.0 + s * i0);
        out[1] = (a + v1 * (b * sum1 + c * power1)) * fromFirst(row, i1, v1) / (1.0 + s * i1);
        out[2] = (a + v2 * (b * sum2 + c * power2)) * fromFirst(row, i2, v2) / (1.0 + s * i2);
        out[3] = (a + v3 * (b * sum3 + c * power3)) * fromFirst(row, i3, v3) / (1.0 + s * i3);
        out[4] = (a + v4 * (b * sum4 + c * power4)) * fromFirst(row, i4, v4) / (1.0 + s * i4);
    }

    /** What one unit at the first flow is worth, but for simple interest. */
    private double fromFirst(int row, double i, double v) {
        if (!(Math.abs(i) < SecondPrice.SERIES_REACH)) {
            return StrictMath.pow(v, first[row]);
        }
        double front = SecondPrice.seriesAt(series, i, row * TERMS);
        for (int k = 0; k < whole[row]; k++) {
            front *= v;
        }
        return front;
    }
}
