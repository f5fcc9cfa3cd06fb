package io.bondtrader.strategies.signal;

import io.bondtrader.risk.error.ZeroVariance;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/** An ordinary regression by Householder reflections, with the standard errors of its coefficients. */
final class LeastSquares {

    private final String what;
    private final double[] coefficients;
    private final double[] residuals;
    private final double[] standardErrors;

    private LeastSquares(String what, double[] coefficients, double[] residuals, double[] standardErrors) {
        this.what = what;
        this.coefficients = coefficients;
        this.residuals = residuals;
        this.standardErrors = standardErrors;
    }

    static LeastSquares of(String what, double[][] regressors, double[] explained) {
        RealMatrix x = new Array2DRowRealMatrix(regressors, false);
        int columns = x.getColumnDimension();
        QRDecomposition decomposition = new QRDecomposition(x);
        RealMatrix r = decomposition.getR().getSubMatrix(0, columns - 1, 0, columns - 1);
        for (int i = 0; i < columns; i++) {
            // A column that the others explain to twelve digits has nothing of its own.
            if (!(Math.abs(r.getEntry(i, i)) > 1e-12 * x.getColumnVector(i).getNorm())) {
                throw new ZeroVariance("series", what);
            }
        }
        double[] coefficients = decomposition
                .getSolver()
                .solve(new ArrayRealVector(explained, false))
                .toArray();
        double[] fitted = x.operate(coefficients);
        double[] residuals = new double[explained.length];
        double squares = 0;
        double total = 0;
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = explained[i] - fitted[i];
            squares += residuals[i] * residuals[i];
            total += explained[i] * explained[i];
        }
        // What is left of a perfect fit is rounding, and says nothing about errors.
        double variance = squares > 1e-24 * total ? squares / (residuals.length - columns) : 0;
        // (X'X)^-1 = R^-1 R^-T: the variance of a coefficient is the squared length of a row of R^-1.
        RealMatrix inverse = new QRDecomposition(r).getSolver().getInverse();
        double[] standardErrors = new double[columns];
        for (int i = 0; i < columns; i++) {
            standardErrors[i] = inverse.getRowVector(i).getNorm() * Math.sqrt(variance);
        }
        return new LeastSquares(what, coefficients, residuals, standardErrors);
    }

    double coefficient(int index) {
        return coefficients[index];
    }

    double[] residuals() {
        return residuals.clone();
    }

    /** The sum of squared residuals. */
    double squares() {
        double squares = 0;
        for (double residual : residuals) {
            squares += residual * residual;
        }
        return squares;
    }

    double tStatistic(int index) {
        double statistic = coefficients[index] / standardErrors[index];
        if (!Double.isFinite(statistic)) {
            throw new ZeroVariance("series", what);
        }
        return statistic;
    }
}
