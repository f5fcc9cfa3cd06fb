package io.bondtrader.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ImmDatesTest {

    /** CME, expiry of Eurodollar and SOFR futures: 18 March, 17 June, 16 September and 16 December 2026. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 2026-03-18, 2026-03-18",
        "2026-03-17, 2026-03-18, 2026-03-18",
        "2026-03-18, 2026-03-18, 2026-06-17",
        "2026-03-19, 2026-06-17, 2026-06-17",
        "2026-04-30, 2026-06-17, 2026-06-17",
        "2026-07-31, 2026-09-16, 2026-09-16",
        "2026-12-31, 2027-03-17, 2027-03-17",
        "2026-12-16, 2026-12-16, 2027-03-17",
    })
    void theNextImmDateIsAThirdWednesday(LocalDate date, LocalDate onOrAfter, LocalDate after) {
        assertThat(ImmDates.nextOrSame(date)).isEqualTo(onOrAfter);
        assertThat(ImmDates.next(date)).isEqualTo(after);
        assertThat(ImmDates.isImmDate(onOrAfter)).isTrue();
        assertThat(ImmDates.isImmDate(onOrAfter.plusWeeks(1))).isFalse();
        assertThat(ImmDates.isImmDate(onOrAfter.plusWeeks(4))).isFalse();
    }

    @Test
    void anIntervalHoldsItsImmDates() {
        assertThat(ImmDates.between(LocalDate.of(2026, 3, 18), LocalDate.of(2026, 12, 16)))
                .map(LocalDate::toString)
                .containsExactly("2026-03-18", "2026-06-17", "2026-09-16", "2026-12-16");
        assertThat(ImmDates.between(LocalDate.of(2026, 3, 19), LocalDate.of(2026, 6, 16)))
                .isEmpty();
        assertThatThrownBy(() -> ImmDates.between(LocalDate.of(2026, 3, 19), LocalDate.of(2026, 3, 18)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ImmDates.next(LocalDate.MAX)).isInstanceOf(InvalidInput.class);
    }
}
