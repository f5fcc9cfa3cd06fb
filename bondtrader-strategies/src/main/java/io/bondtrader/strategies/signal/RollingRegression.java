package io.bondtrader.strategies.signal;

import java.util.Locale;

/**
 * Least squares of y on x and a constant over the last n pairs.
 *
 * <p>Moments are kept about a pivot and taken anew each time the ring of n pairs comes round. While x does not move the
 * slope is 0. Mutable, for one thread.
 */
public final class RollingRegression extends CountingIndicator {

    private final double[] xs;
    private final double[] ys;
    private int next;
    private int count;
    private double pivotX;
    private double pivotY;
    private double sumX;
    private double sumY;
    private double sumXx;
    private double sumXy;
    private double sumYy;
    private double residual;

    private RollingRegression(int length) {
        super(length);
        xs = new double[length];
        ys = new double[length];
    }

    /**
     * Returns a regression that has seen nothing.
     *
     * @param length how many pairs count, at least 2
     * @return the regression
     * @throws io.bondtrader.core.error.InvalidInput if the length is below 2
     */
    public static RollingRegression of(int length) {
        return new RollingRegression(Inputs.length("length", length, 2));
    }

    /**
     * Takes the next pair.
     *
     * @param x what explains
     * @param y what is explained
     * @return the slope, in units of y per unit of x
     * @throws io.bondtrader.core.error.InvalidInput if a number is not finite or above 1e100 in size
     */
    public double update(double x, double y) {
        Inputs.value(x);
        Inputs.value(y);
        if (count == 0) {
            pivotX = x;
            pivotY = y;
        }
        if (count == xs.length) {
            move(xs[next] - pivotX, ys[next] - pivotY, -1);
        } else {
            count++;
        }
        xs[next] = x;
        ys[next] = y;
        move(x - pivotX, y - pivotY, 1);
        if (++next == xs.length) {
            next = 0;
            recompute();
        }
        double slope = now(slope());
        residual = y - (pivotY + sumY / count) - slope * (x - (pivotX + sumX / count));
        return slope;
    }

    private void move(double x, double y, int sign) {
        sumX += sign * x;
        sumY += sign * y;
        sumXx += sign * x * x;
        sumXy += sign * x * y;
        sumYy += sign * y * y;
    }

    private void recompute() {
        pivotX += sumX / count;
        pivotY += sumY / count;
        sumX = 0;
        sumY = 0;
        sumXx = 0;
        sumXy = 0;
        sumYy = 0;
        for (int i = 0; i < count; i++) {
            move(xs[i] - pivotX, ys[i] - pivotY, 1);
        }
    }

    private double slope() {
        double scatter = sumXx - sumX * sumX / count;
        // Below this a double cannot tell the scatter of x from rounding.
        boolean moves = scatter > 1e-30 * count * pivotX * pivotX && scatter > 1e-15 * sumXx;
        return moves ? (sumXy - sumX * sumY / count) / scatter : 0;
    }

    /** {@return what the line gives y at x = 0, 0 before the first pair} */
    public double intercept() {
        return count == 0 ? 0 : pivotY + sumY / count - value() * (pivotX + sumX / count);
    }

    /** {@return the newest y less what the line gives it} */
    public double residual() {
        return residual;
    }

    /** {@return the share of y's variance that x explains, from 0 to 1; 0 where either does not move} */
    public double rSquared() {
        if (count == 0) {
            return 0;
        }
        double total = sumYy - sumY * sumY / count;
        double explained = value() * (sumXy - sumX * sumY / count);
        return total > 0 && explained > 0 ? Math.min(1, explained / total) : 0;
    }

    /** {@return a regression over as many pairs that has seen nothing} */
    public RollingRegression fresh() {
        return new RollingRegression(xs.length);
    }

    /**
     * Returns the slopes over whole series, the same to the bit as pair by pair. This regression is not touched.
     *
     * @param x what explains
     * @param y what is explained
     * @return the slope after each pair; those before index {@code warmUp() - 1} are provisional
     * @throws io.bondtrader.core.error.InvalidInput if lengths differ or a number is refused
     */
    public double[] batch(double[] x, double[] y) {
        Inputs.sameLength(x, y);
        RollingRegression regression = fresh();
        double[] out = new double[x.length];
        for (int t = 0; t < out.length; t++) {
            out[t] = regression.update(x[t], y[t]);
        }
        return out;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "RollingRegression[%d, slope %.6g]", xs.length, value());
    }
}
