package io.bondtrader.strategies.signal;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.factor.Garch;

/**
 * The volatility that a fitted GARCH(1,1) forecasts for the next move, begun at its long-run level: after each move
 * σ²(t+1) = ω + α x(t)² + β σ²(t).
 *
 * <p>Fit the model on history before the series that this follows, or the series knows its own future. Mutable, for one
 * thread.
 *
 * @see Garch#fit
 */
public final class GarchVolatility extends CountingIndicator implements Indicator {

    private final Garch model;
    private double variance;

    private GarchVolatility(Garch model) {
        super(1);
        this.model = model;
        variance = model.longRunVariance();
    }

    /**
     * Returns forecasts of a model.
     *
     * @param model ω, α and β of which ω is positive, the others not negative and their sum below 1
     * @return the indicator, ready after one move
     * @throws InvalidInput if the model's variance is negative or without limit
     */
    public static GarchVolatility of(Garch model) {
        boolean stationary = model.omega() > 0
                && model.omega() <= 1e100
                && model.alpha() >= 0
                && model.beta() >= 0
                && model.alpha() + model.beta() < 1;
        InvalidInput.unless(stationary, "model", model, "stationary, with omega > 0 and alpha + beta < 1");
        return new GarchVolatility(model);
    }

    @Override
    public double update(double value) {
        variance = model.omega() + model.alpha() * Inputs.value(value) * value + model.beta() * variance;
        return now(Math.sqrt(variance));
    }

    @Override
    public GarchVolatility fresh() {
        return new GarchVolatility(model);
    }

    @Override
    public String toString() {
        return "GarchVolatility[" + model + "]";
    }
}
