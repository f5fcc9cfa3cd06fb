package io.bondtrader.risk.var;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.error.InsufficientHistory;
import io.bondtrader.risk.internal.StandardNormal;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The losses of all scenarios, worst first, and the tail figures read off them. Losses are positive for money lost. */
final class TailLosses {

    /** The probability that bands cover what they stand for. */
    private static final double BAND = 0.95;

    private static final double BAND_DEVIATIONS = StandardNormal.quantile((1 + BAND) / 2);

    private final double[] worstFirst;
    private final double @Nullable [] probabilities; // of the same scenarios, if they differ

    /** Scenarios of equal weight; the given P&amp;L is left as it is. */
    static TailLosses of(double[] pnl) {
        requireEnough(pnl.length);
        double[] ascending = pnl.clone();
        Arrays.sort(ascending); // of P&L: the worst loss first
        for (int i = 0; i < ascending.length; i++) {
            ascending[i] = 0.0 - ascending[i]; // no negative zero
        }
        return new TailLosses(ascending, null);
    }

    /** Scenarios with probabilities that add up to one. */
    static TailLosses of(double[] pnl, double[] probabilities) {
        requireEnough(pnl.length);
        int[] order = order(pnl);
        double[] worstFirst = new double[pnl.length];
        double[] ordered = new double[pnl.length];
        for (int i = 0; i < order.length; i++) {
            worstFirst[i] = 0.0 - pnl[order[i]];
            ordered[i] = probabilities[order[i]];
        }
        return new TailLosses(worstFirst, ordered);
    }

    /** Scenarios by P&amp;L, the worst first, equal ones in their own order. */
    static int[] order(double[] pnl) {
        Integer[] places = new Integer[pnl.length];
        Arrays.setAll(places, i -> i);
        Arrays.sort(places, (a, b) -> {
            int byPnl = Double.compare(pnl[a], pnl[b]);
            return byPnl != 0 ? byPnl : Integer.compare(a, b);
        });
        return Arrays.stream(places).mapToInt(Integer::intValue).toArray();
    }

    private TailLosses(double[] worstFirst, double @Nullable [] probabilities) {
        this.worstFirst = worstFirst;
        this.probabilities = probabilities;
    }

    RankWeights quantile(double confidence, QuantileConvention convention) {
        if (probabilities == null) {
            return RankWeights.quantile(worstFirst.length, confidence, convention);
        }
        requireStep(convention);
        return RankWeights.weightedQuantile(probabilities, 1 - confidence);
    }

    RankWeights tail(double confidence, QuantileConvention convention) {
        if (probabilities == null) {
            double quantile = quantile(confidence, convention).of(worstFirst);
            return RankWeights.tail(worstFirst, confidence, convention, quantile);
        }
        requireStep(convention);
        return RankWeights.weightedTail(probabilities, 1 - confidence);
    }

    TailRisk risk(String method, double confidence, QuantileConvention convention) {
        double valueAtRisk = quantile(confidence, convention).of(worstFirst);
        RankWeights tail = tail(confidence, convention);
        double shortfall = tail.of(worstFirst);
        return new TailRisk(
                method,
                confidence,
                Optional.of(convention),
                worstFirst.length,
                valueAtRisk,
                shortfall,
                quantileBand(confidence),
                shortfallBand(confidence, valueAtRisk, shortfall, tail));
    }

    /**
     * Ranks between which the quantile lies, by the binomial distribution of the number of worse losses in its normal
     * approximation with continuity correction. Source: Conover, <i>Practical Nonparametric Statistics</i>, 3.2. With
     * weights, n is Kish's effective number 1/Σw².
     */
    private ConfidenceBand quantileBand(double confidence) {
        double n = effectiveNumber();
        double spread = BAND_DEVIATIONS * Math.sqrt(n * confidence * (1 - confidence)) + 0.5;
        double worse = (1 - confidence) * n;
        return new ConfidenceBand(BAND, atShare((worse + spread) / n), atShare(Math.max(0, worse - spread) / n));
    }

    /**
     * √((s² + c (ES - VaR)²) / (n (1 - c))), s² being the variance within the tail. Source: Manistre and Hancock, <i>Variance
     * of the CTE Estimator</i>, North American Actuarial Journal 9 (2005).
     */
    private ConfidenceBand shortfallBand(double confidence, double valueAtRisk, double shortfall, RankWeights tail) {
        double within = 0;
        for (int i = 0; i < tail.count(); i++) {
            double off = worstFirst[tail.rank(i)] - shortfall;
            within += tail.weight(i) * off * off;
        }
        double beyond = shortfall - valueAtRisk;
        double variance = (within + confidence * beyond * beyond) / Math.max(1, effectiveNumber() * (1 - confidence));
        double spread = BAND_DEVIATIONS * Math.sqrt(variance);
        return new ConfidenceBand(BAND, shortfall - spread, shortfall + spread);
    }

    private double effectiveNumber() {
        if (probabilities == null) {
            return worstFirst.length;
        }
        double squares = 0;
        for (double probability : probabilities) {
            squares += probability * probability;
        }
        return 1 / squares;
    }

    /** The loss that a share of all scenarios is worse than. */
    private double atShare(double share) {
        int n = worstFirst.length;
        if (probabilities == null) {
            return worstFirst[(int) Math.min(n - 1, Math.floor(share * n))];
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += probabilities[i];
            if (sum > share) {
                return worstFirst[i];
            }
        }
        return worstFirst[n - 1];
    }

    private static void requireStep(QuantileConvention convention) {
        if (convention != QuantileConvention.ORDER_STATISTIC && convention != QuantileConvention.COHERENT) {
            throw new InvalidInput(
                    "convention", convention, "ORDER_STATISTIC or COHERENT where scenarios have weights of their own");
        }
    }

    private static void requireEnough(int scenarios) {
        if (scenarios < 2) {
            throw new InsufficientHistory("value at risk", scenarios, 2);
        }
    }
}
