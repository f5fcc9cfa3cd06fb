package io.bondtrader.examples.benchmarks;

import io.bondtrader.risk.factor.Covariance;
import io.bondtrader.risk.optimise.Constraint;
import io.bondtrader.risk.optimise.Objective;
import io.bondtrader.risk.optimise.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;

/**
 * Least variance under a return target and a cap of a tenth on each weight: ten factors and a variance of its own for each asset,
 * from {@code java.util.Random}, so that any library can rebuild it.
 */
public enum OptimiserProblem {
    /** A hundred assets, of which a few are held. */
    QP_100(100, 1, 0.02, 0.004132695952),
    /** Five hundred assets, of which a few are held. */
    QP_500(500, 1, 0.02, 0.001181035783),
    /** A hundred assets, of which most are held. */
    QPD_100(100, 0.02, 0.005, 0.000315853185),
    /** Five hundred assets, of which many are held. */
    QPD_500(500, 0.02, 0.005, 0.000129797316);

    private static final double CAP = 0.10;

    private final int assets;
    private final double share;
    private final double excess;
    private final double optimum;

    OptimiserProblem(int assets, double share, double excess, double optimum) {
        this.assets = assets;
        this.share = share;
        this.excess = excess;
        this.optimum = optimum;
    }

    /** The variance on which several solvers agree to twelve decimals. */
    double optimum() {
        return optimum;
    }

    static List<String> names(int n) {
        return IntStream.range(0, n).mapToObj(i -> "A" + i).toList();
    }

    private double[] means() {
        Random random = new Random(11);
        double[] means = new double[assets];
        Arrays.setAll(means, i -> 0.02 + 0.10 * random.nextDouble());
        return means;
    }

    private double target() {
        return Arrays.stream(means()).average().orElseThrow() + excess;
    }

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

    Problem problem() {
        Covariance covariance = Covariance.of(names(assets), covariance(assets, share));
        return Problem.over(covariance.names())
                .minimise(Objective.variance(covariance))
                .subjectTo(
                        Constraint.fullyInvested(),
                        Constraint.atLeast("return", means(), target()),
                        Constraint.box("cap", 0, CAP))
                .build();
    }

    ExpressionsBasedModel inOjAlgo() {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        double[][] matrix = covariance(assets, share);
        double[] means = means();
        for (String name : names(assets)) {
            model.newVariable(name).lower(0).upper(CAP);
        }
        Expression variance = model.newExpression("variance").weight(1);
        Expression invested = model.newExpression("fully invested").level(1);
        Expression earned = model.newExpression("return").lower(target());
        for (int i = 0; i < assets; i++) {
            invested.set(i, 1);
            earned.set(i, means[i]);
            for (int j = 0; j < assets; j++) {
                variance.set(i, j, matrix[i][j]);
            }
        }
        return model;
    }
}
