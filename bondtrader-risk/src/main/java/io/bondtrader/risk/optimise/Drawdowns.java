package io.bondtrader.risk.optimise;

/** How far a portfolio's summed return has fallen from its peak, and when that peak was; the start counts as one. */
final class Drawdowns {

    private final double[] depths;
    private final int[] peaks; // number of returns summed at the peak

    private Drawdowns(double[] depths, int[] peaks) {
        this.depths = depths;
        this.peaks = peaks;
    }

    static Drawdowns of(double[][] returns, double[] weights) {
        double[] depths = new double[returns.length];
        int[] peaks = new int[returns.length];
        double level = 0;
        double highest = 0;
        int peak = 0;
        for (int t = 0; t < returns.length; t++) {
            level += QuadraticProgram.dot(returns[t], 0, weights, weights.length);
            if (level > highest) {
                highest = level;
                peak = t + 1;
            }
            depths[t] = highest - level;
            peaks[t] = peak;
        }
        return new Drawdowns(depths, peaks);
    }

    double[] depths() {
        return depths.clone();
    }

    /** What each asset returned from the peak to each time. */
    double[][] changes(double[][] returns) {
        int n = returns[0].length;
        double[][] sums = new double[returns.length + 1][n];
        for (int t = 0; t < returns.length; t++) {
            for (int i = 0; i < n; i++) {
                sums[t + 1][i] = sums[t][i] + returns[t][i];
            }
        }
        double[][] changes = new double[returns.length][n];
        for (int t = 0; t < returns.length; t++) {
            for (int i = 0; i < n; i++) {
                changes[t][i] = sums[t + 1][i] - sums[peaks[t]][i];
            }
        }
        return changes;
    }
}
