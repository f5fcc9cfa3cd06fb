package io.bondtrader.risk.factor;

import io.bondtrader.risk.error.ZeroVariance;

/** Sample covariances pulled towards something simpler. The moments of the first two are divided by T. */
final class ShrunkCovariance {

    private ShrunkCovariance() {}

    static CovarianceEstimate ledoitWolf(FactorMoves moves) {
        SampleCovariance.require(moves, 2);
        double[][] centred = SampleCovariance.centred(moves);
        int n = centred.length;
        int count = moves.size();
        double[] sample = SampleCovariance.products(centred, null, 1.0 / count);
        double mean = meanVariance(sample, n);
        double distance = 0; // d² of the sample from the target, scaled by n
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double off = sample[i * n + j] - (i == j ? mean : 0);
                distance += off * off / n;
            }
        }
        // b̄²: Σ over days of ‖x x' - S‖²/(n T²) = (Σ over days of ‖x‖⁴/T - ‖S‖²)/(n T)
        double fourth = 0;
        for (int t = 0; t < count; t++) {
            double square = 0;
            for (double[] column : centred) {
                square += column[t] * column[t];
            }
            fourth += square * square / count;
        }
        double error = (fourth - squares(sample)) / (n * (double) count);
        double shrinkage = distance > 0 ? Math.max(0, Math.min(error, distance)) / distance : 0;
        return toIdentity(moves, sample, mean, shrinkage, "Ledoit-Wolf, scaled identity");
    }

    static CovarianceEstimate oracleApproximating(FactorMoves moves) {
        SampleCovariance.require(moves, 2);
        double[][] centred = SampleCovariance.centred(moves);
        int n = centred.length;
        int count = moves.size();
        double[] sample = SampleCovariance.products(centred, null, 1.0 / count);
        double mean = meanVariance(sample, n);
        // As used in practice: α = mean of squared entries, ρ = (α + μ²)/((T + 1)(α - μ²/n))
        double alpha = squares(sample) / (n * (double) n);
        double denominator = (count + 1.0) * (alpha - mean * mean / n);
        double shrinkage = denominator > 0 ? Math.min(1, (alpha + mean * mean) / denominator) : 1;
        return toIdentity(moves, sample, mean, shrinkage, "oracle approximating, scaled identity");
    }

    static CovarianceEstimate constantCorrelation(FactorMoves moves) {
        SampleCovariance.require(moves, 2);
        double[][] centred = SampleCovariance.centred(moves);
        int n = centred.length;
        int count = moves.size();
        double[] sample = SampleCovariance.products(centred, null, 1.0 / (count - 1));
        double[] deviations = new double[n];
        for (int i = 0; i < n; i++) {
            deviations[i] = Math.sqrt(sample[i * n + i]);
            if (!(deviations[i] > 0)) {
                throw new ZeroVariance(moves.factors().get(i), "constant-correlation shrinkage");
            }
        }
        double correlation = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                correlation += i == j ? 0 : sample[i * n + j] / (deviations[i] * deviations[j]);
            }
        }
        correlation = n > 1 ? correlation / (n * (n - 1.0)) : 0;
        double pi = 0;
        double rho = 0;
        double gamma = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double covariance = sample[i * n + j];
                double asymptotic = 0; // of √T times this entry
                double withVariance = 0; // ϑ: of this entry with the variance of i
                for (int t = 0; t < count; t++) {
                    double product = centred[i][t] * centred[j][t];
                    asymptotic += (product - covariance) * (product - covariance) / count;
                    double square = centred[i][t] * centred[i][t] - sample[i * n + i];
                    withVariance += square * (product - covariance) / count;
                }
                pi += asymptotic;
                if (i == j) {
                    rho += asymptotic;
                } else {
                    // r̄/2 (√(s_jj/s_ii) ϑ_ii,ij + √(s_ii/s_jj) ϑ_jj,ij); the second term is the first of the mirrored
                    // pair
                    rho += correlation * deviations[j] / deviations[i] * withVariance;
                    double off = correlation * deviations[i] * deviations[j] - covariance;
                    gamma += off * off;
                }
            }
        }
        double shrinkage = gamma > 0 ? Math.max(0, Math.min(1, (pi - rho) / gamma / count)) : 0;
        double[] values = sample.clone();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (i != j) {
                    values[i * n + j] = shrinkage * correlation * deviations[i] * deviations[j]
                            + (1 - shrinkage) * sample[i * n + j];
                }
            }
        }
        return SampleCovariance.estimate(moves, values, "Ledoit-Wolf, constant correlation", count, shrinkage);
    }

    private static CovarianceEstimate toIdentity(
            FactorMoves moves, double[] sample, double mean, double shrinkage, String method) {
        int n = moves.factors().size();
        double[] values = sample.clone();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                values[i * n + j] = (1 - shrinkage) * sample[i * n + j] + (i == j ? shrinkage * mean : 0);
            }
        }
        return SampleCovariance.estimate(moves, values, method, moves.size(), shrinkage);
    }

    private static double meanVariance(double[] sample, int n) {
        double trace = 0;
        for (int i = 0; i < n; i++) {
            trace += sample[i * n + i];
        }
        return trace / n;
    }

    private static double squares(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum;
    }
}
