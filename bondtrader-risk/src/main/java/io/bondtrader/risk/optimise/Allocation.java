package io.bondtrader.risk.optimise;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.error.ContradictoryConstraints;
import io.bondtrader.risk.error.Unbounded;
import io.bondtrader.risk.error.ZeroVariance;
import io.bondtrader.risk.factor.Covariance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The portfolios that a covariance and expected returns lead to, fully invested and within constraints.
 *
 * <pre>{@code
 * Portfolio portfolio = Allocation.of(covariance)
 *         .withExpectedReturns(returns)
 *         .subjectTo(Constraint.longOnly())
 *         .maximumSharpe(0.02);
 * }</pre>
 *
 * <p>Without constraints short positions are allowed. Source: Markowitz, "Portfolio Selection", Journal of Finance 7 (1952);
 * Meucci, Risk and Asset Allocation (2005), chapter 6. Immutable and safe for use by many threads.
 */
public final class Allocation {

    private final Covariance covariance;
    private final double @Nullable [] expectedReturns;
    private final List<Constraint> constraints;

    private Allocation(Covariance covariance, double @Nullable [] expectedReturns, List<Constraint> constraints) {
        this.covariance = covariance;
        this.expectedReturns = expectedReturns;
        this.constraints = constraints;
    }

    /**
     * Starts from a covariance, fully invested and without further constraints.
     *
     * @param covariance of the assets, per period
     * @return the allocation
     */
    public static Allocation of(Covariance covariance) {
        return new Allocation(covariance, null, List.of(Constraint.fullyInvested()));
    }

    /**
     * Adds expected returns.
     *
     * @param returns of the assets, per period of the covariance
     * @return the allocation with them
     * @throws InvalidInput if there are more or fewer than assets, or one is not finite
     */
    public Allocation withExpectedReturns(double... returns) {
        return new Allocation(
                covariance, Portfolio.checked("expected return", returns, covariance.size()), constraints);
    }

    /**
     * Adds constraints.
     *
     * @param more the constraints
     * @return the allocation with them
     */
    public Allocation subjectTo(Constraint... more) {
        return subjectTo(Arrays.asList(more));
    }

    /**
     * Adds constraints.
     *
     * @param more the constraints
     * @return the allocation with them
     */
    public Allocation subjectTo(List<Constraint> more) {
        List<Constraint> all = new ArrayList<>(constraints);
        all.addAll(more);
        return new Allocation(covariance, expectedReturns, List.copyOf(all));
    }

    /**
     * Minimises the variance.
     *
     * @return the portfolio of least variance
     * @throws ContradictoryConstraints if constraints contradict each other
     */
    public Portfolio minimumVariance() {
        return solve(problem(Objective.variance(covariance)));
    }

    /**
     * Maximises μ'w − γ/2 w'Sw.
     *
     * @param riskAversion γ, positive
     * @return the portfolio of greatest utility
     * @throws InvalidInput if there are no expected returns, or γ is not positive and finite
     * @throws ContradictoryConstraints if constraints contradict each other
     */
    public Portfolio meanVariance(double riskAversion) {
        InvalidInput.unless(
                riskAversion > 0 && Double.isFinite(riskAversion), "riskAversion", riskAversion, "positive and finite");
        return solve(
                problem(Objective.variance(covariance).times(riskAversion / 2), Objective.reward(requireReturns())));
    }

    /**
     * Minimises the variance for an expected return.
     *
     * @param target expected return per period
     * @return the portfolio of least variance among those with that return
     * @throws InvalidInput if there are no expected returns, or none of the allowed portfolios has that return; the message
     *     names the range that can be reached
     * @throws ContradictoryConstraints if the other constraints contradict each other
     */
    public Portfolio targetReturn(double target) {
        return target("expected return", requireReturns(), target);
    }

    /**
     * Minimises the variance for a yield.
     *
     * @param yields of the assets
     * @param target yield of the portfolio, the mean of yields by weight
     * @return the portfolio of least variance among those with that yield
     * @throws InvalidInput if none of the allowed portfolios has that yield; the message names the range that can be reached
     * @throws ContradictoryConstraints if the other constraints contradict each other
     */
    public Portfolio targetYield(double[] yields, double target) {
        return target("yield", Portfolio.checked("yield", yields, covariance.size()), target);
    }

    /**
     * Minimises the variance for a duration.
     *
     * @param durations of the assets, years
     * @param target duration of the portfolio, the mean of durations by weight, years
     * @return the portfolio of least variance among those with that duration
     * @throws InvalidInput if none of the allowed portfolios has that duration; the message names the range that can be reached
     * @throws ContradictoryConstraints if the other constraints contradict each other
     */
    public Portfolio targetDuration(double[] durations, double target) {
        return target("duration", Portfolio.checked("duration", durations, covariance.size()), target);
    }

    private Portfolio target(String what, double[] coefficients, double target) {
        Constraint wanted = Constraint.equality(what, coefficients, target);
        Problem problem = subjectTo(wanted).problem(Objective.variance(covariance));
        Solution solution = problem.solve();
        if (solution instanceof Solution.Infeasible) {
            Range range = range(coefficients);
            throw new InvalidInput(what, target, "from " + range + " under these constraints");
        }
        return Portfolio.of(covariance, expectedReturns, solution.orElseThrow());
    }

