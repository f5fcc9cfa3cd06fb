package io.bondtrader.core.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DecimalRoundingTest {

    /** 31 CFR Part 356, Appendix B: the first three are accrued interest of sections II.D, II.F and IV.C. */
    @ParameterizedTest
    @CsvSource({
        "0.36740331491712713, 0.367403",
        "2.5964673913043477, 2.596467",
        "0.019432992, 0.019433",
        "1.0000005, 1.000001",
        "1.0000015, 1.000002",
        "-1.0000005, -1.000001",
        "-1.0000004, -1.0",
        "99.9999995, 100.0",
        "0.0, 0.0"
    })
    void sixDecimalsAreRoundedWithTiesAwayFromZero(double value, double rounded) {
        assertThat(DecimalRounding.halfUp(6).round(value)).isEqualTo(rounded);
    }

    @ParameterizedTest
    @CsvSource({"99.9999, 99.999", "1.0019, 1.001", "-1.0019, -1.001", "0.0009, 0.0", "895.0, 895.0"})
    void truncationCutsTowardsZero(double value, double cut) {
        assertThat(DecimalRounding.truncated(3).round(value)).isEqualTo(cut);
    }

    /** 0.29 is held as 0.28999999999999998: what is cut must not lose a whole digit to that. */
    @Test
    void aNumberThatIsAlreadyShortIsNotCutByItsBinaryForm() {
        assertThat(DecimalRounding.truncated(2).round(0.29)).isEqualTo(0.29);
        assertThat(DecimalRounding.truncated(3).round(1.005)).isEqualTo(1.005);
        assertThat(DecimalRounding.halfUp(2).round(1.005)).isEqualTo(1.01);
    }

    @Test
    void noneKeepsEveryDigit() {
        double value = 100.0 / 7.0;

        assertThat(DecimalRounding.NONE.round(value)).isEqualTo(value);
        assertThat(DecimalRounding.NONE).hasToString("unrounded");
        assertThat(DecimalRounding.halfUp(6)).hasToString("6 decimals HALF_UP");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoNumberIsRefusedEvenUnrounded(double value) {
        assertThatThrownBy(() -> DecimalRounding.halfUp(6).round(value)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> DecimalRounding.NONE.round(value)).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, 16, Integer.MAX_VALUE})
    void digitsThatADoubleDoesNotHaveAreRefused(int decimals) {
        assertThatThrownBy(() -> DecimalRounding.halfUp(decimals)).isInstanceOf(InvalidInput.class);
    }

    /** Every multiple of half a millionth, against decimal arithmetic that never was binary. */
    @Property(tries = 200)
    void roundingIsThatOfTheDecimalNumber(@ForAll @IntRange(min = -400_000_000, max = 400_000_000) int halves) {
        BigDecimal exact = BigDecimal.valueOf(halves * 5L, 7);

        assertThat(DecimalRounding.halfUp(6).round(exact.doubleValue()))
                .isEqualTo(exact.setScale(6, RoundingMode.HALF_UP).doubleValue());
        assertThat(DecimalRounding.truncated(6).round(exact.doubleValue()))
                .isEqualTo(exact.setScale(6, RoundingMode.DOWN).doubleValue());
    }
}
