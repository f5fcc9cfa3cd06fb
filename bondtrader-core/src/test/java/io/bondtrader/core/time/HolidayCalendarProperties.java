package io.bondtrader.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Laws that hold for every calendar, checked against a walk from day to day. */
class HolidayCalendarProperties {

    @Property
    void aJointCalendarIsClosedWhenEitherIs(
            @ForAll("calendars") HolidayCalendar one,
            @ForAll("calendars") HolidayCalendar other,
            @ForAll("dates") LocalDate date) {
        assertThat(one.and(other).isHoliday(date)).isEqualTo(one.isHoliday(date) || other.isHoliday(date));
    }

    @Property
    void movingByBusinessDaysIsAWalkThatCountsOpenDays(
            @ForAll("calendars") HolidayCalendar calendar,
            @ForAll("dates") LocalDate date,
            @ForAll @IntRange(min = -300, max = 300) int businessDays) {
        Assume.that(businessDays != 0);
        int step = Integer.signum(businessDays);
        LocalDate day = date;
        for (int left = Math.abs(businessDays); left > 0; ) {
            day = day.plusDays(step);
            if (calendar.isBusinessDay(day)) {
                left--;
            }
        }

        assertThat(calendar.plusBusinessDays(date, businessDays)).isEqualTo(day);
    }

    @Property
    void countingBusinessDaysIsAWalkThatCountsOpenDays(
            @ForAll("calendars") HolidayCalendar calendar,
            @ForAll("dates") LocalDate date,
            @ForAll @IntRange(max = 800) int days) {
        int open = 0;
        for (int i = 0; i < days; i++) {
            open += calendar.isBusinessDay(date.plusDays(i)) ? 1 : 0;
        }

        assertThat(calendar.businessDaysBetween(date, date.plusDays(days))).isEqualTo(open);
        assertThat(calendar.businessDaysBetween(date.plusDays(days), date)).isEqualTo(-open);
    }

    @Property
    void adjustingTwiceIsAdjustingOnce(
            @ForAll("calendars") HolidayCalendar calendar,
            @ForAll BusinessDayConvention convention,
            @ForAll("dates") LocalDate date) {
        LocalDate adjusted = convention.adjust(date, calendar);

        assertThat(convention.adjust(adjusted, calendar)).isEqualTo(adjusted);
        assertThat(convention == BusinessDayConvention.UNADJUSTED || calendar.isBusinessDay(adjusted))
                .isTrue();
    }

    @Property
    void laterDatesNeverAdjustToEarlierOnes(
            @ForAll("calendars") HolidayCalendar calendar,
            @ForAll BusinessDayConvention convention,
            @ForAll("dates") LocalDate date) {
        assertThat(convention.adjust(date.plusDays(1), calendar)).isAfterOrEqualTo(convention.adjust(date, calendar));
    }

    @Property
    void modifiedConventionsStayInTheMonth(
            @ForAll("calendars") HolidayCalendar calendar, @ForAll("dates") LocalDate date) {
        assertThat(BusinessDayConvention.MODIFIED_FOLLOWING
                        .adjust(date, calendar)
                        .getMonth())
                .isEqualTo(date.getMonth());
        assertThat(BusinessDayConvention.MODIFIED_PRECEDING
                        .adjust(date, calendar)
                        .getMonth())
                .isEqualTo(date.getMonth());
        LocalDate halfMonth = BusinessDayConvention.HALF_MONTH_MODIFIED_FOLLOWING.adjust(date, calendar);
        assertThat(halfMonth.getMonth()).isEqualTo(date.getMonth());
        assertThat(date.getDayOfMonth() > 15 || halfMonth.getDayOfMonth() <= 15).isTrue();
    }

    @Property
    void nearestIsNoFartherThanFollowingOrPreceding(
            @ForAll("calendars") HolidayCalendar calendar, @ForAll("dates") LocalDate date) {
        long before = date.toEpochDay() - calendar.previousOrSame(date).toEpochDay();
        long after = calendar.nextOrSame(date).toEpochDay() - date.toEpochDay();
        LocalDate nearest = BusinessDayConvention.NEAREST.adjust(date, calendar);

        assertThat(nearest).isEqualTo(before < after ? date.minusDays(before) : date.plusDays(after));
    }

    @Provide
    Arbitrary<HolidayCalendar> calendars() {
        return Arbitraries.of(HolidayCalendars.builtIn()).map(HolidayCalendars::of);
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        long first = LocalDate.of(2002, 1, 1).toEpochDay();
        long last = LocalDate.of(2049, 12, 31).toEpochDay();
        return Arbitraries.longs().between(first, last).map(LocalDate::ofEpochDay);
    }
}
