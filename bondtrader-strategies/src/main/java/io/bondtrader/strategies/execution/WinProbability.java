package io.bondtrader.strategies.execution;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.NotConverged;
import java.util.SplittableRandom;

/**
 * How likely a quote wins a request, by how far it is from the cover, the best of the other quotes:
 *
 * <pre>P(win) = 1 / (1 + exp(-(atCover + perUnit · distance)))</pre>
 *
 * <p>The distance is positive where the quote is better for the client. The logistic form is the usual one for hit ratios of
 * dealers; its two numbers are a desk's own and are fitted to its history. Immutable and safe for use by many threads.
 *
 * @param atCover log-odds of a quote as good as the cover: 0 for a toss-up
 * @param perUnit log-odds gained by a unit of distance, positive
 */
public record WinProbability(double atCover, double perUnit) {

    private static final int STEPS = 100;
    private static final double SEPARATED = 1e6;

    /**
     * Checks the numbers.
     *
     * @throws InvalidInput if they are not finite or a better quote would not win more often
     */
    public WinProbability {
        InvalidInput.unless(Double.isFinite(atCover), "atCover", atCover, "finite");
        InvalidInput.unless(
                perUnit > 0.0 && perUnit < Double.POSITIVE_INFINITY, "perUnit", perUnit, "positive, finite");
    }

    /**
     * Returns the probability of winning.
     *
     * @param distance from the cover, positive if better for the client, in the unit of the quotes
     * @return from 0 to 1
     * @throws InvalidInput if the distance is not finite
     */
    public double of(double distance) {
        InvalidInput.unless(Double.isFinite(distance), "distance", distance, "finite");
        return logistic(atCover + perUnit * distance);
    }

    /**
     * Draws whether a quote wins.
     *
     * @param distance from the cover
     * @param random where chance comes from
     * @return whether it wins
     * @throws InvalidInput if the distance is not finite
     */
    public boolean wins(double distance, SplittableRandom random) {
        return random.nextDouble() < of(distance);
    }

    /**
     * Fits a history by maximum likelihood, with Newton's method.
     *
     * @param distances from the cover, finite
     * @param won whether each was won
     * @return the fitted form
     * @throws InvalidInput if the arrays differ in length or are shorter than two, a distance is not finite, or better
     *     quotes did not win more often
     * @throws NotConverged if the history does not decide: all were won or lost, or a distance separates the two
     */
    public static WinProbability fit(double[] distances, boolean[] won) {
        InvalidInput.unless(distances.length >= 2, "distances", distances.length + " numbers", "two or more");
        InvalidInput.unless(won.length == distances.length, "won", won.length + " flags", "as many as distances");
        for (double distance : distances) {
            InvalidInput.unless(Double.isFinite(distance), "distance", distance, "finite");
        }
        double a = 0;
        double b = 0;
        for (int step = 0; step < STEPS; step++) {
            double[] move = newtonStep(distances, won, a, b);
            a += move[0];
            b += move[1];
            double size = Math.abs(move[0]) + Math.abs(move[1]);
            if (!(size < SEPARATED)) {
                break;
            }
            if (size <= 1e-12 * (1 + Math.abs(a) + Math.abs(b))) {
                return new WinProbability(a, b);
            }
        }
        throw new NotConverged("win probability: the history does not set wins apart from losses", STEPS, b, a);
    }

    private static double[] newtonStep(double[] distances, boolean[] won, double a, double b) {
        double slopeA = 0;
        double slopeB = 0;
        double aa = 0;
        double ab = 0;
        double bb = 0;
        for (int i = 0; i < distances.length; i++) {
            double x = distances[i];
            double p = logistic(a + b * x);
            double error = (won[i] ? 1.0 : 0.0) - p;
            double weight = p * (1 - p);
            slopeA += error;
            slopeB += error * x;
            aa += weight;
            ab += weight * x;
            bb += weight * x * x;
        }
        double determinant = aa * bb - ab * ab;
        return new double[] {(bb * slopeA - ab * slopeB) / determinant, (aa * slopeB - ab * slopeA) / determinant};
    }

    private static double logistic(double logOdds) {
        return 1.0 / (1.0 + Math.exp(-logOdds));
    }
}
