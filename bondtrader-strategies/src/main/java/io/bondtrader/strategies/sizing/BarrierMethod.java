package io.bondtrader.strategies.sizing;

import io.bondtrader.core.error.NotConverged;

/** Maximises E ln W − κ E[W^−λ] over fractions from zero to their caps whose sum is at most one. */
final class BarrierMethod {

    private static final double FIRST = 10;
    private static final double NEAR = 0.01;
    private static final double LAST = 1e13;
    private static final double FACTOR = 31.622776601683793; // the square root of a thousand
    private static final int STEPS = 300;
    private static final double CENTRED = 1e-9;

    private final ConstrainedKelly problem;
    private final double price;
    private final double[][] x;
    private final double[] p;
    private final double[] f;

    private BarrierMethod(ConstrainedKelly problem, double price) {
        this.problem = problem;
        this.price = price;
        this.x = problem.bets().returns();
        this.p = problem.bets().probabilities();
        this.f = new double[problem.caps().length];
    }

    static double[] maximise(ConstrainedKelly problem, double price) {
        return new BarrierMethod(problem, price).run();
    }

    private double[] run() {
        start();
        for (double sharpness = FIRST; sharpness <= LAST; sharpness *= FACTOR) {
            centre(sharpness);
        }
        return f;
    }

    private void start() {
        double largest = 1;
        for (double[] scenario : x) {
            for (double value : scenario) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        for (int i = 0; i < f.length; i++) {
            f[i] = Math.min(problem.caps()[i], 1 / largest) / (2.0 * f.length);
        }
    }

    private void centre(double sharpness) {
        double last = Double.POSITIVE_INFINITY;
        for (int step = 0; step < STEPS; step++) {
            int n = f.length;
            double[] slope = new double[n];
            double[][] curvature = new double[n][n];
            differentiate(slope, curvature, 1 / sharpness);
            double[] move = PositiveSystem.solve(curvature, slope);
            if (move == null) {
                throw new NotConverged("barrier method for Kelly bets", step, price, sharpness);
            }
            double decrement = Checks.dot(move, slope) * sharpness;
            boolean near = decrement < NEAR;
            // Near the centre a step squares the decrement; where it no longer falls, doubles end.
            if (!(decrement > CENTRED) || (near && decrement > last / 2)) {
                return;
            }
            last = near ? decrement : Double.POSITIVE_INFINITY;
            if (!step(move, near ? Double.NEGATIVE_INFINITY : decrement / sharpness, sharpness)) {
                return;
            }
        }
    }

    /** Moves as far as the value rises enough, or, of an expected rise of minus infinity, as far as it exists. */
    private boolean step(double[] move, double decrement, double sharpness) {
        double before = value(f, 1 / sharpness);
        double[] there = new double[f.length];
        for (double length = 1; length > 1e-14; length /= 2) {
            for (int i = 0; i < f.length; i++) {
                there[i] = f[i] + length * move[i];
            }
            double value = value(there, 1 / sharpness);
            if (Double.isFinite(value) && value >= before + 0.01 * length * decrement) {
                System.arraycopy(there, 0, f, 0, f.length);
                return true;
            }
        }
        return false; // as near as doubles come
    }

    private double value(double[] at, double barrier) {
        double cash = 1;
        double logs = 0;
        for (int i = 0; i < at.length; i++) {
            cash -= at[i];
            double room = problem.caps()[i] - at[i];
            if (!(at[i] > 0) || !(room > 0)) {
                return Double.NEGATIVE_INFINITY;
            }
            logs += Math.log(at[i]) + Math.log(room);
        }
        double growth = cash > 0 ? problem.bets().growthOrRuin(at) : Double.NEGATIVE_INFINITY;
        if (!Double.isFinite(growth)) {
            return Double.NEGATIVE_INFINITY;
        }
        double moment = price == 0 ? 0 : price * Math.exp(problem.excess(at));
        return growth - moment + barrier * (logs + Math.log(cash));
    }

    private void differentiate(double[] slope, double[][] curvature, double barrier) {
        int n = f.length;
        double[] wealth = problem.bets().wealth(f);
        double lambda = problem.lambda();
        double cash = 1;
        for (double fraction : f) {
            cash -= fraction;
        }
        for (int k = 0; k < p.length; k++) {
            double moment = price == 0 ? 0 : price * lambda * Math.pow(wealth[k], -lambda);
            double first = p[k] * (1 + moment) / wealth[k];
            double second = p[k] * (1 + (lambda + 1) * moment) / (wealth[k] * wealth[k]);
            for (int i = 0; i < n; i++) {
                slope[i] += first * x[k][i];
                for (int j = 0; j <= i; j++) {
                    curvature[i][j] += second * x[k][i] * x[k][j];
                }
            }
        }
        for (int i = 0; i < n; i++) {
            double room = problem.caps()[i] - f[i];
            slope[i] += barrier * (1 / f[i] - 1 / room - 1 / cash);
            curvature[i][i] += barrier * (1 / (f[i] * f[i]) + 1 / (room * room));
            for (int j = 0; j <= i; j++) {
                curvature[i][j] += barrier / (cash * cash);
            }
        }
    }
}
