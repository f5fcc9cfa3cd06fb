package io.bondtrader.risk.optimise;

/** States the constraints of a program as a linear one: Ax − r = 0 with bounds on weights and on rows, each row in the unit of its largest entry. */
final class Feasibility {

    static final double TOLERANCE = 1e-10;

    private Feasibility() {}

    static BoundedSimplex simplex(QuadraticProgram program) {
        int n = program.size;
        int m = program.rows.length;
        double[][] columns = new double[n + m][m];
        double[] lower = new double[n + m];
        double[] upper = new double[n + m];
        System.arraycopy(program.lower, 0, lower, 0, n);
        System.arraycopy(program.upper, 0, upper, 0, n);
        for (int k = 0; k < m; k++) {
            double[] row = program.rows[k];
            double scale = program.rowScales[k];
            lower[n + k] = program.rowLower[k] / scale;
            upper[n + k] = program.rowUpper[k] / scale;
            for (int j = 0; j < n; j++) {
                columns[j][k] = row[j] / scale;
            }
            columns[n + k][k] = -1;
        }
        return new BoundedSimplex(columns, new double[m], lower, upper, TOLERANCE);
    }

    static boolean isFeasible(QuadraticProgram program) {
        return simplex(program).makeFeasible() == BoundedSimplex.Outcome.OPTIMAL;
    }
}
