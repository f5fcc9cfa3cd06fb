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
 * shortened. The steps start where nothing has moved and far out on either side, and the nearest answer holds: a book that
 * loses both when rates rise and when they fall is looked at from both. The conditions are those of a local optimum; it is
 * the global one where the loss rises along every ray.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class ReverseStress {

    private static final int STEPS = 128;

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
        return new MostLikelyMove(this, factors, covariance.requirePositiveSemidefinite(), wanted, mostDeviations)
                .run();
    }

    /** Market values after moves. */
    double[] values(List<CurveScenario> moves) {
        return book.marketValues(moves, parallelism);
    }

    private static void requireLoss(double wanted) {
        InvalidInput.unless(wanted > 0 && Double.isFinite(wanted), "loss", wanted, "positive and finite");
    }

    @Override
    public String toString() {
        return "ReverseStress[" + book + "]";
    }
}
