package io.bondtrader.risk.optimise;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.factor.Covariance;

/**
 * A term of what is minimised. Terms add up; {@link #times} weighs one against another.
 *
 * <p>Arrays run in the order of the problem's assets and are copied. Immutable and safe for use by many threads.
 */
public final class Objective {

    /** What a term adds to a program. */
    @FunctionalInterface
    interface Contribution {

        void addTo(ObjectiveForm form, double scale);
    }

    private final String formula;
    private final Contribution contribution;
    private final double scale;

    private Objective(String formula, Contribution contribution, double scale) {
        this.formula = formula;
        this.contribution = contribution;
        this.scale = scale;
    }

    /**
     * Returns the variance of the portfolio, w'Sw.
     *
     * @param covariance S, of the problem's assets in their order
     * @return the term
     */
    public static Objective variance(Covariance covariance) {
        return new Objective("w'Sw", (form, scale) -> addVariance(form, covariance, scale), 1);
    }

    /**
     * Returns the variance of the difference to a benchmark, (w − b)'S(w − b): the square of the tracking error.
     *
     * @param covariance S, of the problem's assets in their order
     * @param benchmark b, its weights
     * @return the term
     * @throws InvalidInput if a weight of the benchmark is not finite
     */
    public static Objective trackingVariance(Covariance covariance, double[] benchmark) {
        double[] weights = finite("weight of the benchmark", benchmark);
        return new Objective(
                "(w − b)'S(w − b)",
                (form, scale) -> {
                    sized("weights of the benchmark", weights, form);
                    addVariance(form, covariance, scale);
                    double[] product = covariance.times(weights);
                    for (int i = 0; i < weights.length; i++) {
                        form.gradient[i] -= 2 * scale * product[i];
                        form.constant += scale * product[i] * weights[i];
                    }
                },
                1);
    }

    private static void addVariance(ObjectiveForm form, Covariance covariance, double scale) {
        InvalidInput.unless(
                covariance.names().equals(form.assets),
                "names of the covariance",
                covariance.names(),
                "the problem's assets in their order");
        double[] values = covariance.toRowMajor();
        for (int i = 0; i < values.length; i++) {
            form.hessian[i] += 2 * scale * values[i];
        }
    }

    /**
     * Returns a linear term, c'w, to be minimised.
     *
     * @param coefficients c
     * @return the term
     * @throws InvalidInput if a coefficient is not finite
     */
    public static Objective linear(double[] coefficients) {
        return linear("c'w", coefficients, 1);
    }

    /**
     * Returns the expected return as a reward, −μ'w: what is minimised falls as the return rises.
     *
     * @param expectedReturns μ, per period
     * @return the term
     * @throws InvalidInput if a return is not finite
     */
    public static Objective reward(double[] expectedReturns) {
        return linear("−μ'w", expectedReturns, -1);
    }

    private static Objective linear(String formula, double[] coefficients, double sign) {
        double[] copy = finite("coefficient of " + formula, coefficients);
        return new Objective(
                formula,
                (form, scale) -> {
                    sized("coefficients of " + formula, copy, form);
                    for (int i = 0; i < copy.length; i++) {
                        form.gradient[i] += sign * scale * copy[i];
                    }
                },
                1);
    }

    /**
     * Returns the sum of squared weights, w'w, which spreads a portfolio.
     *
     * @return the term
     */
    public static Objective concentration() {
        return new Objective(
                "w'w",
                (form, scale) -> {
                    int n = form.assets.size();
                    for (int i = 0; i < n; i++) {
                        form.hessian[i * n + i] += 2 * scale;
                    }
                },
                1);
    }

    /**
     * Returns what trading costs in proportion to its amount, such as half the bid-ask spread.
     *
     * @param holdings weights that are held now
     * @param buying cost of buying a unit of each asset, a fraction of its value, not negative
     * @param selling cost of selling a unit of each asset, a fraction of its value, not negative
     * @return the term
     * @throws InvalidInput if a number is not finite, a cost is negative or lengths differ
     */
    public static Objective linearCosts(double[] holdings, double[] buying, double[] selling) {
        double[] from = finite("holding", holdings);
        double[] bought = costs(buying, from.length);
        double[] sold = costs(selling, from.length);
        return new Objective(
                "cost of trading",
                (form, scale) -> {
                    sized("holdings", from, form);
                    form.tradeFrom(from);
                    for (int i = 0; i < from.length; i++) {
                        form.addCost(i, scale * bought[i], scale * sold[i]);
                    }
                },
                1);
    }

    /**
     * Returns what trading costs in proportion to the square of its amount: market impact.
     *
     * @param holdings weights that are held now
     * @param impact cost of each asset for the square of a unit, not negative
     * @return the term
     * @throws InvalidInput if a number is not finite, a cost is negative or lengths differ
     */
    public static Objective quadraticCosts(double[] holdings, double[] impact) {
        double[] from = finite("holding", holdings);
        double[] costs = costs(impact, from.length);
        return new Objective(
                "impact of trading",
                (form, scale) -> {
                    sized("holdings", from, form);
                    int n = from.length;
                    for (int i = 0; i < n; i++) {
                        double cost = scale * costs[i];
                        form.hessian[i * n + i] += 2 * cost;
                        form.gradient[i] -= 2 * cost * from[i];
                        form.constant += cost * from[i] * from[i];
                    }
                },
                1);
    }

    private static double[] costs(double[] costs, int size) {
        InvalidInput.unless(costs.length == size, "costs", costs.length, "as many as holdings, " + size);
        for (double cost : costs) {
            InvalidInput.unless(cost >= 0 && Double.isFinite(cost), "cost", cost, "finite, not negative");
        }
        return costs.clone();
    }

    private static double[] finite(String what, double[] values) {
        for (double value : values) {
            InvalidInput.unless(Double.isFinite(value), what, value, "finite");
        }
        return values.clone();
    }

    private static void sized(String what, double[] values, ObjectiveForm form) {
        InvalidInput.unless(
                values.length == form.assets.size(), what, values.length, "one an asset, " + form.assets.size());
    }

    /**
     * Weighs the term.
     *
     * @param weight the factor, finite and not negative
     * @return the term times the factor
     * @throws InvalidInput if the factor is negative or not finite
     */
    public Objective times(double weight) {
        InvalidInput.unless(weight >= 0 && Double.isFinite(weight), "weight of a term", weight, "finite, not negative");
        return new Objective(formula, contribution, scale * weight);
    }

    void addTo(ObjectiveForm form) {
        contribution.addTo(form, scale);
    }

    @Override
    public String toString() {
        return scale == 1 ? formula : scale + " " + formula; // exactly one: nothing to print
    }
}
