package io.bondtrader.risk.optimise;

import io.bondtrader.core.error.NotConverged;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Traces the optima of 1/2 w'Sw − θ μ'w as θ rises from zero: they move on straight lines, and turn at corners where an asset or a
 * constraint comes or goes.
 *
 * <p>On each line the next corner has a closed form. Behind it the optimum is found afresh, from the corner, a little further
 * on; that line must begin where the last one ended, or the step was too long and is halved. So ties need no rule.
 *
 * <p>Source: Markowitz and Todd, Mean-Variance Analysis in Portfolio Choice and Capital Markets (2000), chapter 7. Confined to
 * one thread.
 */
final class CriticalLine {

    private static final int CORNERS = 20_000;

    private final QuadraticProgram program;
    private final double[] tilt;
    private ActiveSet optimum;
    private double theta;
    private double begin;
    private double end;
    private Slopes slopes;

    final List<double[]> corners = new ArrayList<>();
    double[] ray = {}; // the way on from the last corner; empty where the frontier ends there

    private CriticalLine(QuadraticProgram program, double[] tilt, ActiveSet start) {
        this.program = program;
        this.tilt = tilt;
        this.optimum = start;
        this.slopes = start.slopes(tilt);
        span();
    }

    /** Traces the whole line from an optimum for θ = 0. */
    static CriticalLine trace(QuadraticProgram program, double[] tilt, ActiveSet leastVariance) {
        CriticalLine line = new CriticalLine(program, tilt, leastVariance);
        line.corners.add(leastVariance.x.clone());
        double goal = line.lowestTilt();
        for (int k = 0; k < CORNERS; k++) {
            if (line.tiltOf(line.corners.get(line.corners.size() - 1)) <= goal) {
                return line;
            }
            if (!Double.isFinite(line.end)) {
                if (line.moves()) {
                    line.ray = line.slopes.x;
                }
                return line;
            }
            double corner = line.end;
            double[] weights = line.at(corner);
            line.corners.add(weights);
            line.turn(corner, weights);
        }
        throw new NotConverged("critical line", CORNERS, line.theta, line.end);
    }

    /** The tilt of the greatest expected return, but for rounding; minus infinity if there is none. */
    private double lowestTilt() {
        BoundedSimplex simplex = Feasibility.simplex(program);
        simplex.makeFeasible();
        double[] cost = Arrays.copyOf(tilt, program.size + program.rows.length);
        if (simplex.minimise(cost) == BoundedSimplex.Outcome.UNBOUNDED) {
            return Double.NEGATIVE_INFINITY;
        }
        double size = 0;
        for (int j = 0; j < tilt.length; j++) {
            size = Math.max(size, Math.abs(tilt[j] * simplex.z[j]));
        }
        return simplex.objective(cost) + 1e-13 * size;
    }

    private double tiltOf(double[] x) {
        return QuadraticProgram.dot(tilt, 0, x, x.length);
    }

    private boolean moves() {
        double longest = 0;
        for (double slope : slopes.x) {
            longest = Math.max(longest, Math.abs(slope));
        }
        return longest > 1e-12;
    }

    private double[] at(double corner) {
        double[] weights = optimum.x.clone();
        for (int j = 0; j < weights.length; j++) {
            weights[j] += (corner - theta) * slopes.x[j];
        }
        return weights;
    }

    /** Goes a little beyond a corner, and looks for the line that begins there. */
    private void turn(double corner, double[] weights) {
        double step = 1e-4 * Math.max(corner, 1e-6);
        WarmStart start = optimum.warmStart();
        for (int attempt = 0; attempt < 60; attempt++) {
            solveAt(corner + step, start);
            if (begin <= corner + 1e-12 * Math.max(1, corner) || step <= 1e-13 * Math.max(1, corner)) {
                return;
            }
            step = Math.min(step / 2, (begin - corner) / 2);
        }
        throw new NotConverged("critical line behind a corner with " + weights.length + " weights", 60, begin, corner);
    }

