package io.bondtrader.core.verify;

import io.bondtrader.core.error.NotConverged;

/**
 * The yield of a price by bracketing on the second price path, without a derivative.
 *
 * <p>The search starts from a bracket of two hundred-millionths around a proposal. If the second path prices its ends to
 * either side of the target, then, prices being monotone in yields, its root lies inside, and a straight line between the
 * ends finds it to double precision. If not, the bracket is widened until it holds the root wherever that is, and halved
 * down to it: a wrong proposal costs time, never the answer.
 */
final class BracketedYield {

    private static final double NARROW = 1e-8;
    private static final int WIDENINGS = 60;
    private static final int HALVINGS = 200;

    private BracketedYield() {}

    /**
     * Returns the yield at which the second path gives a dirty price.
     *
     * @throws NotConverged if no yield in reach does
     */
    static double solve(SecondPrice price, double dirtyPrice, double proposal, double floor) {
        double low = proposal - NARROW;
        double high = proposal + NARROW;
        double above = price.dirtyPrice(low) - dirtyPrice;
        double below = price.dirtyPrice(high) - dirtyPrice;
        if (above >= 0.0 && below <= 0.0 && above > below && low > floor) {
            return low + (high - low) * (above / (above - below));
        }
        return widen(price, dirtyPrice, proposal, floor);
    }

    private static double widen(SecondPrice price, double dirtyPrice, double proposal, double floor) {
        double start = proposal > floor && proposal < 1e6 ? proposal : Math.max(0.05, floor + 0.05);
        double width = NARROW;
        double low = start;
        double high = start;
        for (int step = 0; step < WIDENINGS; step++) {
            low = Math.max(start - width, floor + (start - floor) * StrictMath.pow(0.5, step + 1.0));
            high = start + width;
            if (price.dirtyPrice(low) >= dirtyPrice && price.dirtyPrice(high) <= dirtyPrice) {
                return halve(price, dirtyPrice, low, high);
            }
            width *= 4.0;
        }
        throw new NotConverged(
                "no bracket for the yield of dirty price " + dirtyPrice,
                WIDENINGS,
                start,
                price.dirtyPrice(start) - dirtyPrice);
    }

    private static double halve(SecondPrice price, double dirtyPrice, double lowest, double highest) {
        double low = lowest;
        double high = highest;
        for (int step = 0; step < HALVINGS; step++) {
            double middle = 0.5 * (low + high);
            if (middle <= low || middle >= high) {
                break;
            }
            if (price.dirtyPrice(middle) >= dirtyPrice) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }
}
