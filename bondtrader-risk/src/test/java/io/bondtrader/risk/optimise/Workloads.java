package io.bondtrader.risk.optimise;

import io.bondtrader.risk.factor.Covariance;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Problems that any library can rebuild from {@code java.util.Random}; their optima were published with their definitions. */
final class Workloads {

    private Workloads() {}

    static List<String> names(int n) {
        return IntStream.range(0, n).mapToObj(i -> "A" + i).toList();
    }

    /** COV-n: ten factors, the first of which moves all, and a variance of its own for each asset. */
    static double[][] covariance(int n, double share) {
        Random random = new Random(7);
        double[][] loadings = new double[n][10];
        for (double[] row : loadings) {
            for (int k = 0; k < 10; k++) {
                row[k] = 0.06 * random.nextGaussian() + (k == 0 ? 0.15 : 0);
            }
        }
        double[][] matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            double own = 0.0025 + 0.01 * random.nextDouble();
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int k = 0; k < 10; k++) {
                    sum += loadings[i][k] * loadings[j][k];
                }
                matrix[i][j] = share * sum + (i == j ? own : 0);
            }
        }
        return matrix;
    }

    /** MU-n. */
    static double[] means(int n) {
        Random random = new Random(11);
        double[] means = new double[n];
        Arrays.setAll(means, i -> 0.02 + 0.10 * random.nextDouble());
        return means;
    }

    /** QP-n has a share of 1 and an excess of 0.02; QPD-n, which holds more assets, 0.02 and 0.005. */
    static Problem meanVariance(int n, double share, double excess) {
        Covariance covariance = Covariance.of(names(n), covariance(n, share));
        double[] means = means(n);
        return Problem.over(names(n))
                .minimise(Objective.variance(covariance))
                .subjectTo(
                        Constraint.fullyInvested(),
                        Constraint.atLeast(
                                "return", means, Arrays.stream(means).average().orElseThrow() + excess),
                        Constraint.box("weights", 0, 0.10))
                .build();
    }

    /** RET-T-n, by day and asset. */
    static double[][] returns(int days, int n) {
        Random random = new Random(2024);
        double[][] returns = new double[days][n];
        for (double[] day : returns) {
            double market = random.nextGaussian();
            for (int i = 0; i < n; i++) {
                double size = 1 + 0.1 * (i % 10);
                day[i] = 0.0003 + 0.004 * market * (0.5 + 0.1 * (i % 10)) + 0.006 * size * random.nextGaussian();
            }
        }
        return returns;
    }

    /** The sample covariance, over n − 1. */
    static double[][] sampleCovariance(double[][] returns) {
        int days = returns.length;
        int n = returns[0].length;
        double[] means = sampleMeans(returns);
        double[][] matrix = new double[n][n];
        for (double[] day : returns) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    matrix[i][j] += (day[i] - means[i]) * (day[j] - means[j]) / (days - 1);
                }
            }
        }
        return matrix;
    }

    static double[] sampleMeans(double[][] returns) {
        double[] means = new double[returns[0].length];
        for (double[] day : returns) {
            for (int i = 0; i < means.length; i++) {
                means[i] += day[i] / returns.length;
            }
        }
        return means;
    }
}
