package io.bondtrader.strategies.sizing;

import io.bondtrader.core.error.InvalidInput;

/** Rules that several sizes share. */
final class Checks {

    private static final double SUM = 1e-9;

    private Checks() {}

    static void finite(String name, double value) {
        InvalidInput.unless(Double.isFinite(value), name, value, "finite");
    }

    static void positive(String name, double value) {
        InvalidInput.unless(value > 0 && Double.isFinite(value), name, value, "positive and finite");
    }

    static void notNegative(String name, double value) {
        InvalidInput.unless(value >= 0 && Double.isFinite(value), name, value, "zero or more, and finite");
    }

    /** A number strictly between zero and one. */
    static void proper(String name, double value) {
        InvalidInput.unless(value > 0 && value < 1, name, value, "between 0 and 1");
    }

    static double[] finite(String name, double[] values, int size) {
        InvalidInput.unless(values.length == size, name, values.length + " numbers", size + " numbers");
        for (int i = 0; i < size; i++) {
            finite(name + "[" + i + "]", values[i]);
        }
        return values.clone();
    }

    static double[] probabilities(double[] values) {
        InvalidInput.unless(values.length > 0, "probabilities", "none", "at least one");
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            InvalidInput.unless(
                    values[i] > 0 && values[i] <= 1, "probabilities[" + i + "]", values[i], "above 0, at most 1");
            sum += values[i];
        }
        InvalidInput.unless(Math.abs(sum - 1) <= SUM, "sum of probabilities", sum, "1 within " + SUM);
        return values.clone();
    }

    static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }
}
