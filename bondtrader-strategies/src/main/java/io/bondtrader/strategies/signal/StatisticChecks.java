package io.bondtrader.strategies.signal;

/** The second paths of {@link VerifiedStatistics}: plain sums and projections, which share nothing with the first. */
final class StatisticChecks {

    private StatisticChecks() {}

    /**
     * The Dickey–Fuller statistic by Frisch, Waugh and Lovell: what the other regressors explain is projected out of level and change by
     * Gram and Schmidt, and one regression of one variable is left.
     */
    static double unitRoot(double[] series, int lags, boolean trend) {
        int rows = series.length - 1 - lags;
        int others = lags + (trend ? 2 : 1);
        double[][] columns = new double[others + 2][rows];
        for (int r = 0; r < rows; r++) {
            int t = r + 1 + lags;
            columns[0][r] = 1;
            if (trend) {
                columns[1][r] = r;
            }
            for (int lag = 1; lag <= lags; lag++) {
                columns[others - lags + lag - 1][r] = series[t - lag] - series[t - lag - 1];
            }
            columns[others][r] = series[t - 1];
            columns[others + 1][r] = series[t] - series[t - 1];
        }
        for (int c = 0; c < others; c++) {
            double length = dot(columns[c], columns[c]);
            for (int later = c + 1; later < columns.length; later++) {
                double part = dot(columns[c], columns[later]) / length;
                for (int r = 0; r < rows; r++) {
                    columns[later][r] -= part * columns[c][r];
                }
            }
        }
        double[] level = columns[others];
        double[] change = columns[others + 1];
        double square = dot(level, level);
        double slope = dot(level, change) / square;
        double left = 0;
        for (int r = 0; r < rows; r++) {
            double residual = change[r] - slope * level[r];
            left += residual * residual;
        }
        return slope / StrictMath.sqrt(left / (rows - others - 1) / square);
    }

    /** The KPSS statistic with partial sums from the end, and the long-run variance over all pairs within the bandwidth. */
    static double stationarity(double[] series, int lags, boolean trend) {
        int n = series.length;
        double mean = sum(series) / n;
        double middle = (n - 1) / 2.0;
        double slope = 0;
        if (trend) {
            double scatter = 0;
            for (int t = 0; t < n; t++) {
                slope += (t - middle) * (series[t] - mean);
                scatter += (t - middle) * (t - middle);
            }
            slope /= scatter;
        }
        double[] residuals = new double[n];
        for (int t = 0; t < n; t++) {
            residuals[t] = series[t] - mean - slope * (t - middle);
        }
        double after = 0;
        double squares = 0;
        double longRun = 0;
        for (int t = n - 1; t >= 0; t--) {
            squares += after * after; // what came until t is minus what comes after it
            after += residuals[t];
            for (int s = Math.max(0, t - lags); s <= Math.min(n - 1, t + lags); s++) {
                longRun += (1 - Math.abs(t - s) / (lags + 1.0)) * residuals[t] * residuals[s];
            }
        }
        return squares / n / longRun;
    }

    /** Lo and MacKinlay's ratio, from changes less their mean, summed q at a time. */
    static double varianceRatio(double[] levels, int periods) {
        double[] changes = centredChanges(levels);
        int n = changes.length;
        double many = 0;
        for (int end = periods; end <= n; end++) {
            double sum = 0;
            for (int t = end - periods; t < end; t++) {
                sum += changes[t];
            }
            many += sum * sum;
        }
        double unbiased = many * n / ((double) periods * (n - periods + 1) * (n - periods));
        return unbiased * (n - 1) / dot(changes, changes);
    }

    /** Its distance from one in robust standard errors. */
    static double varianceRatioStatistic(double[] levels, int periods) {
        double[] changes = centredChanges(levels);
        int n = changes.length;
        double scatter = dot(changes, changes);
        double variance = 0;
        for (int lag = periods - 1; lag >= 1; lag--) {
            double delta = 0;
            for (int t = n - 1; t >= lag; t--) {
                delta += changes[t] * changes[t - lag] * changes[t] * changes[t - lag];
            }
            double weight = 2.0 * (periods - lag) / periods;
            variance += weight * weight * delta / (scatter * scatter);
        }
        return (varianceRatio(levels, periods) - 1) / StrictMath.sqrt(variance);
    }

    /** The slope of y on x and a constant, by moments about the means. */
    static double slope(double[] x, double[] y) {
        double meanX = sum(x) / x.length;
        double meanY = sum(y) / y.length;
        double products = 0;
        double squares = 0;
        for (int t = 0; t < x.length; t++) {
            products += (x[t] - meanX) * (y[t] - meanY);
            squares += (x[t] - meanX) * (x[t] - meanX);
        }
        return products / squares;
    }

    /** The pull of an Ornstein–Uhlenbeck process: the slope of the next value on this one, less one. */
    static double pull(double[] series) {
        int rows = series.length - 1;
        double[] now = new double[rows];
        double[] next = new double[rows];
        System.arraycopy(series, 0, now, 0, rows);
        System.arraycopy(series, 1, next, 0, rows);
        return slope(now, next) - 1;
    }

    private static double[] centredChanges(double[] levels) {
        int n = levels.length - 1;
        double[] changes = new double[n];
        for (int t = 0; t < n; t++) {
            changes[t] = levels[t + 1] - levels[t];
        }
        double mean = sum(changes) / n;
        for (int t = 0; t < n; t++) {
            changes[t] -= mean;
        }
        return changes;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