    private void solveAt(double at, WarmStart start) {
        double[] linear = new double[program.size];
        for (int j = 0; j < linear.length; j++) {
            linear[j] = program.gradient[j] + at * tilt[j];
        }
        ActiveSet next = ActiveSetSolver.solved(program, linear, start);
        optimum = next;
        theta = at;
        slopes = next.slopes(tilt);
        span();
    }

    /** How far the line reaches both ways before a weight, a row or a multiplier meets its end. */
    private void span() {
        double back = Double.POSITIVE_INFINITY;
        double ahead = Double.POSITIVE_INFINITY;
        double steepest =
                0; // what rounding leaves of slopes is told by the size of the tilt, not by slopes that may all be
        // rounding
        double stiffest = 0;
        for (int j = 0; j < program.size; j++) {
            steepest = Math.max(steepest, Math.abs(tilt[j]));
            stiffest = Math.max(stiffest, program.hessian[j * program.size + j]);
        }
        double fastest = steepest / stiffest;
        for (int j = 0; j < program.size; j++) {
            double room;
            double fall;
            if (optimum.variableStatus[j] == ActiveSet.FREE) {
                double slope = slopes.x[j];
                if (Math.abs(slope) > 1e-11 * fastest) {
                    ahead = Math.min(ahead, distance(slope, optimum.x[j], program.lower[j], program.upper[j]));
                    back = Math.min(back, distance(-slope, optimum.x[j], program.lower[j], program.upper[j]));
                }
            } else if (program.lower[j] != program.upper[j]) {
                boolean low = optimum.variableStatus[j] == ActiveSet.AT_LOWER;
                room = Math.max(0, low ? optimum.boundMultipliers[j] : -optimum.boundMultipliers[j]);
                fall = low ? -slopes.boundMultipliers[j] : slopes.boundMultipliers[j];
                if (Math.abs(fall) > 1e-12 * steepest) {
                    ahead = Math.min(ahead, fall > 0 ? room / fall : Double.POSITIVE_INFINITY);
                    back = Math.min(back, fall < 0 ? -room / fall : Double.POSITIVE_INFINITY);
                }
            }
        }
        for (int k = 0; k < program.rows.length; k++) {
            if (optimum.rowStatus[k] == ActiveSet.FREE) {
                double slope = program.activity(k, slopes.x);
                double size = 0;
                for (int j = 0; j < program.size; j++) {
                    size += Math.abs(program.rows[k][j]) * Math.max(fastest, Math.abs(slopes.x[j]));
                }
                if (Math.abs(slope) > 1e-11 * size) {
                    double value = program.activity(k, optimum.x);
                    ahead = Math.min(ahead, distance(slope, value, program.rowLower[k], program.rowUpper[k]));
                    back = Math.min(back, distance(-slope, value, program.rowLower[k], program.rowUpper[k]));
                }
            } else if (program.rowLower[k] != program.rowUpper[k]) {
                boolean low = optimum.rowStatus[k] == ActiveSet.AT_LOWER;
                double room = Math.max(0, low ? optimum.rowMultipliers[k] : -optimum.rowMultipliers[k]);
                double fall = low ? -slopes.rowMultipliers[k] : slopes.rowMultipliers[k];
                double coefficient = 0;
                for (double entry : program.rows[k]) {
                    coefficient = Math.max(coefficient, Math.abs(entry));
                }
                if (Math.abs(fall) * coefficient > 1e-12 * steepest) {
                    ahead = Math.min(ahead, fall > 0 ? room / fall : Double.POSITIVE_INFINITY);
                    back = Math.min(back, fall < 0 ? -room / fall : Double.POSITIVE_INFINITY);
                }
            }
        }
        begin = theta - back;
        end = theta + ahead;
    }

    private static double distance(double slope, double value, double lower, double upper) {
        return slope > 0 ? Math.max(0, upper - value) / slope : Math.max(0, value - lower) / -slope;
    }
}
