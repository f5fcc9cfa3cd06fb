package io.bondtrader.strategies.sizing;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.error.NotPositiveSemidefinite;
import io.bondtrader.risk.factor.Covariance;
import io.bondtrader.risk.optimise.Constraint;
import io.bondtrader.risk.optimise.Objective;
import io.bondtrader.risk.optimise.Problem;
import java.util.Arrays;

/**
 * Several assets with Gaussian returns: f* = S⁻¹(μ − r).
 *
 * <p>Source: Thorp (2006), section 8. Immutable and safe for use by many threads.
 */
public final class MultivariateKelly {

    private final Covariance covariance;
    private final double[] excess;
    private final double riskFree;

    private MultivariateKelly(Covariance covariance, double[] excess, double riskFree) {
        this.covariance = covariance;
        this.excess = excess;
        this.riskFree = riskFree;
    }

    /**
     * Returns the bets.
     *
     * @param covariance of returns, per year
     * @param means expected returns, per year
     * @param riskFree what cash earns, per year
     * @return the bets
     * @throws InvalidInput if a number is not finite, or there are more or fewer means than assets
     */
    public static MultivariateKelly of(Covariance covariance, double[] means, double riskFree) {
        Checks.finite("riskFree", riskFree);
        double[] excess = Checks.finite("means", means, covariance.size());
        Arrays.setAll(excess, i -> excess[i] - riskFree);
        return new MultivariateKelly(covariance, excess, riskFree);
    }

    /** {@return the covariance of returns, per year} */
    public Covariance covariance() {
        return covariance;
    }

    /** {@return expected returns beyond cash, per year} */
    public double[] excessReturns() {
        return excess.clone();
    }

    /**
     * Returns the fractions of wealth that grow fastest.
     *
     * @return a fraction per asset, negative where it is sold short
     * @throws NotPositiveSemidefinite if some portfolio has no variance: its growth would have no bound
     */
    public double[] fractions() {
        double[] fractions = PositiveSystem.solve(covariance.toArray(), excess);
        if (fractions == null) {
            throw new NotPositiveSemidefinite("covariance of Kelly bets", covariance.smallestEigenvalue());
        }
        return fractions;
    }

    /**
     * Returns the growth rate of wealth.
     *
     * @param fractions of wealth in each asset
     * @return r + f'(μ − r) − ½ f'Sf, per year
     * @throws InvalidInput if a fraction is not finite, or there are more or fewer than assets
     */
    public double growth(double... fractions) {
        double[] f = Checks.finite("fractions", fractions, excess.length);
        return riskFree + Checks.dot(f, excess) - covariance.variance(f) / 2;
    }

    /**
     * Takes part of the fastest growing bet.
     *
     * @param multiple c, above 0 and at most 1
     * @return the size
     * @throws InvalidInput if the multiple is out of range
     * @throws NotPositiveSemidefinite as {@link #fractions()}
     */
    public KellyStake stake(double multiple) {
        Multiples.check(multiple);
        return stakeOf(multiples(multiple, fractions()));
    }

    /**
     * Takes part of the fastest growing bet that is neither short nor borrowed and keeps to a cap per asset.
     *
     * @param multiple c, above 0 and at most 1
     * @param caps the largest fraction of each asset, from 0
     * @return the size
     * @throws InvalidInput if the multiple or a cap is out of range
     * @throws NotPositiveSemidefinite if the covariance is none
     */
    public KellyStake longOnlyStake(double multiple, double... caps) {
        Multiples.check(multiple);
        return stakeOf(multiples(multiple, longOnly(caps)));
    }

    double[] longOnly(double... caps) {
        double[] upper = Checks.finite("caps", caps, excess.length);
        for (int i = 0; i < upper.length; i++) {
            Checks.notNegative("caps[" + i + "]", upper[i]);
        }
        double[] ones = new double[upper.length];
        Arrays.fill(ones, 1);
        return Problem.over(covariance.names())
                .minimise(Objective.variance(covariance).times(0.5), Objective.reward(excess))
                .subjectTo(
                        Constraint.bounds("caps", new double[upper.length], upper),
                        Constraint.atMost("no borrowing", ones, 1))
                .build()
                .solve()
                .orElseThrow()
                .weights();
    }

    /**
     * Says what any fractions would do.
     *
     * @param fractions of wealth in each asset
     * @return the size
     * @throws InvalidInput if a fraction is not finite, or there are more or fewer than assets
     */
    public KellyStake stakeOf(double... fractions) {
        double[] f = Checks.finite("fractions", fractions, excess.length);
        return GaussianStakes.stake(f, Checks.dot(f, excess), covariance.variance(f), riskFree);
    }

    private static double[] multiples(double multiple, double[] fractions) {
        return Arrays.stream(fractions).map(f -> multiple * f).toArray();
    }

    /**
     * Draws the expected returns towards the one of the least-variance portfolio, the further the less the sample says
     * (Bayes–Stein): w = (n + 2) / ((n + 2) + T(μ − μ₀)'S⁻¹(μ − μ₀)).
     *
     * <p>Source: Jorion, "Bayes-Stein Estimation for Portfolio Analysis" (1986), with S taken as known.
     *
     * @param years T, the length of the history that the means come from, positive
     * @return the same bets with shrunk means
     * @throws InvalidInput if the years are not positive
     * @throws NotPositiveSemidefinite as {@link #fractions()}
     */
    public MultivariateKelly shrunk(double years) {
        Checks.positive("years", years);
        double[] ones = new double[excess.length];
        Arrays.fill(ones, 1);
        double[] least = solve(ones);
        double centre = Checks.dot(least, excess) / Arrays.stream(least).sum();
        double[] away = Arrays.stream(excess).map(e -> e - centre).toArray();
        double assets = excess.length + 2.0;
        double weight = assets / (assets + years * Checks.dot(away, solve(away)));
        double[] means =
                Arrays.stream(excess).map(e -> e + weight * (centre - e)).toArray();
        return new MultivariateKelly(covariance, means, riskFree);
    }

    /**
     * Bets on the predictive distribution after a conjugate update of the means: with T years of history and a prior worth τ
     * years, the means are (T μ + τ μ₀)/(T + τ) and the covariance is S(1 + 1/(T + τ)): not knowing the means is risk too.
     *
     * <p>Source: normal means with known covariance, Gelman et al., Bayesian Data Analysis (3rd ed. 2013), section 3.5.
     *
     * @param years T, the length of the history that the means come from, positive
     * @param priorExcess μ₀ − r, what was believed before, per year beyond cash
     * @param priorYears τ, how many years of history that belief is worth, from 0
     * @return the bets under the predictive distribution of one year
     * @throws InvalidInput if the years are out of range or the prior does not fit
     */
    public MultivariateKelly predictive(double years, double[] priorExcess, double priorYears) {
        Checks.positive("years", years);
        Checks.notNegative("priorYears", priorYears);
        double[] prior = Checks.finite("priorExcess", priorExcess, excess.length);
        double[] means = new double[prior.length];
        double all = years + priorYears;
        Arrays.setAll(means, i -> (years * excess[i] + priorYears * prior[i]) / all);
        return new MultivariateKelly(covariance.scaled(1 + 1 / all), means, riskFree);
    }

    private double[] solve(double[] right) {
        return MultivariateKelly.of(covariance, right, 0).fractions();
    }

    @Override
    public String toString() {
        return "Kelly bets of excess " + Arrays.toString(excess) + " a year, riskless " + riskFree + ", " + covariance;
    }
}
