package io.bondtrader.risk.var;

import io.bondtrader.core.error.InvalidInput;
import java.util.Locale;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * Whether exceptions of a value at risk came as often as promised, and independently of each other, by likelihood ratios.
 *
 * <p>Source: Kupiec, <i>Techniques for verifying the accuracy of risk measurement models</i>, Journal of Derivatives 3 (1995);
 * Christoffersen, <i>Evaluating interval forecasts</i>, International Economic Review 39 (1998). Both ratios are chi-square
 * with one degree of freedom, their sum with two. Immutable and safe for use by many threads.
 *
 * @param days number of days
 * @param exceptions days on which the loss was beyond value at risk
 * @param exceptionProbability what was promised: one less the confidence
 * @param unconditional Kupiec's ratio
 * @param independence Christoffersen's ratio, 0 if there is nothing to test it by
 */
public record CoverageTest(
        int days, int exceptions, double exceptionProbability, double unconditional, double independence) {

    /**
     * Tests the number of exceptions alone.
     *
     * @param days number of days, 1 or more
     * @param exceptions exceptions among them
     * @param exceptionProbability what was promised, such as 0.01
     * @return the test, without independence
     * @throws InvalidInput if a number is out of range
     */
    public static CoverageTest ofCounts(int days, int exceptions, double exceptionProbability) {
        InvalidInput.unless(days >= 1, "days", days, "1 or more");
        InvalidInput.unless(
                exceptions >= 0 && exceptions <= days, "exceptions", exceptions, "from 0 to the number of days");
        InvalidInput.unless(
                exceptionProbability > 0 && exceptionProbability < 1,
                "exceptionProbability",
                exceptionProbability,
                "between 0 and 1");
        return new CoverageTest(
                days, exceptions, exceptionProbability, kupiec(days, exceptions, exceptionProbability), 0);
    }

    /**
     * Tests the number of exceptions and whether one makes the next more likely.
     *
     * @param exceptions whether each day was one, the oldest first
     * @param exceptionProbability what was promised, such as 0.01
     * @return the test
     * @throws InvalidInput if there are fewer than two days or the probability is out of range
     */
    public static CoverageTest of(boolean[] exceptions, double exceptionProbability) {
        InvalidInput.unless(exceptions.length >= 2, "days", exceptions.length, "2 or more");
        int count = exceptions[0] ? 1 : 0;
        int[][] pairs = new int[2][2];
        for (int t = 1; t < exceptions.length; t++) {
            count += exceptions[t] ? 1 : 0;
            pairs[exceptions[t - 1] ? 1 : 0][exceptions[t] ? 1 : 0]++;
        }
        CoverageTest counts = ofCounts(exceptions.length, count, exceptionProbability);
        return new CoverageTest(
                counts.days,
                count,
                exceptionProbability,
                counts.unconditional,
                christoffersen(pairs[0][0], pairs[0][1], pairs[1][0], pairs[1][1]));
    }

    /** −2 ln of the likelihood as promised over that of the observed rate. */
    static double kupiec(int days, int exceptions, double probability) {
        double rate = exceptions / (double) days;
        return Math.max(
                0,
                2
                        * (logLikelihood(days - exceptions, exceptions, rate)
                                - logLikelihood(days - exceptions, exceptions, probability)));
    }

    /** nᵢⱼ days in state j after a day in state i, 1 being an exception. */
    static double christoffersen(int n00, int n01, int n10, int n11) {
        if (n00 + n01 == 0 || n10 + n11 == 0) {
            return 0;
        }
        double afterNone = n01 / (double) (n00 + n01);
        double afterOne = n11 / (double) (n10 + n11);
        double any = (n01 + n11) / (double) (n00 + n01 + n10 + n11);
        return Math.max(
                0,
                2
                        * (logLikelihood(n00, n01, afterNone)
                                + logLikelihood(n10, n11, afterOne)
                                - logLikelihood(n00 + n10, n01 + n11, any)));
    }

    private static double logLikelihood(int without, int with, double probability) {
        return (without == 0 ? 0 : without * Math.log1p(-probability)) + (with == 0 ? 0 : with * Math.log(probability));
    }

    /** {@return the ratio of both together, chi-square with two degrees of freedom} */
    public double conditional() {
        return unconditional + independence;
    }

    /** {@return the probability of a count as unlikely as this one if the promise holds} */
    public double unconditionalProbability() {
        return beyond(unconditional, 1);
    }

    /** {@return the probability of pairs as unlikely as these if exceptions are independent} */
    public double independenceProbability() {
        return beyond(independence, 1);
    }

    /** {@return the probability of both together if the promise holds} */
    public double conditionalProbability() {
        return beyond(conditional(), 2);
    }

    private static double beyond(double ratio, int degreesOfFreedom) {
        return 1 - new ChiSquaredDistribution(null, degreesOfFreedom).cumulativeProbability(ratio);
    }

    /** {@return counts, ratios and probabilities} */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d of %d days (promised %.1f): Kupiec %.3f (p %.3f), Christoffersen %.3f (p %.3f), joint %.3f (p %.3f)",
                exceptions,
                days,
                days * exceptionProbability,
                unconditional,
                unconditionalProbability(),
                independence,
                independenceProbability(),
                conditional(),
                conditionalProbability());
    }
}
