package io.bondtrader.core.time;

import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/** Business days over 252; see {@link DayCounts#business252}. */
record Business252(HolidayCalendar calendar) implements DayCount {

    Business252 {
        Objects.requireNonNull(calendar, "calendar");
    }

    @Override
    public String officialName() {
        return "BUS/252 " + calendar.name();
    }

    @Override
    public double yearFraction(LocalDate start, LocalDate end) {
        return days(start, end) / 252.0;
    }

    @Override
    public double yearFraction(LocalDate start, LocalDate end, AccrualPeriod period) {
        return yearFraction(start, end);
    }

    @Override
    public int days(LocalDate start, LocalDate end) {
        if (start.isAfter(end)) {
            throw new InvalidInput("end date", end, "on or after the start date " + start);
        }
        return calendar.businessDaysBetween(start, end);
    }

    @Override
    public Optional<HolidayCalendar> businessDays() {
        return Optional.of(calendar);
    }

    @Override
    public boolean needsPeriod() {
        return false;
    }

    @Override
    public String toString() {
        return officialName();
    }
}
