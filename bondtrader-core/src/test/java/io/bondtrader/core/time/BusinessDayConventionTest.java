package io.bondtrader.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BusinessDayConventionTest {

    @ParameterizedTest
    @CsvSource({
        // Saturday and Sunday at the end, at the start and in the middle of a month
        "UNADJUSTED,                    2026-01-31, 2026-01-31",
        "FOLLOWING,                     2026-01-31, 2026-02-02",
        "MODIFIED_FOLLOWING,            2026-01-31, 2026-01-30",
        "MODIFIED_FOLLOWING,            2026-02-01, 2026-02-02",
        "PRECEDING,                     2026-02-01, 2026-01-30",
        "PRECEDING,                     2026-01-31, 2026-01-30",
        "MODIFIED_PRECEDING,            2026-02-01, 2026-02-02",
        "MODIFIED_PRECEDING,            2026-01-31, 2026-01-30",
        "NEAREST,                       2026-01-31, 2026-01-30",
        "NEAREST,                       2026-02-01, 2026-02-02",
        "HALF_MONTH_MODIFIED_FOLLOWING, 2026-01-31, 2026-01-30",
        "HALF_MONTH_MODIFIED_FOLLOWING, 2026-02-14, 2026-02-13",
        "HALF_MONTH_MODIFIED_FOLLOWING, 2026-02-15, 2026-02-13",
        "HALF_MONTH_MODIFIED_FOLLOWING, 2025-11-16, 2025-11-17",
        "HALF_MONTH_MODIFIED_FOLLOWING, 2026-03-14, 2026-03-13",
        "HALF_MONTH_MODIFIED_FOLLOWING, 2026-03-07, 2026-03-09",
        "MODIFIED_FOLLOWING,            2026-02-14, 2026-02-16",
        "FOLLOWING,                     2026-02-13, 2026-02-13",
    })
    void movesDatesOffTheWeekend(BusinessDayConvention convention, LocalDate date, LocalDate expected) {
        assertThat(convention.adjust(date, HolidayCalendars.WEEKENDS)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2026-04-04, 2026-04-02", "2026-04-05, 2026-04-07", "2024-05-01, 2024-05-02"})
    void theNearestOfTwoEquallyNearDaysIsTheLater(LocalDate date, LocalDate expected) {
        // Easter 2026 closes Friday to Monday; 1 May 2024 is a Wednesday between two open days
        assertThat(BusinessDayConvention.NEAREST.adjust(date, HolidayCalendars.of("TARGET")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void everyConventionIsReadInItsSpellings(BusinessDayConvention convention) {
        String name = convention.name();

        assertThat(BusinessDayConvention.parse(name)).isEqualTo(convention);
        assertThat(BusinessDayConvention.parse(name.toLowerCase(Locale.ROOT).replace('_', ' ')))
                .isEqualTo(convention);
        assertThat(BusinessDayConvention.parse(name.replace("_", ""))).isEqualTo(convention);
    }

    @ParameterizedTest
    @CsvSource({
        "F, FOLLOWING",
        "MF, MODIFIED_FOLLOWING",
        "P, PRECEDING",
        "MP, MODIFIED_PRECEDING",
        "None, UNADJUSTED",
        "Mod Following, MODIFIED_FOLLOWING",
        "Mod-Preceding, MODIFIED_PRECEDING",
    })
    void abbreviationsAreReadToo(String text, BusinessDayConvention convention) {
        assertThat(BusinessDayConvention.parse(text)).isEqualTo(convention);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "FOLLOW", "MODIFIED", "nearest day"})
    void otherTextsAreNoConventions(String text) {
        assertThatThrownBy(() -> BusinessDayConvention.parse(text)).isInstanceOf(InvalidInput.class);
    }
}
