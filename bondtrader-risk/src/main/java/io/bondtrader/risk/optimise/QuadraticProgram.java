package io.bondtrader.risk.optimise;

import org.jspecify.annotations.Nullable;

/**
 * A convex quadratic program in the solvers' own terms.
 *
 * <pre>
 * minimise    1/2 x'Hx + c'x + constant
 * subject to  rowLower ≤ Ax ≤ rowUpper,  lower ≤ x ≤ upper
 * </pre>
 *
 * <p>Each side of a row and of a variable knows the constraint it comes from, by its index in the problem, or {@link #NOBODY}.
 * With holdings the variables are purchases followed by sales, w = holdings + purchases − sales, and what is bought is never
 * sold at the same time: {@code partner} pairs the two. Arrays are owned by the program and not written after construction.
 */
final class QuadraticProgram {

    static final int NOBODY = -1;

    final int size;
    final double[] hessian; // H row by row
    final double[] gradient; // c
    final double constant;
    final boolean strictlyConvex; // on the weights
    final double[][] rows;
    final double[] rowScales; // the largest entry of each, or one where all are zero
    final double[] rowLower;
    final double[] rowUpper;
    final int[] rowOwner;
    final double[] lower;
    final double[] upper;
    final int[] lowerOwner;
    final int[] upperOwner;
    final double @Nullable [] holdings; // null where variables are the weights themselves

    QuadraticProgram(ObjectiveForm objective, ConstraintForm constraints) {
        this.size = constraints.lower.length;
        this.hessian = objective.hessian;
        this.gradient = objective.gradient;
        this.constant = objective.constant;
        this.strictlyConvex = objective.strictlyConvex;
        this.rows = constraints.rows.toArray(double[][]::new);
        this.rowScales = new double[rows.length];
        for (int k = 0; k < rows.length; k++) {
            for (double entry : rows[k]) {
                rowScales[k] = Math.max(rowScales[k], Math.abs(entry));
            }
            rowScales[k] = rowScales[k] > 0 ? rowScales[k] : 1;
        }
        this.rowLower = constraints.rowLower();
        this.rowUpper = constraints.rowUpper();
        this.rowOwner = constraints.rowOwner();
        this.lower = constraints.lower;
        this.upper = constraints.upper;
        this.lowerOwner = constraints.lowerOwner;
        this.upperOwner = constraints.upperOwner;
        this.holdings = constraints.holdings;
    }

    /** The sale of what a variable buys, and the other way round; the variable itself where there are no holdings. */
    int partner(int variable) {
        if (holdings == null) {
            return variable;
        }
        int half = size / 2;
        return variable < half ? variable + half : variable - half;
    }

    /** The asset that a variable belongs to. */
    int asset(int variable) {
        return holdings == null ? variable : variable % (size / 2);
    }

    /** Coefficients of the variables that stand for given ones of the weights. */
    double[] coefficients(double[] ofWeights) {
        double[] all = new double[size];
        for (int j = 0; j < size; j++) {
            boolean sale = holdings != null && j >= size / 2;
            all[j] = sale ? -ofWeights[asset(j)] : ofWeights[asset(j)];
        }
        return all;
    }

    double[] weights(double[] x) {
        double[] held = holdings;
        if (held == null) {
            return x.clone();
        }
        double[] weights = new double[held.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = held[i] + (x[i] - x[i + held.length]);
        }
        return weights;
    }

    /** Hx. */
    double[] curvatureTimes(double[] x) {
        double[] product = new double[size];
        for (int i = 0; i < size; i++) {
            product[i] = dot(hessian, i * size, x, size);
        }
        return product;
    }

    double objective(double[] x) {
        double[] product = curvatureTimes(x);
        double sum = constant;
        for (int i = 0; i < size; i++) {
            sum += (0.5 * product[i] + gradient[i]) * x[i];
        }
        return sum;
    }

    double activity(int row, double[] x) {
        return dot(rows[row], 0, x, size);
    }

    /** A sum of products in four lanes, so that the processor adds them side by side. */
    static double dot(double[] a, int from, double[] x, int count) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < count; i += 4) {
            s0 += a[from + i] * x[i];
            s1 += a[from + i + 1] * x[i + 1];
            s2 += a[from + i + 2] * x[i + 2];
            s3 += a[from + i + 3] * x[i + 3];
        }
        for (; i < count; i++) {
            s0 += a[from + i] * x[i];
        }
        return (s0 + s1) + (s2 + s3);
    }
}
