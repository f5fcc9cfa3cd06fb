package io.bondtrader.risk.credit;

import java.util.List;
import java.util.Map;

/**
 * J.P. Morgan, CreditMetrics Technical Document, 1997: the one-year transition matrix of table 1.1 (S&P, April 1996) in
 * percent and the forward curves of table 1.3 in percent, years 1 to 4 from the horizon on.
 */
final class Published {

    static final List<String> STATES = List.of("AAA", "AA", "A", "BBB", "BB", "B", "CCC", "D");

    static final double[][] MATRIX = {
        {90.81, 8.33, 0.68, 0.06, 0.12, 0, 0, 0},
        {0.70, 90.65, 7.79, 0.64, 0.06, 0.14, 0.02, 0},
        {0.09, 2.27, 91.05, 5.52, 0.74, 0.26, 0.01, 0.06},
        {0.02, 0.33, 5.95, 86.93, 5.30, 1.17, 0.12, 0.18},
        {0.03, 0.14, 0.67, 7.73, 80.53, 8.84, 1.00, 1.06},
        {0, 0.11, 0.24, 0.43, 6.48, 83.46, 4.07, 5.20},
        {0.22, 0, 0.22, 1.30, 2.38, 11.24, 64.86, 19.79},
        {0, 0, 0, 0, 0, 0, 0, 100}
    };

    static final Map<String, List<Double>> FORWARDS = Map.of(
            "AAA", List.of(0.0360, 0.0417, 0.0473, 0.0512),
            "AA", List.of(0.0365, 0.0422, 0.0478, 0.0517),
            "A", List.of(0.0372, 0.0432, 0.0493, 0.0532),
            "BBB", List.of(0.0410, 0.0467, 0.0525, 0.0563),
            "BB", List.of(0.0555, 0.0602, 0.0678, 0.0727),
            "B", List.of(0.0605, 0.0702, 0.0803, 0.0852),
            "CCC", List.of(0.1505, 0.1502, 0.1403, 0.1352));

    private Published() {}

    static TransitionMatrix matrix() {
        return TransitionMatrix.ofPublished(STATES, 1.0, MATRIX);
    }

    /** The bond of chapter 1: BBB, 6 %, five years, recovery 51.13 with a standard deviation of 25.45. */
    static RatedExposure bond(String name) {
        return RatedExposure.ofAnnualBond(name, "BBB", 6.0, FORWARDS, STATES, 51.13, 25.45);
    }
}
