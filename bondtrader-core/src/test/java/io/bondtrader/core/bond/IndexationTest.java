package io.bondtrader.core.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.MissingData;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Index ratios against payments that have been announced. */
final class IndexationTest {

    /** The retail prices index of January 1987 with January 1974 = 100: what older base figures are divided by. */
    private static final double REBASED = 394.5 / 100.0;

    /**
     * Bank of England announcements of 13 December 2016 and 18 September 2019 and of December 2023 for 2½% Index-linked
     * Treasury Stock 2020 (base RPI 327.3) and 2024 (385.3): pounds per £100 nominal, cut to four decimals.
     */
    @ParameterizedTest
    @CsvSource({
        "2017-07-17, 2016-11, 265.5, 385.3,   1.25,   3.3979",
        "2020-04-16, 2019-08, 291.7, 327.3,   1.25,   4.3948",
        "2020-04-16, 2019-08, 291.7, 327.3, 100.00, 351.5907",
        "2024-07-17, 2023-11, 377.3, 385.3,   1.25,   4.8288",
        "2024-07-17, 2023-11, 377.3, 385.3, 100.00, 386.3089"
    })
    void anEightMonthGiltPaysWhatTheBankOfEnglandAnnounced(
            LocalDate due, YearMonth month, double index, double baseOf1974, double real, double announced) {
        Indexation lag = Indexation.UK_8_MONTH;

        double ratio = lag.indexRatio(lag.referenceIndex(due, Map.of(month, index)), baseOf1974 / REBASED);

        assertThat(DecimalRounding.truncated(4).round(real * ratio)).isEqualTo(announced);
    }

    /** Index ratios of 0⅛% Index-linked Treasury Gilt 2029 in the Debt Management Office's report D5I. */
    @ParameterizedTest
    @CsvSource({"2024-09-22, 2024-06, 387.3, 387.5, 1.63188", "2025-09-22, 2025-06, 404.5, 406.2, 1.70874"})
    void aThreeMonthGiltHasTheIndexRatioThatTheDebtOfficeReports(
            LocalDate due, YearMonth first, double index, double later, double reported) {
        Indexation lag = Indexation.UK_3_MONTH;
        double base = lag.referenceIndex(
                LocalDate.of(2011, 11, 23), Map.of(YearMonth.of(2011, 8), 236.1, YearMonth.of(2011, 9), 237.9));

        double reference = lag.referenceIndex(due, Map.of(first, index, first.plusMonths(1), later));

        assertThat(lag.indexRatio(reference, base)).isEqualTo(reported);
    }

    @Test
    void aMonthThatHasNotBeenPublishedIsMissing() {
        assertThatThrownBy(() -> Indexation.UK_8_MONTH.referenceIndex(LocalDate.of(2024, 7, 17), Map.of()))
                .isInstanceOf(MissingData.class)
                .hasMessageContaining("2023-11");
    }
}
