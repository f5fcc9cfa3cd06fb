package io.bondtrader.risk.credit;

import java.util.function.DoubleUnaryOperator;

/**
 * The normal distribution by nothing but quadrature of its density and bisection: the second path of everything here that
 * uses a library's distribution function.
 */
final class NormalIntegral {

    private static final double FARTHEST = 38.0;

    /** Abscissae and weights of the 10-point Gauss-Legendre rule, positive half. Source: Abramowitz and Stegun, 25.4.30. */
    private static final double[] X = {
        0.1488743389816312, 0.4333953941292472, 0.6794095682990244, 0.8650633666889845, 0.9739065285171717
    };

    private static final double[] W = {
        0.2955242247147529, 0.2692667193099963, 0.2190863625159820, 0.1494513491505806, 0.0666713443086881
    };

    private NormalIntegral() {}

    static double density(double x) {
        return Math.exp(-0.5 * x * x) / Math.sqrt(2.0 * Math.PI);
    }

    static double integral(DoubleUnaryOperator f, double from, double to, int panels) {
        double sum = 0.0;
        double half = 0.5 * (to - from) / panels;
        for (int p = 0; p < panels; p++) {
            double centre = from + (2 * p + 1) * half;
            for (int k = 0; k < X.length; k++) {
                sum += W[k] * (f.applyAsDouble(centre - half * X[k]) + f.applyAsDouble(centre + half * X[k]));
            }
        }
        return sum * half;
    }

    static double cumulative(double x) {
        if (x > 0.0) {
            return 1.0 - cumulative(-x);
        }
        double from = Math.max(-FARTHEST, x - 12.0);
        return x <= -FARTHEST ? 0.0 : integral(NormalIntegral::density, from, x, 24);
    }

    /** Of a probability above 0 and below 1. */
    static double quantile(double probability) {
        double low = -FARTHEST;
        double high = FARTHEST;
        for (int k = 0; k < 200 && high - low > 1e-15 * Math.max(1.0, Math.abs(low)); k++) {
            double middle = 0.5 * (low + high);
            if (cumulative(middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }
}
