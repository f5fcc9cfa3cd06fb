package io.bondtrader.strategies.signal;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.NotConverged;
import io.bondtrader.risk.error.InsufficientHistory;
import io.bondtrader.risk.error.ZeroVariance;
import java.util.Locale;

/**
 * Two regimes behind a series of returns or changes: a hidden Markov chain, and a normal distribution in each state.
 *
 * <p>Fitted by the algorithm of Baum, Petrie, Soules and Weiss (Annals of Mathematical Statistics 41, 1970), scaled as in
 * Rabiner, Proceedings of the IEEE 77 (1989), from two starts: one apart in volatility, one apart in mean. The better is
 * kept, so the answer is a good maximum of the likelihood and perhaps not the best. Time is that of the observations.
 *
 * @param calm the regime of the lower volatility
 * @param turbulent the regime of the higher volatility
 * @param initialTurbulent probability that the first observation is turbulent
 * @param logLikelihood of the sample it was fitted to
 */
public record MarketRegimes(Regime calm, Regime turbulent, double initialTurbulent, double logLikelihood) {

    private static final int FEWEST = 50;

    private static final int ITERATIONS = 5000;

    /**
     * One regime.
     *
     * @param mean of an observation, in the unit of the series
     * @param deviation standard deviation of an observation, above 1e-50
     * @param persistence probability that the next observation is in the same regime
     */
    public record Regime(double mean, double deviation, double persistence) {

        /**
         * Checks the regime.
         *
         * @throws InvalidInput if the deviation is not above 1e-50 or the persistence no probability
         */
        public Regime {
            Inputs.value(mean);
            Inputs.between("deviation", deviation, 1e-50, 1e100);
            InvalidInput.unless(persistence >= 0 && persistence <= 1, "persistence", persistence, "from 0 to 1");
        }

        double logDensity(double value) {
            double z = (value - mean) / deviation;
            return -0.5 * z * z - Math.log(deviation) - 0.5 * Math.log(2 * Math.PI);
        }
    }

    /**
     * Checks the model.
     *
     * @throws InvalidInput if the first probability is none or the likelihood not finite
     */
    public MarketRegimes {
        InvalidInput.unless(
                initialTurbulent >= 0 && initialTurbulent <= 1, "initial probability", initialTurbulent, "from 0 to 1");
        InvalidInput.unless(Double.isFinite(logLikelihood), "log-likelihood", logLikelihood, "finite");
    }

    /**
     * Fits the model.
     *
     * @param values returns or changes, the oldest first
     * @return the better of two maxima of the likelihood
     * @throws InvalidInput if a value is not finite
     * @throws InsufficientHistory if there are fewer than 50 values
     * @throws ZeroVariance if the series never moves
     * @throws NotConverged if the likelihood still rises after 5,000 rounds
     */
    public static MarketRegimes fit(double[] values) {
        Inputs.series("Market regimes", values, FEWEST);
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double variance = 0;
        for (double value : values) {
            variance += (value - mean) * (value - mean) / values.length;
        }
        if (!(variance > 1e-28 * mean * mean)) {
            throw new ZeroVariance("series", "market regimes");
        }
        double deviation = Math.sqrt(variance);
        MarketRegimes byVolatility = climb(
                values,
                deviation,
                new MarketRegimes(
                        new Regime(mean, 0.6 * deviation, 0.95), new Regime(mean, 1.6 * deviation, 0.95), 0.5, 0));
        MarketRegimes byMean = climb(
                values,
                deviation,
                new MarketRegimes(
                        new Regime(mean + 0.7 * deviation, 0.7 * deviation, 0.95),
                        new Regime(mean - 0.7 * deviation, 0.7 * deviation, 0.95),
                        0.5,
                        0));
        MarketRegimes best = byMean.logLikelihood > byVolatility.logLikelihood ? byMean : byVolatility;
        return best.calm.deviation <= best.turbulent.deviation
                ? best
                : new MarketRegimes(
                        /* calm= */ best.turbulent,
                        /* turbulent= */ best.calm,
                        1 - best.initialTurbulent,
                        best.logLikelihood);
    }

    private static MarketRegimes climb(double[] values, double deviation, MarketRegimes start) {
        MarketRegimes model = start;
        double before = Double.NEGATIVE_INFINITY;
        for (int round = 0; round < ITERATIONS; round++) {
            Smoothing smoothing = Smoothing.of(model, values);
            if (smoothing.logLikelihood() - before <= 1e-10 * values.length) {
                return new MarketRegimes(
                        model.calm, model.turbulent, model.initialTurbulent, smoothing.logLikelihood());
            }
            before = smoothing.logLikelihood();
            // A regime of a single point would have a likelihood without bound.
            model = smoothing.next(values, 1e-3 * deviation);
        }
        throw new NotConverged("market regimes", ITERATIONS, before, 1e-10 * values.length);
    }

    /**
     * Returns the probability of turbulence after each observation, from that one and those before it alone.
     *
     * @param values returns or changes, the oldest first
     * @return one probability an observation, from 0 to 1
     * @throws InvalidInput if a value is not finite
     */
    public double[] turbulence(double[] values) {
        double[] probabilities = new double[values.length];
        double turbulence = initialTurbulent;
        for (int t = 0; t < values.length; t++) {
            turbulence = updated(t == 0 ? turbulence : forecast(turbulence), Inputs.value(values[t]));
            probabilities[t] = turbulence;
        }
        return probabilities;
    }

    /**
     * Returns the probability that the next observation is turbulent.
     *
     * @param turbulence probability that the last one was, from 0 to 1
     * @return the probability, from 0 to 1
     * @throws InvalidInput if the argument is no probability
     */
    public double forecast(double turbulence) {
        InvalidInput.unless(turbulence >= 0 && turbulence <= 1, "turbulence", turbulence, "from 0 to 1");
        return turbulence * turbulent.persistence + (1 - turbulence) * (1 - calm.persistence);
    }

    private double updated(double prior, double value) {
        double odds = turbulent.logDensity(value) - calm.logDensity(value);
        // Whichever density is larger is taken for 1, so that a value far from both cannot make 0/0.
        double inTurbulence = prior * Math.exp(Math.min(0, odds));
        double inCalm = (1 - prior) * Math.exp(Math.min(0, -odds));
        double total = inTurbulence + inCalm;
        return total > 0 ? inTurbulence / total : prior;
    }

    /** {@return the two regimes} */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "MarketRegimes[calm %s, turbulent %s]", calm, turbulent);
    }
}
