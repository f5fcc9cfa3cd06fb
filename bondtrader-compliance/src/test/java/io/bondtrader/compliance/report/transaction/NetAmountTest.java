package io.bondtrader.compliance.report.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The net amount of a transaction in a bond: ESMA, question and answer 1690. */
final class NetAmountTest {

    @Test
    void theTradeOfTheQuestionAndAnswer() {
        // 103 days of 365 of a coupon of 0.1 %: 0.02821918 % of an inflation-linked Bund of 1,000,000.
        assertThat(NetAmount.of(
                        new BigDecimal("1000000"),
                        new BigDecimal("110"),
                        new BigDecimal("0.02821918"),
                        new BigDecimal("1.009990"),
                        2))
                .isEqualByComparingTo("1111274.01");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 100.5, 0, 1, 2, 1.01",
        "1, 100.4, 0, 1, 2, 1.00",
        "1, 100.5, 0, 1, 3, 1.005",
        "100, 0.004999, 0, 1, 2, 0.00",
        "100, 0.005, 0, 1, 2, 0.01",
        "1000, 99, -0.5, 1, 2, 985",
        "333, 99.99999999, 0.1, 1.00001, 5, 333.33633",
    })
    void halfACentIsRoundedUpAndNothingIsCutOff(
            BigDecimal nominal, BigDecimal price, BigDecimal accrued, BigDecimal ratio, int places, BigDecimal amount) {
        assertThat(NetAmount.of(nominal, price, accrued, ratio, places)).isEqualByComparingTo(amount);
    }

    @Property
    void twiceTheNominalIsTwiceTheAmountUpToRounding(
            @ForAll @BigRange(min = "1", max = "100000000") @Scale(2) BigDecimal nominal,
            @ForAll @BigRange(min = "0", max = "200") @Scale(6) BigDecimal price,
            @ForAll @BigRange(min = "0", max = "10") @Scale(8) BigDecimal accrued) {
        BigDecimal once = NetAmount.of(nominal, price, accrued, BigDecimal.ONE, 2);
        BigDecimal twice = NetAmount.of(nominal.add(nominal), price, accrued, BigDecimal.ONE, 2);

        assertThat(twice.subtract(once).subtract(once).abs()).isLessThanOrEqualTo(new BigDecimal("0.01"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 100, 0, 1, 2",
        "-1, 100, 0, 1, 2",
        "1, 100, 0, 0, 2",
        "1, 100, 0, 1, 6",
        "1, 100, 0, 1, -1",
        "1, -100, 0, 1, 2",
        "1E17, 100, 0, 1, 2",
    })
    void whatGivesNoAmountIsRefused(
            BigDecimal nominal, BigDecimal price, BigDecimal accrued, BigDecimal ratio, int places) {
        BigDecimal huge =
                nominal.precision() == 1 && nominal.scale() < -10 ? nominal.multiply(BigDecimal.TEN.pow(3)) : nominal;
        assertThatThrownBy(() -> NetAmount.of(huge, price, accrued, ratio, places))
                .isInstanceOf(InvalidInput.class);
    }
}
