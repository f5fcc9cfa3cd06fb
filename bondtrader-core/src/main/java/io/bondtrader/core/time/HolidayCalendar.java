package io.bondtrader.core.time;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.Objects;

/**
 * The business days of a market. Get one from {@link HolidayCalendars}, or from a provider of your own with {@link
 * #from}.
 *
 * <p>A calendar knows until when it is known: every method throws {@link MissingData} (code {@code BT-2002}) rather than
 * answer for a day outside its {@linkplain #horizon() horizon}, or walk past it. It never falls back to weekends.
 *
 * <p>Answers are looked up, not walked to: thirty years of business days cost as much as one. Immutable and safe for use by many
 * threads.
 */
public abstract sealed class HolidayCalendar permits TabulatedCalendar, WeekPatternCalendar {

    private final String name;
    private final CalendarHorizon horizon;

    HolidayCalendar(String name, CalendarHorizon horizon) {
        this.name = Objects.requireNonNull(name);
        this.horizon = Objects.requireNonNull(horizon);
    }

    /**
     * Returns the calendar of a market as one provider tells it.
     *
     * @param provider the provider
     * @param market a market that it speaks for
     * @return the calendar
     * @throws MissingData if the provider does not speak for the market
     */
    public static HolidayCalendar from(HolidayProvider provider, String market) {
        return TabulatedCalendar.of(provider, market);
    }

    /** {@return the calendar's name, such as {@code US_GOVT} or {@code UK+TARGET}} */
    public final String name() {
        return name;
    }

    /** {@return the days for which this calendar is known, and its source} */
    public final CalendarHorizon horizon() {
        return horizon;
    }

    /** Whether the market is open; throws beyond the horizon. */
    abstract boolean isOpen(long epochDay);

    /** How many business days precede a day, counted from a fixed origin; answers for the day after the horizon too. */
    abstract long businessDaysBefore(long epochDay);

    /** The business day that so many others precede. */
    abstract long businessDayNumber(long number);

    /**
     * Tells whether a day is a business day.
     *
     * @param date the day
     * @return whether the market is open
     * @throws MissingData if the day lies beyond the horizon
     */
    public final boolean isBusinessDay(LocalDate date) {
        return isOpen(date.toEpochDay());
    }

    /**
     * Tells whether a day is a holiday: a weekend day counts as one.
     *
     * @param date the day
     * @return whether the market is closed
     * @throws MissingData if the day lies beyond the horizon
     */
    public final boolean isHoliday(LocalDate date) {
        return !isOpen(date.toEpochDay());
    }

    /**
     * Returns the first business day on or after a day.
     *
     * @param date the day
     * @return the business day
     * @throws MissingData if the answer lies beyond the horizon
     */
    public final LocalDate nextOrSame(LocalDate date) {
        long day = date.toEpochDay();
        if (isOpen(day)) {
            return date;
        }
        do {
            day++;
        } while (!isOpen(day));
        return toDate(day);
    }

    /**
     * Returns the last business day on or before a day.
     *
     * @param date the day
     * @return the business day
     * @throws MissingData if the answer lies beyond the horizon
     */
    public final LocalDate previousOrSame(LocalDate date) {
        long day = date.toEpochDay();
        if (isOpen(day)) {
            return date;
        }
        do {
            day--;
        } while (!isOpen(day));
        return toDate(day);
    }

    /**
     * Returns the first business day after a day.
     *
     * @param date the day
     * @return the business day
     * @throws MissingData if the answer lies beyond the horizon
     */
    public final LocalDate next(LocalDate date) {
        return plusBusinessDays(date, 1);
    }

    /**
     * Returns the last business day before a day.
     *
     * @param date the day
     * @return the business day
     * @throws MissingData if the answer lies beyond the horizon
     */
    public final LocalDate previous(LocalDate date) {
        return plusBusinessDays(date, -1);
    }

