package io.bondtrader.risk.optimise;

import io.bondtrader.core.error.NotConverged;
import java.util.Arrays;

/**
 * Primal simplex method for columns with bounds, by revised steps on an explicit inverse of the basis.
 *
 * <pre>
 * minimise    c'z   subject to   Mz = b,  lower ≤ z ≤ upper
 * </pre>
 *
 * <p>Phase one lowers the sum of what basic columns violate; where that ends above zero, {@link #multipliers} and {@link
 * #reducedCost} of that phase are a proof (Farkas) that no z exists. The largest reduced cost relative to its column enters; after
 * a run of steps without progress the lowest index does (Bland, "New Finite Pivoting Rules for the Simplex Method", 1977), so
 * that no cycle is possible.
 *
 * <p>Source: Maros, Computational Techniques of the Simplex Method (2003), chapters 3 and 9. Confined to one thread.
 */
final class BoundedSimplex {

    enum Outcome {
        OPTIMAL,
        INFEASIBLE,
        UNBOUNDED
    }

    static final byte BASIC = 0;
    static final byte AT_LOWER = 1;
    static final byte AT_UPPER = 2;
    static final byte AT_ZERO = 3; // neither bound is finite

    private static final int STALL = 40;
    private static final double PIVOT = 1e-9;

    private final int m;
    private final int n;
    private final double[][] columns;
    private final double[] b;
    private final double[] lower;
    private final double[] upper;
    private final double[] norms;
    private final double tolerance;

    final double[] z;
    final byte[] status;
    final int[] basis;
    private final double[][] inverse;
    private final double[] multipliers;
    private final double[] step;
    private double[] phaseCost = {};
    private boolean phaseOne;
    private int stalled;
    private int sinceFactored;
    private int enteringDirection;
    int iterations;

    /**
     * Prepares a program whose last m columns are the negated or plain unit columns that make the first basis.
     *
     * @param columns M, column by column; the last m are a diagonal matrix
     */
    BoundedSimplex(double[][] columns, double[] b, double[] lower, double[] upper, double tolerance) {
        this.m = b.length;
        this.n = columns.length;
        this.columns = columns;
        this.b = b;
        this.lower = lower;
        this.upper = upper;
        this.tolerance = tolerance;
        this.z = new double[n];
        this.status = new byte[n];
        this.basis = new int[m];
        this.inverse = new double[m][m];
        this.multipliers = new double[m];
        this.step = new double[m];
        this.norms = new double[n];
        for (int j = 0; j < n; j++) {
            double sum = 1;
            for (double entry : columns[j]) {
                sum += entry * entry;
            }
            norms[j] = Math.sqrt(sum);
            rest(j);
        }
        for (int i = 0; i < m; i++) {
            basis[i] = n - m + i;
            status[basis[i]] = BASIC;
            inverse[i][i] = 1 / columns[basis[i]][i];
        }
        recompute();
    }

    private void rest(int j) {
        boolean low = Double.isFinite(lower[j]);
        boolean high = Double.isFinite(upper[j]);
        boolean nearLow = low && (!high || Math.abs(lower[j]) <= Math.abs(upper[j]));
        status[j] = nearLow ? AT_LOWER : high ? AT_UPPER : AT_ZERO;
        z[j] = nearLow ? lower[j] : high ? upper[j] : 0;
    }

    /** Starts from another vertex: moves a nonbasic column to its upper bound. */
    void startAtUpper(int j) {
        status[j] = AT_UPPER;
        z[j] = upper[j];
    }

    /** Writes another right-hand side b, from the same basis. */
    void moveTo(double[] right) {
        System.arraycopy(right, 0, b, 0, m);
        refactor();
    }

    /** Opens a column that was held back at zero, after its entries have been written. */
    void open(int j, double most) {
        upper[j] = most;
        double sum = 1;
        for (double entry : columns[j]) {
            sum += entry * entry;
        }
        norms[j] = Math.sqrt(sum);
    }

    /** Looks for any z within the constraints. */
    Outcome makeFeasible() {
        phaseOne = true;
        phaseCost = new double[n];
        recompute();
        for (int limit = 200 * (n + m) + 1000; iterations < limit; iterations++) {
            if (!priceViolations()) {
                phaseOne = false;
                return Outcome.OPTIMAL;
            }
            if (!iterate()) {
                recompute();
                return priceViolations() ? Outcome.INFEASIBLE : Outcome.OPTIMAL;
            }
        }
        throw new NotConverged("feasible point of a linear program", iterations, violation(), violation());
    }

