package io.bondtrader.strategies.sizing;

import io.bondtrader.core.error.InvalidInput;

/**
 * What a multiple c of a Gaussian Kelly bet does: it keeps c(2 − c) of the excess growth, and discounted wealth ever falls
 * to x with probability x^(2/c − 1).
 *
 * <p>Source: Thorp (2006), sections 7 and 8.
 */
final class Multiples {

    private Multiples() {}

    static void check(double multiple) {
        InvalidInput.unless(multiple > 0 && multiple <= 1, "multiple", multiple, "above 0, at most 1");
    }

    static double growthKept(double multiple) {
        return multiple * (2 - multiple);
    }

    static double exponent(double multiple) {
        return 2 / multiple - 1;
    }

    static double largestWithin(double exponent) {
        return Math.min(1, 2 / (1 + exponent));
    }
}
