package io.bondtrader.strategies.sizing;

import io.bondtrader.core.error.NotConverged;
import java.util.Arrays;
import java.util.Comparator;

/**
 * An upper bound on the growth of every admissible bet: L(y) = E ln W − κ(E[W^−λ] − 1) is concave, so that its tangent at any
 * point, maximised over the caps, bounds it for each κ ≥ 0. The bound is convex in κ; the least is found by sections.
 */
final class LagrangianBound {

    private static final double OUTSIDE = 1e-9;
    private static final int SECTIONS = 400;
    private static final double ROUNDING = 1e-12;

    private LagrangianBound() {}

    /** The bound seen from a point, which must be admissible itself. */
    static double of(ConstrainedKelly problem, double[] at) {
        double sum = 0;
        for (int i = 0; i < at.length; i++) {
            sum += at[i];
            if (at[i] < -OUTSIDE || at[i] > problem.caps()[i] + OUTSIDE) {
                throw new NotConverged("a Kelly bet between zero and its cap", 0, at[i], problem.caps()[i]);
            }
        }
        ScenarioKelly bets = problem.bets();
        int n = at.length;
        double[] growthSlope = new double[n];
        double[] momentSlope = new double[n];
        double growth = 0;
        double moment = 0;
        for (int k = 0; k < bets.probabilities().length; k++) {
            double wealth = 1;
            for (int i = 0; i < n; i++) {
                wealth += at[i] * bets.returns()[k][i];
            }
            double p = bets.probabilities()[k];
            double power = StrictMath.pow(wealth, -problem.lambda());
            growth += p * StrictMath.log(wealth);
            moment += p * power;
            for (int i = 0; i < n; i++) {
                growthSlope[i] += p / wealth * bets.returns()[k][i];
                momentSlope[i] -= problem.lambda() * p * power / wealth * bets.returns()[k][i];
            }
        }
        if (sum > 1 + OUTSIDE || moment > 1 + OUTSIDE) {
            throw new NotConverged("Kelly bets within their wealth and drawdown", 0, sum, moment - 1);
        }
        // A bound that holds with equality but for rounding would otherwise be multiplied by any price.
        double excess = StrictMath.abs(moment - 1) < ROUNDING ? 0 : moment - 1;
        Tangent tangent = new Tangent(problem.caps(), at, growth, growthSlope, excess, momentSlope);
        return problem.lambda() == 0 ? tangent.bound(0) : tangent.least();
    }

    /** The tangents of growth and of the moment at one point. */
    private static final class Tangent {

        private final double[] caps;
        private final double[] at;
        private final double growth;
        private final double[] growthSlope;
        private final double excess;
        private final double[] momentSlope;

        Tangent(double[] caps, double[] at, double growth, double[] growthSlope, double excess, double[] momentSlope) {
            this.caps = caps;
            this.at = at;
            this.growth = growth;
            this.growthSlope = growthSlope;
            this.excess = excess;
            this.momentSlope = momentSlope;
        }

        double least() {
            double low = 0;
            double high = 1;
            while (bound(2 * high) < bound(high) && high < 1e12) {
                high *= 2;
            }
            high *= 2;
            for (int i = 0; i < SECTIONS; i++) {
                double left = low + (high - low) / 3;
                double right = high - (high - low) / 3;
                if (bound(left) <= bound(right)) {
                    high = right;
                } else {
                    low = left;
                }
            }
            return Math.min(bound(0), bound((low + high) / 2));
        }

        double bound(double price) {
            double[] slope = new double[at.length];
            Arrays.setAll(slope, i -> growthSlope[i] - price * momentSlope[i]);
            double bound = growth - price * excess;
            for (int i = 0; i < at.length; i++) {
                bound -= slope[i] * at[i];
            }
            // The best point of the caps: the steepest bets first, while there is wealth and they rise.
            Integer[] order = new Integer[at.length];
            Arrays.setAll(order, i -> i);
            Arrays.sort(
                    order, Comparator.comparingDouble((Integer i) -> slope[i]).reversed());
            double room = 1;
            for (int i : order) {
                double taken = slope[i] > 0 ? Math.min(room, caps[i]) : 0;
                bound += taken * slope[i];
                room -= taken;
            }
            return bound;
        }
    }
}
