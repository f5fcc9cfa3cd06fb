package io.bondtrader.core.curve;

import io.bondtrader.core.error.InvalidInput;

/**
 * The ways to draw a line through points.
 *
 * <p>Immutable and safe for use by many threads.
 */
public enum Interpolators implements Interpolator {

    /** Straight lines from point to point. */
    LINEAR("linear") {
        @Override
        Interpolation draw(double[] x, double[] y) {
            return new LinearInterpolation(x, y);
        }
    };

    private final String officialName;

    Interpolators(String officialName) {
        this.officialName = officialName;
    }

    abstract Interpolation draw(double[] x, double[] y);

    @Override
    public String officialName() {
        return officialName;
    }

    @Override
    public Interpolation through(double[] x, double[] y) {
        InvalidInput.unless(x.length >= 1, "x.length", x.length, "at least 1");
        InvalidInput.unless(y.length == x.length, "y.length", y.length, "that of x, " + x.length);
        for (int k = 0; k < x.length; k++) {
            InvalidInput.unless(
                    Double.isFinite(x[k]) && (k == 0 || x[k] > x[k - 1]), "x", x[k], "finite and ascending");
            InvalidInput.unless(Double.isFinite(y[k]), "y", y[k], "finite");
        }
        return draw(x, y);
    }
}