    /** From a feasible z, looks for the best. */
    Outcome minimise(double[] cost) {
        phaseOne = false;
        phaseCost = cost;
        double scale = 0;
        for (double c : cost) {
            scale = Math.max(scale, Math.abs(c));
        }
        for (int limit = iterations + 200 * (n + m) + 1000; iterations < limit; iterations++) {
            price();
            int entering = entering(1e-11 * Math.max(scale, Double.MIN_NORMAL));
            if (entering < 0) {
                if (sinceFactored == 0) {
                    return Outcome.OPTIMAL;
                }
                refactor();
                continue;
            }
            if (!move(entering)) {
                return Outcome.UNBOUNDED;
            }
        }
        throw new NotConverged("optimum of a linear program", iterations, objective(cost), Double.NaN);
    }

    double objective(double[] cost) {
        double sum = 0;
        for (int j = 0; j < n; j++) {
            sum += cost[j] * z[j];
        }
        return sum;
    }

    /** The multiplier of each row under the cost of the phase that ended last. */
    double[] multipliers() {
        return multipliers.clone();
    }

    double reducedCost(int j) {
        double sum = phaseOne && status[j] != BASIC ? 0 : phaseCost[j];
        return sum - QuadraticProgram.dot(columns[j], 0, multipliers, m);
    }

    /** One step of phase one; false if nothing lowers the violations. */
    private boolean iterate() {
        int entering = entering(1e-9);
        if (entering < 0) {
            if (sinceFactored == 0) {
                return false;
            }
            refactor();
            return true;
        }
        return move(entering);
    }

    private boolean priceViolations() {
        boolean violated = false;
        Arrays.fill(phaseCost, 0);
        for (int i = 0; i < m; i++) {
            int j = basis[i];
            double slackness = tolerance * Math.max(1, Math.abs(z[j]));
            phaseCost[j] = z[j] < lower[j] - slackness ? -1 : z[j] > upper[j] + slackness ? 1 : 0;
            violated |= phaseCost[j] != 0; // set to exactly -1, 0 or 1 above
        }
        price();
        return violated;
    }

    private double violation() {
        double sum = 0;
        for (int i = 0; i < m; i++) {
            int j = basis[i];
            sum += Math.max(0, Math.max(lower[j] - z[j], z[j] - upper[j]));
        }
        return sum;
    }

    private void price() {
        Arrays.fill(multipliers, 0);
        for (int i = 0; i < m; i++) {
            double cost = phaseCost[basis[i]];
            if (cost != 0) { // exactly: most basic columns cost nothing in phase one
                double[] row = inverse[i];
                for (int k = 0; k < m; k++) {
                    multipliers[k] += cost * row[k];
                }
            }
        }
    }

    private int entering(double least) {
        boolean lowestIndex = stalled > STALL;
        int best = -1;
        double bestRate = 0;
        for (int j = 0; j < n; j++) {
            if (status[j] == BASIC || lower[j] == upper[j]) {
                continue;
            }
            double reduced = (phaseOne ? 0 : phaseCost[j]) - QuadraticProgram.dot(columns[j], 0, multipliers, m);
            boolean improves = status[j] == AT_LOWER
                    ? reduced < -least
                    : status[j] == AT_UPPER ? reduced > least : Math.abs(reduced) > least;
            double rate = Math.abs(reduced) / norms[j];
            if (improves && rate > bestRate) {
                best = j;
                bestRate = rate;
                enteringDirection = reduced < 0 ? 1 : -1;
                if (lowestIndex) {
                    return best;
                }
            }
        }
        return best;
    }

