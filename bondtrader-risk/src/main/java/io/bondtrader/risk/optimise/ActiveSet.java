package io.bondtrader.risk.optimise;

import io.bondtrader.core.error.NotConverged;

/**
 * Primal active-set method for a {@link QuadraticProgram}, from vertex to optimum.
 *
 * <p>Variables rest at a bound or are free; rows are working or not. Each step goes to the optimum of the free variables on the
 * working rows, or as far as the first bound or row in the way, which then joins; at such an optimum, a row or a bound whose
 * multiplier has the wrong sign is let go. With H = LL' on the free variables and Y = L⁻¹A', the direction is
 *
 * <pre>
 * d = −L⁻ᵀ(I − QQ')L⁻¹g,   Y = QR
 * </pre>
 *
 * which needs no more than triangular solves with factors that are updated, not built anew ({@link UpdatedFactor}). Where H is
 * singular, the method solves a sequence of problems with the term 1/2 δ|x − x₀|² around the last answer x₀ (proximal points),
 * which ends at an optimum of the problem itself. Runs of steps of length zero are ended by taking the lowest index (Bland).
 *
 * <p>Source: Nocedal and Wright, Numerical Optimization (2006), section 16.5; Rockafellar, "Monotone Operators and the Proximal
 * Point Algorithm", SIAM J. Control 14 (1976). Confined to one thread.
 */
final class ActiveSet {

    static final byte FREE = 0;
    static final byte AT_LOWER = 1;
    static final byte AT_UPPER = 2;

    private static final int STALL = 60;

    private final QuadraticProgram program;
    private final double[] linear; // c
    private final int n;
    private final int m;
    final double[] x;
    final byte[] variableStatus;
    final byte[] rowStatus; // FREE: not working
    final double[] rowMultipliers;
    final double[] boundMultipliers;
    int iterations;
    boolean unbounded;

    private double shift;
    private double[] centre;
    private UpdatedFactor factor;
    private final double[] gradient;
    private final double[] activity;
    private final double[] direction; // of all variables, zero for those that rest
    private final double[] rowDirection;
    private double scale;
    private double span = 1; // of the weights at the start
    private int stalled;
    private double[] work = new double[32];
    private double[] orthogonal = new double[32];
    private final RowSpace rowSpace = new RowSpace();

    ActiveSet(QuadraticProgram program) {
        this(program, program.gradient);
    }

    /** Solves for another linear term than the program's. */
    ActiveSet(QuadraticProgram program, double[] linear) {
        this.program = program;
        this.linear = linear;
        this.n = program.size;
        this.m = program.rows.length;
        this.x = new double[n];
        this.variableStatus = new byte[n];
        this.rowStatus = new byte[m];
        this.rowMultipliers = new double[m];
        this.boundMultipliers = new double[n];
        this.gradient = new double[n];
        this.activity = new double[m];
        this.direction = new double[n];
        this.rowDirection = new double[m];
        this.centre = new double[n];
        double diagonal = 0;
        for (int i = 0; i < n; i++) {
            diagonal = Math.max(diagonal, program.hessian[i * n + i]);
            scale = Math.max(scale, Math.abs(linear[i]));
        }
        scale = Math.max(scale, diagonal);
        if (!(scale > 0)) {
            scale = 1;
        }
        this.shift = program.strictlyConvex ? 0 : 1e-8 * (diagonal > 0 ? diagonal : scale);
        this.factor = new UpdatedFactor(program, shift);
    }

    /** Starts at a vertex that a simplex method found. */
    void startAt(BoundedSimplex vertex) {
        for (int j = 0; j < n; j++) {
            x[j] = vertex.z[j];
            byte rest = vertex.status[j];
            variableStatus[j] =
                    rest == BoundedSimplex.AT_LOWER ? AT_LOWER : rest == BoundedSimplex.AT_UPPER ? AT_UPPER : FREE;
        }
        for (int k = 0; k < m; k++) {
            byte rest = vertex.status[n + k];
            rowStatus[k] =
                    rest == BoundedSimplex.AT_LOWER ? AT_LOWER : rest == BoundedSimplex.AT_UPPER ? AT_UPPER : FREE;
        }
        separatePartners();
    }