    /**
     * Returns the n-th business day after a day, or before it.
     *
     * @param date the day, which need not be a business day
     * @param businessDays how many to move; 0 gives the first business day on or after {@code date}
     * @return the business day
     * @throws MissingData if the day or the answer lies beyond the horizon
     */
    public final LocalDate plusBusinessDays(LocalDate date, int businessDays) {
        long day = date.toEpochDay();
        if (businessDays == 0) {
            return nextOrSame(date);
        }
        boolean open = isOpen(day);
        long before = businessDaysBefore(day);
        long target = businessDays > 0 ? before + businessDays - (open ? 0 : 1) : before + businessDays;
        return toDate(businessDayNumber(target));
    }

    /**
     * Counts the business days from one day up to another.
     *
     * @param startInclusive the first day, counted if it is a business day
     * @param endExclusive the last day, not counted
     * @return the number of business days; negative if the end is before the start
     * @throws MissingData if a day lies beyond the horizon
     */
    public final int businessDaysBetween(LocalDate startInclusive, LocalDate endExclusive) {
        long days = businessDaysBefore(endExclusive.toEpochDay()) - businessDaysBefore(startInclusive.toEpochDay());
        if (days != (int) days) {
            throw new InvalidInput("end date", endExclusive, "within 2,147,483,647 days of " + startInclusive);
        }
        return (int) days;
    }

    /**
     * Returns the last business day of a day's month.
     *
     * @param date any day of the month
     * @return the last business day
     * @throws MissingData if the answer lies beyond the horizon
     */
    public final LocalDate lastBusinessDayOfMonth(LocalDate date) {
        return previousOrSame(RollDates.endOfMonth(date));
    }

    /**
     * Returns the date one tenor after another, as markets move dates: days are business days; weeks, months and years
     * are calendar time whose end is then adjusted.
     *
     * @param date the day to move from
     * @param tenor how far; negative moves back, zero adjusts
     * @param convention how a day that is no business day is moved
     * @param endOfMonth whether months and years lead from the last business day of a month, or later, to the last
     *     business day of the target month
     * @return the date
     * @throws MissingData if a day that matters lies beyond the horizon
     * @throws InvalidInput if the result lies outside the range of {@link LocalDate}
     */
    public final LocalDate advance(LocalDate date, Tenor tenor, BusinessDayConvention convention, boolean endOfMonth) {
        if (tenor.amount() == 0) {
            return convention.adjust(date, this);
        }
        if (tenor.unit() == Tenor.Unit.DAY) {
            return plusBusinessDays(date, tenor.amount());
        }
        LocalDate target = tenor.addTo(date);
        if (endOfMonth && tenor.isMonthBased() && !date.isBefore(lastBusinessDayOfMonth(date))) {
            return lastBusinessDayOfMonth(target);
        }
        return convention.adjust(target, this);
    }

    /**
     * Returns the calendar that is open when this one and another both are.
     *
     * @param other the other calendar
     * @return the joint calendar, known as far as both are
     * @throws InvalidInput if there is no day that both know
     */
    public final HolidayCalendar and(HolidayCalendar other) {
        if (other == this) {
            return this;
        }
        return TabulatedCalendar.joint(this, other);
    }

    final MissingData beyondHorizon(long epochDay) {
        return MissingData.beyondHorizon("calendar " + name + " is known from " + horizon.knownFrom() + " to "
                + horizon.knownUntil() + " (" + horizon.source() + "), was asked for " + describe(epochDay));
    }

    private static String describe(long epochDay) {
        return ChronoField.EPOCH_DAY.range().isValidValue(epochDay)
                ? LocalDate.ofEpochDay(epochDay).toString()
                : "day " + epochDay + " from 1970";
    }

    private LocalDate toDate(long epochDay) {
        try {
            return LocalDate.ofEpochDay(epochDay);
        } catch (DateTimeException outOfRange) {
            throw beyondHorizon(epochDay);
        }
    }

    /** {@return the name and the range} */
    @Override
    public final String toString() {
        return name + " (" + horizon.knownFrom() + " to " + horizon.knownUntil() + ")";
    }
}
