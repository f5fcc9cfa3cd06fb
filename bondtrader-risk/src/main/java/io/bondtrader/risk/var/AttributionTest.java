package io.bondtrader.risk.var;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.error.InsufficientHistory;
import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/**
 * Whether the P&amp;L that the risk model explains is that of the full valuation: the P&amp;L attribution test. Spearman's rank
 * correlation looks at the days, the Kolmogorov-Smirnov distance at the distributions.
 *
 * <p>Source: Basel Committee, MAR32.18 to MAR32.44: green above 0.80 and below 0.09, red below 0.70 or above 0.12. Immutable
 * and safe for use by many threads.
 *
 * @param days number of days
 * @param spearman rank correlation of both P&amp;Ls
 * @param kolmogorovSmirnov largest distance of their distributions
 */
public record AttributionTest(int days, double spearman, double kolmogorovSmirnov) {

    private static final int FEWEST = 20;

    /**
     * Tests a risk model.
     *
     * @param riskTheoretical P&amp;L by the factors and pricing of the risk model, a number a day
     * @param hypothetical P&amp;L of the same positions by the full valuation
     * @return the test
     * @throws InsufficientHistory if there are fewer than twenty days; the rule asks for 250
     * @throws InvalidInput if lengths differ or a number is not finite
     */
    public static AttributionTest of(double[] riskTheoretical, double[] hypothetical) {
        int days = hypothetical.length;
        if (days < FEWEST) {
            throw new InsufficientHistory("P&L attribution test", days, FEWEST);
        }
        InvalidInput.unless(
                riskTheoretical.length == days, "riskTheoretical", riskTheoretical.length, "one a day, " + days);
        for (int t = 0; t < days; t++) {
            InvalidInput.unless(
                    Double.isFinite(riskTheoretical[t]), "riskTheoretical " + t, riskTheoretical[t], "finite");
            InvalidInput.unless(Double.isFinite(hypothetical[t]), "hypothetical " + t, hypothetical[t], "finite");
        }
        return new AttributionTest(
                days,
                new SpearmansCorrelation().correlation(riskTheoretical, hypothetical),
                distance(riskTheoretical, hypothetical));
    }

    private static double distance(double[] left, double[] right) {
        double[] a = left.clone();
        double[] b = right.clone();
        Arrays.sort(a);
        Arrays.sort(b);
        double largest = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            double at = Math.min(a[i], b[j]);
            while (i < a.length && a[i] <= at) {
                i++;
            }
            while (j < b.length && b[j] <= at) {
                j++;
            }
            largest = Math.max(largest, Math.abs(i / (double) a.length - j / (double) b.length));
        }
        return largest;
    }

    /** {@return the worse of both verdicts} */
    public TrafficLight.Zone zone() {
        if (spearman < 0.70 || kolmogorovSmirnov > 0.12) {
            return TrafficLight.Zone.RED;
        }
        return spearman > 0.80 && kolmogorovSmirnov < 0.09 ? TrafficLight.Zone.GREEN : TrafficLight.Zone.AMBER;
    }

    /** {@return the zone and both measures} */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: Spearman %.4f, Kolmogorov-Smirnov %.4f over %d days",
                zone(),
                spearman,
                kolmogorovSmirnov,
                days);
    }
}