    /** A vertex may buy and sell one asset at once; netting the two leaves all but the turnover as it was. */
    private void separatePartners() {
        if (program.holdings == null) {
            return;
        }
        for (int j = 0; j < n / 2; j++) {
            int sale = program.partner(j);
            double both = Math.min(x[j] - program.lower[j], x[sale] - program.lower[sale]);
            if (both > 0) {
                x[j] -= both;
                x[sale] -= both;
                boolean keepsPurchase = x[j] - program.lower[j] > 0;
                variableStatus[keepsPurchase ? sale : j] = AT_LOWER;
                variableStatus[keepsPurchase ? j : sale] = FREE;
                letGoOfTurnover(j, sale);
            }
        }
    }

    private void letGoOfTurnover(int purchase, int sale) {
        for (int k = 0; k < m; k++) {
            double[] row = program.rows[k];
            if (Math.abs(row[purchase] + row[sale]) > 0) { // netting changes what is traded, never what is held
                rowStatus[k] = FREE;
            }
        }
    }

    /** Starts where an earlier solve ended; false if that does not fit this program. */
    boolean startAt(WarmStart start) {
        if (start.variableStatus.length != n || start.rowStatus.length != m) {
            return false;
        }
        for (int j = 0; j < n; j++) {
            byte rest = start.variableStatus[j];
            double bound = rest == AT_LOWER ? program.lower[j] : program.upper[j];
            if (rest != FREE && !Double.isFinite(bound)) {
                return false;
            }
            variableStatus[j] = rest;
            x[j] = rest == FREE ? start.x[j] : bound;
        }
        System.arraycopy(start.rowStatus, 0, rowStatus, 0, m);
        for (int k = 0; k < m; k++) {
            double bound = rowStatus[k] == AT_LOWER ? program.rowLower[k] : program.rowUpper[k];
            if (rowStatus[k] != FREE && !Double.isFinite(bound)) {
                return false;
            }
            if (rowStatus[k] == FREE && program.rowLower[k] == program.rowUpper[k]) {
                return false;
            }
        }
        if (!build() || !orthogonalise()) {
            return false;
        }
        restoreRows();
        return isFeasible(1e-9);
    }

    /** Runs to the optimum; afterwards {@link #unbounded} says whether there is none. */
    void solve() {
        if (!build() || !orthogonalise()) {
            regularise();
        }
        int limit = 50 * (n + m) + 1000;
        boolean settled = false; // at the optimum of the working set, with its multipliers
        int polishes = 0;
        int changes = 0;
        int changesWhenPolished = -1;
        for (double weight : x) {
            span = Math.max(span, Math.abs(weight));
        }
        restart();
        while (true) {
            if (iterations++ > limit) {
                throw new NotConverged("optimum of a quadratic program", iterations, program.objective(x), scale);
            }
            if (!settled) {
                settled = !findDirection() || advance();
                if (!settled) {
                    changes++;
                    continue;
                }
            }
            if (letGo()) {
                settled = false;
                changes++;
            } else if (shift > 0 && recentre()) {
                settled = false;
            } else if (unbounded || polishes == 4 || changes == changesWhenPolished) {
                finish();
                return;
            } else {
                polishes++;
                changesWhenPolished = changes;
                settled = false;
                if (!build() || !orthogonalise()) {
                    regularise();
                }
                restoreRows();
                restart();
            }
        }
    }

