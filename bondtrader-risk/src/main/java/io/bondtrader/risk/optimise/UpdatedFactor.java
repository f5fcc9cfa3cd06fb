package io.bondtrader.risk.optimise;

import java.util.Arrays;

/**
 * The Cholesky factor L of the Hessian of the free variables, and Y = L⁻¹A' of the working rows, both kept up to date as
 * variables come and go: a variable that comes costs a triangular solve, one that goes a sweep of rotations, never a new
 * factorisation.
 *
 * <p>Source: Gill, Golub, Murray and Saunders, "Methods for Modifying Matrix Factorizations", Mathematics of Computation 28
 * (1974), section 3. Confined to one thread.
 */
final class UpdatedFactor {

    private final QuadraticProgram program;
    private final double shift; // on the diagonal, for objectives that are flat in some direction
    private int capacity = 32;
    private double[][] factor = new double[32][32]; // factor[i][0..i]
    private double[] cosines = new double[32];
    private double[] sines = new double[32];
    int free;
    int[] variables = new int[32]; // of each position
    int working;
    int[] rows = new int[8];
    double[][] images = new double[8][32]; // Y, one working row each

    UpdatedFactor(QuadraticProgram program, double shift) {
        this.program = program;
        this.shift = shift;
    }

    /** Adds a variable at the end; says whether its curvature given the others is positive, else leaves all as it was. */
    boolean addVariable(int variable) {
        ensure(free + 1);
        double[] last = factor[free];
        int base = variable * program.size;
        for (int i = 0; i < free; i++) {
            double[] row = factor[i];
            last[i] = (program.hessian[base + variables[i]] - QuadraticProgram.dot(row, 0, last, i)) / row[i];
        }
        double diagonal = program.hessian[base + variable] + shift;
        double pivot = diagonal - QuadraticProgram.dot(last, 0, last, free);
        if (!(pivot > 1e-14 * diagonal)) {
            return false;
        }
        last[free] = Math.sqrt(pivot);
        for (int k = 0; k < working; k++) {
            double[] image = images[k];
            image[free] = (program.rows[rows[k]][variable] - QuadraticProgram.dot(last, 0, image, free)) / last[free];
        }
        variables[free++] = variable;
        return true;
    }

    /** Takes the variable at a position out. */
    void removeVariable(int position) {
        double[] spare = factor[position];
        for (int i = position; i < free - 1; i++) {
            double[] row = factor[i + 1];
            factor[i] = row;
            for (int k = position; k < i; k++) {
                double left = row[k];
                double right = row[k + 1];
                row[k] = cosines[k] * left + sines[k] * right;
                row[k + 1] = cosines[k] * right - sines[k] * left;
            }
            double length = Math.hypot(row[i], row[i + 1]);
            cosines[i] = row[i] / length;
            sines[i] = row[i + 1] / length;
            row[i] = length;
            row[i + 1] = 0;
            variables[i] = variables[i + 1];
        }
        factor[free - 1] = spare;
        for (int w = 0; w < working; w++) {
            double[] image = images[w];
            for (int k = position; k < free - 1; k++) {
                double left = image[k];
                double right = image[k + 1];
                image[k] = cosines[k] * left + sines[k] * right;
                image[k + 1] = cosines[k] * right - sines[k] * left;
            }
        }
        free--;
    }

    void addRow(int row) {
        if (working == rows.length) {
            rows = Arrays.copyOf(rows, 2 * working);
            images = Arrays.copyOf(images, 2 * working);
            for (int k = working; k < images.length; k++) {
                images[k] = new double[capacity];
            }
        }
        rows[working] = row;
        double[] image = images[working];
        for (int i = 0; i < free; i++) {
            image[i] = program.rows[row][variables[i]];
        }
        solveForward(image);
        working++;
    }

    void removeRow(int index) {
        double[] spare = images[index];
        for (int k = index; k < working - 1; k++) {
            rows[k] = rows[k + 1];
            images[k] = images[k + 1];
        }
        images[--working] = spare;
    }

    /** Overwrites b by L⁻¹b. */
    void solveForward(double[] b) {
        for (int i = 0; i < free; i++) {
            double[] row = factor[i];
            b[i] = (b[i] - QuadraticProgram.dot(row, 0, b, i)) / row[i];
        }
    }

    /** Overwrites b by L⁻ᵀb. */
    void solveBackward(double[] b) {
        for (int i = free - 1; i >= 0; i--) {
            double[] row = factor[i];
            double value = b[i] / row[i];
            b[i] = value;
            for (int k = 0; k < i; k++) {
                b[k] -= value * row[k];
            }
        }
    }

    private void ensure(int needed) {
        if (needed <= capacity) {
            return;
        }
        int grown = Math.max(needed, 2 * capacity);
        factor = Arrays.copyOf(factor, grown);
        for (int i = 0; i < grown; i++) {
            factor[i] = i < capacity ? Arrays.copyOf(factor[i], grown) : new double[grown];
        }
        for (int k = 0; k < images.length; k++) {
            images[k] = Arrays.copyOf(images[k], grown);
        }
        variables = Arrays.copyOf(variables, grown);
        cosines = Arrays.copyOf(cosines, grown);
        sines = Arrays.copyOf(sines, grown);
        capacity = grown;
    }
}
