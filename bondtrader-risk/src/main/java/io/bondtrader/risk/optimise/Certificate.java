package io.bondtrader.risk.optimise;

import io.bondtrader.core.error.InvalidInput;

/**
 * How far an answer is from satisfying the conditions of an optimum (Karush, Kuhn and Tucker), recomputed from the problem and
 * the answer alone. For a convex problem these conditions are sufficient: zeros are a proof.
 *
 * @param stationarity largest entry of Hx + c − A'y − z, relative to the largest term in it
 * @param primal largest violation of a constraint, in its own unit per unit of its largest coefficient
 * @param dual largest multiplier of the wrong sign, relative as stationarity is
 * @param complementarity largest product of a multiplier and the room left at its constraint, relative as stationarity is
 */
public record Certificate(double stationarity, double primal, double dual, double complementarity) {

    /** Refuses numbers that prove nothing. */
    public Certificate {
        InvalidInput.unless(stationarity >= 0, "stationarity", stationarity, "not negative");
        InvalidInput.unless(primal >= 0, "primal", primal, "not negative");
        InvalidInput.unless(dual >= 0, "dual", dual, "not negative");
        InvalidInput.unless(complementarity >= 0, "complementarity", complementarity, "not negative");
    }

    /** {@return the largest of the four} */
    public double worst() {
        return Math.max(Math.max(stationarity, primal), Math.max(dual, complementarity));
    }

    /** Takes the measure of an answer: multipliers are positive where a lower side binds, negative where an upper one does. */
    static Certificate of(QuadraticProgram program, double[] x, double[] rowMultipliers, double[] boundMultipliers) {
        int n = program.size;
        double[] residual = program.curvatureTimes(x);
        double scale = 0;
        for (int j = 0; j < n; j++) {
            double size = Math.max(program.hessian[j * n + j] * Math.abs(x[j]), Math.abs(program.gradient[j]));
            scale = Math.max(scale, Math.max(Math.abs(residual[j]), size));
            residual[j] += program.gradient[j] - boundMultipliers[j];
        }
        boolean indifferent = !(scale > 0); // nothing is minimised: residuals count as they are
        double primal = 0;
        double dual = 0;
        double complementarity = 0;
        for (int k = 0; k < program.rows.length; k++) {
            double largest = 0;
            double y = rowMultipliers[k];
            for (int j = 0; j < n; j++) {
                largest = Math.max(largest, Math.abs(program.rows[k][j]));
                residual[j] -= y * program.rows[k][j];
            }
            double value = program.activity(k, x);
            double below = value - program.rowLower[k];
            double above = program.rowUpper[k] - value;
            primal = Math.max(primal, Math.max(-below, -above) / Math.max(1, largest));
            scale = Math.max(scale, Math.abs(y) * largest);
            dual = Math.max(dual, wrongSign(y, below, above) * largest);
            complementarity = Math.max(complementarity, slackness(y, below, above));
        }
        double stationarity = 0;
        for (int j = 0; j < n; j++) {
            double z = boundMultipliers[j];
            double below = x[j] - program.lower[j];
            double above = program.upper[j] - x[j];
            primal = Math.max(primal, Math.max(-below, -above));
            dual = Math.max(dual, wrongSign(z, below, above));
            complementarity = Math.max(complementarity, slackness(z, below, above));
            stationarity = Math.max(stationarity, Math.abs(residual[j]));
        }
        double unit = indifferent ? 1 : scale;
        return new Certificate(stationarity / unit, primal, dual / unit, complementarity / unit);
    }

    /** A multiplier needs a side to push against. */
    private static double wrongSign(double multiplier, double below, double above) {
        boolean pushes = multiplier > 0 ? Double.isFinite(below) : Double.isFinite(above);
        return pushes ? 0 : Math.abs(multiplier);
    }

    private static double slackness(double multiplier, double below, double above) {
        double room = multiplier > 0 ? below : above;
        return Double.isFinite(room) ? Math.abs(multiplier * room) : 0;
    }
}
