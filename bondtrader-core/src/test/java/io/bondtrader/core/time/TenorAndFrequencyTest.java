package io.bondtrader.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TenorAndFrequencyTest {

    @ParameterizedTest
    @CsvSource({
        "3M, 3M, 2026-04-30", "10y, 10Y, 2036-01-31", "2W, 2W, 2026-02-14", "5d, 5D, 2026-02-05",
        "-1M, -1M, 2025-12-31", "1Y6M, 18M, 2027-07-31", "' 1M ', 1M, 2026-02-28", "0D, 0D, 2026-01-31",
    })
    void tenorsAreReadAndAdded(String text, String printed, LocalDate added) {
        Tenor tenor = Tenor.parse(text);

        assertThat(tenor).hasToString(printed);
        assertThat(tenor.addTo(LocalDate.of(2026, 1, 31))).isEqualTo(added);
        assertThat(Tenor.parse(tenor.toString())).isEqualTo(tenor);
        assertThat(tenor.negated().negated()).isEqualTo(tenor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "M", "3", "3Q", "1.5Y", "3 M", "1M1Y", "100001D", "9999999999D", "1Y9999999M", "--1M"})
    void otherTextsAreNoTenors(String text) {
        assertThatThrownBy(() -> Tenor.parse(text)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void severalTenorsAreAddedInOneStep() {
        assertThat(Tenor.ofMonths(1).addTo(LocalDate.of(2026, 1, 31), 3)).isEqualTo("2026-04-30");
        assertThat(Tenor.ofMonths(1).addTo(LocalDate.of(2026, 1, 31), -11)).isEqualTo("2025-02-28");
        assertThat(Tenor.ofWeeks(2).addTo(LocalDate.of(2026, 1, 31), 2)).isEqualTo("2026-02-28");
        assertThat(Tenor.ofDays(10).addTo(LocalDate.of(2026, 1, 31), -1)).isEqualTo("2026-01-21");
        assertThat(Tenor.ofYears(1).addTo(LocalDate.of(2024, 2, 29), 4)).isEqualTo("2028-02-29");
    }

    @Test
    void datesOutOfReachAreRefused() {
        assertThatThrownBy(() -> Tenor.ofDays(1).addTo(LocalDate.MAX)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Tenor.ofYears(-100_000).addTo(LocalDate.MIN)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Tenor.ofYears(100_001)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Tenor.ofYears(-100_001)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Tenor.ofYears(100_000).addTo(LocalDate.of(2026, 1, 1), Integer.MAX_VALUE))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void onlyMonthsAndYearsAreMonths() {
        assertThat(Tenor.ofYears(2).months()).isEqualTo(24);
        assertThat(Tenor.ofMonths(7).months()).isEqualTo(7);
        assertThat(Tenor.ofMonths(7).isMonthBased()).isTrue();
        assertThat(Tenor.ofYears(7).isMonthBased()).isTrue();
        assertThat(Tenor.ofWeeks(7).isMonthBased()).isFalse();
        assertThatThrownBy(() -> Tenor.ofWeeks(4).months()).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @EnumSource
    void everyFrequencyIsReadInItsSpellings(Frequency frequency) {
        assertThat(Frequency.parse(frequency.name().toLowerCase(Locale.ROOT))).isEqualTo(frequency);
        assertThat(Frequency.parse(Integer.toString(frequency.perYear()))).isEqualTo(frequency);
        assertThat(Frequency.parse(frequency.tenor().toString())).isEqualTo(frequency);
        assertThat(Frequency.ofPerYear(frequency.perYear())).isEqualTo(frequency);
        assertThat(frequency.months() * frequency.perYear()).isEqualTo(12);
    }

    @Test
    void otherSpellingsAreInUseToo() {
        assertThat(Frequency.parse("Semi-Annual")).isEqualTo(Frequency.SEMIANNUAL);
        assertThat(Frequency.parse("semi")).isEqualTo(Frequency.SEMIANNUAL);
        assertThat(Frequency.parse("1Y")).isEqualTo(Frequency.ANNUAL);
        assertThat(Frequency.parse("yearly")).isEqualTo(Frequency.ANNUAL);
        assertThat(Frequency.parse("half-yearly")).isEqualTo(Frequency.SEMIANNUAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "WEEKLY", "0", "-2", "5M"})
    void otherTextsAreNoFrequencies(String text) {
        assertThatThrownBy(() -> Frequency.parse(text)).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 5, 7, 52})
    void bondsPaySoOftenOnlyByTenor(int perYear) {
        assertThatThrownBy(() -> Frequency.ofPerYear(perYear)).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2030-08-31, -6, true,  2030-02-28", "2030-08-31, -30, true, 2028-02-29", "2030-02-28, 6, true, 2030-08-31",
        "2030-02-28, 6, false, 2030-08-28", "2030-08-30, -6, true, 2030-02-28", "2030-08-30, -12, true, 2029-08-30",
        "2030-01-31, 3, false, 2030-04-30", "2000-03-01, -1, false, 2000-02-01", "1970-01-01, 0, false, 1970-01-01",
        "1900-02-28, 1200, true, 2000-02-29", "2100-03-31, -1, true, 2100-02-28",
    })
    void couponDatesRollFromTheirSeed(LocalDate seed, int months, boolean endOfMonth, LocalDate expected) {
        assertThat(RollDates.roll(seed, months, endOfMonth)).isEqualTo(expected);
        assertThat(RollDates.rollToEpochDay(seed, months, endOfMonth)).isEqualTo(expected.toEpochDay());
    }

    @Test
    void rolledDatesOutOfReachAreRefused() {
        assertThatThrownBy(() -> RollDates.roll(LocalDate.MAX, 1, false)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> RollDates.roll(LocalDate.of(9999, 12, 1), 1, false))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> RollDates.roll(LocalDate.of(2026, 1, 1), Integer.MIN_VALUE, false))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> RollDates.rollToEpochDay(LocalDate.of(-9999, 1, 1), -1, true))
                .isInstanceOf(InvalidInput.class);
        assertThat(RollDates.roll(LocalDate.of(9999, 11, 30), 1, true)).isEqualTo("9999-12-31");
        assertThat(RollDates.roll(LocalDate.of(-9999, 2, 1), -1, true)).isEqualTo("-9999-01-01");
    }
}
