package io.bondtrader.compliance.surveillance.anomaly;

import io.bondtrader.core.error.InvalidInput;
import java.util.Arrays;

/**
 * A line that a minority of outliers does not move: its slope is the median of the slopes between all pairs. Source: Theil
 * 1950; Sen 1968, Estimates of the regression coefficient based on Kendall's tau, J. Am. Stat. Assoc. 63, whose interval
 * for the slope is used: normal approximation, without ties, rounded outwards.
 *
 * @param slope per unit of x
 * @param low lower end of the slope's interval
 * @param high upper end
 * @param level the line at the last x: its intercept is the median of {@code y - slope x}
 * @param levelAtLow the line with the lowest slope, at the last x
 * @param levelAtHigh the line with the highest slope, at the last x
 */
public record TheilSenLine(double slope, double low, double high, double level, double levelAtLow, double levelAtHigh) {

    /** The most points of a line. */
    public static final int MOST_POINTS = 1000;

    /**
     * Fits a line.
     *
     * @param x grows strictly; from 4 to {@value #MOST_POINTS}
     * @param y as many
     * @param confidence of the interval for the slope, from 0.5 to 0.999
     * @return the line
     * @throws InvalidInput if there are too few or too many points, x does not grow, or a number is not finite
     */
    public static TheilSenLine of(double[] x, double[] y, double confidence) {
        int n = x.length;
        InvalidInput.unless(n >= 4 && n <= MOST_POINTS, "points", n, "from 4 to " + MOST_POINTS);
        InvalidInput.unless(y.length == n, "values", y.length, "as many as points, " + n);
        InvalidInput.unless(confidence >= 0.5 && confidence <= 0.999, "confidence", confidence, "from 0.5 to 0.999");
        for (int i = 0; i < n; i++) {
            InvalidInput.unless(
                    Double.isFinite(x[i]) && Double.isFinite(y[i]) && Math.abs(x[i]) <= 1e9 && Math.abs(y[i]) <= 1e100,
                    "point",
                    x[i],
                    "finite, and not beyond 1e9 and 1e100");
            InvalidInput.unless(i == 0 || x[i] - x[i - 1] >= 1e-9, "x", x[i], "more than the one before");
        }
        double[] slopes = new double[n * (n - 1) / 2];
        int pairs = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                slopes[pairs++] = (y[i] - y[j]) / (x[i] - x[j]);
            }
        }
        Arrays.sort(slopes);
        double spread = NormalLaw.quantile(0.5 + confidence / 2) * Math.sqrt(n * (n - 1.0) * (2 * n + 5) / 18);
        int rank = (int) Math.max(1, Math.floor((pairs - spread) / 2));
        double slope = RobustScale.median(slopes);
        double low = slopes[rank - 1];
        double high = slopes[pairs - rank];
        return new TheilSenLine(slope, low, high, level(x, y, slope), level(x, y, low), level(x, y, high));
    }

    private static double level(double[] x, double[] y, double slope) {
        double last = x[x.length - 1];
        double[] levels = new double[x.length];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = y[i] + slope * (last - x[i]);
        }
        return RobustScale.median(levels);
    }
}
