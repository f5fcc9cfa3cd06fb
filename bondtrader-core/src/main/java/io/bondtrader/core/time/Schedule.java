package io.bondtrader.core.time;

import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Periods that follow one another without a gap, in order. Made by {@link ScheduleTerms#schedule} or from dates that are
 * given.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param periods the periods, at least one; each starts, unadjusted and adjusted, where the one before it ends
 */
public record Schedule(List<SchedulePeriod> periods) {

    /**
     * Checks that the periods join.
     *
     * @throws InvalidInput if there is no period, or one does not start where the one before it ends
     */
    public Schedule {
        periods = List.copyOf(periods);
        InvalidInput.unless(!periods.isEmpty(), "periods of a schedule", periods, "at least one");
        for (int i = 1; i < periods.size(); i++) {
            SchedulePeriod before = periods.get(i - 1);
            SchedulePeriod period = periods.get(i);
            if (!period.unadjustedStart().equals(before.unadjustedEnd())
                    || !period.start().equals(before.end())) {
                throw new InvalidInput("start of period " + (i + 1), period.start(), "the end of the one before it");
            }
        }
    }

    /**
     * Returns a schedule of explicit dates, each adjusted by one convention.
     *
     * @param unadjustedDates two dates or more, in order
     * @param calendar which days are business days
     * @param convention how dates that are none move
     * @return the schedule; its periods count as regular
     * @throws InvalidInput if there are fewer than two dates or they are out of order
     * @throws io.bondtrader.core.error.MissingData if a date lies beyond the calendar's horizon
     */
    public static Schedule ofDates(
            List<LocalDate> unadjustedDates, HolidayCalendar calendar, BusinessDayConvention convention) {
        InvalidInput.unless(unadjustedDates.size() >= 2, "dates of a schedule", unadjustedDates, "two or more");
        List<SchedulePeriod> periods = new ArrayList<>(unadjustedDates.size() - 1);
        LocalDate from = unadjustedDates.get(0);
        LocalDate start = convention.adjust(from, calendar);
        for (LocalDate to : unadjustedDates.subList(1, unadjustedDates.size())) {
            LocalDate end = convention.adjust(to, calendar);
            periods.add(new SchedulePeriod(from, to, start, end, true));
            from = to;
            start = end;
        }
        return new Schedule(periods);
    }

    /** {@return the boundaries of the periods as they roll, one more than there are periods} */
    public List<LocalDate> unadjustedDates() {
        List<LocalDate> dates = new ArrayList<>(periods.size() + 1);
        dates.add(periods.get(0).unadjustedStart());
        periods.forEach(period -> dates.add(period.unadjustedEnd()));
        return List.copyOf(dates);
    }

    /** {@return the boundaries of the periods after adjustment, one more than there are periods} */
    public List<LocalDate> dates() {
        List<LocalDate> dates = new ArrayList<>(periods.size() + 1);
        dates.add(periods.get(0).start());
        periods.forEach(period -> dates.add(period.end()));
        return List.copyOf(dates);
    }
}
