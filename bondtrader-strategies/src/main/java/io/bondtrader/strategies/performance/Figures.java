package io.bondtrader.strategies.performance;

import io.bondtrader.core.error.InvalidInput;

/** Rules that numbers from outside must pass; what passes cannot make a sum of squares overflow. */
final class Figures {

    private static final double LARGEST = 1e100;
    private static final double MOST_GROWTH = 1e50;

    private Figures() {}

    static double finite(String name, double value) {
        if (!(Math.abs(value) <= LARGEST)) {
            throw new InvalidInput(name, value, "finite and at most 1e100 in size");
        }
        return value;
    }

    /** Returns and growth: their fourth powers must be numbers too. */
    static double moderate(String name, double value) {
        if (!(Math.abs(value) <= MOST_GROWTH)) {
            throw new InvalidInput(name, value, "at most 1e50 in size");
        }
        return value;
    }

    static double notNegative(String name, double value) {
        if (!(value >= 0 && value <= LARGEST)) {
            throw new InvalidInput(name, value, "zero or more, and at most 1e100");
        }
        return value;
    }

    /** Whether values move at all: what rounding leaves of a constant is no movement. */
    static boolean moves(double deviation, double mean) {
        return deviation > 1e-14 * Math.abs(mean);
    }

    static double between(String name, double value, double low, double high) {
        if (!(value > low && value < high)) {
            throw new InvalidInput(name, value, "between " + low + " and " + high);
        }
        return value;
    }
}
