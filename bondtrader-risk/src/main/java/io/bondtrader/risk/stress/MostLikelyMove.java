package io.bondtrader.risk.stress;

import io.bondtrader.core.curve.CurveScenario;
import io.bondtrader.core.error.NotConverged;
import io.bondtrader.risk.factor.Covariance;
import io.bondtrader.risk.factor.CurveFactors;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One search for the move of least Mahalanobis distance that loses an amount; see {@link ReverseStress}. */
final class MostLikelyMove {

    private static final int MOST_ITERATIONS = 200;
    private static final double BUMP = 1e-5; // a tenth of a basis point

    private final ReverseStress reverse;

    private final double[] years;
    private final Covariance covariance;
    private final double wanted;
    private final double mostDeviations;
    private final int size;
    private int revaluations;

    MostLikelyMove(
            ReverseStress reverse, CurveFactors factors, Covariance covariance, double wanted, double mostDeviations) {
        this.reverse = reverse;
        this.years = factors.times().stream().mapToDouble(Double::doubleValue).toArray();
        this.covariance = covariance;
        this.wanted = wanted;
        this.mostDeviations = mostDeviations;
        this.size = years.length;
    }

    /** The nearest of what three starts lead to: where nothing has moved, and far out on either side of it. */
    ReverseAnswer run() {
        double[] gradient = gradient(new double[size]);
        double[] towards = covariance.times(gradient);
        double variance = dot(gradient, towards);
        if (!(variance > 0)) {
            return unreachable(0);
        }
        ReverseAnswer.Found nearest = null;
        for (int side = -1; side <= 1; side++) {
            double[] start = new double[size];
            for (int k = 0; k < size; k++) {
                start[k] = side * 0.5 * mostDeviations * towards[k] / Math.sqrt(variance);
            }
            ReverseAnswer.Found found = isPossible(start) ? settle(start) : null;
            if (found != null && (nearest == null || found.size() < nearest.size())) {
                nearest = found;
            }
        }
        if (nearest == null || nearest.size() > mostDeviations) {
            return unreachable(mostDeviations);
        }
        return new ReverseAnswer.Found(
                wanted,
                nearest.scenario(),
                nearest.size(),
                nearest.loss(),
                new ReverseAnswer.Certificate(
                        nearest.certificate().lossError(), nearest.certificate().stationarity(), revaluations));
    }

    /** Steps from a start; null if they lead out of what is possible, or do not settle. */
    private ReverseAnswer.@Nullable Found settle(double[] x) {
        double step = 1;
        double errorBefore = Double.POSITIVE_INFINITY;
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            double[] gradient = gradient(x);
            double[] towards = covariance.times(gradient);
            double variance = dot(gradient, towards);
            if (!(variance > 0)) {
                return null;
            }
            double loss = reverse.loss(move(x));
            revaluations++;
            double scale = (dot(gradient, x) + wanted - loss) / variance;
            double off = off(x, towards, scale);
            double error = Math.abs(loss - wanted) / wanted + off;
            boolean last = iteration == MOST_ITERATIONS - 1; // as good as differences of prices allow
            if (scale > 0 && (error < 1e-10 || (last && error < 1e-6))) {
                return found(x, scale * Math.sqrt(variance), loss, off);
            }
            if (error > 0.9 * errorBefore && iteration > 5) {
                step = Math.max(0.05, 0.7 * step);
            }
            errorBefore = error;
            for (int k = 0; k < size; k++) {
                x[k] += step * (scale * towards[k] - x[k]);
            }
            if (Math.abs(scale) * Math.sqrt(variance) > 8 * mostDeviations || !isPossible(x)) {
                return null; // on the way to where no answer counts
            }
        }
        return null;
    }

    private boolean isPossible(double[] x) {
        for (double shift : x) {
            if (!(Math.abs(shift) <= 5)) {
                return false;
            }
        }
        return true;
    }

    private ReverseAnswer.Found found(double[] x, double distance, double loss, double off) {
        return new ReverseAnswer.Found(
                wanted,
                move(x),
                distance,
                loss,
                new ReverseAnswer.Certificate(Math.abs(loss - wanted), off, revaluations));
    }

    /** The worst move at a distance: the fixed point of x = R·Σg/√(g′Σg), from both signs. */
    private ReverseAnswer unreachable(double distance) {
        double[] worst = new double[size];
        double largest = 0;
        for (int sign = -1; sign <= 1; sign += 2) {
            double[] x = new double[size];
            double radius = sign * distance;
            for (int iteration = 0; iteration < 40 && isPossible(x); iteration++) {
                double loss = reverse.loss(move(x));
                revaluations++;
                if (loss > largest) {
                    largest = loss;
                    worst = x.clone();
                }
                double[] towards = covariance.times(gradient(x));
                double variance = dot(gradient(x), towards);
                if (!(variance > 0)) {
                    break;
                }
                for (int k = 0; k < size; k++) {
                    x[k] = radius * towards[k] / Math.sqrt(variance);
                }
                radius = distance;
            }
        }
        if (largest >= wanted) {
            throw new NotConverged("most likely move that loses " + wanted, revaluations, largest, largest - wanted);
        }
        return new ReverseAnswer.Unreachable(wanted, largest, move(worst), distance);
    }

    private CurveScenario move(double[] x) {
        return CurveScenario.ofShifts("most likely move", years, x);
    }

    /** How far a move lies off the direction in which its distance loses most, as a part of itself. */
    private double off(double[] x, double[] towards, double scale) {
        double largest = 0;
        double difference = 0;
        for (int k = 0; k < size; k++) {
            largest = Math.max(largest, Math.abs(x[k]));
            difference = Math.max(difference, Math.abs(x[k] - scale * towards[k]));
        }
        return largest == 0 ? 1 : difference / largest;
    }

    /** By central differences, all moves in one go. */
    private double[] gradient(double[] x) {
        List<CurveScenario> moves = new ArrayList<>();
        for (int k = 0; k < size; k++) {
            for (int sign = -1; sign <= 1; sign += 2) {
                double[] bumped = x.clone();
                bumped[k] += sign * BUMP;
                moves.add(move(bumped));
            }
        }
        double[] values = reverse.values(moves);
        revaluations += moves.size();
        double[] gradient = new double[size];
        for (int k = 0; k < size; k++) {
            gradient[k] = (values[2 * k] - values[2 * k + 1]) / (2 * BUMP);
        }
        return gradient;
    }

    private double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < size; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
