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

    private final Allocation allocation;
    private final double[] reward;
    private Solution.Optimal current;

    private Tangency(Allocation allocation, double[] reward, Solution.Optimal start) {
        this.allocation = allocation;
        this.reward = reward;
        this.current = start;
    }

    static Portfolio of(Allocation allocation, double[] reward, String ratio) {
        Covariance covariance = allocation.covariance();
        Objective variance = Objective.variance(covariance).times(0.5);
        Solution.Optimal start = allocation.problem(variance).solve().orElseThrow();
        Allocation.Range range = allocation.range(reward);
        if (!(range.upper() > 0)) {
            throw new InvalidInput(
                    "greatest numerator of the " + ratio, range.upper(), "positive; lower the riskless return");
        }
        double[] first = start.weights();
        double scale = covariance.variance(first) / (Math.abs(dot(reward, first)) + 1e-3 * norm(reward));
        Tangency tangency = new Tangency(allocation, reward, start);
        tangency.find(Math.max(scale, 1e-12), ratio);
        return Portfolio.of(covariance, allocation.expectedReturns(), tangency.current);
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
            if (Math.abs(at) <= 4e-16 * Math.abs(next * dot(reward, current.weights())) || high - low <= 2e-16 * high) {
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

    private double value(double theta) {
        Objective variance = Objective.variance(allocation.covariance()).times(0.5);
        double[] tilted = new double[reward.length];
        for (int i = 0; i < tilted.length; i++) {
            tilted[i] = -theta * reward[i];
        }
        current = allocation
                .problem(variance, Objective.linear(tilted))
                .solveFrom(current)
                .orElseThrow();
        double[] weights = current.weights();
        return allocation.covariance().variance(weights) - theta * dot(reward, weights);
    }

    private static double dot(double[] a, double[] b) {
        return QuadraticProgram.dot(a, 0, b, a.length);
    }

    private static double norm(double[] a) {
        return Math.sqrt(dot(a, a));
    }
}
