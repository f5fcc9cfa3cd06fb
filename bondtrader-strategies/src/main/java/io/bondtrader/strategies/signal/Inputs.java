package io.bondtrader.strategies.signal;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.error.InsufficientHistory;

/** The rules that every value from outside must pass; what passes cannot make a sum of squares overflow. */
final class Inputs {

    private static final double LARGEST = 1e100;

    private Inputs() {}

    static double value(double value) {
        if (!(Math.abs(value) <= LARGEST)) {
            throw new InvalidInput("value", value, "finite and at most 1e100 in size");
        }
        return value;
    }

    static double price(double price) {
        if (!(price >= 1 / LARGEST && price <= LARGEST)) {
            throw new InvalidInput("price", price, "positive, from 1e-100 to 1e100");
        }
        return price;
    }

    static int length(String name, int length, int least) {
        if (length < least || length > 10_000_000) {
            throw new InvalidInput(name, length, "from " + least + " to 10000000");
        }
        return length;
    }

    static double between(String name, double value, double above, double atMost) {
        if (!(value > above && value <= atMost)) {
            throw new InvalidInput(name, value, "above " + above + " and at most " + atMost);
        }
        return value;
    }

    static double[] series(String what, double[] series, int fewest) {
        if (series.length < fewest) {
            throw new InsufficientHistory(what, series.length, fewest);
        }
        for (double value : series) {
            value(value);
        }
        return series;
    }

    static void sameLength(double[] one, double[] other) {
        if (one.length != other.length) {
            throw new InvalidInput("length of the second series", other.length, "that of the first, " + one.length);
        }
    }
}
