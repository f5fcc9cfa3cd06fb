package io.bondtrader.strategies.performance;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.risk.error.InsufficientHistory;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A record beside a benchmark, over the record's days.
 *
 * <p>Alpha and beta are those of the regression of returns beyond the rate without risk (Jensen, <i>The Performance of Mutual
 * Funds in the Period 1945-1964</i>, Journal of Finance 23, 1968). Immutable and safe for use by many threads.
 *
 * @param benchmark name of the benchmark
 * @param observations number of returns
 * @param beta slope, absent if the benchmark never moved
 * @param alpha intercept times the periods of a year, absent if the benchmark never moved
 * @param correlation of returns, absent if one of the two never moved
 * @param activeReturn mean difference of returns times the periods of a year
 * @param trackingError standard deviation of that difference, a year
 * @param informationRatio active return over tracking error, absent without the latter
 * @param benchmarkReturn total return of the benchmark over the same days
 */
public record BenchmarkStatistics(
        String benchmark,
        int observations,
        OptionalDouble beta,
        OptionalDouble alpha,
        OptionalDouble correlation,
        double activeReturn,
        double trackingError,
        OptionalDouble informationRatio,
        double benchmarkReturn) {

    /** A tracking error below this is what rounding leaves of two equal records. */
    private static final double ROUNDING = 1e-12;

    /**
     * Compares a record with a benchmark.
     *
     * @param record the record
     * @param benchmark a record with a value on each of its days; it may have more
     * @param basis periods a year and what is to be had without risk
     * @return the comparison
     * @throws MissingData if the benchmark has no value on one of the days, or is ruined before
     * @throws InsufficientHistory if the record has fewer than two returns
     * @throws InvalidInput if the basis has a series without risk of another length
     */
    public static BenchmarkStatistics of(TrackRecord record, TrackRecord benchmark, PerformanceBasis basis) {
        double[] own = record.returns();
        int n = own.length;
        if (n < 2) {
            throw new InsufficientHistory("comparison with a benchmark", n, 2);
        }
        double[] growth = benchmark.growthOn(record);
        double[] market = new double[n];
        for (int i = 0; i < n; i++) {
            if (!(growth[i] > 0)) {
                throw new MissingData("return of " + benchmark.name() + " on " + record.dateOfReturn(i) + ": ruined");
            }
            market[i] = growth[i + 1] / growth[i] - 1;
        }
        double years = basis.periodsPerYear();
        double[] y = basis.excess(own);
        double[] x = basis.excess(market);
        double meanY = mean(y);
        double meanX = mean(x);
        double xx = cross(x, meanX, x, meanX);
        double xy = cross(x, meanX, y, meanY);
        double yy = cross(y, meanY, y, meanY);
        double[] active = new double[n];
        for (int i = 0; i < n; i++) {
            active[i] = own[i] - market[i];
        }
        double meanActive = mean(active);
        double measured = Math.sqrt(cross(active, meanActive, active, meanActive) / (n - 1) * years);
        double error = measured < ROUNDING ? 0 : measured;
        boolean moves = xx > n * 1e-28 * meanX * meanX;
        double beta = moves ? xy / xx : 0;
        return new BenchmarkStatistics(
                benchmark.name(),
                n,
                moves ? OptionalDouble.of(beta) : OptionalDouble.empty(),
                moves ? OptionalDouble.of((meanY - beta * meanX) * years) : OptionalDouble.empty(),
                moves && yy > 0
                        ? OptionalDouble.of(Math.max(-1, Math.min(1, xy / Math.sqrt(xx) / Math.sqrt(yy))))
                        : OptionalDouble.empty(),
                meanActive * years,
                error,
                error > 1e-14 * Math.abs(meanActive)
                        ? OptionalDouble.of(meanActive * years / error)
                        : OptionalDouble.empty(),
                growth[n] / growth[0] - 1);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double cross(double[] x, double meanX, double[] y, double meanY) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (x[i] - meanX) * (y[i] - meanY);
        }
        return sum;
    }

    /** {@return beta, alpha and information ratio on one line} */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "against %s: beta %s, alpha %s, tracking error %.2f%%",
                benchmark,
                beta.isPresent() ? String.format(Locale.ROOT, "%.3f", beta.getAsDouble()) : "none",
                alpha.isPresent() ? String.format(Locale.ROOT, "%+.2f%%", 100 * alpha.getAsDouble()) : "none",
                100 * trackingError);
    }
}
