package io.bondtrader.compliance.surveillance.anomaly;

/**
 * Location and scatter that a minority of outliers does not move: the orthogonalised estimator of Gnanadesikan and
 * Kettenring, one pass (Maronna and Zamar 2002, Robust estimates of location and dispersion for high-dimensional datasets,
 * Technometrics 44(4)), with medians and median absolute deviations, and its variances shrunk a little to 1, so that
 * features that always go together do not make a distance infinite. Values are standardised beforehand.
 *
 * <p>The squared distance is shared out by the symmetric root of the scatter, so that shares are never negative (Garthwaite
 * and Koch 2016, Evaluating the contributions of individual variables to a quadratic form, Aust. N. Z. J. Stat. 58(1)).
 */
final class RobustScatter {

    private static final double SHRINKAGE = 0.05;

    private final double[][] axes;
    private final double[] centres;
    private final double[] deviations;

    private RobustScatter(double[][] axes, double[] centres, double[] deviations) {
        this.axes = axes;
        this.centres = centres;
        this.deviations = deviations;
    }

    static RobustScatter of(double[][] rows) {
        int n = rows[0].length;
        double[][] correlations = new double[n][n];
        for (int i = 0; i < n; i++) {
            correlations[i][i] = 1;
            for (int j = 0; j < i; j++) {
                correlations[i][j] = correlation(rows, i, j);
                correlations[j][i] = correlations[i][j];
            }
        }
        double[][] axes = SymmetricAxes.of(correlations);
        double[] centres = new double[n];
        double[] deviations = new double[n];
        for (int axis = 0; axis < n; axis++) {
            double[] along = new double[rows.length];
            for (int row = 0; row < rows.length; row++) {
                along[row] = along(rows[row], axes, axis);
            }
            centres[axis] = RobustScale.median(along);
            double scale = RobustScale.scale(along, centres[axis]);
            deviations[axis] = Math.sqrt((1 - SHRINKAGE) * scale * scale + SHRINKAGE);
        }
        return new RobustScatter(axes, centres, deviations);
    }

    /** What each value contributes to the squared distance, which is their sum. */
    double[] contributions(double[] values) {
        int n = values.length;
        double[] root = new double[n];
        for (int axis = 0; axis < n; axis++) {
            double score = (along(values, axes, axis) - centres[axis]) / deviations[axis];
            for (int i = 0; i < n; i++) {
                root[i] += axes[i][axis] * score;
            }
        }
        for (int i = 0; i < n; i++) {
            root[i] *= root[i];
        }
        return root;
    }

    static double sum(double[] contributions) {
        double sum = 0;
        for (double contribution : contributions) {
            sum += contribution;
        }
        return sum;
    }

    private static double along(double[] values, double[][] axes, int axis) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * axes[i][axis];
        }
        return sum;
    }

    /** From the scales of sum and difference, which bounds it by -1 and 1. */
    private static double correlation(double[][] rows, int i, int j) {
        double[] sums = new double[rows.length];
        double[] differences = new double[rows.length];
        for (int row = 0; row < rows.length; row++) {
            sums[row] = rows[row][i] + rows[row][j];
            differences[row] = rows[row][i] - rows[row][j];
        }
        double together = RobustScale.scale(sums, RobustScale.median(sums));
        double apart = RobustScale.scale(differences, RobustScale.median(differences));
        double both = together * together + apart * apart;
        return both == 0 ? 0 : (together * together - apart * apart) / both;
    }
}
