package io.bondtrader.risk.optimise;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.NotConverged;
import io.bondtrader.risk.error.ZeroVariance;
import io.bondtrader.risk.factor.Covariance;
import java.util.Arrays;

/**
 * The long-only portfolio in which each asset contributes its budget of the risk; with equal budgets, risk parity.
 *
 * <p>The weights are the minimiser y of 1/2 y'Sy − Σ bᵢ ln yᵢ, scaled to one. Each coordinate in turn has a closed form,
 *
 * <pre>
 * yᵢ = (−βᵢ + sqrt(βᵢ² + 4 Sᵢᵢ bᵢ)) / (2 Sᵢᵢ),   βᵢ = Σ j≠i Sᵢⱼ yⱼ
 * </pre>
 *
 * <p>Source: Griveau-Billion, Richard and Roncalli, "A Fast Algorithm for Computing High-dimensional Risk Parity Portfolios"
 * (2013), section 2; existence: Roncalli, Introduction to Risk Parity and Budgeting (2013), section 2.2. A sweep costs n²
 * operations. Stateless and safe for use by many threads.
 */
public final class RiskBudgeting {

    private static final int SWEEPS = 10_000;
    private static final double SETTLED = 1e-13;

    private RiskBudgeting() {}

    /**
     * Gives every asset the same contribution to risk.
     *
     * @param covariance of the assets
     * @return the portfolio
     * @throws ZeroVariance if an asset never moves
     * @throws io.bondtrader.risk.error.NotPositiveSemidefinite if this is no true covariance
     */
    public static Portfolio parity(Covariance covariance) {
        double[] equal = new double[covariance.size()];
        Arrays.fill(equal, 1.0 / equal.length);
        return of(covariance, equal);
    }

    /**
     * Gives every asset its budget of the risk.
     *
     * @param covariance of the assets
     * @param budgets shares of the risk, positive; their sum does not matter
     * @return the portfolio
     * @throws InvalidInput if a budget is not positive, or there are more or fewer than assets
     * @throws ZeroVariance if an asset never moves
     * @throws io.bondtrader.risk.error.NotPositiveSemidefinite if this is no true covariance
     */
    public static Portfolio of(Covariance covariance, double... budgets) {
        double[] shares = shares(covariance, budgets);
        return Portfolio.of(covariance, scaledToOne(byCoordinates(covariance, shares)));
    }

    static double[] shares(Covariance covariance, double[] budgets) {
        double[] shares = Portfolio.checked("budget", budgets, covariance.size());
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            InvalidInput.unless(shares[i] > 0, "budget of " + covariance.names().get(i), shares[i], "positive");
            if (!(covariance.get(i, i) > 0)) {
                throw new ZeroVariance(covariance.names().get(i), "risk budgeting");
            }
            sum += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    static double[] scaledToOne(double[] y) {
        double sum = 0;
        for (double value : y) {
            sum += value;
        }
        for (int i = 0; i < y.length; i++) {
            y[i] /= sum;
        }
        return y;
    }

    private static double[] byCoordinates(Covariance covariance, double[] shares) {
        int n = shares.length;
        double[] s = covariance.toRowMajor();
        double[] y = new double[n];
        double[] product = new double[n]; // Sy
        for (int i = 0; i < n; i++) {
            y[i] = Math.sqrt(shares[i] / s[i * n + i]);
        }
        multiply(s, y, product);
        double previous = Double.POSITIVE_INFINITY;
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            rescale(covariance, y, product);
            double moved = 0;
            for (int i = 0; i < n; i++) {
                double variance = s[i * n + i];
                double beta = product[i] - variance * y[i];
                double root = Math.sqrt(beta * beta + 4 * variance * shares[i]);
                // The form that does not subtract numbers of a size.
                double next = beta > 0 ? 2 * shares[i] / (beta + root) : (root - beta) / (2 * variance);
                double change = next - y[i];
                if (Math.abs(change) > 1e-17 * next) {
                    moved = Math.max(moved, Math.abs(change) / next);
                    y[i] = next;
                    addMultiple(change, s, i * n, product);
                }
            }
            if (moved <= SETTLED || (moved < 1e-11 && moved >= previous)) {
                return y;
            }
            previous = moved;
            if (sweep % 16 == 15) {
                multiply(s, y, product);
            }
        }
        throw new NotConverged("risk budgets by coordinate descent", SWEEPS, y[0], previous);
    }

    /** At the solution y'Sy is the sum of budgets, one: scaling to that saves sweeps. */
    private static void rescale(Covariance covariance, double[] y, double[] product) {
        double variance = QuadraticProgram.dot(y, 0, product, y.length);
        if (!(variance > 0)) {
            covariance.requirePositiveSemidefinite();
            throw new ZeroVariance("a long-only portfolio", "risk budgeting");
        }
        double scale = 1 / Math.sqrt(variance);
        for (int i = 0; i < y.length; i++) {
            y[i] *= scale;
            product[i] *= scale;
        }
    }

    private static void multiply(double[] s, double[] y, double[] product) {
        for (int i = 0; i < y.length; i++) {
            product[i] = QuadraticProgram.dot(s, i * y.length, y, y.length);
        }
    }

    private static void addMultiple(double factor, double[] s, int from, double[] target) {
        for (int j = 0; j < target.length; j++) {
            target[j] += factor * s[from + j];
        }
    }
}
