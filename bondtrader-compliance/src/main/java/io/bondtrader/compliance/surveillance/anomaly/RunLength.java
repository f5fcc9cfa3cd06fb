package io.bondtrader.compliance.surveillance.anomaly;

import io.bondtrader.core.error.InvalidInput;
import java.util.function.DoubleUnaryOperator;

/**
 * How many independent standard normal values a control chart takes on average until it signals, when their mean is
 * shifted; and the limit that gives a chart the average run length wanted while nothing is shifted.
 *
 * <p>Source: Brook and Evans 1972, An approach to the probability distribution of cusum run length, Biometrika 59(3): the
 * chart's value is cut into cells, and the mean time to leave them solves a linear system. Two one-sided charts are put
 * together by {@code 1/ARL = 1/ARL+ + 1/ARL-} (Montgomery, Introduction to Statistical Quality Control, section 9.1). With
 * the cells used here the run lengths of the CUSUM printed there come out in all their digits; those of the EWMA within 0.1 where a
 * mean is shifted, and within 2 of the 500 that stand there for none, which is what the printed limits are rounded to. Run lengths
 * beyond 10<sup>12</sup> come out as that.
 */
public final class RunLength {

    private static final int CELLS = 60;
    private static final double MOST = 1e7;
    private static final double LONGEST = 1e12;

    private RunLength() {}

    /**
     * Average run length of a two-sided CUSUM that starts at 0.
     *
     * @param allowance half the shift it is made for, in standard deviations: k
     * @param limit h, in standard deviations
     * @param shift of the mean, in standard deviations
     * @return the number of values up to the signal
     * @throws InvalidInput if the allowance is negative or above 4, the limit not from above 0 to 20, or the shift beyond 8
     */
    public static double cusum(double allowance, double limit, double shift) {
        requireAllowance(allowance);
        requireLimit(limit);
        requireShift(shift);
        double up = oneSidedCusum(allowance, limit, shift);
        double down = oneSidedCusum(allowance, limit, -shift);
        return 1 / (1 / up + 1 / down);
    }

    /**
     * Average run length of a two-sided EWMA with its asymptotic limits that starts at 0.
     *
     * @param weight of the newest value: lambda, above 0 and at most 1
     * @param limit L, in standard deviations of the chart
     * @param shift of the mean, in standard deviations of a value
     * @return the number of values up to the signal
     * @throws InvalidInput if the weight is not from 0.01 to 1, the limit not from above 0 to 20, or the shift beyond 8
     */
    public static double ewma(double weight, double limit, double shift) {
        EwmaChart.requireWeight(weight);
        requireLimit(limit);
        requireShift(shift);
        double edge = EwmaChart.edge(weight, limit);
        int cells = 2 * CELLS + 1;
        double width = 2 * edge / cells;
        double[][] system = new double[cells][cells + 1];
        for (int from = 0; from < cells; from++) {
            double kept = (1 - weight) * (from - CELLS) * width;
            for (int to = 0; to < cells; to++) {
                double middle = (to - CELLS) * width;
                double stay = NormalLaw.below((middle + width / 2 - kept) / weight - shift)
                        - NormalLaw.below((middle - width / 2 - kept) / weight - shift);
                system[from][to] = (from == to ? 1 : 0) - stay;
            }
            system[from][cells] = 1;
        }
        return solve(system)[CELLS];
    }

    /**
     * The limit of a two-sided CUSUM for a run length wanted without a shift.
     *
     * @param allowance k
     * @param runLength from 2 to ten million
     * @return h
     * @throws InvalidInput if an argument is out of range
     */
    public static double cusumLimit(double allowance, double runLength) {
        requireAllowance(allowance);
        requireRunLength(runLength);
        return limit(runLength, limit -> cusum(allowance, limit, 0));
    }

    /**
     * The limit of a two-sided EWMA for a run length wanted without a shift.
     *
     * @param weight lambda
     * @param runLength from 2 to ten million
     * @return L
     * @throws InvalidInput if an argument is out of range
     */
    public static double ewmaLimit(double weight, double runLength) {
        EwmaChart.requireWeight(weight);
        requireRunLength(runLength);
        return limit(runLength, limit -> ewma(weight, limit, 0));
    }

    private static double limit(double runLength, DoubleUnaryOperator runLengthOf) {
        double low = 0.01;
        double high = 1;
        while (runLengthOf.applyAsDouble(high) < runLength && high < 20) {
            low = high;
            high = Math.min(20, high + 1);
        }
        for (int i = 0; i < 30; i++) {
            double middle = 0.5 * (low + high);
            if (runLengthOf.applyAsDouble(middle) < runLength) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static double oneSidedCusum(double allowance, double limit, double shift) {
        double width = 2 * limit / (2 * CELLS - 1);
        double[][] system = new double[CELLS][CELLS + 1];
        for (int from = 0; from < CELLS; from++) {
            for (int to = 0; to < CELLS; to++) {
                double above = NormalLaw.below((to - from + 0.5) * width + allowance - shift);
                double below = to == 0 ? 0 : NormalLaw.below((to - from - 0.5) * width + allowance - shift);
                system[from][to] = (from == to ? 1 : 0) - (above - below);
            }
            system[from][CELLS] = 1;
        }
        return solve(system)[0];
    }

    /** Gaussian elimination; the matrix is diagonally dominant, so no rows change places. */
    private static double[] solve(double[][] system) {
        int n = system.length;
        for (int column = 0; column < n; column++) {
            for (int row = column + 1; row < n; row++) {
                double factor = system[row][column] / system[column][column];
                for (int i = column; i <= n; i++) {
                    system[row][i] -= factor * system[column][i];
                }
            }
        }
        double[] solution = new double[n];
        for (int row = n - 1; row >= 0; row--) {
            double rest = system[row][n];
            for (int i = row + 1; i < n; i++) {
                rest -= system[row][i] * solution[i];
            }
            solution[row] = rest / system[row][row];
        }
        for (int i = 0; i < n; i++) {
            // Where hardly anything leaves, what is left of the matrix is rounding: longer than anybody can wait.
            solution[i] = solution[i] >= 1 && solution[i] < LONGEST ? solution[i] : LONGEST;
        }
        return solution;
    }

    static void requireAllowance(double allowance) {
        InvalidInput.unless(allowance >= 0 && allowance <= 4, "allowance", allowance, "from 0 to 4");
    }

    static void requireLimit(double limit) {
        InvalidInput.unless(limit > 0 && limit <= 20, "limit", limit, "above 0, at most 20");
    }

    private static void requireShift(double shift) {
        InvalidInput.unless(shift >= -8 && shift <= 8, "shift", shift, "from -8 to 8");
    }

    private static void requireRunLength(double runLength) {
        InvalidInput.unless(runLength >= 2 && runLength <= MOST, "run length", runLength, "from 2 to ten million");
    }
}
