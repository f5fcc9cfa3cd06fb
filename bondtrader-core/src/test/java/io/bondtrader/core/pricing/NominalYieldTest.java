package io.bondtrader.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fisher's equation in both directions. */
final class NominalYieldTest {

    @Test
    void aYearOfRealInterestAndInflationMultiply() {
        assertThat(InflationPricing.nominalYield(0.02, 0.03, 1)).isEqualTo(1.02 * 1.03 - 1.0, within(1e-15));
        assertThat(InflationPricing.nominalYield(0.0, 0.0, 2)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0.02, 0.025, 2", "-0.011, 0.08, 1", "0.3, -0.02, 4", "0.0, 0.5, 12"})
    void theBreakEvenOfTheNominalYieldIsTheInflationItCameFrom(double real, double inflation, int periods) {
        double nominal = InflationPricing.nominalYield(real, inflation, periods);

        assertThat(InflationPricing.breakEvenFisher(nominal, real, periods)).isEqualTo(inflation, within(1e-14));
    }

    @ParameterizedTest
    @CsvSource({"NaN, 0.02, 2", "0.02, NaN, 2", "-2.0, 0.02, 2", "0.02, -1.0, 2", "0.02, 0.02, 0", "0.02, Infinity, 1"})
    void ratesThatLeaveNothingAreRefused(double real, double inflation, int periods) {
        assertThatThrownBy(() -> InflationPricing.nominalYield(real, inflation, periods))
                .isInstanceOf(InvalidInput.class);
    }
}
