package io.bondtrader.compliance.surveillance.anomaly;

/** The standard normal distribution, the same on every machine. */
final class NormalLaw {

    private static final double ROOT_TWO_PI = 2.5066282746310002;

    private NormalLaw() {}

    /** Probability of a draw below x: the series of Marsaglia 2004, Evaluating the Normal Distribution, J. Stat. Softw. 11(4). */
    static double below(double x) {
        if (x < -8) {
            return 0;
        }
        if (x > 8) {
            return 1;
        }
        double term = x;
        double sum = x;
        double before = 0;
        for (int i = 3; sum != before; i += 2) {
            before = sum;
            term *= x * x / i;
            sum += term;
        }
        return 0.5 + sum * StrictMath.exp(-0.5 * x * x) / ROOT_TWO_PI;
    }

    /** The x below which a draw falls with probability p, from 0 to 1 exclusive; within ±8. By bisection. */
    static double quantile(double p) {
        double low = -8;
        double high = 8;
        for (int i = 0; i < 60; i++) {
            double middle = 0.5 * (low + high);
            if (below(middle) < p) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 0.5 * (low + high);
    }
}