    /**
     * The values that a weighted sum can take.
     *
     * @param lower the least, minus infinity if there is no end
     * @param upper the greatest, infinity if there is no end
     */
    public record Range(double lower, double upper) {

        /** {@return both ends} */
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.10g to %.10g", lower, upper);
        }
    }

    /**
     * Returns what a weighted sum can be made under the constraints: which returns, yields or durations can be reached.
     *
     * @param coefficients of the weights, such as expected returns
     * @return the least and the greatest value
     * @throws InvalidInput if there are more or fewer coefficients than assets, or one is not finite
     * @throws ContradictoryConstraints if constraints contradict each other
     */
    public Range range(double[] coefficients) {
        double[] checked = Portfolio.checked("coefficient", coefficients, covariance.size());
        return new Range(extreme(checked, 1), extreme(checked, -1));
    }

    private double extreme(double[] coefficients, double sign) {
        double[] cost = new double[coefficients.length];
        for (int i = 0; i < cost.length; i++) {
            cost[i] = sign * coefficients[i];
        }
        Solution solution = problem(Objective.linear(cost)).solve();
        return solution instanceof Solution.Unbounded
                ? sign * Double.NEGATIVE_INFINITY
                : sign * solution.orElseThrow().objective();
    }

    /**
     * Traces the whole efficient frontier, corner by corner.
     *
     * @return the frontier
     * @throws InvalidInput if there are no expected returns, or the covariance is singular
     * @throws ContradictoryConstraints if constraints contradict each other
     */
    public Frontier frontier() {
        return Frontier.of(this, requireReturns());
    }

    /**
     * Maximises the Sharpe ratio: the tangency portfolio.
     *
     * @param riskFree the riskless return per period
     * @return the portfolio of greatest expected return above the riskless one per unit of volatility
     * @throws InvalidInput if there are no expected returns, or no allowed portfolio earns more than the riskless return
     * @throws ContradictoryConstraints if constraints contradict each other
     * @throws Unbounded if the ratio only rises with ever larger positions
     */
    public Portfolio maximumSharpe(double riskFree) {
        double[] returns = requireReturns();
        InvalidInput.unless(Double.isFinite(riskFree), "riskFree", riskFree, "finite");
        double[] excess = new double[returns.length];
        Arrays.setAll(excess, i -> returns[i] - riskFree);
        return Tangency.of(this, excess, "Sharpe ratio");
    }

    /**
     * Maximises the diversification ratio, σ'w / sqrt(w'Sw): the mean volatility of the parts over that of the whole.
     *
     * <p>Source: Choueifaty and Coignard, "Toward Maximum Diversification", Journal of Portfolio Management (2008).
     *
     * @return the portfolio of greatest ratio
     * @throws ContradictoryConstraints if constraints contradict each other
     * @throws Unbounded if the ratio only rises with ever larger positions
     */
    public Portfolio maximumDiversification() {
        return Tangency.of(this, volatilities(), "diversification ratio");
    }

    /**
     * Weighs each asset by the inverse of its volatility. Constraints are not looked at.
     *
     * @return the portfolio
     * @throws ZeroVariance if an asset never moves
     */
    public Portfolio inverseVolatility() {
        double[] weights = volatilities();
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            if (!(weights[i] > 0)) {
                throw new ZeroVariance(covariance.names().get(i), "inverse volatility");
            }
            weights[i] = 1 / weights[i];
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return expectedReturns == null
                ? Portfolio.of(covariance, weights)
                : Portfolio.of(covariance, requireReturns(), weights);
    }

    /**
     * Minimises the tracking error, the volatility of the difference to a benchmark.
     *
     * @param benchmark its weights
     * @return the portfolio that stays closest
     * @throws InvalidInput if there are more or fewer weights than assets, or one is not finite
     * @throws ContradictoryConstraints if constraints contradict each other
     */
    public Portfolio trackingError(double[] benchmark) {
        return solve(problem(Objective.trackingVariance(covariance, benchmark)));
    }

    /**
     * States a problem under these constraints, for objectives of one's own.
     *
     * @param terms of the objective
     * @return the problem
     * @throws io.bondtrader.risk.error.NotPositiveSemidefinite if the objective is not convex
     */
    public Problem problem(Objective... terms) {
        return Problem.over(covariance.names())
                .minimise(terms)
                .subjectTo(constraints)
                .build();
    }

    private double[] volatilities() {
        double[] volatilities = new double[covariance.size()];
        Arrays.setAll(volatilities, covariance::volatility);
        return volatilities;
    }

    private double[] requireReturns() {
        double[] returns = expectedReturns;
        if (returns == null) {
            throw new InvalidInput("expected returns", "none", "given");
        }
        return returns;
    }

    Covariance covariance() {
        return covariance;
    }

    double @Nullable [] expectedReturns() {
        return expectedReturns;
    }

    private Portfolio solve(Problem problem) {
        return Portfolio.of(covariance, expectedReturns, problem.solve().orElseThrow());
    }

    @Override
    public String toString() {
        return covariance + " subject to " + constraints;
    }
}
