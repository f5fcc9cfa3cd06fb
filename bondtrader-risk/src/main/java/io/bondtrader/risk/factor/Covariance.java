package io.bondtrader.risk.factor;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.error.NotPositiveSemidefinite;
import io.bondtrader.risk.error.ZeroVariance;
import io.bondtrader.risk.internal.SymmetricEigen;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/**
 * The covariance of named factors or assets, in the square of their unit per period.
 *
 * <p>A matrix that is not positive semidefinite can be held, looked at and repaired with {@link CovarianceRepair}; what
 * needs a true covariance asks for it with {@link #requirePositiveSemidefinite}. Immutable and safe for use by many threads.
 */
public final class Covariance {

    /** Eigenvalues as small as this against the largest are rounding, not a fault. */
    private static final double ROUNDING = 1e-12;

    private final List<String> names;
    private final double[] values;

    private Covariance(List<String> names, double[] values) {
        this.names = names;
        this.values = values;
    }

    /**
     * Returns a covariance.
     *
     * @param names of factors or assets, no two alike
     * @param matrix by row, symmetric within rounding; the mean of both halves is taken
     * @return the covariance
     * @throws InvalidInput if there is none, a name stands twice, the matrix is not square of that size, an entry is not
     *     finite, a variance is negative, or the two halves differ
     */
    public static Covariance of(List<String> names, double[][] matrix) {
        int n = names.size();
        InvalidInput.unless(n > 0, "names", names, "not empty");
        InvalidInput.unless(new HashSet<>(names).size() == n, "names", names, "without repetition");
        InvalidInput.unless(matrix.length == n, "rows of the matrix", matrix.length, "as many as names, " + n);
        double[] values = new double[n * n];
        for (int i = 0; i < n; i++) {
            InvalidInput.unless(matrix[i].length == n, "length of row " + i, matrix[i].length, "" + n);
            for (int j = 0; j < n; j++) {
                double value = matrix[i][j];
                InvalidInput.unless(Double.isFinite(value), "covariance [" + i + "][" + j + "]", value, "finite");
                values[i * n + j] = value;
            }
        }
        double scale = 0;
        for (int i = 0; i < n; i++) {
            double variance = values[i * n + i];
            InvalidInput.unless(variance >= 0, "variance of " + names.get(i), variance, "zero or positive");
            scale = Math.max(scale, variance);
        }
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double upper = values[i * n + j];
                double lower = values[j * n + i];
                if (Math.abs(upper - lower) > 1e-9 * Math.max(scale, Math.abs(upper))) {
                    throw new InvalidInput("covariance [" + j + "][" + i + "]", lower, "equal to its mirror " + upper);
                }
                values[i * n + j] = 0.5 * (upper + lower);
                values[j * n + i] = values[i * n + j];
            }
        }
        return new Covariance(List.copyOf(names), values);
    }

    /**
     * Returns the covariance of assets with given volatilities and correlations.
     *
     * @param names of factors or assets, no two alike
     * @param volatilities per period, not negative
     * @param correlations by row, one on the diagonal
     * @return the covariance
     * @throws InvalidInput as {@link #of(List, double[][])} does, or if a correlation is outside -1 to 1 or a diagonal not 1
     */
    public static Covariance ofCorrelations(List<String> names, double[] volatilities, double[][] correlations) {
        int n = names.size();
        InvalidInput.unless(volatilities.length == n, "volatilities", volatilities.length, "as many as names, " + n);
        InvalidInput.unless(correlations.length == n, "correlations", correlations.length, "as many as names, " + n);
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            InvalidInput.unless(volatilities[i] >= 0, "volatility of " + names.get(i), volatilities[i], "not negative");
            InvalidInput.unless(correlations[i].length == n, "length of row " + i, correlations[i].length, "" + n);
            InvalidInput.unless(
                    Math.abs(correlations[i][i] - 1) < 1e-9, "correlation with itself", correlations[i][i], "1");
            for (int j = 0; j < n; j++) {
                double correlation = correlations[i][j];
                InvalidInput.unless(Math.abs(correlation) <= 1 + 1e-9, "correlation", correlation, "from -1 to 1");
                matrix[i][j] = correlation * volatilities[i] * volatilities[j];
            }
        }
        return of(names, matrix);
    }

    /** Takes ownership of values that are known to be finite and symmetric. */
    static Covariance ofSymmetric(List<String> names, double[] rowByRow) {
        return new Covariance(List.copyOf(names), rowByRow);
    }

    /** {@return how many factors or assets there are} */
    public int size() {
        return names.size();
    }

    /** {@return their names} */
    public List<String> names() {
        return names;
    }

    /**
     * Returns one covariance.
     *
     * @param row index of one
     * @param column index of the other
     * @return their covariance
     */
    public double get(int row, int column) {
        return values[row * size() + column];
    }

    /**
     * Returns a volatility.
     *
     * @param index of the factor or asset
     * @return its standard deviation per period
     */
    public double volatility(int index) {
        return Math.sqrt(get(index, index));
    }

    /**
     * Returns a correlation.
     *
     * @param row index of one
     * @param column index of the other
     * @return their correlation, from -1 to 1
     * @throws ZeroVariance if either never moves
     */
    public double correlation(int row, int column) {
        double product = volatility(row) * volatility(column);
        if (!(product > 0)) {
            throw new ZeroVariance(names.get(volatility(row) > 0 ? column : row), "correlation");
        }
        return row == column ? 1 : Math.max(-1, Math.min(1, get(row, column) / product));
    }

    /** {@return a copy, by row} */
    public double[][] toArray() {
        int n = size();
        double[][] rows = new double[n][];
        for (int i = 0; i < n; i++) {
            rows[i] = Arrays.copyOfRange(values, i * n, (i + 1) * n);
        }
        return rows;
    }

    /** {@return a copy, all rows one after the other} */
    public double[] toRowMajor() {
        return values.clone();
    }

    /**
     * Multiplies by a vector of exposures or weights.
     *
     * @param weights one a factor
     * @return the covariance of each factor with the weighted sum
     * @throws InvalidInput if there are more or fewer weights than factors
     */
    public double[] times(double[] weights) {
        int n = size();
        InvalidInput.unless(weights.length == n, "weights", weights.length, "as many as factors, " + n);
        double[] product = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += values[i * n + j] * weights[j];
            }
            product[i] = sum;
        }
        return product;
    }

    /**
     * Returns the variance of a weighted sum.
     *
     * @param weights exposures or weights, one a factor
     * @return the variance per period; below zero only if the matrix is not positive semidefinite
     * @throws InvalidInput if there are more or fewer weights than factors
     */
    public double variance(double[] weights) {
        double[] product = times(weights);
        double sum = 0;
        for (int i = 0; i < product.length; i++) {
            sum += product[i] * weights[i];
        }
        return sum;
    }

    /**
     * Scales to another period.
     *
     * @param factor the factor on every entry, such as 252 for a year of daily covariances; positive and finite
     * @return the scaled covariance
     * @throws InvalidInput if the factor is not positive and finite
     */
    public Covariance scaled(double factor) {
        InvalidInput.unless(factor > 0 && Double.isFinite(factor), "factor", factor, "positive and finite");
        double[] scaled = values.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return new Covariance(names, scaled);
    }

    /** {@return the smallest eigenvalue: negative if this is no true covariance} */
    public double smallestEigenvalue() {
        double smallest = Double.POSITIVE_INFINITY;
        for (double eigenvalue : eigenvalues()) {
            smallest = Math.min(smallest, eigenvalue);
        }
        return smallest;
    }

    /** {@return whether no portfolio has a negative variance, but for rounding} */
    public boolean isPositiveSemidefinite() {
        double smallest = Double.POSITIVE_INFINITY;
        double largest = 0;
        for (double eigenvalue : eigenvalues()) {
            smallest = Math.min(smallest, eigenvalue);
            largest = Math.max(largest, eigenvalue);
        }
        return smallest >= -ROUNDING * size() * largest;
    }

    /**
     * Insists on a true covariance.
     *
     * @return this
     * @throws NotPositiveSemidefinite if some portfolio would have a negative variance
     */
    public Covariance requirePositiveSemidefinite() {
        if (!isPositiveSemidefinite()) {
            throw new NotPositiveSemidefinite("covariance of " + size() + " factors", smallestEigenvalue());
        }
        return this;
    }

    private double[] eigenvalues() {
        SymmetricEigen eigen = SymmetricEigen.of(values, size());
        double[] eigenvalues = new double[size()];
        Arrays.setAll(eigenvalues, eigen::value);
        return eigenvalues;
    }

    /** {@return the size, and volatilities of the first few} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Covariance of " + size() + ": ");
        for (int i = 0; i < Math.min(4, size()); i++) {
            text.append(i == 0 ? "" : ", ").append(String.format(Locale.ROOT, "%s %.6g", names.get(i), volatility(i)));
        }
        return text.append(size() > 4 ? ", …" : "").toString();
    }
}
