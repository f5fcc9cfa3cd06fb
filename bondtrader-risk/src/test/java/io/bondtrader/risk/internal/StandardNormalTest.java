package io.bondtrader.risk.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StandardNormalTest {

    /** Quantiles to ten digits, NIST/SEMATECH handbook 1.3.6.7.1 and R's qnorm. */
    @ParameterizedTest
    @CsvSource({
        "0.5,0", "0.975,1.959963984540054", "0.99,2.326347874040841", "0.999,3.090232306167813",
        "0.0003,-3.431614403623253", "1e-6,-4.753424308822899", "1e-9,-5.997807015007687", "1e-20,-9.262340089798408"
    })
    void quantilesAreThoseOfTheTables(double probability, double quantile) {
        assertThat(StandardNormal.quantile(probability)).isCloseTo(quantile, withinPercentage(1e-11));
    }

    @Test
    void quantilesInvertTheDistributionFarIntoTheTail() {
        for (double exponent = -300; exponent < -0.31; exponent += 1.7) {
            double probability = Math.pow(10, exponent);
            assertThat(StandardNormal.cumulative(StandardNormal.quantile(probability)))
                    .isCloseTo(probability, withinPercentage(1e-9));
        }
        assertThat(StandardNormal.quantile(0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(StandardNormal.quantile(1)).isEqualTo(Double.POSITIVE_INFINITY);
    }
}
