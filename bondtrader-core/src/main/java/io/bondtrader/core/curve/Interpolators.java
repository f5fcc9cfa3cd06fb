package io.bondtrader.core.curve;

import io.bondtrader.core.error.InvalidInput;

/**
 * The ways to draw a line through points.
 *
 * <p>A line through one point is flat, whatever the way; cubics through two are straight. Where a way has a corner (the
 * limit of a filter, secants that are equal), derivatives by the points' values are those of one side.
 *
 * <p>Immutable and safe for use by many threads.
 */
public enum Interpolators implements Interpolator {

    /** Steps: each value holds until the next point. */
    FLAT("flat") {
        @Override
        Interpolation draw(double[] x, double[] y) {
            return new StepInterpolation(x, y);
        }
    },

    /** Straight lines from point to point. */
    LINEAR("linear") {
        @Override
        Interpolation draw(double[] x, double[] y) {
            return new LinearInterpolation(x, y);
        }
    },

    /** Straight lines between the logarithms of the values, which must be positive. */
    LOG_LINEAR("log-linear") {
        @Override
        Interpolation draw(double[] x, double[] y) {
            return new LogLinearInterpolation(x, y);
        }
    },

    /** The cubic spline with second derivative 0 at the ends: C. de Boor, "A Practical Guide to Splines", chapter IV. */
    NATURAL_CUBIC("natural cubic") {
        @Override
        Interpolation draw(double[] x, double[] y) {
            return cubic(x, y, SplineSlopes.NATURAL);
        }
    },

    /** The cubic spline that is level at both ends; for other slopes there, see {@link #clampedCubic}. */
    CLAMPED_CUBIC("clamped cubic") {
        @Override
        Interpolation draw(double[] x, double[] y) {
            return x.length == 1
                    ? new LinearInterpolation(x, y)
                    : new CubicInterpolation(x, y, SplineSlopes.clamped(0.0, 0.0));
        }
    },

    /**
     * The natural cubic spline with its slopes cut so that it does not overshoot: Dougherty, Edelman and Hyman,
     * Mathematics of Computation 52(186), 1989.
     */
    HYMAN("Hyman-filtered natural cubic") {
        @Override
        Interpolation draw(double[] x, double[] y) {
            return cubic(x, y, new HymanSlopes());
        }
    },

    /** Monotone cubics by the harmonic means of Fritsch and Butland, preprint UCRL-85104, 1980. */
    FRITSCH_BUTLAND("Fritsch-Butland") {
        @Override
        Interpolation draw(double[] x, double[] y) {
            return cubic(x, y, HarmonicSlopes.FRITSCH_BUTLAND);
        }
    },

    /** Monotone cubics by weighted harmonic means: Fritsch and Butland, SIAM J. Sci. Stat. Comput. 5(2), 1984. */
    PCHIP("PCHIP") {
        @Override
        Interpolation draw(double[] x, double[] y) {
            return cubic(x, y, HarmonicSlopes.PCHIP);
        }
    },

    /** Cubics by local slopes that outliers hardly move: Akima, Journal of the ACM 17(4), 1970. */
    AKIMA("Akima") {
        @Override
        Interpolation draw(double[] x, double[] y) {
            return cubic(x, y, new AkimaSlopes());
        }
    },

    /**
     * Monotone convex: of zero rates, by continuous forward rates. Hagan and West, Applied Mathematical Finance 13(2),
     * 2006. Reaches from time 0 to the last point; the value of a point at time 0 has no say.
     */
    MONOTONE_CONVEX("monotone convex") {
        @Override
        Interpolation draw(double[] x, double[] y) {
            return new MonotoneConvexInterpolation(x, y, false);
        }
    },

    /** Monotone convex with forward rates kept positive wherever the forward rates between the nodes are. */
    MONOTONE_CONVEX_POSITIVE("monotone convex, positive") {
        @Override
        Interpolation draw(double[] x, double[] y) {
            return new MonotoneConvexInterpolation(x, y, true);
        }
    };

    private static final double FARTHEST = 1e9;
    private static final double NEAREST = 1e-9;
    private static final double LARGEST = 1e50;

    private final String officialName;

    Interpolators(String officialName) {
        this.officialName = officialName;
    }

    abstract Interpolation draw(double[] x, double[] y);

    /** {@return whether the points' values must be zero rates, as the method works on the forward rates between them} */
    boolean readsZeroRates() {
        return this == MONOTONE_CONVEX || this == MONOTONE_CONVEX_POSITIVE;
    }

    @Override
    public String officialName() {
        return officialName;
    }

    @Override
    public Interpolation through(double[] x, double[] y) {
        check(x, y);
        return draw(x, y);
    }

    /**
     * Returns the cubic spline with given slopes at its ends.
     *
     * @param first slope at the first point
     * @param last slope at the last point
     * @return the way to draw a line
     * @throws InvalidInput if a slope is beyond 1e50 or not a number
     */
    public static Interpolator clampedCubic(double first, double last) {
        InvalidInput.unless(Math.abs(first) <= LARGEST, "first", first, "-1e50 to 1e50");
        InvalidInput.unless(Math.abs(last) <= LARGEST, "last", last, "-1e50 to 1e50");
        return new ClampedCubic(first, last);
    }

    /**
     * Returns the way of a given name.
     *
     * @param name such as {@code "PCHIP"} or {@code "natural cubic"}, in any case
     * @return the way to draw a line
     * @throws InvalidInput if none has that name
     */
    public static Interpolators of(String name) {
        String key = name.strip();
        for (Interpolators way : values()) {
            if (way.name().equalsIgnoreCase(key.replace(' ', '_').replace('-', '_'))
                    || way.officialName.equalsIgnoreCase(key)) {
                return way;
            }
        }
        throw InvalidInput.unreadable("interpolator", name, "a name such as natural cubic");
    }

    private static Interpolation cubic(double[] x, double[] y, SlopeRule rule) {
        return x.length <= 2 ? new LinearInterpolation(x, y) : new CubicInterpolation(x, y, rule);
    }

    private static void check(double[] x, double[] y) {
        InvalidInput.unless(x.length >= 1, "x.length", x.length, "at least 1");
        InvalidInput.unless(y.length == x.length, "y.length", y.length, "that of x, " + x.length);
        for (int k = 0; k < x.length; k++) {
            if (!(Math.abs(x[k]) <= FARTHEST) || (k > 0 && !(x[k] - x[k - 1] >= NEAREST))) {
                throw new InvalidInput("x", x[k], "ascending by 1e-9 or more, within 1e9");
            }
            if (!(Math.abs(y[k]) <= LARGEST)) {
                throw new InvalidInput("y", y[k], "-1e50 to 1e50");
            }
        }
    }

    private record ClampedCubic(double first, double last) implements Interpolator {

        @Override
        public String officialName() {
            return "clamped cubic from slope " + first + " to " + last;
        }

        @Override
        public Interpolation through(double[] x, double[] y) {
            check(x, y);
            return x.length == 1
                    ? new LinearInterpolation(x, y)
                    : new CubicInterpolation(x, y, SplineSlopes.clamped(first, last));
        }
    }
}
