package io.bondtrader.core.curve.bootstrap;

/** Node values at which a solver stopped, and how many steps it took. */
final class Solution {

    private final double[] values;
    private final int iterations;

    /** Takes over {@code values}. */
    Solution(double[] values, int iterations) {
        this.values = values;
        this.iterations = iterations;
    }

    double[] values() {
        return values;
    }

    int iterations() {
        return iterations;
    }
}
