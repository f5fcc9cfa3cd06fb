package io.bondtrader.risk.stress;

import io.bondtrader.core.curve.CurveScenario;
import java.util.Locale;

/** The answer to what would have to happen for a given loss. Immutable and safe for use by many threads. */
public sealed interface ReverseAnswer {

    /** {@return the loss that was asked for, in the reporting currency} */
    double wanted();

    /**
     * The smallest move that loses it.
     *
     * @param wanted the loss that was asked for
     * @param scenario the move
     * @param size how large it is: the multiple of the direction, or the Mahalanobis distance in standard deviations
     * @param loss what the book loses in it, revalued in full
     * @param certificate what proves that it is the smallest
     */
    record Found(double wanted, CurveScenario scenario, double size, double loss, Certificate certificate)
            implements ReverseAnswer {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%s of size %.6g loses %,.2f (%s)", scenario.name(), size, loss, certificate);
        }
    }

    /**
     * No move that was searched loses so much.
     *
     * @param wanted the loss that was asked for
     * @param largestLoss the largest that was found
     * @param worst the move in which it was
     * @param searchedTo how large the moves were that were searched, in the unit of {@link Found#size}
     */
    record Unreachable(double wanted, double largestLoss, CurveScenario worst, double searchedTo)
            implements ReverseAnswer {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "no move up to size %.6g loses %,.2f; the worst, %s, loses %,.2f",
                    searchedTo,
                    wanted,
                    worst.name(),
                    largestLoss);
        }
    }

    /**
     * What proves that a move is the smallest: it loses what was asked for, and no turn of it would lose more.
     *
     * @param lossError by how much the loss differs from the one asked for, in the reporting currency
     * @param stationarity how far the move lies off the direction in which the same distance loses most, as a part of the
     *     move: 0 at the optimum; along one given direction there is no other, and it is 0
     * @param revaluations how many times the book was revalued
     */
    record Certificate(double lossError, double stationarity, int revaluations) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "loss within %.2g, stationary within %.2g, %d revaluations",
                    lossError,
                    stationarity,
                    revaluations);
        }
    }
}
