package io.bondtrader.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.curve.Interpolators;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.BusinessDayConvention;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values on which Strata, QuantLib and flat C agree: two bonds off a curve of ten nodes. */
final class CurvePricingTest {

    private static final LocalDate SETTLEMENT = LocalDate.parse("2026-03-17");

    private static final NodeCurve CURVE = NodeCurve.ofZeroRates(
            "ten nodes",
            SETTLEMENT,
            List.of(91, 183, 365, 730, 1095, 1825, 2555, 3650, 7300, 10950).stream()
                    .map(SETTLEMENT::plusDays)
                    .toList(),
            new double[] {0.0430, 0.0420, 0.0400, 0.0385, 0.0380, 0.0390, 0.0405, 0.0420, 0.0460, 0.0465},
            Interpolators.LINEAR);

    private final CurvePricing tenYears = pricing(0.0425, "2035-11-15");
    private final CurvePricing thirtyYears = pricing(0.04625, "2055-11-15");

    private static CurvePricing pricing(double coupon, String maturity) {
        BondConvention unadjusted = BondConventions.US_TREASURY.toBuilder()
                .paymentConvention(BusinessDayConvention.UNADJUSTED)
                .build();
        return CurvePricing.of(FixedCouponBond.of(unadjusted, coupon, "2025-11-15", maturity), SETTLEMENT);
    }

    @Test
    void bondsAreWorthWhatOtherLibrariesSay() {
        assertThat(tenYears.dirtyPrice(CURVE)).isCloseTo(101.846069777715, within(1e-11));
        assertThat(thirtyYears.dirtyPrice(CURVE)).isCloseTo(102.278045060821, within(1e-11));
    }

    @Test
    void zSpreadsAreWhatOtherLibrariesSay() {
        assertThat(tenYears.zSpread(CURVE, 100.256817209181)).isCloseTo(0.001989795228, within(1e-12));
        assertThat(thirtyYears.zSpread(CURVE, 98.799609894583)).isCloseTo(0.002182822622, within(1e-12));
    }

    @Test
    void nodeSensitivitiesAreWhatOtherLibrariesSay() {
        double[] ten = new double[10];
        double[] thirty = new double[10];
        tenYears.addNodeSensitivities(CURVE, ten);
        thirtyYears.addNodeSensitivities(CURVE, thirty);
        double[] expected = {
            -0.371212,
            -1.003993,
            -3.850748,
            -8.514113,
            -20.262575,
            -37.799162,
            -62.546876,
            -213.047303,
            -386.891889,
            -899.493910
        };
        assertThat(Arrays.stream(ten).sum()).isCloseTo(-805.883670, within(1e-6));
        assertThat(Arrays.stream(thirty).sum()).isCloseTo(-1633.781781, within(1e-6));
        assertThat(thirty).containsExactly(expected, within(1e-6));
    }

    @Test
    void zSpreadsOfAbsurdPricesAreFoundOrRefused() {
        for (double price : new double[] {1e-6, 1.0, 1e3, 1e6}) {
            double spread = thirtyYears.zSpread(CURVE, price);
            assertThat(thirtyYears.dirtyPriceFromZSpread(CURVE, spread)).isCloseTo(price, within(price * 1e-12));
        }
        assertThatThrownBy(() -> tenYears.zSpread(CURVE, -1.0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> tenYears.zSpread(CURVE, Double.NaN)).isInstanceOf(InvalidInput.class);
    }
}
