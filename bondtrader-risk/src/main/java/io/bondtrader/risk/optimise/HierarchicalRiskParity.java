package io.bondtrader.risk.optimise;

import io.bondtrader.risk.error.ZeroVariance;
import io.bondtrader.risk.factor.Covariance;
import java.util.Arrays;
import java.util.List;

/**
 * Hierarchical risk parity: assets are clustered by correlation, laid in a row, and the row is halved again and again, each half
 * weighed by the inverse of the other's variance.
 *
 * <pre>
 * dᵢⱼ = sqrt((1 − ρᵢⱼ) / 2),   variance of a half = that of its inverse-variance portfolio
 * </pre>
 *
 * <p>Libraries differ in what they cluster by, and so in the answer; each way has a name here. Source: López de Prado, "Building
 * Diversified Portfolios that Outperform Out of Sample", Journal of Portfolio Management 42 (2016). Needs no inverse, so that a
 * singular covariance will do. Stateless and safe for use by many threads.
 */
public final class HierarchicalRiskParity {

    /** What assets are clustered by, and how the row is laid. */
    public enum Variant {
        /** The paper's: single linkage by the Euclidean distance between columns of d. */
        DISTANCE_OF_DISTANCES,
        /** As PyPortfolioOpt does: single linkage by d itself. */
        DIRECT_DISTANCE,
        /** As skfolio does with single linkage: by d itself, with branches turned so that neighbours are closest. */
        OPTIMAL_LEAF_ORDER
    }

    private HierarchicalRiskParity() {}

    /**
     * Weighs assets.
     *
     * @param covariance of the assets
     * @param variant what they are clustered by
     * @return the portfolio, all of whose weights are positive
     * @throws ZeroVariance if an asset never moves
     */
    public static Portfolio of(Covariance covariance, Variant variant) {
        return Portfolio.of(covariance, weights(covariance, order(covariance, variant)));
    }

    /**
     * Returns the row in which assets are laid.
     *
     * @param covariance of the assets
     * @param variant what they are clustered by
     * @return their names, so that similar ones are close
     * @throws ZeroVariance if an asset never moves
     */
    public static List<String> leafOrder(Covariance covariance, Variant variant) {
        return Arrays.stream(order(covariance, variant))
                .mapToObj(covariance.names()::get)
                .toList();
    }

    private static int[] order(Covariance covariance, Variant variant) {
        int n = covariance.size();
        double[] distance = distances(covariance);
        boolean ofColumns = variant == Variant.DISTANCE_OF_DISTANCES;
        SingleLinkage tree = ofColumns ? SingleLinkage.ofColumns(n, distance) : SingleLinkage.of(n, distance);
        return variant == Variant.OPTIMAL_LEAF_ORDER ? LeafOrder.optimal(tree, n, distance) : tree.leaves();
    }

    private static double[] distances(Covariance covariance) {
        int n = covariance.size();
        double[] values = covariance.toRowMajor();
        double[] inverse = new double[n];
        for (int i = 0; i < n; i++) {
            double volatility = Math.sqrt(values[i * n + i]);
            if (!(volatility > 0)) {
                throw new ZeroVariance(covariance.names().get(i), "hierarchical risk parity");
            }
            inverse[i] = 1 / volatility;
        }
        double[] distance = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double correlation = values[i * n + j] * inverse[i] * inverse[j];
                distance[i * n + j] = i == j ? 0 : Math.sqrt(Math.max(0, 0.5 * (1 - correlation)));
            }
        }
        return distance;
    }

    /** Halves the row recursively. */
    private static double[] weights(Covariance covariance, int[] order) {
        double[] weights = new double[order.length];
        Arrays.fill(weights, 1);
        split(covariance.toRowMajor(), order, 0, order.length, weights);
        return weights;
    }

    private static void split(double[] values, int[] order, int from, int to, double[] weights) {
        if (to - from < 2) {
            return;
        }
        int middle = from + (to - from) / 2;
        double left = variance(values, order, from, middle);
        double right = variance(values, order, middle, to);
        double share = right / (left + right);
        for (int k = from; k < to; k++) {
            weights[order[k]] *= k < middle ? share : 1 - share;
        }
        split(values, order, from, middle, weights);
        split(values, order, middle, to, weights);
    }

    /** The variance of the inverse-variance portfolio of a stretch of the row. */
    private static double variance(double[] values, int[] order, int from, int to) {
        int n = order.length;
        double total = 0;
        double sum = 0;
        for (int k = from; k < to; k++) {
            double precision = 1 / values[order[k] * n + order[k]];
            total += precision;
            sum += precision;
            double across = 0;
            for (int l = from; l < k; l++) {
                int other = order[l];
                across += values[order[k] * n + other] / values[other * n + other];
            }
            sum += 2 * precision * across;
        }
        return sum / (total * total);
    }
}
