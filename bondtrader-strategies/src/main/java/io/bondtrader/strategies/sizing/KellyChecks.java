package io.bondtrader.strategies.sizing;

import io.bondtrader.core.error.NotConverged;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;

/** Second paths to Kelly fractions. They use StrictMath and none of the primary methods. */
final class KellyChecks {

    private static final int SWEEPS = 20_000;
    private static final double SETTLED = 1e-12;

    private KellyChecks() {}

    static double[] byReflections(MultivariateKelly bets) {
        return new QRDecomposition(
                        MatrixUtils.createRealMatrix(bets.covariance().toArray()))
                .getSolver()
                .solve(MatrixUtils.createRealVector(bets.excessReturns()))
                .toArray();
    }

    /** Sets the slope of growth in one bet after another to zero, until none moves. */
    static double[] byBisection(ScenarioKelly bets) {
        double[] f = new double[bets.size()];
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double moved = 0;
            double size = 1;
            for (int i = 0; i < f.length; i++) {
                double best = best(bets, f, i);
                moved = Math.max(moved, StrictMath.abs(best - f[i]));
                size = Math.max(size, StrictMath.abs(best));
                f[i] = best;
            }
            if (moved <= SETTLED * size) {
                return f;
            }
        }
        throw new NotConverged("Kelly bets by bisection", SWEEPS, f[0], Double.NaN);
    }

    private static double best(ScenarioKelly bets, double[] f, int bet) {
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        double[] rest = new double[bets.returns().length];
        for (int k = 0; k < rest.length; k++) {
            rest[k] = 1;
            for (int i = 0; i < f.length; i++) {
                rest[k] += i == bet ? 0 : f[i] * bets.returns()[k][i];
            }
            double x = bets.returns()[k][bet];
            if (x > 0) {
                low = StrictMath.max(low, -rest[k] / x);
            } else if (x < 0) {
                high = StrictMath.min(high, -rest[k] / x);
            }
        }
        if (Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new NotConverged("a Kelly bet that can win and lose", 0, f[bet], Double.NaN);
        }
        for (int halving = 0; halving < 200; halving++) {
            double middle = low + (high - low) / 2;
            if (middle == low || middle == high) {
                break;
            }
            double slope = 0;
            for (int k = 0; k < rest.length; k++) {
                double x = bets.returns()[k][bet];
                slope += bets.probabilities()[k] * x / (rest[k] + middle * x);
            }
            if (slope > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low + (high - low) / 2;
    }
}
