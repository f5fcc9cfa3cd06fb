package io.bondtrader.strategies.performance;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.error.InsufficientHistory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Figures of the last returns, day by day.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param window how many returns each figure is of
 * @param points a point a day, from the first day with so many returns
 */
public record RollingStatistics(int window, List<Point> points) {

    /** Copies the points. */
    public RollingStatistics {
        points = List.copyOf(points);
    }

    /**
     * Figures of the returns up to a day.
     *
     * @param date the day
     * @param totalReturn of the window
     * @param volatility a year
     * @param sharpe a year, absent if returns never moved in the window
     */
    public record Point(LocalDate date, double totalReturn, double volatility, OptionalDouble sharpe) {}

    /**
     * Returns the figures of a record.
     *
     * @param record the record
     * @param basis periods a year and what is to be had without risk
     * @param window how many returns each figure is of, 2 or more
     * @return the figures
     * @throws InvalidInput if the window is shorter than 2
     * @throws InsufficientHistory if the record has fewer returns than the window
     */
    public static RollingStatistics of(TrackRecord record, PerformanceBasis basis, int window) {
        InvalidInput.unless(window >= 2, "window", window, "2 or more");
        double[] returns = record.returns();
        if (returns.length < window) {
            throw new InsufficientHistory("rolling statistics", returns.length, window);
        }
        double[] excess = basis.excess(returns);
        double scale = Math.sqrt(basis.periodsPerYear());
        List<Point> points = new ArrayList<>(returns.length - window + 1);
        for (int end = window; end <= returns.length; end++) {
            double growth = 1;
            double sum = 0;
            double sumExcess = 0;
            for (int i = end - window; i < end; i++) {
                growth *= 1 + returns[i];
                sum += returns[i];
                sumExcess += excess[i];
            }
            double mean = sum / window;
            double meanExcess = sumExcess / window;
            double squares = 0;
            double squaresExcess = 0;
            for (int i = end - window; i < end; i++) {
                squares += (returns[i] - mean) * (returns[i] - mean);
                squaresExcess += (excess[i] - meanExcess) * (excess[i] - meanExcess);
            }
            double deviation = Math.sqrt(squaresExcess / (window - 1));
            points.add(new Point(
                    record.dateOfReturn(end - 1),
                    growth - 1,
                    Math.sqrt(squares / (window - 1)) * scale,
                    Figures.moves(deviation, meanExcess)
                            ? OptionalDouble.of(meanExcess / deviation * scale)
                            : OptionalDouble.empty()));
        }
        return new RollingStatistics(window, points);
    }

    /** {@return how many points there are, of how many returns each} */
    @Override
    public String toString() {
        return points.size() + " points of " + window + " returns each";
    }
}
