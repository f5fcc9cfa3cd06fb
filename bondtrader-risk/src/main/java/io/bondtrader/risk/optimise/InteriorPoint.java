package io.bondtrader.risk.optimise;

import io.bondtrader.core.error.NotConverged;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * Primal-dual interior-point method with predictor and corrector, for what an {@link ActiveSet} solves. It shares nothing with
 * that but the program: every variable moves at every step, and every system is factored anew.
 *
 * <pre>
 * (H + G'(Z/S)G) Δx − E'Δy = r,   E Δx = −ρ,   Gx − s = h,  s, z ≥ 0
 * </pre>
 *
 * <p>G gathers floors and caps, E equalities. Source: Mehrotra, "On the Implementation of a Primal-Dual Interior Point Method",
 * SIAM J. Optimization 2 (1992); Nocedal and Wright, Numerical Optimization (2006), section 16.6. Confined to one thread.
 */
final class InteriorPoint {

    private static final int LIMIT = 200;

    private final QuadraticProgram program;
    private final int n;
    private final double room;
    private final double unit; // of the objective, so that tolerances are relative
    private final double[][] rows; // each divided by its largest entry
    private final List<double[]> equalities = new ArrayList<>();
    private final List<Integer> equalityOf = new ArrayList<>(); // row, or −1 − variable
    private final List<Double> values = new ArrayList<>();
    private final List<Side> sides = new ArrayList<>();

    final double[] x;
    private double[] y = {};
    private double[] s = {};
    private double[] z = {};
    private double @Nullable [] rowMultipliers; // once polished
    private double @Nullable [] boundMultipliers;
    int iterations;

    /** One inequality: sign × (row or variable) ≥ sign × limit. */
    private record Side(int row, int variable, double sign, double limit) {}

    /** Prepares a start whose room at every side is at least {@code room}. */
    InteriorPoint(QuadraticProgram program, double room) {
        this.program = program;
        this.room = room;
        this.n = program.size;
        this.x = new double[n];
        double largest = 0;
        for (int j = 0; j < n; j++) {
            largest = Math.max(largest, Math.max(program.hessian[j * n + j], Math.abs(program.gradient[j])));
        }
        this.unit = largest > 0 ? largest : 1;
        this.rows = new double[program.rows.length][n];
        double[] rowScales = program.rowScales;
        for (int k = 0; k < rows.length; k++) {
            for (int j = 0; j < n; j++) {
                rows[k][j] = program.rows[k][j] / rowScales[k];
            }
            addConstraint(k, -1, program.rowLower[k] / rowScales[k], program.rowUpper[k] / rowScales[k]);
        }
        for (int j = 0; j < n; j++) {
            addConstraint(-1, j, program.lower[j], program.upper[j]);
        }
    }

    private void addConstraint(int row, int variable, double lower, double upper) {
        if (lower == upper) {
            double[] coefficients = new double[n];
            if (row >= 0) {
                coefficients = rows[row];
            } else {
                coefficients[variable] = 1;
            }
            equalities.add(coefficients);
            equalityOf.add(row >= 0 ? row : -1 - variable);
            values.add(lower);
            return;
        }
        if (Double.isFinite(lower)) {
            sides.add(new Side(row, variable, 1, lower));
        }
        if (Double.isFinite(upper)) {
            sides.add(new Side(row, variable, -1, upper));
        }
    }

    private double value(Side side, double[] at) {
        return side.sign() * (side.row() >= 0 ? QuadraticProgram.dot(rows[side.row()], 0, at, n) : at[side.variable()]);
    }

    private void addMultiple(Side side, double factor, double[] target) {
        double signed = side.sign() * factor;
        if (side.row() < 0) {
            target[side.variable()] += signed;
            return;
        }
        double[] row = rows[side.row()];
        for (int j = 0; j < n; j++) {
            target[j] += signed * row[j];
        }
    }

    /** Runs to the optimum. */
    void solve() {
        start();
        double best = Double.POSITIVE_INFINITY;
        double[] bestX = x.clone();
        double[] bestY = y.clone();
        double[] bestZ = z.clone();
        int worse = 0;
        for (; iterations < LIMIT; iterations++) {
            double[] dual = dualResidual();
            double[] primal = equalityResidual();
            double[] gap = sideResidual();
            double complementarity = complementarity();
            double merit = Math.max(Math.max(norm(dual), norm(primal)), Math.max(norm(gap), complementarity));
            if (merit < best) {
                worse = merit < 0.5 * best ? 0 : worse + 1;
                best = merit;
                System.arraycopy(x, 0, bestX, 0, n);
                bestY = y.clone();
                bestZ = z.clone();
            } else {
                worse++;
            }
            if (merit < 1e-15 || worse > 8 || !step(dual, primal, gap, complementarity)) {
                break;
            }
        }
        System.arraycopy(bestX, 0, x, 0, n);
        y = bestY;
        z = bestZ;
        polish();
        if (!(best < 1e-6)) {
            throw new NotConverged("optimum by the interior-point method", iterations, program.objective(x), best);
        }
    }

    /** Solves for the sides that hold as if they were equalities, which takes off what the last steps could not. */
    private void polish() {
        Certificate before = Certificate.of(program, x, rowMultipliers(), boundMultipliers());
        Polish polished = Polish.of(program, warmStart());
        if (polished != null) {
            Certificate after = Certificate.of(program, polished.x, polished.rowMultipliers, polished.boundMultipliers);
            if (after.worst() < before.worst()) {
                System.arraycopy(polished.x, 0, x, 0, n);
                rowMultipliers = polished.rowMultipliers;
                boundMultipliers = polished.boundMultipliers;
            }
        }
    }

    private void start() {
        for (int j = 0; j < n; j++) {
            boolean low = Double.isFinite(program.lower[j]);
            boolean high = Double.isFinite(program.upper[j]);
            x[j] = low && high
                    ? 0.5 * (program.lower[j] + program.upper[j])
                    : low ? program.lower[j] + 1.0 / n : high ? program.upper[j] - 1.0 / n : 0;
        }
        y = new double[equalities.size()];
        s = new double[sides.size()];
        z = new double[sides.size()];
        for (int k = 0; k < s.length; k++) {
            Side side = sides.get(k);
            s[k] = Math.max(value(side, x) - side.sign() * side.limit(), room);
            z[k] = 1;
        }
    }

    /** (Hx + c)/unit − E'y − G'z. */
    private double[] dualResidual() {
        double[] residual = program.curvatureTimes(x);
        for (int j = 0; j < n; j++) {
            residual[j] = (residual[j] + program.gradient[j]) / unit;
        }
        for (int k = 0; k < y.length; k++) {
            double[] row = equalities.get(k);
            for (int j = 0; j < n; j++) {
                residual[j] -= y[k] * row[j];
            }
        }
        for (int k = 0; k < z.length; k++) {
            addMultiple(sides.get(k), -z[k], residual);
        }
        return residual;
    }

    private double[] equalityResidual() {
        double[] residual = new double[y.length];
        for (int k = 0; k < y.length; k++) {
            residual[k] = QuadraticProgram.dot(equalities.get(k), 0, x, n) - values.get(k);
        }
        return residual;
    }

    private double[] sideResidual() {
        double[] residual = new double[s.length];
        for (int k = 0; k < s.length; k++) {
            Side side = sides.get(k);
            residual[k] = value(side, x) - side.sign() * side.limit() - s[k];
        }
        return residual;
    }

    /** Products of room and multiplier, summed: how far the objective can be from the least. */
    private double complementarity() {
        double sum = 0;
        for (int k = 0; k < s.length; k++) {
            sum += s[k] * z[k];
        }
        return sum;
    }

    private boolean step(double[] dual, double[] primal, double[] gap, double gapSum) {
        NewtonSystem system = NewtonSystem.of(matrix(), equalities);
        if (system == null) {
            return false;
        }
        double[] target = new double[s.length];
        for (int k = 0; k < s.length; k++) {
            target[k] = -s[k] * z[k];
        }
        Move affine = direction(system, dual, primal, gap, target);
        double reach = Math.min(length(s, affine.s), length(z, affine.z));
        double after = 0;
        for (int k = 0; k < s.length; k++) {
            after += (s[k] + reach * affine.s[k]) * (z[k] + reach * affine.z[k]);
        }
        double sigma = s.length == 0 ? 0 : Math.pow(after / Math.max(gapSum, Double.MIN_NORMAL), 3);
        double mu = s.length == 0 ? 0 : gapSum / s.length;
        for (int k = 0; k < s.length; k++) {
            target[k] = sigma * mu - s[k] * z[k] - affine.s[k] * affine.z[k];
        }
        Move move = direction(system, dual, primal, gap, target);
        double length = 0.995 * Math.min(length(s, move.s), length(z, move.z));
        length = s.length == 0 ? 1 : Math.min(1, length);
        for (int j = 0; j < n; j++) {
            x[j] += length * move.x[j];
        }
        for (int k = 0; k < y.length; k++) {
            y[k] += length * move.y[k];
        }
        for (int k = 0; k < s.length; k++) {
            s[k] += length * move.s[k];
            z[k] += length * move.z[k];
        }
        return length > 1e-12;
    }

    /** H + G'(Z/S)G. */
    private DMatrixRMaj matrix() {
        DMatrixRMaj matrix = new DMatrixRMaj(n, n);
        for (int i = 0; i < n * n; i++) {
            matrix.data[i] = program.hessian[i] / unit;
        }
        for (int k = 0; k < s.length; k++) {
            Side side = sides.get(k);
            double weight = z[k] / s[k];
            if (side.row() < 0) {
                matrix.add(side.variable(), side.variable(), weight);
                continue;
            }
            double[] row = rows[side.row()];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n && row[i] != 0; j++) { // exactly: rows of groups are mostly empty
                    matrix.data[i * n + j] += weight * row[i] * row[j];
                }
            }
        }
        return matrix;
    }

    private static final class Move {
        final double[] x;
        final double[] y;
        final double[] s;
        final double[] z;

        Move(double[] x, double[] y, double[] s, double[] z) {
            this.x = x;
            this.y = y;
            this.s = s;
            this.z = z;
        }
    }

    private Move direction(NewtonSystem system, double[] dual, double[] primal, double[] gap, double[] target) {
        double[] right = new double[n];
        for (int j = 0; j < n; j++) {
            right[j] = -dual[j];
        }
        for (int k = 0; k < s.length; k++) {
            addMultiple(sides.get(k), (target[k] - z[k] * gap[k]) / s[k], right);
        }
        double[] missing = new double[y.length];
        for (int k = 0; k < y.length; k++) {
            missing[k] = -primal[k];
        }
        double[] dx = new double[n];
        double[] dy = new double[y.length];
        system.solve(right, missing, dx, dy);
        double[] ds = new double[s.length];
        double[] dz = new double[s.length];
        for (int k = 0; k < s.length; k++) {
            ds[k] = value(sides.get(k), dx) + gap[k];
            dz[k] = (target[k] - z[k] * ds[k]) / s[k];
        }
        return new Move(dx, dy, ds, dz);
    }

    /** The longest step that keeps all entries positive. */
    private static double length(double[] values, double[] moves) {
        double length = Double.MAX_VALUE;
        for (int k = 0; k < values.length; k++) {
            if (moves[k] < 0) {
                length = Math.min(length, -values[k] / moves[k]);
            }
        }
        return Math.min(1 / 0.995, length);
    }

    private static double norm(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Double.isNaN(value) ? Double.POSITIVE_INFINITY : Math.abs(value));
        }
        return largest;
    }

    double[] rowMultipliers() {
        double[] known = rowMultipliers;
        if (known != null) {
            return known.clone();
        }
        double[] multipliers = new double[program.rows.length];
        for (int k = 0; k < y.length; k++) {
            if (equalityOf.get(k) >= 0) {
                multipliers[equalityOf.get(k)] += unit * y[k] / program.rowScales[equalityOf.get(k)];
            }
        }
        for (int k = 0; k < z.length; k++) {
            int row = sides.get(k).row();
            if (row >= 0) {
                multipliers[row] += unit * sides.get(k).sign() * z[k] / program.rowScales[row];
            }
        }
        return multipliers;
    }

    double[] boundMultipliers() {
        double[] known = boundMultipliers;
        if (known != null) {
            return known.clone();
        }
        double[] multipliers = new double[n];
        for (int k = 0; k < y.length; k++) {
            if (equalityOf.get(k) < 0) {
                multipliers[-1 - equalityOf.get(k)] += unit * y[k];
            }
        }
        for (int k = 0; k < z.length; k++) {
            if (sides.get(k).row() < 0) {
                multipliers[sides.get(k).variable()] += unit * sides.get(k).sign() * z[k];
            }
        }
        return multipliers;
    }

    /** Which sides hold, by the larger of multiplier and room. */
    WarmStart warmStart() {
        byte[] variables = new byte[n];
        byte[] rows = new byte[program.rows.length];
        for (int k = 0; k < y.length; k++) {
            if (equalityOf.get(k) >= 0) {
                rows[equalityOf.get(k)] = ActiveSet.AT_LOWER;
            } else {
                variables[-1 - equalityOf.get(k)] = ActiveSet.AT_LOWER;
            }
        }
        for (int k = 0; k < z.length; k++) {
            Side side = sides.get(k);
            double room = value(side, x) - side.sign() * side.limit();
            if (z[k] > room) {
                byte holds = side.sign() > 0 ? ActiveSet.AT_LOWER : ActiveSet.AT_UPPER;
                if (side.row() >= 0) {
                    rows[side.row()] = holds;
                } else {
                    variables[side.variable()] = holds;
                }
            }
        }
        return new WarmStart(x.clone(), variables, rows);
    }
}
