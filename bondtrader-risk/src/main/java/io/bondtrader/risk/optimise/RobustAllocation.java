package io.bondtrader.risk.optimise;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.NotConverged;
import io.bondtrader.risk.factor.Covariance;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The portfolio of greatest utility when expected returns turn out as badly as their uncertainty allows.
 *
 * <pre>
 * box         |μᵢ − mᵢ| ≤ δᵢ                  maximise  m'w − δ'|w| − γ/2 w'Sw
 * ellipsoid   (μ − m)'Ω⁻¹(μ − m) ≤ κ²         maximise  m'w − κ sqrt(w'Ωw) − γ/2 w'Sw
 * </pre>
 *
 * <p>Source: Ben-Tal and Nemirovski, "Robust Convex Optimization", Mathematics of Operations Research 23 (1998); Fabozzi, Kolm,
 * Pachamanova and Focardi, Robust Portfolio Optimization and Management (2007), chapter 12. Immutable and safe for use by many
 * threads.
 */
public final class RobustAllocation {

    private static final int STEPS = 200;

    private final Allocation allocation;
    private final double[] means;
    private final double riskAversion;

    private RobustAllocation(Allocation allocation, double[] means, double riskAversion) {
        this.allocation = allocation;
        this.means = means;
        this.riskAversion = riskAversion;
    }

    /**
     * Starts from an allocation with expected returns.
     *
     * @param allocation its covariance, expected returns m and constraints
     * @param riskAversion γ, positive
     * @return the allocation
     * @throws InvalidInput if there are no expected returns, or γ is not positive and finite
     */
    public static RobustAllocation of(Allocation allocation, double riskAversion) {
        InvalidInput.unless(
                riskAversion > 0 && Double.isFinite(riskAversion), "riskAversion", riskAversion, "positive and finite");
        double[] means = allocation.expectedReturns();
        InvalidInput.unless(means != null, "expected returns", "none", "given");
        return new RobustAllocation(allocation, Objects.requireNonNull(means), riskAversion);
    }

    /**
     * Takes each expected return to be off by its own most.
     *
     * @param halfWidths δ, how far each expected return may be off, not negative
     * @return the portfolio of greatest worst-case utility
     * @throws InvalidInput if a width is negative or not finite, or there are more or fewer than assets
     * @throws io.bondtrader.risk.error.ContradictoryConstraints if constraints contradict each other
     */
    public Portfolio box(double... halfWidths) {
        double[] widths = Portfolio.checked("half width", halfWidths, means.length);
        Problem problem = allocation.problem(
                variance(), Objective.reward(means), Objective.linearCosts(new double[means.length], widths, widths));
        return Portfolio.of(allocation.covariance(), means, problem.solve().orElseThrow());
    }

    /**
     * Takes expected returns to be off together, by no more than a number of standard errors.
     *
     * <p>The root is the least over τ of κ/2 (w'Ωw/τ + τ), so that the answer is that of a quadratic problem whose τ equals
     * sqrt(w'Ωw); a bracketed secant finds it, each problem starting from the one before.
     *
     * @param uncertainty Ω, the covariance of the errors of expected returns, such as S/T
     * @param radius κ, in standard errors, positive
     * @return the portfolio of greatest worst-case utility
     * @throws InvalidInput if κ is not positive and finite, or Ω has other assets
     * @throws io.bondtrader.risk.error.ContradictoryConstraints if constraints contradict each other
     */
    public Portfolio ellipsoid(Covariance uncertainty, double radius) {
        InvalidInput.unless(radius > 0 && Double.isFinite(radius), "radius", radius, "positive and finite");
        InvalidInput.unless(
                uncertainty.names().equals(allocation.covariance().names()),
                "names of the uncertainty",
                uncertainty.names(),
                "those of the covariance");
        uncertainty.requirePositiveSemidefinite();
        Solution.Optimal current = at(Double.POSITIVE_INFINITY, uncertainty, radius, null);
        double high = Math.sqrt(Math.max(0, uncertainty.variance(current.weights())));
        if (!(high > 0)) {
            return Portfolio.of(allocation.covariance(), means, current);
        }
        double low = 0; // as far as it goes, the penalty is without bound there
        double atLow = -high;
        double atHigh = Double.NaN;
        for (int k = 0; k < STEPS; k++) {
            double tau = k == 0 ? high : secant(low, atLow, high, atHigh);
            current = at(tau, uncertainty, radius, current);
            double value = tau - Math.sqrt(Math.max(0, uncertainty.variance(current.weights())));
            if (Math.abs(value) <= 1e-15 * tau || high - low <= 1e-15 * high) {
                return Portfolio.of(allocation.covariance(), means, current);
            }
            if (value > 0) {
                atLow = high - tau > 0 && k > 1 ? atLow / 2 : atLow;
                high = tau;
                atHigh = value;
            } else {
                atHigh = tau - low > 0 && k > 1 ? atHigh / 2 : atHigh;
                low = tau;
                atLow = value;
            }
        }
        throw new NotConverged("robust portfolio", STEPS, low, atLow);
    }

    private static double secant(double low, double atLow, double high, double atHigh) {
        double next = (low * atHigh - high * atLow) / (atHigh - atLow);
        return next > low && next < high ? next : 0.5 * (low + high);
    }

    private Solution.Optimal at(double tau, Covariance uncertainty, double radius, Solution.@Nullable Optimal from) {
        Objective penalty = Objective.variance(uncertainty).times(radius / (2 * tau));
        Problem problem = allocation.problem(variance(), Objective.reward(means), penalty);
        return (from == null ? problem.solve() : problem.solveFrom(from)).orElseThrow();
    }

    private Objective variance() {
        return Objective.variance(allocation.covariance()).times(riskAversion / 2);
    }

    /** {@return the allocation and the risk aversion} */
    @Override
    public String toString() {
        return "RobustAllocation at risk aversion " + riskAversion + " of " + allocation + Arrays.toString(means);
    }
}