    /** Falls back to proximal points, where rounding has eaten the curvature of the free variables. */
    private void regularise() {
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, program.hessian[i * n + i]);
        }
        for (shift = Math.max(shift * 100, 1e-8 * (largest > 0 ? largest : scale)); shift < scale; shift *= 100) {
            factor = new UpdatedFactor(program, shift);
            System.arraycopy(x, 0, centre, 0, n);
            if (build() && orthogonalise()) {
                return;
            }
        }
        throw new NotConverged("factor of a quadratic program's free variables", iterations, shift, scale);
    }

    private boolean build() {
        factor.free = 0;
        factor.working = 0;
        for (int j = 0; j < n; j++) {
            if (variableStatus[j] == FREE && !factor.addVariable(j)) {
                return false;
            }
        }
        for (int k = 0; k < m; k++) {
            if (rowStatus[k] != FREE) {
                factor.addRow(k);
            }
        }
        return true;
    }

    /** Recomputes what is otherwise carried along. */
    private void restart() {
        double[] curvature = program.curvatureTimes(x);
        for (int j = 0; j < n; j++) {
            gradient[j] = curvature[j] + linear[j] + shift * (x[j] - centre[j]);
        }
        for (int k = 0; k < m; k++) {
            activity[k] = program.activity(k, x);
        }
    }

    private boolean orthogonalise() {
        if (work.length < factor.free) {
            work = new double[2 * factor.free];
            orthogonal = new double[2 * factor.free];
        }
        return rowSpace.orthogonalise(factor);
    }

    /** Moves free variables, by the shortest way in the metric of H, so that working rows hold exactly. */
    private void restoreRows() {
        double[] missing = new double[factor.working];
        for (int k = 0; k < missing.length; k++) {
            int row = factor.rows[k];
            missing[k] = bound(row) - program.activity(row, x);
        }
        double[] move = rowSpace.shortest(missing, factor.free);
        int f = factor.free;
        factor.solveBackward(move);
        for (int i = 0; i < f; i++) {
            x[factor.variables[i]] += move[i];
        }
    }

    private double bound(int row) {
        return rowStatus[row] == AT_LOWER ? program.rowLower[row] : program.rowUpper[row];
    }

    private boolean isFeasible(double tolerance) {
        for (int j = 0; j < n; j++) {
            if (!(x[j] >= program.lower[j] - tolerance && x[j] <= program.upper[j] + tolerance)) {
                return false;
            }
        }
        for (int k = 0; k < m; k++) {
            double value = program.activity(k, x);
            if (!(value >= program.rowLower[k] - tolerance && value <= program.rowUpper[k] + tolerance)) {
                return false;
            }
        }
        return true;
    }

    /** Finds the way to the optimum of the working set; false where this is it. Multipliers of rows come along. */
    private boolean findDirection() {
        int f = factor.free;
        int w = factor.working;
        if (!orthogonalise()) {
            regularise();
            restart();
            f = factor.free;
            w = factor.working;
        }
        for (int i = 0; i < f; i++) {
            work[i] = gradient[factor.variables[i]];
        }
        factor.solveForward(work);
        System.arraycopy(work, 0, orthogonal, 0, f);
        double[] along = rowSpace.project(orthogonal, f);
        for (int k = 0; k < w; k++) {
            rowMultipliers[factor.rows[k]] = along[k];
        }
        double size = Math.sqrt(QuadraticProgram.dot(orthogonal, 0, orthogonal, f));
        double whole = Math.sqrt(QuadraticProgram.dot(work, 0, work, f));
        factor.solveBackward(orthogonal);
        double longest = 0;
        double reach = 1;
        for (int i = 0; i < f; i++) {
            int j = factor.variables[i];
            direction[j] = -orthogonal[i];
            longest = Math.max(longest, Math.abs(orthogonal[i]));
            reach = Math.max(reach, Math.abs(x[j]));
        }
        return longest > 1e-13 * reach && size > 1e-14 * whole;
    }

    /** Lets go of the row or bound with the worst multiplier; false if all have the right sign. */
    private boolean letGo() {
        boolean lowestIndex = stalled > STALL;
        double least = 1e-11 * scale;
        int worstRow = -1;
        double worst = least;
        for (int w = 0; w < factor.working; w++) {
            int k = factor.rows[w];
            if (program.rowLower[k] == program.rowUpper[k]) {
                continue;
            }
            double multiplier = rowMultipliers[k] * program.rowScales[k];
            double wrong = rowStatus[k] == AT_LOWER ? -multiplier : multiplier;
            if (wrong > worst) {
                worst = wrong;
                worstRow = w;
                if (lowestIndex) {
                    break;
                }
            }
        }
        if (worstRow >= 0) {
            int row = factor.rows[worstRow];
            rowStatus[row] = FREE;
            rowMultipliers[row] = 0;
            factor.removeRow(worstRow);
            return true;
        }
        return letGoOfABound(least, lowestIndex);
    }

    private boolean letGoOfABound(double least, boolean lowestIndex) {
        System.arraycopy(gradient, 0, boundMultipliers, 0, n);
        for (int w = 0; w < factor.working; w++) {
            int k = factor.rows[w];
            RowSpace.subtract(rowMultipliers[k], program.rows[k], boundMultipliers, n);
        }
        int best = -1;
        double bestGain = 0;
        for (int j = 0; j < n; j++) {
            if (variableStatus[j] == FREE || program.lower[j] == program.upper[j]) {
                continue;
            }
            int partner = program.partner(j);
            if (partner != j && (variableStatus[partner] == FREE || x[partner] > program.lower[partner])) {
                continue; // what is being bought is not sold
            }
            double multiplier = boundMultipliers[j];
            double wrong = variableStatus[j] == AT_LOWER ? -multiplier : multiplier;
            if (wrong > least) {
                double gain = wrong * wrong / (program.hessian[j * n + j] + shift + 1e-12 * scale);
                if (gain > bestGain) {
                    best = j;
                    bestGain = gain;
                    if (lowestIndex) {
                        break;
                    }
                }
            }
        }
        if (best < 0) {
            return false;
        }
        byte rested = variableStatus[best];
        variableStatus[best] = FREE;
        if (!factor.addVariable(best)) {
            variableStatus[best] = rested;
            regularise();
            restart();
        }
        return true;
    }

    /** Moves the centre of the proximal term to the answer; false if it is there already. */
    private boolean recentre() {
        double moved = 0;
        double reach = 1;
        for (int j = 0; j < n; j++) {
            moved = Math.max(moved, Math.abs(x[j] - centre[j]));
            reach = Math.max(reach, Math.abs(centre[j]));
        }
        if (moved > 1e3 * span && isRay()) {
            unbounded = true;
            return false;
        }
        System.arraycopy(x, 0, centre, 0, n);
        restart();
        return moved > Math.max(1e-13 * reach, 1e-15 * scale / shift) && iterations < 40 * (n + m) + 900;
    }

    /** Whether the way from the centre to x lowers the objective for ever. */
    private boolean isRay() {
        double[] way = new double[n];
        double length = 0;
        double slope = 0;
        for (int j = 0; j < n; j++) {
            way[j] = x[j] - centre[j];
            length = Math.max(length, Math.abs(way[j]));
            slope += linear[j] * way[j];
        }
        double[] curvature = program.curvatureTimes(way);
        for (int j = 0; j < n; j++) {
            if (ends(way[j], length, program.lower[j], program.upper[j])
                    || Math.abs(curvature[j]) > 1e-10 * scale * length) {
                return false;
            }
        }
        for (int k = 0; k < m; k++) {
            if (ends(program.activity(k, way), length, program.rowLower[k], program.rowUpper[k])) {
                return false;
            }
        }
        return slope < 0;
    }

    private static boolean ends(double rate, double length, double lower, double upper) {
        double limit = rate > 0 ? upper : lower;
        return Math.abs(rate) > 1e-6 * length && Double.isFinite(limit);
    }

    /** Goes along the direction as far as nothing is in the way; true if all the way. */
    private boolean advance() {
        int f = factor.free;
        double longest = 0;
        for (int i = 0; i < f; i++) {
            longest = Math.max(longest, Math.abs(direction[factor.variables[i]]));
        }
        double least = 1e-11 * longest;
        double length = 1;
        int blockingPosition = -1;
        int blockingRow = -1;
        double pivot = 0;
        byte side = FREE;
        for (int i = 0; i < f; i++) {
            int j = factor.variables[i];
            double rate = direction[j];
            if (Math.abs(rate) <= least) {
                continue;
            }
            double bound = rate > 0 ? program.upper[j] : program.lower[j];
            double distance = Math.max(0, (bound - x[j]) / rate);
            if (distance < length || (distance <= length && Math.abs(rate) > pivot && blockingPosition >= 0)) {
                length = distance;
                blockingPosition = i;
                pivot = Math.abs(rate);
                side = rate > 0 ? AT_UPPER : AT_LOWER;
            }
        }
        for (int k = 0; k < m; k++) {
            rowDirection[k] = 0;
            if (rowStatus[k] != FREE) {
                continue;
            }
            double[] row = program.rows[k];
            double rate = 0;
            double size = 0;
            for (int i = 0; i < f; i++) {
                int j = factor.variables[i];
                double part = row[j] * direction[j];
                rate += part;
                size += Math.abs(part);
            }
            rowDirection[k] = rate;
            if (Math.abs(rate) <= 1e-11 * size) {
                continue;
            }
            double bound = rate > 0 ? program.rowUpper[k] : program.rowLower[k];
            double distance = Math.max(0, (bound - activity[k]) / rate);
            if (distance < length) {
                length = distance;
                blockingRow = k;
                blockingPosition = -1;
                side = rate > 0 ? AT_UPPER : AT_LOWER;
            }
        }
        stalled = length > 1e-12 ? 0 : stalled + 1;
        move(length);
        if (blockingRow >= 0) {
            rowStatus[blockingRow] = side;
            factor.addRow(blockingRow);
            return false;
        }
        if (blockingPosition >= 0) {
            int j = factor.variables[blockingPosition];
            variableStatus[j] = side;
            x[j] = side == AT_UPPER ? program.upper[j] : program.lower[j];
            direction[j] = 0;
            factor.removeVariable(blockingPosition);
            return false;
        }
        return true;
    }

    private void move(double length) {
        if (length == 0) { // exactly: a degenerate step
            return;
        }
        for (int i = 0; i < factor.free; i++) {
            int j = factor.variables[i];
            double by = length * direction[j];
            x[j] += by;
            subtractRow(-by, j);
            gradient[j] += shift * by;
        }
        for (int k = 0; k < m; k++) {
            activity[k] += length * rowDirection[k];
        }
    }

    private void subtractRow(double by, int variable) {
        double[] hessian = program.hessian;
        int base = variable * n;
        for (int i = 0; i < n; i++) {
            gradient[i] -= by * hessian[base + i];
        }
    }

    /** Leaves multipliers of the program itself, exactly zero where nothing binds. */
    private void finish() {
        for (int j = 0; j < n; j++) {
            x[j] = Math.max(program.lower[j], Math.min(program.upper[j], x[j]));
        }
        double[] curvature = program.curvatureTimes(x);
        for (int j = 0; j < n; j++) {
            boundMultipliers[j] = variableStatus[j] == FREE ? 0 : curvature[j] + linear[j];
        }
        for (int k = 0; k < m; k++) {
            double multiplier = rowMultipliers[k];
            if (rowStatus[k] == FREE) {
                rowMultipliers[k] = 0;
                continue;
            }
            for (int j = 0; j < n; j++) {
                if (variableStatus[j] != FREE) {
                    boundMultipliers[j] -= multiplier * program.rows[k][j];
                }
            }
        }
    }

    /** How weights and multipliers of the optimum move when the linear term moves along a tilt and the working set stays. */
    Slopes slopes(double[] tilt) {
        double[] kept = gradient.clone();
        double[] keptMultipliers = rowMultipliers.clone();
        System.arraycopy(tilt, 0, gradient, 0, n);
        findDirection();
        System.arraycopy(kept, 0, gradient, 0, n);
        Slopes slopes = new Slopes(new double[n], rowMultipliers.clone(), tilt.clone());
        for (int i = 0; i < factor.free; i++) {
            int j = factor.variables[i];
            slopes.x[j] = direction[j];
            for (int k = 0; k < n; k++) {
                slopes.boundMultipliers[k] += program.hessian[j * n + k] * direction[j];
            }
        }
        for (int w = 0; w < factor.working; w++) {
            int row = factor.rows[w];
            RowSpace.subtract(rowMultipliers[row], program.rows[row], slopes.boundMultipliers, n);
        }
        for (int k = 0; k < m; k++) {
            slopes.rowMultipliers[k] = rowStatus[k] == FREE ? 0 : slopes.rowMultipliers[k];
        }
        System.arraycopy(keptMultipliers, 0, rowMultipliers, 0, m);
        return slopes;
    }

    WarmStart warmStart() {
        return new WarmStart(x.clone(), variableStatus.clone(), rowStatus.clone());
    }
}
