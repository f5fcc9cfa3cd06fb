package io.bondtrader.risk.credit;

import io.bondtrader.core.error.InvalidInput;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The values that something may have at a horizon, and how likely each is.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class ValueDistribution {

    private final double[] values; // ascending
    private final double[] probabilities;
    private final double addedVariance;
    private final int samples;

    private ValueDistribution(double[] values, double[] probabilities, double addedVariance, int samples) {
        this.values = values;
        this.probabilities = probabilities;
        this.addedVariance = addedVariance;
        this.samples = samples;
    }

    /**
     * Returns the distribution of one exposure, exactly.
     *
     * @param exposure its values by rating
     * @param matrix its transitions until the horizon
     * @return the distribution
     * @throws InvalidInput if the exposure's rating is no state, or it has not one value for each
     */
    public static ValueDistribution of(RatedExposure exposure, TransitionMatrix matrix) {
        requireStates(exposure, matrix);
        double[] probabilities = matrix.row(exposure.rating()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        double[] values =
                exposure.values().stream().mapToDouble(Double::doubleValue).toArray();
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted((a, b) -> Double.compare(values[a], values[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        double deviation = exposure.recoveryDeviation();
        return new ValueDistribution(
                Arrays.stream(order).mapToDouble(k -> values[k]).toArray(),
                Arrays.stream(order).mapToDouble(k -> probabilities[k]).toArray(),
                probabilities[probabilities.length - 1] * deviation * deviation,
                0);
    }

    static void requireStates(RatedExposure exposure, TransitionMatrix matrix) {
        matrix.index(exposure.rating());
        InvalidInput.unless(
                exposure.values().size() == matrix.states().size(),
                "values of " + exposure.name(),
                exposure.values().size(),
                "one for each of " + matrix.states());
    }

    /** Of simulated values, which are sorted in place. */
    static ValueDistribution ofSamples(double[] samples) {
        Arrays.sort(samples);
        double[] probabilities = new double[samples.length];
        Arrays.fill(probabilities, 1.0 / samples.length);
        return new ValueDistribution(samples, probabilities, 0.0, samples.length);
    }

    /** {@return the expected value} */
    public double mean() {
        double sum = 0.0;
        for (int k = 0; k < values.length; k++) {
            sum += probabilities[k] * values[k];
        }
        return sum;
    }

    /** {@return the standard deviation of the value, recovery as expected} */
    public double standardDeviation() {
        return Math.sqrt(variance());
    }

    /** {@return the standard deviation of the value when recovery is uncertain too} */
    public double standardDeviationWithRecovery() {
        return Math.sqrt(variance() + addedVariance);
    }

    private double variance() {
        double mean = mean();
        double sum = 0.0;
        for (int k = 0; k < values.length; k++) {
            sum += probabilities[k] * (values[k] - mean) * (values[k] - mean);
        }
        return sum;
    }

    /**
     * Returns the smallest value below or at which the value lies with at least a probability.
     *
     * @param probability above 0, to 1
     * @return the percentile
     * @throws InvalidInput if the probability is out of range
     */
    public double percentile(double probability) {
        InvalidInput.unless(probability > 0.0 && probability <= 1.0, "probability", probability, "above 0, to 1");
        double sum = 0.0;
        for (int k = 0; k < values.length; k++) {
            sum += probabilities[k];
            if (sum >= probability - 1e-12) {
                return values[k];
            }
        }
        return values[values.length - 1];
    }

    /**
     * Returns by how much the value falls short of the expected one.
     *
     * @param confidence above 0, below 1
     * @return mean − percentile(1 − confidence)
     * @throws InvalidInput if the confidence is out of range
     */
    public double valueAtRisk(double confidence) {
        InvalidInput.unless(confidence > 0.0 && confidence < 1.0, "confidence", confidence, "above 0, below 1");
        return mean() - percentile(1.0 - confidence);
    }

    /**
     * Returns by how much the value falls short of the expected one in the worst cases, on average.
     *
     * @param confidence above 0, below 1: the worst cases have the probability 1 − confidence
     * @return mean − mean of the worst
     * @throws InvalidInput if the confidence is out of range
     */
    public double expectedShortfall(double confidence) {
        InvalidInput.unless(confidence > 0.0 && confidence < 1.0, "confidence", confidence, "above 0, below 1");
        double left = 1.0 - confidence;
        double sum = 0.0;
        for (int k = 0; k < values.length && left > 0.0; k++) {
            double taken = Math.min(left, probabilities[k]);
            sum += taken * values[k];
            left -= taken;
        }
        return mean() - sum / (1.0 - confidence);
    }

    /** {@return the standard error of {@link #mean()} if the values are simulated, 0 if they are exact} */
    public double standardErrorOfMean() {
        return samples == 0 ? 0.0 : standardDeviation() / Math.sqrt(samples);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "ValueDistribution[mean %.4f, standard deviation %.4f, %s]",
                mean(),
                standardDeviation(),
                samples == 0 ? values.length + " values" : samples + " samples");
    }
}
