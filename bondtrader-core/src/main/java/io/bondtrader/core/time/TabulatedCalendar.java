package io.bondtrader.core.time;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Set;

/** A calendar as one bit per day of its horizon, set if the market is open, with a running count per 64 days. */
final class TabulatedCalendar extends HolidayCalendar {

    /** More than a thousand years are no calendar but a mistake, and would fill memory. */
    private static final long MAX_DAYS = 366_000;

    private final long firstDay;
    private final int dayCount;
    private final long[] openBits;
    private final int[] openBeforeWord;

    private TabulatedCalendar(String name, CalendarHorizon horizon, long[] openBits) {
        super(name, horizon);
        this.firstDay = horizon.knownFrom().toEpochDay();
        this.dayCount = dayCount(horizon);
        this.openBits = openBits;
        this.openBeforeWord = new int[openBits.length + 1];
        for (int word = 0; word < openBits.length; word++) {
            openBeforeWord[word + 1] = openBeforeWord[word] + Long.bitCount(openBits[word]);
        }
    }

    static TabulatedCalendar of(HolidayProvider provider, String market) {
        if (!provider.markets().contains(market)) {
            throw new MissingData("holidays of market " + market + ", which " + provider + " does not speak for");
        }
        CalendarHorizon horizon = provider.horizon(market);
        Set<DayOfWeek> weekend = provider.weekend(market);
        long first = horizon.knownFrom().toEpochDay();
        int days = dayCount(horizon);
        long[] bits = new long[words(days)];
        DayOfWeek weekday = horizon.knownFrom().getDayOfWeek();
        for (int day = 0; day < days; day++) {
            if (!weekend.contains(weekday)) {
                bits[day >> 6] |= 1L << day;
            }
            weekday = weekday.plus(1);
        }
        for (int year = horizon.knownFrom().getYear();
                year <= horizon.knownUntil().getYear();
                year++) {
            for (LocalDate holiday : provider.holidays(market, Year.of(year))) {
                if (horizon.covers(holiday)) {
                    int day = (int) (holiday.toEpochDay() - first);
                    bits[day >> 6] &= ~(1L << day);
                }
            }
        }
        return new TabulatedCalendar(market, horizon, bits);
    }

    static HolidayCalendar joint(HolidayCalendar a, HolidayCalendar b) {
        String name = a.name() + "+" + b.name();
        if (a instanceof WeekPatternCalendar pattern && b instanceof WeekPatternCalendar other) {
            return pattern.everyDayOpen() && other.everyDayOpen()
                    ? WeekPatternCalendar.everyDayOpen(name)
                    : WeekPatternCalendar.mondayToFriday(name);
        }
        CalendarHorizon horizon = a.horizon().and(b.horizon());
        long first = horizon.knownFrom().toEpochDay();
        int days = dayCount(horizon);
        long[] bits = new long[words(days)];
        for (int day = 0; day < days; day++) {
            if (a.isOpen(first + day) && b.isOpen(first + day)) {
                bits[day >> 6] |= 1L << day;
            }
        }
        return new TabulatedCalendar(name, horizon, bits);
    }

    @Override
    boolean isOpen(long epochDay) {
        long day = epochDay - firstDay;
        if (day < 0 || day >= dayCount) {
            throw beyondHorizon(epochDay);
        }
        return (openBits[(int) (day >> 6)] >>> day & 1) != 0;
    }

    @Override
    long businessDaysBefore(long epochDay) {
        long day = epochDay - firstDay;
        if (day < 0 || day > dayCount) {
            throw beyondHorizon(epochDay);
        }
        int word = (int) (day >> 6);
        int before = openBeforeWord[word];
        long within = day & 63;
        return within == 0 ? before : before + Long.bitCount(openBits[word] << (64 - within));
    }

    @Override
    long businessDayNumber(long number) {
        if (number < 0 || number >= openBeforeWord[openBits.length]) {
            throw beyondHorizon(number < 0 ? firstDay - 1 : firstDay + dayCount);
        }
        int word = wordHolding((int) number);
        long bits = openBits[word];
        for (int skip = (int) number - openBeforeWord[word]; skip > 0; skip--) {
            bits &= bits - 1;
        }
        return firstDay + 64L * word + Long.numberOfTrailingZeros(bits);
    }

    private int wordHolding(int number) {
        int low = 0;
        int high = openBits.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (openBeforeWord[middle] <= number) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    private static int words(int days) {
        return (days + 63) >> 6;
    }

    private static int dayCount(CalendarHorizon horizon) {
        long days = horizon.knownUntil().toEpochDay() - horizon.knownFrom().toEpochDay() + 1;
        if (days > MAX_DAYS) {
            throw new InvalidInput("days known to the calendar", days, "at most " + MAX_DAYS);
        }
        return (int) days;
    }
}
