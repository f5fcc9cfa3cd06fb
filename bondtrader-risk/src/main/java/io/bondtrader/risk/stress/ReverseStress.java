package io.bondtrader.risk.stress;

import io.bondtrader.core.curve.CurveScenario;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.NotConverged;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.risk.factor.Covariance;
import io.bondtrader.risk.factor.CurveFactors;
import io.bondtrader.risk.sensitivity.ValuedBook;
import java.util.ArrayList;
import java.util.List;

/**
 * Stress testing turned round: the smallest move of the curves that loses a given amount, every candidate revalued in full.
 *
 * <p><b>Along a direction</b>, the smallest multiple of a given scenario: multiples are tried in equal steps up to the
 * largest, and the first step over which the loss is reached is narrowed by bisection.
 *
 * <p><b>Most likely</b>, the move x of zero rates at given times, with covariance Σ, that is nearest by Mahalanobis distance:
 *
 * <pre>
 *   minimise √(x′Σ⁻¹x)   subject to   loss(x) ≥ X
 *
 *   xₖ₊₁ = Σg · (g′xₖ + X − loss(xₖ)) / (g′Σg)          g = ∇loss(xₖ)
 * </pre>
 *
 * <p>The step solves the problem with the loss made linear at xₖ; at its fixed point, x is parallel to Σg and loses X, which
 * are the conditions of the optimum. It needs no inverse: a covariance with perfectly correlated rates will do. Source: R.
 * Rackwitz and B. Fiessler, "Structural reliability under combined random load sequences", Computers and Structures 9
 * (1978), after A. M. Hasofer and N. C. Lind (1974). Where losses bend so much that the steps do not settle, they are
 * shortened. The conditions are those of a local optimum; it is the global one where the loss rises along every ray.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class ReverseStress {

    private static final int STEPS = 128;
    private static final int MOST_ITERATIONS = 200;
    private static final double BUMP = 1e-5; // a tenth of a basis point

    private final ValuedBook book;
    private final Parallelism parallelism;
    private final double worth;

    private ReverseStress(ValuedBook book, Parallelism parallelism) {
        this.book = book;
        this.parallelism = parallelism;
        this.worth = book.marketValues(List.of(CurveScenario.parallel(0)), parallelism)[0];
    }

    /**
     * Returns the reverse stress of a book on the calling thread.
     *
     * @param book the positions in their market
     * @return the reverse stress
     * @throws InvalidInput if there is no position
     * @throws BondTraderException the failure of a security that cannot be valued
     */
    public static ReverseStress of(ValuedBook book) {
        return of(book, Parallelism.callingThread());
    }

    /**
     * Returns the reverse stress of a book.
     *
     * @param book the positions in their market
     * @param parallelism the threads that revalue
     * @return the reverse stress
     * @throws InvalidInput if there is no position
     * @throws BondTraderException the failure of a security that cannot be valued
     */
    public static ReverseStress of(ValuedBook book, Parallelism parallelism) {
        InvalidInput.unless(book.size() > 0, "positions", 0, "at least one");
        return new ReverseStress(book.requireComplete(), parallelism);
    }

    /**
     * Returns the loss in a move of all curves, off the same curve of each currency.
     *
     * @param move the move
     * @return the loss in the reporting currency, negative for a gain
     */
    public double loss(CurveScenario move) {
        return worth - book.marketValues(List.of(move), parallelism)[0];
    }

    /**
     * Finds the smallest multiple of a scenario that loses an amount.
     *
     * @param direction the scenario, such as a parallel move by one basis point
     * @param wanted the loss in the reporting currency, positive
     * @param most the largest multiple that is tried, up to 1,000
     * @return the multiple, or that none loses so much
     * @throws InvalidInput if the loss or the multiple is out of range
     */
    public ReverseAnswer along(CurveScenario direction, double wanted, double most) {
        requireLoss(wanted);
        InvalidInput.unless(most > 0 && most <= 1_000, "most", most, "above 0, up to 1,000");
        List<CurveScenario> tried = new ArrayList<>();
        for (int k = 1; k <= STEPS; k++) {
            tried.add(direction.times(most * k / STEPS));
        }
        double[] values = book.marketValues(tried, parallelism);
        int worst = 0;
        for (int k = 0; k < STEPS; k++) {
            if (worth - values[k] >= wanted) {
                return narrow(direction, wanted, most * k / STEPS, most * (k + 1) / STEPS);
            }
            worst = values[k] < values[worst] ? k : worst;
        }
        return new ReverseAnswer.Unreachable(wanted, worth - values[worst], tried.get(worst), most);
    }

    private ReverseAnswer narrow(CurveScenario direction, double wanted, double from, double to) {
        double low = from;
        double high = to;
        int revaluations = STEPS + 1;
        while (high - low > Math.ulp(high)) {
            double middle = 0.5 * (low + high);
            revaluations++;
            if (middle == low || middle == high) {
                break;
            }
            if (loss(direction.times(middle)) >= wanted) {
                high = middle;
            } else {
                low = middle;
            }
        }
        CurveScenario found = direction.times(high);
        double loss = loss(found);
        return new ReverseAnswer.Found(
                wanted, found, high, loss, new ReverseAnswer.Certificate(Math.abs(loss - wanted), 0, revaluations));
    }

    /**
     * Finds the most likely move of zero rates that loses an amount.
     *
     * @param factors the times at which rates move, in straight lines between and flat outside
     * @param covariance of the changes of zero rates at those times, as decimals
     * @param wanted the loss in the reporting currency, positive
     * @param mostDeviations the largest Mahalanobis distance that counts, above 0 and up to 1,000
     * @return the move, or that none within the distance was found to lose so much
     * @throws InvalidInput if a number is out of range or the covariance is of other factors
     * @throws NotConverged if the steps do not settle
     */
    public ReverseAnswer mostLikely(CurveFactors factors, Covariance covariance, double wanted, double mostDeviations) {
        requireLoss(wanted);
        InvalidInput.unless(
                mostDeviations > 0 && mostDeviations <= 1_000,
                "mostDeviations",
                mostDeviations,
                "above 0, up to 1,000");
        InvalidInput.unless(
                covariance.names().equals(factors.names()), "covariance", covariance.names(), "of " + factors.names());
        return new Search(factors, covariance.requirePositiveSemidefinite(), wanted, mostDeviations).run();
    }

    private static void requireLoss(double wanted) {
        InvalidInput.unless(wanted > 0 && Double.isFinite(wanted), "loss", wanted, "positive and finite");
    }

    /** One search for the most likely move. */
    private final class Search {

        private final double[] years;
        private final Covariance covariance;
        private final double wanted;
        private final double mostDeviations;
        private final int size;
        private int revaluations;

        private Search(CurveFactors factors, Covariance covariance, double wanted, double mostDeviations) {
            this.years =
                    factors.times().stream().mapToDouble(Double::doubleValue).toArray();
            this.covariance = covariance;
            this.wanted = wanted;
            this.mostDeviations = mostDeviations;
            this.size = years.length;
        }

        private ReverseAnswer run() {
            double[] x = new double[size];
            double step = 1;
            double errorBefore = Double.POSITIVE_INFINITY;
            for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
                double[] gradient = gradient(x);
                double[] towards = covariance.times(gradient);
                double variance = dot(gradient, towards);
                if (!(variance > 0)) {
                    return unreachable(0);
                }
                double loss = loss(move(x));
                revaluations++;
                double scale = (dot(gradient, x) + wanted - loss) / variance;
                double distance = Math.abs(scale) * Math.sqrt(variance);
                double off = off(x, towards, scale);
                double error = Math.abs(loss - wanted) / wanted + off;
                if (error < 1e-10) {
                    return distance <= mostDeviations ? found(x, distance, loss, off) : unreachable(mostDeviations);
                }
                if (error > 0.9 * errorBefore && iteration > 5) {
                    step = Math.max(0.05, 0.7 * step);
                }
                errorBefore = error;
                if (scale * Math.sqrt(variance) > 4 * mostDeviations) {
                    return unreachable(mostDeviations); // even the nearest of linear losses is far beyond
                }
                for (int k = 0; k < size; k++) {
                    x[k] += step * (scale * towards[k] - x[k]);
                }
                if (!isPossible(x)) {
                    return unreachable(mostDeviations);
                }
            }
            double loss = loss(move(x));
            double[] gradient = gradient(x);
            double[] towards = covariance.times(gradient);
            double scale = dot(gradient, x) / dot(gradient, towards);
            double off = off(x, towards, scale);
            if (Math.abs(loss - wanted) < 1e-6 * wanted && off < 1e-4) { // as good as differences of prices allow
                double distance = Math.abs(scale) * Math.sqrt(dot(gradient, towards));
                return distance <= mostDeviations ? found(x, distance, loss, off) : unreachable(mostDeviations);
            }
            throw new NotConverged("most likely move that loses " + wanted, MOST_ITERATIONS, loss, loss - wanted);
        }

        private boolean isPossible(double[] x) {
            for (double shift : x) {
                if (!(Math.abs(shift) <= 5)) {
                    return false;
                }
            }
            return true;
        }

        private ReverseAnswer found(double[] x, double distance, double loss, double off) {
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
                    double loss = loss(move(x));
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
                throw new NotConverged(
                        "most likely move that loses " + wanted, revaluations, largest, largest - wanted);
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
            double[] values = book.marketValues(moves, parallelism);
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

    @Override
    public String toString() {
        return "ReverseStress[" + book + "]";
    }
}
