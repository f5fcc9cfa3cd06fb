package io.bondtrader.risk.optimise;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.NotConverged;
import io.bondtrader.risk.error.Unbounded;
import io.bondtrader.risk.factor.Covariance;

/**
 * Maximises m'w / sqrt(w'Sw): the point where a ray from the origin touches the frontier.
 *
 * <p>With w(θ) the minimiser of 1/2 w'Sw − θ m'w, the conditions of the maximum hold where θ = w'Sw / m'w. The function w'Sw − θ
 * m'w is quadratic in θ between two corners of the frontier, so that a bracketed secant (Illinois) ends in a few steps, each
 * starting from the portfolio before. Any convex constraint will do, which homogenising the problem would not allow.
 */
final class Tangency {

    private static final int STEPS = 200;
    private static final int QUADRUPLINGS = 13; // beyond a hundred million times the first guess there is no corner

    private final Covariance covariance;
    private final QuadraticProgram program;
    private final double[] reward;
    private final double[] tilt; // of the program's variables
    private WarmStart current;
    private double[] weights;
    private double theta;

    private Tangency(Covariance covariance, QuadraticProgram program, double[] reward, Solution.Optimal start) {
        this.covariance = covariance;
        this.program = program;
        this.reward = reward;
        this.tilt = program.coefficients(reward);
        this.current = start.warmStart;
        this.weights = start.weights();
    }

    static Portfolio of(Allocation allocation, double[] reward, String ratio) {
        Covariance covariance = allocation.covariance();
        Objective variance = Objective.variance(covariance).times(0.5);
        Problem problem = allocation.problem(variance);
        Solution.Optimal start = problem.solve().orElseThrow();
        Allocation.Range range = allocation.range(reward);
        if (!(range.upper() > 0)) {
            throw new InvalidInput(
                    "greatest numerator of the " + ratio, range.upper(), "positive; lower the riskless return");
        }
        double[] first = start.weights();
        double scale = covariance.variance(first) / (Math.abs(dot(reward, first)) + 1e-3 * norm(reward));
        Tangency tangency = new Tangency(covariance, problem.program(), reward, start);
        tangency.find(Math.max(scale, 1e-12), ratio);
        double[] tilted = new double[reward.length];
        for (int i = 0; i < tilted.length; i++) {
            tilted[i] = -tangency.theta * reward[i];
        }
        Problem touching = allocation.problem(variance, Objective.linear(tilted));
        return Portfolio.of(
                covariance,
                allocation.expectedReturns(),
                ActiveSetSolver.solve(touching, tangency.current).orElseThrow());
    }

    private void find(double firstGuess, String ratio) {
        double low = 0;
        double atLow = value(low);
        double high = firstGuess;
        double atHigh = value(high);
        for (int k = 0; atHigh > 0; k++) {
            if (k == QUADRUPLINGS) {
                throw new Unbounded(ratio, "bound the weights, or lower the riskless return");
            }
            low = high;
            atLow = atHigh;
            high *= 4;
            atHigh = value(high);
        }
        int side = 0;
        for (int k = 0; k < STEPS; k++) {
            double next = (low * -atHigh + high * atLow) / (atLow - atHigh);
            if (!(next > low && next < high)) {
                next = 0.5 * (low + high);
            }
            double at = value(next);
            if (Math.abs(at) <= 4e-16 * Math.abs(next * dot(reward, weights)) || high - low <= 2e-16 * high) {
                return;
            }
            if (at > 0) {
                low = next;
                atLow = at;
                atHigh = side > 0 ? atHigh / 2 : atHigh;
                side = 1;
            } else {
                high = next;
                atHigh = at;
                atLow = side < 0 ? atLow / 2 : atLow;
                side = -1;
            }
        }
        throw new NotConverged(ratio, STEPS, low, atLow);
    }

    private double value(double at) {
        double[] linear = new double[program.size];
        for (int j = 0; j < linear.length; j++) {
            linear[j] = program.gradient[j] - at * tilt[j];
        }
        ActiveSet optimum = ActiveSetSolver.solved(program, linear, current);
        theta = at;
        current = optimum.warmStart();
        weights = program.weights(optimum.x);
        return covariance.variance(weights) - at * dot(reward, weights);
    }

    private static double dot(double[] a, double[] b) {
        return QuadraticProgram.dot(a, 0, b, a.length);
    }

    private static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }
}
