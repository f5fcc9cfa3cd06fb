package io.bondtrader.risk.optimise;

import io.bondtrader.core.error.InvalidInput;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The portfolio of least tail risk, with the gap to the dual program that proves it: no portfolio has less risk than its own
 * minus that gap. Immutable and safe for use by many threads.
 */
public final class TailPortfolio {

    private final List<String> assets;
    private final double[] weights;
    private final double risk;
    private final double threshold;
    private final double dualityGap;
    private final double confidence;
    private final List<ShadowPrice> shadowPrices;
    private final int iterations;
    private final double[] contributions;
    private final double expectedReturn;
    private final double volatility;

    /** What is known of a tail: its risk, the mean returns of assets in it, and the returns of the portfolio in all scenarios. */
    record Tail(double risk, List<Double> meanReturns, List<Double> portfolioReturns) {}

    TailPortfolio(Problem problem, double[] weights, Tail tail, TailProgram dual, double confidence) {
        this.assets = problem.assets();
        this.weights = weights;
        this.risk = tail.risk();
        this.threshold = dual.threshold();
        this.dualityGap = tail.risk() - dual.value();
        this.confidence = confidence;
        this.shadowPrices = Prices.of(problem, dual.rowMultipliers(), dual.boundMultipliers());
        this.iterations = dual.iterations();
        this.contributions = new double[weights.length];
        Arrays.setAll(contributions, i -> -weights[i] * tail.meanReturns().get(i));
        double sum = 0;
        for (double value : tail.portfolioReturns()) {
            sum += value;
        }
        this.expectedReturn = sum / tail.portfolioReturns().size();
        double squares = 0;
        for (double value : tail.portfolioReturns()) {
            squares += (value - expectedReturn) * (value - expectedReturn);
        }
        this.volatility = Math.sqrt(squares / tail.portfolioReturns().size());
    }

    /** {@return names of the assets} */
    public List<String> assets() {
        return assets;
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
        int index = assets.indexOf(asset);
        InvalidInput.unless(index >= 0, "asset", asset, "one of the portfolio's");
        return weights[index];
    }

    /** {@return the least conditional value, or drawdown, at risk, a fraction of the portfolio's value} */
    public double risk() {
        return risk;
    }

    /** {@return the loss beyond which the tail lies: for conditional value at risk, the value at risk} */
    public double threshold() {
        return threshold;
    }

    /** {@return its risk minus the dual objective: zero but for rounding, which is the proof} */
    public double dualityGap() {
        return dualityGap;
    }

    /** {@return what each asset adds to the tail risk, which these sum to; where scenarios tie, one of several such splits} */
    public double[] riskContributions() {
        return contributions.clone();
    }

    /** {@return the mean of its returns over all scenarios, per scenario} */
    public double expectedReturn() {
        return expectedReturn;
    }

    /** {@return the standard deviation of its returns over all scenarios, per scenario} */
    public double volatility() {
        return volatility;
    }

    /** {@return the confidence β} */
    public double confidence() {
        return confidence;
    }

    /** {@return the price of every limit that binds, in the order of constraints} */
    public List<ShadowPrice> shadowPrices() {
        return shadowPrices;
    }

    /** {@return how many steps it took} */
    public int iterations() {
        return iterations;
    }

    /** {@return risk, gap and the first few weights} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "tail risk %.9g at %s (gap %.1e):", risk, confidence, dualityGap));
        for (int i = 0; i < Math.min(8, weights.length); i++) {
            text.append(String.format(Locale.ROOT, " %s %.4f", assets.get(i), weights[i]));
        }
        return text.append(weights.length > 8 ? " …" : "").toString();
    }
}
