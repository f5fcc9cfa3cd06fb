package io.bondtrader.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.Compounding;
import io.bondtrader.core.error.InvalidInput;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class YieldEquivalentsTest {

    @Test
    void sixPercentTwiceAYearIsSixPointZeroNineOnce() {
        assertThat(convert(0.06, Compounding.SEMIANNUAL, Compounding.ANNUAL)).isEqualTo(0.0609, within(1e-16));
        assertThat(convert(0.0609, Compounding.ANNUAL, Compounding.SEMIANNUAL)).isEqualTo(0.06, within(1e-16));
    }

    @Test
    void definitionsHold() {
        assertThat(convert(0.05, Compounding.ANNUAL, Compounding.CONTINUOUS))
                .isEqualTo(StrictMath.log(1.05), within(1e-16));
        assertThat(convert(0.05, Compounding.CONTINUOUS, Compounding.SIMPLE))
                .isEqualTo(StrictMath.expm1(0.05), within(1e-16));
        assertThat(convert(0.12, Compounding.MONTHLY, Compounding.ANNUAL))
                .isEqualTo(StrictMath.pow(1.01, 12.0) - 1.0, within(1e-15));
        assertThat(YieldEquivalents.convert(0.08, Compounding.AT_COUPON_FREQUENCY, Compounding.ANNUAL, 4))
                .isEqualTo(1.02 * 1.02 * 1.02 * 1.02 - 1.0, within(1e-16));
    }

    @ParameterizedTest
    @CsvSource({
        "NaN, ANNUAL",
        "Infinity, ANNUAL",
        "-1.0, ANNUAL",
        "-2.0, SEMIANNUAL",
        "-12.0, MONTHLY",
        "NaN, CONTINUOUS",
        "-Infinity, CONTINUOUS",
        "-1.0, SIMPLE"
    })
    void aYieldThatLeavesNothingHasNoEquivalent(double yield, Compounding from) {
        assertThatThrownBy(() -> convert(yield, from, Compounding.QUARTERLY)).isInstanceOf(InvalidInput.class);
    }

    @Property(tries = 200)
    void thereAndBackIsTheSameYield(
            @ForAll @DoubleRange(min = -0.3, max = 0.8) double yield,
            @ForAll Compounding from,
            @ForAll Compounding to,
            @ForAll @IntRange(min = 1, max = 12) int couponsPerYear) {
        double there = YieldEquivalents.convert(yield, from, to, couponsPerYear);

        assertThat(YieldEquivalents.convert(there, to, from, couponsPerYear)).isEqualTo(yield, within(4e-15));
    }

    @Property(tries = 200)
    void theMoreOftenAYieldIsCompoundedTheLowerItsEquivalent(@ForAll @DoubleRange(min = 0.01, max = 0.8) double yield) {
        double monthly = convert(yield, Compounding.ANNUAL, Compounding.MONTHLY);
        double quarterly = convert(yield, Compounding.ANNUAL, Compounding.QUARTERLY);

        assertThat(convert(yield, Compounding.ANNUAL, Compounding.CONTINUOUS)).isLessThan(monthly);
        assertThat(monthly).isLessThan(quarterly);
        assertThat(quarterly).isLessThan(yield);
    }

    private static double convert(double yield, Compounding from, Compounding to) {
        return YieldEquivalents.convert(yield, from, to, 2);
    }

    @ParameterizedTest
    @CsvSource({"0", "-2"})
    void aBondWithoutCouponsHasNoCouponFrequencyToCompoundAt(int couponsPerYear) {
        assertThatThrownBy(() -> YieldEquivalents.convert(
                        0.05, Compounding.ANNUAL, Compounding.AT_COUPON_FREQUENCY, couponsPerYear))
                .isInstanceOf(InvalidInput.class);
    }
}
