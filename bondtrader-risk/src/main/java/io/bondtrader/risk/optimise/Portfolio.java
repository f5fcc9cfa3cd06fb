package io.bondtrader.risk.optimise;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.error.ZeroVariance;
import io.bondtrader.risk.factor.Covariance;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Weights of assets, how much the whole moves and what each asset adds to that.
 *
 * <pre>
 * volatility σ = sqrt(w'Sw),   contribution of asset i = wᵢ (Sw)ᵢ / σ,   which sum to σ
 * </pre>
 *
 * <p>Source: Litterman, "Hot Spots and Hedges", Journal of Portfolio Management (1996). Per period of the covariance. Immutable
 * and safe for use by many threads.
 */
public final class Portfolio {

    private final Covariance covariance;
    private final double[] weights;
    private final double @Nullable [] expectedReturns;
    private final Solution.@Nullable Optimal solution;
    private final double[] marginal; // Sw
    private final double volatility;

    private Portfolio(
            Covariance covariance,
            double[] weights,
            double @Nullable [] expectedReturns,
            Solution.@Nullable Optimal solution) {
        this.covariance = covariance;
        this.weights = weights;
        this.expectedReturns = expectedReturns;
        this.solution = solution;
        this.marginal = covariance.times(weights);
        double variance = 0;
        for (int i = 0; i < weights.length; i++) {
            variance += weights[i] * marginal[i];
        }
        this.volatility = Math.sqrt(Math.max(0, variance));
    }

    /**
     * Looks at weights under a covariance.
     *
     * @param covariance of the assets, per period
     * @param weights one an asset
     * @return the portfolio
     * @throws InvalidInput if there are more or fewer weights than assets, or one is not finite
     */
    public static Portfolio of(Covariance covariance, double[] weights) {
        return new Portfolio(covariance, checked("weight", weights, covariance.size()), null, null);
    }

    /**
     * Looks at weights under a covariance and expected returns.
     *
     * @param covariance of the assets, per period
     * @param expectedReturns of the assets, per period
     * @param weights one an asset
     * @return the portfolio
     * @throws InvalidInput if there are more or fewer numbers than assets, or one is not finite
     */
    public static Portfolio of(Covariance covariance, double[] expectedReturns, double[] weights) {
        return new Portfolio(
                covariance,
                checked("weight", weights, covariance.size()),
                checked("expected return", expectedReturns, covariance.size()),
                null);
    }

    static Portfolio of(Covariance covariance, double @Nullable [] expectedReturns, Solution.Optimal solution) {
        return new Portfolio(covariance, solution.weights(), expectedReturns, solution);
    }

    static double[] checked(String what, double[] values, int size) {
        InvalidInput.unless(values.length == size, "number of each " + what, values.length, "one an asset, " + size);
        for (double value : values) {
            InvalidInput.unless(Double.isFinite(value), what, value, "finite");
        }
        return values.clone();
    }

    /** {@return names of the assets} */
    public List<String> assets() {
        return covariance.names();
    }

    /** {@return the weights, in the order of the assets; the array is the caller's} */
    public double[] weights() {
        return weights.clone();
    }

    /**
     * Returns the weight of an asset.
     *
     * @param asset its name
     * @return its weight
     * @throws InvalidInput if there is no such asset
     */
    public double weight(String asset) {
        int index = assets().indexOf(asset);
        InvalidInput.unless(index >= 0, "asset", asset, "one of the portfolio's");
        return weights[index];
    }

    /** {@return the standard deviation of its return per period} */
    public double volatility() {
        return volatility;
    }

    /** {@return its expected return per period, empty if none were given} */
    public OptionalDouble expectedReturn() {
        double[] returns = expectedReturns;
        return returns == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(QuadraticProgram.dot(returns, 0, weights, weights.length));
    }

    /**
     * Returns the Sharpe ratio.
     *
     * @param riskFree the riskless return per period
     * @return expected return above the riskless one, per unit of volatility; per period
     * @throws InvalidInput if there are no expected returns
     * @throws ZeroVariance if the portfolio never moves
     */
    public double sharpeRatio(double riskFree) {
        double expected = expectedReturn()
                .orElseThrow(() -> new InvalidInput("expected returns of the portfolio", "none", "given"));
        if (!(volatility > 0)) {
            throw new ZeroVariance("portfolio", "its Sharpe ratio");
        }
        return (expected - riskFree) / volatility;
    }

    /** {@return what each asset adds to the volatility, which these sum to; zeros if the portfolio never moves} */
    public double[] riskContributions() {
        double[] contributions = new double[weights.length];
        for (int i = 0; i < weights.length && volatility > 0; i++) {
            contributions[i] = weights[i] * marginal[i] / volatility;
        }
        return contributions;
    }

    /** {@return the covariance it was measured by} */
    public Covariance covariance() {
        return covariance;
    }

    /** {@return the optimum behind it with proof and prices, empty where the weights come from a formula} */
    public Optional<Solution.Optimal> solution() {
        return Optional.ofNullable(solution);
    }

    /** {@return volatility, expected return if there is one, and the first few weights} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "volatility %.6g", volatility));
        expectedReturn().ifPresent(value -> text.append(String.format(Locale.ROOT, ", return %.6g", value)));
        text.append(":");
        for (int i = 0; i < Math.min(8, weights.length); i++) {
            text.append(String.format(Locale.ROOT, " %s %.4f", assets().get(i), weights[i]));
        }
        return text.append(weights.length > 8 ? " …" : "").toString();
    }
}
