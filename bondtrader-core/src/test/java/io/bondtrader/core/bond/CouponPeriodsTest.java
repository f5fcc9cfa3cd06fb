package io.bondtrader.core.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.Frequency;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

final class CouponPeriodsTest {

    @Test
    void longFirstPeriodOfABondThatRollsFromThe31stIsMeasuredAgainstMonthEnds() {
        CouponDates dates = new CouponDates(
                LocalDate.of(2023, 5, 15),
                LocalDate.of(2025, 12, 31),
                Frequency.QUARTERLY,
                false,
                LocalDate.of(2023, 9, 30),
                null);

        double fraction = CouponPeriods.of(dates, DayCounts.ACT_ACT_ICMA).fraction(0);

        // ICMA Rule 251: 46 days of the quarter from 31 March to 30 June, which has 91, and a whole quarter after it.
        assertThat(fraction).isCloseTo((46.0 / 91.0 + 1.0) / 4.0, within(1e-16));
    }
}
