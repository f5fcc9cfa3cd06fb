package io.bondtrader.risk.optimise;

/** How an optimum moves along a tilt of the objective: derivatives of weights and multipliers. */
final class Slopes {

    final double[] x;
    final double[] rowMultipliers;
    final double[] boundMultipliers;

    Slopes(double[] x, double[] rowMultipliers, double[] boundMultipliers) {
        this.x = x;
        this.rowMultipliers = rowMultipliers;
        this.boundMultipliers = boundMultipliers;
    }
}