    /** Moves along an edge; false if it has no end. */
    private boolean move(int entering) {
        double[] column = columns[entering];
        for (int i = 0; i < m; i++) {
            step[i] = -enteringDirection * QuadraticProgram.dot(inverse[i], 0, column, m);
        }
        double length = upper[entering] - lower[entering];
        int leaving = -1;
        boolean leavesAtUpper = false;
        double pivot = 0;
        for (int i = 0; i < m; i++) {
            double rate = step[i];
            if (Math.abs(rate) <= PIVOT) {
                continue;
            }
            int j = basis[i];
            boolean rising = rate > 0;
            boolean below = phaseOne && phaseCost[j] < 0;
            boolean above = phaseOne && phaseCost[j] > 0;
            if (rising ? above : below) {
                continue; // moves further from what it violates: no end there
            }
            boolean towardsUpper = rising ? !below : above;
            double bound = towardsUpper ? upper[j] : lower[j];
            if (!Double.isFinite(bound)) {
                continue;
            }
            double distance = Math.max(0, (bound - z[j]) / rate);
            boolean nearer = distance < length - 1e-12;
            boolean preferred = leaving >= 0 && (stalled > STALL ? j < basis[leaving] : Math.abs(rate) > pivot);
            boolean alike = !nearer && distance <= length + 1e-12 && preferred;
            if (nearer || alike) {
                length = Math.min(length, distance);
                leaving = i;
                leavesAtUpper = towardsUpper;
                pivot = Math.abs(rate);
            }
        }
        if (!Double.isFinite(length)) {
            return false;
        }
        stalled = length > 1e-12 ? 0 : stalled + 1;
        for (int i = 0; i < m; i++) {
            z[basis[i]] += length * step[i];
        }
        z[entering] += enteringDirection * length;
        if (leaving < 0) {
            status[entering] = enteringDirection > 0 ? AT_UPPER : AT_LOWER;
            z[entering] = enteringDirection > 0 ? upper[entering] : lower[entering];
            return true;
        }
        int left = basis[leaving];
        status[left] = leavesAtUpper ? AT_UPPER : AT_LOWER;
        z[left] = leavesAtUpper ? upper[left] : lower[left];
        basis[leaving] = entering;
        status[entering] = BASIC;
        updateInverse(leaving);
        if (++sinceFactored >= 100) {
            refactor();
        }
        return true;
    }

    private void updateInverse(int leaving) {
        double[] pivotRow = inverse[leaving];
        double pivot = -enteringDirection * step[leaving];
        for (int k = 0; k < m; k++) {
            pivotRow[k] /= pivot;
        }
        for (int i = 0; i < m; i++) {
            double factor = -enteringDirection * step[i];
            if (i == leaving || factor == 0) { // exactly: an untouched row
                continue;
            }
            double[] row = inverse[i];
            for (int k = 0; k < m; k++) {
                row[k] -= factor * pivotRow[k];
            }
        }
    }

    /** Inverts the basis afresh, by Gauss and Jordan with row pivots. */
    private void refactor() {
        double[][] work = new double[m][2 * m];
        for (int k = 0; k < m; k++) {
            double[] column = columns[basis[k]];
            for (int i = 0; i < m; i++) {
                work[i][k] = column[i];
            }
            work[k][m + k] = 1;
        }
        for (int k = 0; k < m; k++) {
            int best = k;
            for (int i = k + 1; i < m; i++) {
                if (Math.abs(work[i][k]) > Math.abs(work[best][k])) {
                    best = i;
                }
            }
            double[] row = work[best];
            work[best] = work[k];
            work[k] = row;
            if (!(Math.abs(row[k]) > 1e-13)) {
                throw new NotConverged("basis of a linear program, which became singular", iterations, row[k], 0);
            }
            double pivot = row[k];
            for (int c = k; c < 2 * m; c++) {
                row[c] /= pivot;
            }
            for (int i = 0; i < m; i++) {
                double factor = work[i][k];
                if (i != k && factor != 0) { // exactly: nothing to eliminate
                    double[] target = work[i];
                    for (int c = k; c < 2 * m; c++) {
                        target[c] -= factor * row[c];
                    }
                }
            }
        }
        for (int i = 0; i < m; i++) {
            System.arraycopy(work[i], m, inverse[i], 0, m);
        }
        sinceFactored = 0;
        recompute();
    }

    private void recompute() {
        double[] rest = b.clone();
        for (int j = 0; j < n; j++) {
            if (status[j] != BASIC && z[j] != 0) { // exactly: most columns rest at zero
                double[] column = columns[j];
                for (int i = 0; i < m; i++) {
                    rest[i] -= z[j] * column[i];
                }
            }
        }
        for (int i = 0; i < m; i++) {
            z[basis[i]] = QuadraticProgram.dot(inverse[i], 0, rest, m);
        }
    }
}
