package io.bondtrader.risk.var;

import io.bondtrader.core.error.InvalidInput;
import java.util.Locale;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * The supervisor's verdict on a value at risk of 99 %: green below the fifth exception of 250 days, amber from the fifth, red
 * from the tenth; for other numbers of days and confidences, by the same cumulative probabilities of 95 % and 99.99 %.
 *
 * <p>Source: Basel Committee, MAR32.5 to MAR32.9 and MAR99.54 (three-zone approach); the multiplier applies to 250 days at
 * 99 %. Immutable and safe for use by many threads.
 *
 * @param days number of days
 * @param exceptions exceptions among them
 * @param zone the verdict
 * @param cumulativeProbability probability of so many exceptions or fewer, if value at risk is right
 * @param multiplier factor on the capital measure, from 1.5 to 2
 */
public record TrafficLight(int days, int exceptions, Zone zone, double cumulativeProbability, double multiplier) {

    private static final double[] MULTIPLIERS = {1.50, 1.50, 1.50, 1.50, 1.50, 1.70, 1.76, 1.83, 1.88, 1.92, 2.00};

    /** The zones. */
    public enum Zone {
        /** Nothing speaks against the model. */
        GREEN,
        /** The model may be wrong; capital rises with each exception. */
        AMBER,
        /** The model is presumed wrong. */
        RED
    }

    /**
     * Returns the verdict.
     *
     * @param days number of days, 1 or more
     * @param exceptions exceptions among them
     * @param confidence of the value at risk, such as 0.99
     * @return the verdict
     * @throws InvalidInput if a number is out of range
     */
    public static TrafficLight of(int days, int exceptions, double confidence) {
        PnlVectors.requireConfidence(confidence);
        InvalidInput.unless(days >= 1, "days", days, "1 or more");
        InvalidInput.unless(
                exceptions >= 0 && exceptions <= days, "exceptions", exceptions, "from 0 to the number of days");
        BinomialDistribution right = new BinomialDistribution(null, days, 1 - confidence);
        double cumulative = right.cumulativeProbability(exceptions);
        Zone zone = cumulative < 0.95 ? Zone.GREEN : cumulative < 0.9999 ? Zone.AMBER : Zone.RED;
        return new TrafficLight(
                days, exceptions, zone, cumulative, MULTIPLIERS[Math.min(10, scaled(right, exceptions))]);
    }

    /** The exceptions of 250 days at 99 % that are as unlikely as these. */
    private static int scaled(BinomialDistribution right, int exceptions) {
        if (right.getNumberOfTrials() == 250 && Math.abs(right.getProbabilityOfSuccess() - 0.01) < 1e-12) {
            return exceptions;
        }
        double cumulative = right.cumulativeProbability(exceptions);
        BinomialDistribution standard = new BinomialDistribution(null, 250, 0.01);
        int count = 0;
        while (count < 10 && standard.cumulativeProbability(count) < cumulative) {
            count++;
        }
        return count;
    }

    /** {@return the zone, the counts and the multiplier} */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %d exceptions in %d days (cumulative probability %.2f%%), multiplier %.2f",
                zone,
                exceptions,
                days,
                100 * cumulativeProbability,
                multiplier);
    }
}
