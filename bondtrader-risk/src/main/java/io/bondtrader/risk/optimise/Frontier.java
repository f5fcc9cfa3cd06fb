package io.bondtrader.risk.optimise;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.factor.Covariance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The whole efficient frontier, exactly: corner portfolios from the least variance to the greatest expected return, between which
 * every efficient portfolio is a blend of two neighbours.
 *
 * <p>Found by the critical line method ({@code CriticalLine}), for any linear constraints. Immutable and safe for use by many
 * threads.
 */
public final class Frontier {

    private final Covariance covariance;
    private final double[] expectedReturns;
    private final List<Portfolio> corners;
    private final boolean endless;

    private Frontier(Covariance covariance, double[] expectedReturns, List<Portfolio> corners, boolean endless) {
        this.covariance = covariance;
        this.expectedReturns = expectedReturns;
        this.corners = corners;
        this.endless = endless;
    }

    static Frontier of(Allocation allocation, double[] expectedReturns) {
        Covariance covariance = allocation.covariance();
        Problem problem = allocation.problem(Objective.variance(covariance).times(0.5));
        QuadraticProgram program = problem.program();
        InvalidInput.unless(
                program.strictlyConvex,
                "covariance",
                covariance,
                "positive definite, so that the frontier is one line");
        WarmStart leastVariance = problem.solve().orElseThrow().warmStart;
        ActiveSet start = ActiveSetSolver.solved(program, program.gradient, leastVariance);
        double[] tilt = program.coefficients(expectedReturns);
        for (int j = 0; j < tilt.length; j++) {
            tilt[j] = -tilt[j];
        }
        CriticalLine line = CriticalLine.trace(program, tilt, start);
        List<Portfolio> corners = new ArrayList<>();
        for (double[] corner : line.corners) {
            add(corners, Portfolio.of(covariance, expectedReturns, program.weights(corner)));
        }
        boolean endless = line.ray.length > 0;
        if (endless) {
            double[] beyond = line.corners.get(line.corners.size() - 1).clone();
            for (int j = 0; j < beyond.length; j++) {
                beyond[j] += line.ray[j];
            }
            add(corners, Portfolio.of(covariance, expectedReturns, program.weights(beyond)));
        }
        return new Frontier(covariance, expectedReturns.clone(), List.copyOf(corners), endless);
    }

    /** A corner where nothing but a multiplier changes is none. */
    private static void add(List<Portfolio> corners, Portfolio next) {
        if (!corners.isEmpty()) {
            double[] before = corners.get(corners.size() - 1).weights();
            double[] after = next.weights();
            double apart = 0;
            for (int i = 0; i < after.length; i++) {
                apart = Math.max(apart, Math.abs(after[i] - before[i]));
            }
            if (apart < 1e-12) {
                return;
            }
        }
        corners.add(next);
    }

    /** {@return corner portfolios, from the least variance up; on a frontier without end the last one lies on its last line} */
    public List<Portfolio> corners() {
        return corners;
    }

    /** {@return whether ever larger positions earn ever more, so that the frontier goes on beyond its last corner} */
    public boolean isEndless() {
        return endless;
    }

    /**
     * Returns the efficient portfolio of an expected return.
     *
     * @param expectedReturn per period
     * @return the portfolio of least variance among those that earn as much
     * @throws InvalidInput if the return is not on the frontier; the message names its range
     */
    public Portfolio at(double expectedReturn) {
        double least = returnOf(corners.get(0));
        double most = endless ? Double.POSITIVE_INFINITY : returnOf(corners.get(corners.size() - 1));
        double slack = 1e-12 * Math.max(1, Math.abs(least));
        InvalidInput.unless(
                expectedReturn >= least - slack && expectedReturn <= most + slack,
                "expected return",
                expectedReturn,
                String.format(Locale.ROOT, "on the frontier, from %.10g to %.10g", least, most));
        for (int k = 1; k < corners.size(); k++) {
            boolean last = k == corners.size() - 1;
            if (expectedReturn <= returnOf(corners.get(k)) || last) {
                double from = returnOf(corners.get(k - 1));
                double share = (expectedReturn - from) / (returnOf(corners.get(k)) - from);
                return blend(k, endless && last ? share : Math.max(0, Math.min(1, share)));
            }
        }
        return corners.get(0);
    }

    private static double returnOf(Portfolio portfolio) {
        return portfolio.expectedReturn().orElseThrow();
    }

    private Portfolio blend(int upper, double share) {
        double[] below = corners.get(upper - 1).weights();
        double[] above = corners.get(upper).weights();
        for (int i = 0; i < below.length; i++) {
            below[i] += share * (above[i] - below[i]);
        }
        return Portfolio.of(covariance, expectedReturns, below);
    }

    /**
     * Returns the portfolio of the greatest Sharpe ratio, in closed form on the line it lies on.
     *
     * @param riskFree the riskless return per period
     * @return the tangency portfolio; the last corner where the ratio rises to the end
     * @throws InvalidInput if the riskless return is not below the greatest expected return
     */
    public Portfolio maximumSharpe(double riskFree) {
        double most = endless ? Double.POSITIVE_INFINITY : returnOf(corners.get(corners.size() - 1));
        InvalidInput.unless(riskFree < most, "riskFree", riskFree, "below the greatest expected return, " + most);
        Portfolio best = corners.get(corners.size() - 1);
        for (int k = 0; k < corners.size(); k++) {
            Portfolio corner = corners.get(k);
            best = corner.sharpeRatio(riskFree) > best.sharpeRatio(riskFree) ? corner : best;
            if (k == 0) {
                continue;
            }
            double share = tangencyShare(corners.get(k - 1).weights(), corner.weights(), riskFree);
            boolean onLine = share > 0 && (share < 1 || (endless && k == corners.size() - 1));
            if (onLine) {
                Portfolio inside = blend(k, share);
                best = inside.sharpeRatio(riskFree) > best.sharpeRatio(riskFree) ? inside : best;
            }
        }
        return best;
    }

    /** Where the ratio m'w / sqrt(w'Sw) is stationary on w = a + t (b − a): the quadratic terms cancel. */
    private double tangencyShare(double[] a, double[] b, double riskFree) {
        int n = a.length;
        double[] way = new double[n];
        double excess = 0;
        double gain = 0;
        for (int i = 0; i < n; i++) {
            way[i] = b[i] - a[i];
            excess += (expectedReturns[i] - riskFree) * a[i];
            gain += (expectedReturns[i] - riskFree) * way[i];
        }
        double[] product = covariance.times(way);
        double across = QuadraticProgram.dot(a, 0, product, n);
        double along = QuadraticProgram.dot(way, 0, product, n);
        return (gain * covariance.variance(a) - excess * across) / (excess * along - gain * across);
    }

    /** {@return how many corners, and both ends} */
    @Override
    public String toString() {
        return "Frontier of " + corners.size() + " corners from " + corners.get(0) + " to "
                + corners.get(corners.size() - 1) + (endless ? " and beyond" : "");
    }
}
