package io.bondtrader.examples.conformance;

/** How one measure of one file came out. */
final class MeasureReport {

    private final String measure;
    private final Tolerance tolerance;
    private boolean varied;
    private int passed;
    private int failed;
    private double worstAbsolute = Double.NaN;
    private double worstRelative = Double.NaN;

    MeasureReport(String measure, Tolerance tolerance) {
        this.measure = measure;
        this.tolerance = tolerance;
    }

    void record(double expected, double computed, boolean accepted) {
        record(accepted);
        double error = Math.abs(computed - expected);
        worstAbsolute = Double.isNaN(worstAbsolute) ? error : Math.max(worstAbsolute, error);
        if (expected != 0.0) { // exactly zero: there is no error relative to it
            double relative = error / Math.abs(expected);
            worstRelative = Double.isNaN(worstRelative) ? relative : Math.max(worstRelative, relative);
        }
    }

    void record(boolean accepted) {
        if (accepted) {
            passed++;
        } else {
            failed++;
        }
    }

    String measure() {
        return measure;
    }

    /** Notes the bound of a further row; published values bring their own. */
    MeasureReport under(Tolerance another) {
        varied |= !tolerance.equals(another);
        return this;
    }

    /** The bound in words. */
    String tolerance() {
        return varied ? "by row" : tolerance.toString();
    }

    int rows() {
        return passed + failed;
    }

    int passed() {
        return passed;
    }

    int failed() {
        return failed;
    }

    /** The largest absolute error; NaN where nothing was subtracted. */
    double worstAbsolute() {
        return worstAbsolute;
    }

    /** The largest relative error; NaN where nothing was subtracted or every expected value is zero. */
    double worstRelative() {
        return worstRelative;
    }
}
