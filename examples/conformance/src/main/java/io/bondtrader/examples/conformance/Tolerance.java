package io.bondtrader.examples.conformance;

/**
 * How far a computed value may lie from the expected one: within the relative or the absolute bound.
 *
 * @param relative bound as a fraction of the expected value
 * @param absolute bound in the unit of the value
 */
record Tolerance(double relative, double absolute) {

    /** Dates, days, counts, flags and official prices. */
    static final Tolerance EXACT = new Tolerance(0.0, 0.0);

    /** Year fractions, and times that add them up: exact but for the last bits of a double. */
    static final Tolerance FRACTION = new Tolerance(1e-12, 1e-13);

    /** Prices, yields, accrued interest and amounts. */
    static final Tolerance PRICE = new Tolerance(1e-9, 1e-10);

    /** Durations, convexities and what is made from them. */
    static final Tolerance SENSITIVITY = new Tolerance(1e-8, 0.0);

    /** The bound that a published value states for itself, in its own unit. */
    static Tolerance within(double absolute) {
        return new Tolerance(0.0, absolute);
    }

    /** Whether a computed value will do; NaN never does. */
    boolean accepts(double expected, double computed) {
        double error = Math.abs(computed - expected);
        return error <= absolute || error <= relative * Math.abs(expected);
    }

    @Override
    public String toString() {
        if (relative == 0.0) {
            return absolute == 0.0 ? "exact" : Figures.shortest(absolute) + " abs";
        }
        String text = Figures.shortest(relative) + " rel";
        return absolute == 0.0 ? text : text + " or " + Figures.shortest(absolute) + " abs";
    }
}
