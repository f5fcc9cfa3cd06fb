package io.bondtrader.risk.regulatory;

import io.bondtrader.core.error.InvalidInput;

/** Checks that every figure here shares. */
final class Bounds {

    private Bounds() {}

    static double amount(String name, double value) {
        InvalidInput.unless(value >= 0.0 && value < Double.POSITIVE_INFINITY, name, value, "0 or more and finite");
        return value;
    }

    static double finite(String name, double value) {
        InvalidInput.unless(Double.isFinite(value), name, value, "finite");
        return value;
    }

    static double share(String name, double value) {
        InvalidInput.unless(value >= 0.0 && value <= 1.0, name, value, "0 to 1");
        return value;
    }

    static double between(String name, double value, double least, double most) {
        InvalidInput.unless(value >= least && value <= most, name, value, "from " + least + " to " + most);
        return value;
    }

    static void text(String name, String value) {
        InvalidInput.unless(!value.isBlank(), name, value, "not blank");
    }
}
