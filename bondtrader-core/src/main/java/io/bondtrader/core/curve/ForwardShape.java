package io.bondtrader.core.curve;

/**
 * How the instantaneous forward rate departs from its mean between two nodes of a monotone convex curve:
 *
 * <pre>
 *   g(0) = g₀     g(1) = g₁     ∫₀¹ g = 0     g runs monotonely wherever a line through three such rates does
 * </pre>
 *
 * <p>Region (i) of the source is one parabola. The others are two half parabolas that meet at η with slope 0:
 *
 * <pre>
 *   g(x) = base + rise₀·((η − x)/η)²  before η,     base + rise₁·((x − η)/(1 − η))²  after it
 * </pre>
 *
 * <p>Source: P. S. Hagan and G. West, "Interpolation Methods for Curve Construction", Applied Mathematical Finance 13(2),
 * 2006, section 6, figures of the four regions. The derivatives by g₀ and g₁ are our own.
 */
final class ForwardShape {

    private final double g0;
    private final double g1;
    private final boolean parabola;
    private final double bend;
    private final double base;
    private final double rise0;
    private final double rise1;
    // derivatives of the four above by g0 and g1
    private final double[] byG0 = new double[4];
    private final double[] byG1 = new double[4];

    ForwardShape(double g0, double g1) {
        this.g0 = g0;
        this.g1 = g1;
        double low = Math.min(-0.5 * g0, -2.0 * g0);
        double high = Math.max(-0.5 * g0, -2.0 * g0);
        boolean oneSign = g0 * g1 >= 0.0;
        this.parabola = (g0 == 0.0 && g1 == 0.0) || (!oneSign && g1 >= low && g1 <= high);
        if (parabola) {
            this.bend = 0.0;
            this.base = 0.0;
            this.rise0 = 0.0;
            this.rise1 = 0.0;
        } else if (oneSign) { // region (iv)
            double sum = g0 + g1;
            this.bend = g1 / sum;
            this.base = -(g0 / sum) * g1;
            this.rise0 = g0 - base;
            this.rise1 = g1 - base;
            double share0 = g0 / sum;
            double share1 = g1 / sum;
            set(byG0, -share1 / sum, -share1 * share1, 1.0 + share1 * share1, share1 * share1);
            set(byG1, share0 / sum, -share0 * share0, share0 * share0, 1.0 + share0 * share0);
        } else if (Math.abs(g1) > Math.abs(g0)) { // region (ii): level, then towards g1
            double gap = g1 - g0;
            this.bend = (g1 + 2.0 * g0) / gap;
            this.base = g0;
            this.rise0 = 0.0;
            this.rise1 = gap;
            set(byG0, 3.0 * (g1 / gap) / gap, 1.0, 0.0, -1.0);
            set(byG1, -3.0 * (g0 / gap) / gap, 0.0, 0.0, 1.0);
        } else { // region (iii): from g0, then level
            double gap = g1 - g0;
            this.bend = 3.0 * g1 / gap;
            this.base = g1;
            this.rise0 = -gap;
            this.rise1 = 0.0;
            set(byG0, 3.0 * (g1 / gap) / gap, 0.0, 1.0, 0.0);
            set(byG1, -3.0 * (g0 / gap) / gap, 1.0, -1.0, 0.0);
        }
    }

    private static void set(double[] row, double bend, double base, double rise0, double rise1) {
        row[0] = bend;
        row[1] = base;
        row[2] = rise0;
        row[3] = rise1;
    }

    /** g(x), for x from 0 to 1. */
    double value(double x) {
        if (parabola) {
            return g0 + x * (-4.0 * g0 - 2.0 * g1 + 3.0 * x * (g0 + g1));
        }
        double before = before(x);
        double after = after(x);
        return base + rise0 * before * before + rise1 * after * after;
    }

    /** g′(x). */
    double slope(double x) {
        if (parabola) {
            return -4.0 * g0 - 2.0 * g1 + 6.0 * x * (g0 + g1);
        }
        if (x < bend) {
            return -2.0 * rise0 * before(x) / bend;
        }
        return x > bend ? 2.0 * rise1 * after(x) / (1.0 - bend) : 0.0;
    }

    /** ∫₀ˣ g. */
    double area(double x) {
        if (parabola) {
            return x * (g0 + x * (-2.0 * g0 - g1 + x * (g0 + g1)));
        }
        return base * x + rise0 * areaBefore(x) + rise1 * areaAfter(x);
    }

    /** ∂g(x)/∂g₀, or by g₁. */
    double valueDerivative(double x, boolean first) {
        if (parabola) {
            return first ? 1.0 + x * (3.0 * x - 4.0) : x * (3.0 * x - 2.0);
        }
        double[] by = first ? byG0 : byG1;
        double before = before(x);
        double after = after(x);
        double moved = 0.0;
        if (x < bend) {
            moved = 2.0 * rise0 * before * (x / bend) / bend;
        } else if (x > bend) {
            moved = 2.0 * rise1 * after * (after - 1.0) / (1.0 - bend);
        }
        return by[1] + by[2] * before * before + by[3] * after * after + by[0] * moved;
    }

    /** ∂g′(0)/∂g₀, or by g₁. */
    double slopeAtStartDerivative(boolean first) {
        if (parabola) {
            return first ? -4.0 : -2.0;
        }
        double[] by = first ? byG0 : byG1;
        return bend > 0.0 ? -2.0 * by[2] / bend + 2.0 * rise0 / bend / bend * by[0] : 0.0;
    }

    /** ∂(∫₀ˣ g)/∂g₀, or by g₁. */
    double areaDerivative(double x, boolean first) {
        if (parabola) {
            return first ? x * (1.0 + x * (x - 2.0)) : x * x * (x - 1.0);
        }
        double[] by = first ? byG0 : byG1;
        double before = before(x);
        double after = after(x);
        double moved = rise0 * (x < bend ? (1.0 - before * before * (1.0 + 2.0 * x / bend)) / 3.0 : 1.0 / 3.0);
        if (x > bend) {
            moved += rise1 * after * after * (2.0 * after - 3.0) / 3.0;
        }
        return by[1] * x + by[2] * areaBefore(x) + by[3] * areaAfter(x) + by[0] * moved;
    }

    private double before(double x) {
        return x < bend ? (bend - x) / bend : 0.0;
    }

    private double after(double x) {
        return x > bend ? (x - bend) / (1.0 - bend) : 0.0;
    }

    /** ∫₀ˣ before². */
    private double areaBefore(double x) {
        double before = before(x);
        return bend * (1.0 - before * before * before) / 3.0;
    }

    /** ∫₀ˣ after². */
    private double areaAfter(double x) {
        double after = after(x);
        return (1.0 - bend) * after * after * after / 3.0;
    }
}
