package io.bondtrader.risk.factor;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.error.InsufficientHistory;
import org.jspecify.annotations.Nullable;

/** Weighted sums of products, and the estimates that need nothing else. */
final class SampleCovariance {

    private SampleCovariance() {}

    static CovarianceEstimate aroundMean(FactorMoves moves) {
        require(moves, 2);
        int count = moves.size();
        double[][] centred = centred(moves);
        double[] values = products(centred, null, 1.0 / (count - 1));
        return estimate(moves, values, "sample", count, 0);
    }

    static CovarianceEstimate aroundZero(FactorMoves moves) {
        require(moves, 1);
        double[] values = products(columns(moves), null, 1.0 / moves.size());
        return estimate(moves, values, "sample around zero", moves.size(), 0);
    }

    static CovarianceEstimator exponential(double decay) {
        InvalidInput.unless(decay > 0 && decay < 1, "decay", decay, "between 0 and 1");
        return moves -> {
            require(moves, 2);
            double[] weights = new double[moves.size()];
            double weight = 1;
            double sum = 0;
            for (int t = weights.length - 1; t >= 0; t--) {
                weights[t] = weight;
                sum += weight;
                weight *= decay;
            }
            double squares = 0;
            for (int t = 0; t < weights.length; t++) {
                weights[t] /= sum;
                squares += weights[t] * weights[t];
            }
            double[] values = products(columns(moves), weights, 1);
            return estimate(moves, values, "exponential, decay " + decay, 1 / squares, 0);
        };
    }

    static CovarianceEstimate estimate(
            FactorMoves moves, double[] values, String method, double effective, double shrinkage) {
        return new CovarianceEstimate(
                Covariance.ofSymmetric(moves.factors(), values), method, moves.size(), effective, shrinkage);
    }

    static void require(FactorMoves moves, int fewest) {
        if (moves.size() < fewest) {
            throw new InsufficientHistory("covariance", moves.size(), fewest);
        }
    }

    /** By factor. */
    static double[][] columns(FactorMoves moves) {
        double[][] columns = new double[moves.factors().size()][];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = moves.ofFactor(i);
        }
        return columns;
    }

    /** By factor, each less its mean. */
    static double[][] centred(FactorMoves moves) {
        double[][] columns = columns(moves);
        for (double[] column : columns) {
            double mean = 0;
            for (double move : column) {
                mean += move / column.length;
            }
            for (int t = 0; t < column.length; t++) {
                column[t] -= mean;
            }
        }
        return columns;
    }

    /** Σ w x y for every pair, row by row. */
    static double[] products(double[][] columns, double @Nullable [] weights, double factor) {
        int n = columns.length;
        double[] values = new double[n * n];
        for (int i = 0; i < n; i++) {
            double[] left = columns[i];
            for (int j = i; j < n; j++) {
                double[] right = columns[j];
                double sum = 0;
                for (int t = 0; t < left.length; t++) {
                    sum += (weights == null ? left[t] : weights[t] * left[t]) * right[t];
                }
                values[i * n + j] = sum * factor;
                values[j * n + i] = sum * factor;
            }
        }
        return values;
    }
}
