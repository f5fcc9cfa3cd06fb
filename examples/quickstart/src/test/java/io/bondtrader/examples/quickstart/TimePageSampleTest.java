package io.bondtrader.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.time.AccrualPeriod;
import io.bondtrader.core.time.BusinessDayConvention;
import io.bondtrader.core.time.CalendarHorizon;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.Frequency;
import io.bondtrader.core.time.HolidayCalendar;
import io.bondtrader.core.time.HolidayCalendars;
import io.bondtrader.core.time.HolidayProvider;
import io.bondtrader.core.time.Schedule;
import io.bondtrader.core.time.ScheduleTerms;
import io.bondtrader.core.time.StubConvention;
import io.bondtrader.core.time.Tenor;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The samples of the page about time, run on a bond. */
final class TimePageSampleTest {

    @Test
    void aTradeSettlesTheNextBusinessDayAndTheCouponsRollAroundTwoCalendars() {
        LocalDate tradeDate = LocalDate.of(2026, 7, 2);
        LocalDate issue = LocalDate.of(2026, 1, 20);
        LocalDate maturity = LocalDate.of(2028, 8, 31);
        LocalDate start = LocalDate.of(2026, 2, 28);
        LocalDate end = LocalDate.of(2026, 8, 31);

        HolidayCalendar newYork = HolidayCalendars.of("US_GOVT");
        LocalDate settlement = newYork.plusBusinessDays(tradeDate, 1);

        Schedule coupons = ScheduleTerms.of(issue, maturity, Tenor.ofMonths(6))
                .adjusted(HolidayCalendars.of("UK+TARGET"), BusinessDayConvention.MODIFIED_FOLLOWING)
                .endOfMonth(true)
                .stub(StubConvention.LONG_FIRST)
                .schedule();

        AccrualPeriod couponPeriod = AccrualPeriod.regular(start, end, Frequency.SEMIANNUAL);
        double accrued = DayCounts.ACT_ACT_ICMA.yearFraction(start, settlement, couponPeriod);

        // Friday 3 July is Independence Day observed.
        assertThat(settlement).isEqualTo(LocalDate.of(2026, 7, 6));
        assertThat(coupons.periods()).hasSize(5);
        assertThat(accrued).isEqualTo(128.0 / 184.0 / 2.0, within(1e-15));
    }

    @Test
    void aCalendarOfOnesOwnStandsAloneOrBesideThoseBuiltIn() {
        Path path = Path.of("holidays.csv");

        HolidayCalendar mine = HolidayCalendar.from(new VendorFile(path), "XHKG");
        HolidayCalendar joint = HolidayCalendars.of("XHKG+TARGET", List.of(new VendorFile(path)));

        assertThat(mine.isHoliday(LocalDate.of(2026, 10, 1))).isTrue();
        assertThat(mine.isHoliday(LocalDate.of(2026, 5, 1))).isFalse();
        assertThat(joint.isHoliday(LocalDate.of(2026, 5, 1))).isTrue();
    }

    /** Knows the National Day of one year. */
    private record VendorFile(Path path) implements HolidayProvider {

        @Override
        public Set<String> markets() {
            return Set.of("XHKG");
        }

        @Override
        public CalendarHorizon horizon(String market) {
            LocalDate last = LocalDate.of(2026, 12, 31);
            return new CalendarHorizon(LocalDate.of(2026, 1, 1), last, last, path.toString());
        }

        @Override
        public Set<LocalDate> holidays(String market, Year year) {
            return Set.of(year.atMonth(10).atDay(1));
        }
    }
}
