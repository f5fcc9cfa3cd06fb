package io.bondtrader.risk.var;

/**
 * A tail figure as a weighted sum of ordered losses: value at risk is one loss or a mean of two neighbours, expected
 * shortfall a mean of the worst. The same weights on a position's own losses of those scenarios give its part of the figure,
 * so that parts add up to the whole.
 *
 * <p>Ranks count from the worst loss, which has rank 0. Positions of sample quantiles are those of {@link
 * QuantileConvention}.
 */
final class RankWeights {

    private final int[] ranks;
    private final double[] weights;

    private RankWeights(int[] ranks, double[] weights) {
        this.ranks = ranks;
        this.weights = weights;
    }

    /** The quantile of losses of equal weight. */
    static RankWeights quantile(int n, double confidence, QuantileConvention convention) {
        return switch (convention) {
            case LINEAR -> between(n, 1 + confidence * (n - 1));
            case WEIBULL -> between(n, confidence * (n + 1));
            case MEDIAN_UNBIASED -> between(n, confidence * (n + 1.0 / 3) + 1.0 / 3);
            case ORDER_STATISTIC, COHERENT ->
                new RankWeights(new int[] {worstCount(confidence, n) - 1}, new double[] {1});
        };
    }

    /** The tail mean of losses of equal weight, worst first, beyond a quantile of the same convention. */
    static RankWeights tail(double[] worstFirst, double confidence, QuantileConvention convention, double quantile) {
        int n = worstFirst.length;
        return switch (convention) {
            case LINEAR, WEIBULL, MEDIAN_UNBIASED -> mean(atOrBeyond(worstFirst, quantile));
            case ORDER_STATISTIC -> mean(worstCount(confidence, n));
            case COHERENT -> worstShare((1 - confidence) * n, worstCount(confidence, n));
        };
    }

    /** The worst scenario at which the weights of the worst losses reach the tail. */
    static RankWeights weightedQuantile(double[] probabilitiesWorstFirst, double tail) {
        double sum = 0;
        int rank = 0;
        while (rank < probabilitiesWorstFirst.length - 1) {
            sum += probabilitiesWorstFirst[rank];
            if (sum >= tail * (1 - 1e-12)) {
                break;
            }
            rank++;
        }
        return new RankWeights(new int[] {rank}, new double[] {1});
    }

    /** The mean of the worst losses whose weights add up to the tail, the last of them in part. */
    static RankWeights weightedTail(double[] probabilitiesWorstFirst, double tail) {
        int count = weightedQuantile(probabilitiesWorstFirst, tail).ranks[0] + 1;
        int[] ranks = new int[count];
        double[] weights = new double[count];
        double left = tail;
        for (int i = 0; i < count; i++) {
            ranks[i] = i;
            double part = i == count - 1 ? left : Math.min(left, probabilitiesWorstFirst[i]);
            weights[i] = part / tail;
            left -= part;
        }
        return new RankWeights(ranks, weights);
    }

    /** k = ⌈(1 - c) n⌉, where a product that misses a whole number by rounding is that number. */
    static int worstCount(double confidence, int n) {
        double tail = (1 - confidence) * n;
        double whole = Math.rint(tail);
        double count = Math.abs(tail - whole) < 1e-9 * Math.max(1, whole) ? whole : Math.ceil(tail);
        return (int) Math.min(n, Math.max(1, count));
    }

    double of(double[] worstFirst) {
        double sum = 0;
        for (int i = 0; i < ranks.length; i++) {
            sum += weights[i] * worstFirst[ranks[i]];
        }
        return sum;
    }

    int count() {
        return ranks.length;
    }

    int rank(int index) {
        return ranks[index];
    }

    double weight(int index) {
        return weights[index];
    }

    /** Position from the smallest loss, 1 to n. */
    private static RankWeights between(int n, double position) {
        double within = Math.max(1, Math.min(n, position));
        int below = (int) Math.floor(within);
        double fraction = within - below;
        if (below >= n || fraction == 0.0) {
            return new RankWeights(new int[] {n - below}, new double[] {1});
        }
        return new RankWeights(new int[] {n - below - 1, n - below}, new double[] {fraction, 1 - fraction});
    }

    private static int atOrBeyond(double[] worstFirst, double quantile) {
        // interpolation may leave the quantile an ulp above the loss that it is
        double threshold = quantile - 1e-12 * Math.abs(quantile);
        int count = 0;
        while (count < worstFirst.length && worstFirst[count] >= threshold) {
            count++;
        }
        return Math.max(1, count);
    }

    private static RankWeights mean(int count) {
        int[] ranks = new int[count];
        double[] weights = new double[count];
        for (int i = 0; i < count; i++) {
            ranks[i] = i;
            weights[i] = 1.0 / count;
        }
        return new RankWeights(ranks, weights);
    }

    private static RankWeights worstShare(double tail, int count) {
        RankWeights shares = mean(count);
        double last = Math.max(0, Math.min(1, tail - (count - 1)));
        double whole = count - 1 + last;
        for (int i = 0; i < count; i++) {
            shares.weights[i] = (i == count - 1 ? last : 1) / whole;
        }
        return shares;
    }
}
