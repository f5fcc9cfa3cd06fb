package io.bondtrader.risk.optimise;

/**
 * The linear program of a tail risk, in its dual form, which has a row for each weight instead of one for each scenario.
 *
 * <pre>
 * primal  minimise  c'x + α + Σ κ max(0, lₜ(x) − α),   rowLower ≤ Ax ≤ rowUpper,  lower ≤ x ≤ upper
 * dual    maximise  Σ qₜ lₜ(0) + lower and upper limits × multipliers
 *         where     Σ qₜ ∇lₜ − A'y − z = −c,   Σ qₜ = 1,   0 ≤ qₜ ≤ κ
 * </pre>
 *
 * <p>for losses l that are linear in x. With κ = 1/((1 − β)T) that is the program of Rockafellar and Uryasev; with κ = 1 and
 * losses added one by one it is the master of a cutting-plane method. The multipliers of the dual's rows are −x and −α. Confined
 * to one thread.
 */
final class TailProgram {

    private static final double MOVE = 1e-6;
    private static final double GOLDEN = 0.6180339887498949;

    private final QuadraticProgram program;
    private final int n;
    private final int scenarios;
    private final double[][] columns;
    private final double[] cost;
    private final BoundedSimplex simplex;
    private final double[] right;
    private double largestReturn;
    private int opened;

    /** Prepares a program with room for scenarios, none of which counts until it is added. */
    TailProgram(QuadraticProgram program, int scenarios) {
        this.program = program;
        this.n = program.size;
        this.scenarios = scenarios;
        int rows = program.rows.length;
        int total = scenarios + 2 * rows + 2 * n + n + 1;
        this.columns = new double[total][n + 1];
        this.cost = new double[total];
        double[] lower = new double[total];
        double[] upper = new double[total];
        for (int k = 0; k < rows; k++) {
            addMultiplier(scenarios + 2 * k, program.rows[k], 1, program.rowLower[k], upper);
            addMultiplier(scenarios + 2 * k + 1, program.rows[k], -1, program.rowUpper[k], upper);
        }
        int bounds = scenarios + 2 * rows;
        for (int j = 0; j < n; j++) {
            double[] unit = new double[n];
            unit[j] = 1;
            addMultiplier(bounds + 2 * j, unit, 1, program.lower[j], upper);
            addMultiplier(bounds + 2 * j + 1, unit, -1, program.upper[j], upper);
        }
        for (int i = 0; i <= n; i++) { // the first basis, which must end at zero
            columns[total - n - 1 + i][i] = 1;
        }
        double[] right = new double[n + 1];
        System.arraycopy(program.gradient, 0, right, 0, n);
        right[n] = 1;
        this.right = right;
        this.simplex = new BoundedSimplex(columns, right.clone(), lower, upper, 1e-12);
    }

    private void addMultiplier(int column, double[] coefficients, double sign, double limit, double[] upper) {
        if (!Double.isFinite(limit)) {
            return;
        }
        for (int j = 0; j < n; j++) {
            columns[column][j] = sign * coefficients[j];
        }
        cost[column] = -sign * limit;
        upper[column] = Double.POSITIVE_INFINITY;
    }

    boolean isFull() {
        return opened == scenarios;
    }

    /** Adds a loss that is linear in weights, −slope'w, with the most that its multiplier may be. */
    void addLoss(double[] returnsByAsset, double most) {
        double[] column = columns[opened];
        double[] held = program.holdings;
        double constant = 0;
        for (int j = 0; j < n; j++) {
            boolean sale = held != null && j >= n / 2;
            double value = returnsByAsset[program.asset(j)];
            column[j] = sale ? -value : value;
            largestReturn = Math.max(largestReturn, Math.abs(value));
        }
        for (int i = 0; held != null && i < held.length; i++) {
            constant += returnsByAsset[i] * held[i];
        }
        column[n] = 1;
        cost[opened] = constant;
        simplex.open(opened, most);
        opened++;
    }

    /**
     * Solves; unbounded means that no weights are allowed, infeasible that nothing bounds the loss. Right-hand sides of zero make
     * every vertex a degenerate one, so that they are first moved a little, each by another amount, and then moved back.
     */
    BoundedSimplex.Outcome solve() {
        double[] moved = right.clone();
        for (int j = 0; j < n; j++) {
            moved[j] += MOVE * largestReturn * (1 + (j * GOLDEN) % 1);
        }
        simplex.moveTo(moved);
        BoundedSimplex.Outcome outcome = minimise();
        if (outcome != BoundedSimplex.Outcome.OPTIMAL) {
            return outcome;
        }
        simplex.moveTo(right);
        return minimise();
    }

    private BoundedSimplex.Outcome minimise() {
        BoundedSimplex.Outcome feasible = simplex.makeFeasible();
        return feasible == BoundedSimplex.Outcome.OPTIMAL ? simplex.minimise(cost) : feasible;
    }

    /** The dual objective, which equals the least tail risk plus c'x. */
    double value() {
        return -simplex.objective(cost);
    }

    double[] weights() {
        double[] multipliers = simplex.multipliers();
        double[] x = new double[n];
        for (int j = 0; j < n; j++) {
            x[j] = Math.max(program.lower[j], Math.min(program.upper[j], -multipliers[j]));
        }
        return program.weights(x);
    }

    /** α, the value at risk. */
    double threshold() {
        return -simplex.multipliers()[n];
    }

    double[] rowMultipliers() {
        double[] multipliers = new double[program.rows.length];
        for (int k = 0; k < multipliers.length; k++) {
            multipliers[k] = simplex.z[scenarios + 2 * k] - simplex.z[scenarios + 2 * k + 1];
        }
        return multipliers;
    }

    double[] boundMultipliers() {
        int from = scenarios + 2 * program.rows.length;
        double[] multipliers = new double[n];
        for (int j = 0; j < n; j++) {
            multipliers[j] = simplex.z[from + 2 * j] - simplex.z[from + 2 * j + 1];
        }
        return multipliers;
    }

    int iterations() {
        return simplex.iterations;
    }
}
