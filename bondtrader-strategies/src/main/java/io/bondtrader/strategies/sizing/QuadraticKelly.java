package io.bondtrader.strategies.sizing;

import io.bondtrader.core.error.NotConverged;
import io.bondtrader.risk.factor.Covariance;
import io.bondtrader.risk.optimise.Constraint;
import io.bondtrader.risk.optimise.Objective;
import io.bondtrader.risk.optimise.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The quadratic approximation of the constrained problem: maximises E ρ − ½ E ρ² subject to ½ λ (λ+1) E ρ² ≤ λ E ρ, where ρ is
 * what a period adds to 1. For a price κ of the constraint this is E ρ − ½ c E ρ² with c = (1 + κ (λ+1))/(1 + κ), between 1
 * and λ + 1: the answer is that of the least c that keeps the constraint.
 *
 * <p>Source: Busseti, Ryu and Boyd, "Risk-Constrained Kelly Gambling" (2016), section 5.
 */
final class QuadraticKelly {

    private static final int HALVINGS = 60;

    private final ConstrainedKelly problem;
    private final List<String> names;
    private final double[] mean;
    private final Covariance moments;

    QuadraticKelly(ConstrainedKelly problem) {
        this.problem = problem;
        int n = problem.caps().length;
        names = IntStream.range(0, n).mapToObj(i -> "bet " + i).toList();
        mean = new double[n];
        double[][] second = new double[n][n];
        double[][] x = problem.bets().returns();
        double[] p = problem.bets().probabilities();
        for (int k = 0; k < p.length; k++) {
            for (int i = 0; i < n; i++) {
                mean[i] += p[k] * x[k][i];
                for (int j = 0; j < n; j++) {
                    second[i][j] += p[k] * x[k][i] * x[k][j];
                }
            }
        }
        moments = Covariance.of(names, second);
    }

    double[] fractions() {
        double[] free = maximise(1);
        if (excess(free) <= 0) {
            return free;
        }
        double low = 1;
        double high = problem.lambda() + 1;
        double[] held = maximise(high);
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            double[] tried = maximise(middle);
            if (excess(tried) > 0) {
                low = middle;
            } else {
                high = middle;
                held = tried;
            }
        }
        if (excess(held) > 1e-9) {
            throw new NotConverged("quadratic Kelly bets", HALVINGS, high, excess(held));
        }
        return held;
    }

    /** By how much the constraint, divided by λ, is broken. */
    double excess(double[] f) {
        return problem.lambda() == 0 ? 0 : 0.5 * (problem.lambda() + 1) * moments.variance(f) - Checks.dot(mean, f);
    }

    private double[] maximise(double aversion) {
        double[] none = new double[mean.length];
        double[] ones = new double[mean.length];
        Arrays.fill(ones, 1);
        double[] weights = Problem.over(names)
                .minimise(Objective.variance(moments).times(aversion / 2), Objective.reward(mean))
                .subjectTo(Constraint.bounds("caps", none, problem.caps()), Constraint.atMost("wealth", ones, 1))
                .build()
                .solve()
                .orElseThrow()
                .weights();
        return Arrays.stream(weights).map(w -> Math.max(0, w)).toArray();
    }
}
