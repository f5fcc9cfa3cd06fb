package io.bondtrader.strategies.signal;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.error.InsufficientHistory;
import io.bondtrader.risk.error.ZeroVariance;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * How the rescaled range of changes grows with the span looked at: 0.5 without memory, above if changes persist, below if
 * they reverse.
 *
 * <p>The slope of log R/S over spans 8, 16, 32 … up to half the series, less what Anis and Lloyd (Biometrika 63, 1976)
 * expect of independent changes, plus a half. Source of R/S: Hurst, Transactions of the ASCE 116 (1951). Without their
 * correction independent changes come out near 0.6.
 *
 * <p>Stateless.
 */
public final class HurstExponent {

    private HurstExponent() {}

    /**
     * Estimates the exponent.
     *
     * @param changes returns or differences, not levels, the oldest first, at least 64
     * @return the estimate, mostly from 0 to 1
     * @throws InvalidInput if a value is not finite
     * @throws InsufficientHistory if there are fewer than 64 changes
     * @throws ZeroVariance if fewer than two spans have changes that differ
     */
    public static double of(double[] changes) {
        Inputs.series("Hurst exponent", changes, 64);
        SimpleRegression regression = new SimpleRegression();
        for (int span = 8; span <= changes.length / 2; span *= 2) {
            double mean = meanRescaledRange(changes, span);
            if (mean > 0) {
                regression.addData(Math.log(span), Math.log(mean / expected(span)));
            }
        }
        if (regression.getN() < 2) {
            throw new ZeroVariance("series", "the Hurst exponent");
        }
        return 0.5 + regression.getSlope();
    }

    private static double meanRescaledRange(double[] changes, int span) {
        double total = 0;
        int blocks = 0;
        for (int start = 0; start + span <= changes.length; start += span) {
            Window window = new Window(span);
            for (int t = start; t < start + span; t++) {
                window.add(changes[t]);
            }
            double scatter = window.scatter();
            if (scatter > 0) {
                double sum = 0;
                double highest = 0;
                double lowest = 0;
                for (int t = start; t < start + span; t++) {
                    sum += changes[t] - window.mean();
                    highest = Math.max(highest, sum);
                    lowest = Math.min(lowest, sum);
                }
                total += (highest - lowest) / Math.sqrt(scatter / span);
                blocks++;
            }
        }
        return blocks == 0 ? 0 : total / blocks;
    }

    private static double expected(int span) {
        double sum = 0;
        for (int i = 1; i < span; i++) {
            sum += Math.sqrt((double) (span - i) / i);
        }
        return Math.exp(Gamma.logGamma((span - 1) / 2.0) - Gamma.logGamma(span / 2.0)) / Math.sqrt(Math.PI) * sum;
    }
}
