package io.bondtrader.core.curve;

import org.jspecify.annotations.Nullable;

/**
 * Slopes as harmonic means of the secants on both sides, 0 where these differ in sign: the line never leaves the range of
 * its two neighbouring points. At the ends, the three-point formula, cut so that the same holds there.
 *
 * <pre>
 *   Fritsch–Butland   d = 3·s·S / (S + 2·s)            s, S  the flatter and the steeper secant
 *   PCHIP             d = (w₁ + w₂) / (w₁/a + w₂/b)    a, b  secants before and after; w₁ = h₁ + 2·h₂, w₂ = 2·h₁ + h₂
 * </pre>
 *
 * <p>Sources: F. N. Fritsch and J. Butland, "An Improved Monotone Piecewise Cubic Interpolation Algorithm", Lawrence
 * Livermore National Laboratory preprint UCRL-85104, 1980; F. N. Fritsch and J. Butland, "A Method for Constructing Local
 * Monotone Piecewise Cubic Interpolants", SIAM Journal on Scientific and Statistical Computing 5(2), 1984 (PCHIP, with
 * the end formula of C. B. Moler, "Numerical Computing with MATLAB", 2004, section 3.6).
 */
enum HarmonicSlopes implements SlopeRule {
    FRITSCH_BUTLAND,
    PCHIP;

    @Override
    public void fill(double[] width, double[] secant, double[] slope, double @Nullable [][] derivative) {
        int n = slope.length;
        end(width[0], width[1], secant, 0, 1, slope, 0, derivative);
        end(width[n - 2], width[n - 3], secant, n - 2, n - 3, slope, n - 1, derivative);
        for (int i = 1; i + 1 < n; i++) {
            double a = secant[i - 1];
            double b = secant[i];
            if (!(a < 0.0 && b < 0.0) && !(a > 0.0 && b > 0.0)) {
                continue; // 0 by default
            }
            double onA; // weights of 1/a and 1/b, which add up to 1
            if (this == PCHIP) {
                onA = (width[i - 1] + 2.0 * width[i]) / (3.0 * (width[i - 1] + width[i]));
            } else {
                onA = Math.abs(a) <= Math.abs(b) ? 1.0 / 3.0 : 2.0 / 3.0;
            }
            double mean = 1.0 / (onA / a + (1.0 - onA) / b);
            slope[i] = mean;
            if (derivative != null) {
                derivative[i][i - 1] = onA * (mean / a) * (mean / a);
                derivative[i][i] = (1.0 - onA) * (mean / b) * (mean / b);
            }
        }
    }

    /** The first or the last slope, from the secant beside it and the one after that. */
    private static void end(
            double near,
            double far,
            double[] secant,
            int beside,
            int next,
            double[] slope,
            int at,
            double @Nullable [][] derivative) {
        double share = near / (near + far);
        double a = secant[beside];
        double b = secant[next];
        double value = (1.0 + share) * a - share * b;
        double onA = 1.0 + share;
        double onB = -share;
        if (!(value > 0.0 && a > 0.0) && !(value < 0.0 && a < 0.0)) {
            value = 0.0;
            onA = 0.0;
            onB = 0.0;
        } else if (a * b <= 0.0 && Math.abs(value) > 3.0 * Math.abs(a)) {
            value = 3.0 * a;
            onA = 3.0;
            onB = 0.0;
        }
        slope[at] = value;
        if (derivative != null) {
            derivative[at][beside] = onA;
            derivative[at][next] = onB;
        }
    }
}
