package io.bondtrader.examples.conformance;

import java.util.Locale;

/** Numbers as the report prints them. */
final class Figures {

    private Figures() {}

    /** An error, to two digits. */
    static String error(double error) {
        return error == 0.0 ? "0" : String.format(Locale.ROOT, "%.1e", error);
    }

    /** A bound such as {@code 1e-9}. */
    static String shortest(double bound) {
        return Double.toString(bound).replace(".0E", "e").replace("E", "e");
    }
}
