package io.bondtrader.strategies.signal;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Distribution of unit-root t-statistics: Φ of a polynomial in the statistic, one for the left tail and one for the rest.
 *
 * <p>Source: MacKinnon (1994), tables 3 and 4.
 */
enum MacKinnon {
    /** One series about a constant. */
    CONSTANT(-18.83, -1.61, 2.74, 2.1659, 1.4412, 0.038269, 1.7339, 0.93202, -0.12745, -0.010368),
    /** One series about a trend. */
    TREND(-16.18, -2.89, 0.70, 3.2512, 1.6047, 0.049588, 2.5261, 0.61654, -0.37956, -0.060285),
    /** Residuals of one series on another and a constant. */
    COINTEGRATION(-18.86, -2.62, 0.92, 2.92, 1.5012, 0.039796, 2.1945, 0.64695, -0.29198, -0.042377);

    private final double lowest;
    private final double star;
    private final double highest;
    private final double tail0;
    private final double tail1;
    private final double tail2;
    private final double rest0;
    private final double rest1;
    private final double rest2;
    private final double rest3;

    MacKinnon(
            double lowest,
            double star,
            double highest,
            double tail0,
            double tail1,
            double tail2,
            double rest0,
            double rest1,
            double rest2,
            double rest3) {
        this.lowest = lowest;
        this.star = star;
        this.highest = highest;
        this.tail0 = tail0;
        this.tail1 = tail1;
        this.tail2 = tail2;
        this.rest0 = rest0;
        this.rest1 = rest1;
        this.rest2 = rest2;
        this.rest3 = rest3;
    }

    double pValue(double statistic) {
        if (statistic > highest) {
            return 1;
        }
        if (statistic < lowest) {
            return 0;
        }
        double z = statistic <= star
                ? tail0 + statistic * (tail1 + statistic * tail2)
                : rest0 + statistic * (rest1 + statistic * (rest2 + statistic * rest3));
        return new NormalDistribution(null, 0, 1).cumulativeProbability(z);
    }
}
