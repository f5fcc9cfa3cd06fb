package io.bondtrader.core.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.Compounding;
import io.bondtrader.core.error.InvalidInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Forward rates that converge to an ultimate one. */
final class SmithWilsonTest {

    /** EIOPA, risk-free interest rate term structures of 31 May 2019, Switzerland, without volatility adjustment. */
    private static final double[] EIOPA_SWITZERLAND = {
        -0.00803, -0.00814, -0.00778, -0.00725, -0.00652, -0.00565, -0.00480, -0.00391, -0.00313, -0.00214, -0.00140,
        -0.00067, -0.00008, 0.00051, 0.00108, 0.00157, 0.00197, 0.00228, 0.00250, 0.00264, 0.00271, 0.00274, 0.00280,
        0.00291, 0.00309, 0.00337, 0.00372, 0.00412, 0.00455, 0.00501, 0.00548, 0.00596, 0.00644, 0.00692, 0.00739,
        0.00786, 0.00831, 0.00876, 0.00919, 0.00961, 0.01002, 0.01042, 0.01081, 0.01118, 0.01154, 0.01189, 0.01223,
        0.01255, 0.01287, 0.01318, 0.01347, 0.01376, 0.01403, 0.01430, 0.01456, 0.01481, 0.01505, 0.01528, 0.01551,
        0.01573, 0.01594, 0.01615, 0.01635, 0.01655, 0.01673
    };

    private static final int LAST_LIQUID = 25;
    private static final double ULTIMATE = 0.029;
    private static final double ALPHA = 0.128562;

    @Test
    void thePublishedSwissCurveComesOutFromItsLiquidPart() {
        NodeCurve curve = curve();
        for (int year = LAST_LIQUID + 1; year <= EIOPA_SWITZERLAND.length; year++) {
            double annual = Math.exp(curve.zeroRate(year)) - 1.0;
            // Published to five digits; the roundings of the last inputs add up.
            assertThat(annual).as("year %d", year).isCloseTo(EIOPA_SWITZERLAND[year - 1], within(3e-5));
        }
    }

    @Test
    void theClosedFormIsTheSumOverAllNodes() {
        NodeCurve curve = curve();
        double omega = Math.log(1.0 + ULTIMATE);
        double[][] system = new double[LAST_LIQUID][LAST_LIQUID + 1];
        for (int i = 0; i < LAST_LIQUID; i++) {
            for (int j = 0; j < LAST_LIQUID; j++) {
                system[i][j] = wilson(omega, i + 1.0, j + 1.0);
            }
            system[i][LAST_LIQUID] = curve.discountFactor(i + 1.0) - Math.exp(-omega * (i + 1.0));
        }
        double[] zeta = solve(system);
        for (double t : new double[] {25.0, 25.01, 31.7, 60.0, 100.0}) {
            double sum = Math.exp(-omega * t);
            for (int j = 0; j < LAST_LIQUID; j++) {
                sum += zeta[j] * wilson(omega, t, j + 1.0);
            }
            assertThat(curve.discountFactor(t)).isCloseTo(sum, within(1e-9));
        }
    }

    @Test
    void forwardRatesConvergeToTheUltimateRate() {
        NodeCurve curve = curve();
        assertThat(curve.instantaneousForward(60.0)).isCloseTo(Math.log(1.0 + ULTIMATE), within(0.0005));
        assertThat(curve.instantaneousForward(200.0)).isCloseTo(Math.log(1.0 + ULTIMATE), within(1e-11));
        assertThat(curve.discountFactor(25.0)).isCloseTo(curve.discountFactor(25.0 + 1e-12), within(1e-11));
    }

    @Test
    void itComesAfterTheLastNodeOnly() {
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> NodeCurve.builder("x", RandomCurves.REFERENCE)
                        .nodes(List.of(new CurveNode("1Y", null, 1.0)))
                        .zeroRates(0.01)
                        .extrapolation(Extrapolator.smithWilson(0.03, 0.1), Extrapolator.FLAT)
                        .build())
                .withMessageContaining("before the first node");
    }

    private static NodeCurve curve() {
        List<CurveNode> nodes = new ArrayList<>();
        for (int year = 1; year <= LAST_LIQUID; year++) {
            nodes.add(new CurveNode(year + "Y", null, year));
        }
        return NodeCurve.builder("CHF", RandomCurves.REFERENCE)
                .nodes(nodes)
                .zeroRates(Compounding.ANNUAL, Arrays.copyOf(EIOPA_SWITZERLAND, LAST_LIQUID))
                .extrapolation(Extrapolator.FLAT, Extrapolator.smithWilson(ULTIMATE, ALPHA))
                .build();
    }

    /** Wilson's function as the technical documentation gives it. */
    private static double wilson(double omega, double t, double u) {
        double low = Math.min(t, u);
        double high = Math.max(t, u);
        double hyperbolic = 0.5 * Math.exp(-ALPHA * high) * (Math.exp(ALPHA * low) - Math.exp(-ALPHA * low));
        return Math.exp(-omega * (t + u)) * (ALPHA * low - hyperbolic);
    }

    /** Gauss with pivots. */
    private static double[] solve(double[][] a) {
        int n = a.length;
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                pivot = Math.abs(a[i][k]) > Math.abs(a[pivot][k]) ? i : pivot;
            }
            double[] row = a[pivot];
            a[pivot] = a[k];
            a[k] = row;
            for (int i = k + 1; i < n; i++) {
                double factor = a[i][k] / row[k];
                for (int j = k; j <= n; j++) {
                    a[i][j] -= factor * row[j];
                }
            }
        }
        double[] x = new double[n];
        for (int k = n - 1; k >= 0; k--) {
            x[k] = a[k][n];
            for (int j = k + 1; j < n; j++) {
                x[k] -= a[k][j] * x[j];
            }
            x[k] /= a[k][k];
        }
        return x;
    }
}
