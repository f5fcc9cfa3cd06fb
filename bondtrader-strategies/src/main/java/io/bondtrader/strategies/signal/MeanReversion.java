package io.bondtrader.strategies.signal;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.error.InsufficientHistory;
import io.bondtrader.risk.error.ZeroVariance;
import java.util.OptionalDouble;

/**
 * An Ornstein–Uhlenbeck process fitted to a series: Δy(t) = slope · (y(t-1) - mean) + noise, by least squares.
 *
 * <p>Source: Uhlenbeck and Ornstein, Physical Review 36 (1930), watched at even intervals. In short series the slope is too
 * steep (Kendall, Biometrika 41, 1954), so that half-lives come out too short.
 *
 * @param slope pull per observation, negative if there is any
 * @param level what the series comes back to, in its unit; its sample mean where there is no pull
 * @param noise standard deviation of what the pull does not explain, per observation
 */
public record MeanReversion(double slope, double level, double noise) {

    /**
     * Fits the process.
     *
     * @param series levels, the oldest first
     * @return the fit
     * @throws InvalidInput if a value is not finite
     * @throws InsufficientHistory if there are fewer than 10 values
     * @throws ZeroVariance if the series never moves
     */
    public static MeanReversion fit(double[] series) {
        Inputs.series("Mean reversion", series, 10);
        double mean = 0;
        for (double value : series) {
            mean += value / series.length;
        }
        int rows = series.length - 1;
        double[][] regressors = new double[rows][];
        double[] changes = new double[rows];
        for (int t = 0; t < rows; t++) {
            regressors[t] = new double[] {series[t] - mean, 1};
            changes[t] = series[t + 1] - series[t];
        }
        LeastSquares regression = LeastSquares.of("mean reversion", regressors, changes);
        regression.tStatistic(0);
        double slope = regression.coefficient(0);
        double level = slope < 0 ? mean - regression.coefficient(1) / slope : mean;
        double squares = 0;
        for (double residual : regression.residuals()) {
            squares += residual * residual;
        }
        return new MeanReversion(slope, Inputs.value(level), Math.sqrt(squares / (rows - 2)));
    }

    /**
     * Returns after how many observations half of a deviation is expected to be gone, -ln 2 / ln(1 + slope).
     *
     * @return the half-life, empty if the series does not come back, or overshoots within one observation
     */
    public OptionalDouble halfLife() {
        return slope < 0 && slope > -1 ? OptionalDouble.of(-Math.log(2) / Math.log1p(slope)) : OptionalDouble.empty();
    }

    /**
     * Returns the half-life as it is often quoted, ln 2 / -slope, which takes the observations for moments.
     *
     * @return the half-life, empty if the series does not come back
     */
    public OptionalDouble quotedHalfLife() {
        return slope < 0 ? OptionalDouble.of(-Math.log(2) / slope) : OptionalDouble.empty();
    }
}
