package io.bondtrader.compliance.schedule;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.HolidayCalendar;
import io.bondtrader.core.time.HolidayCalendars;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * When something is due, again and again: at local times of a zone, on days of a calendar. A time that the zone skips when
 * clocks go forward is as much later; one that it has twice counts once, the first time.
 *
 * <p>Immutable.
 */
public final class Recurrence {

    /** Who asks for more than this asks for something else. */
    private static final Duration LONGEST = Duration.ofDays(3_700);

    private static final int MOST_LAG = 60;

    private final String text;
    private final ZoneId zone;
    private final HolidayCalendar calendar;
    private final List<LocalTime> times;
    private final Predicate<LocalDate> days;
    private final int lag;

    private Recurrence(
            String text,
            ZoneId zone,
            HolidayCalendar calendar,
            List<LocalTime> times,
            Predicate<LocalDate> days,
            int lag) {
        this.text = text;
        this.zone = Objects.requireNonNull(zone);
        this.calendar = Objects.requireNonNull(calendar);
        this.times = List.copyOf(times);
        this.days = days;
        this.lag = lag;
    }

    /**
     * Every day.
     *
     * @param time of the day
     * @param zone whose time
     * @return the recurrence
     */
    public static Recurrence daily(LocalTime time, ZoneId zone) {
        return new Recurrence("daily " + time, zone, HolidayCalendars.NONE, List.of(time), date -> true, 0);
    }

    /**
     * A number of business days after each business day: T+1 is 1, and 0 the end of the day itself.
     *
     * @param businessDays how many, 0 to 60
     * @param time of the day on which it is due
     * @param calendar says which are business days
     * @param zone whose time
     * @return the recurrence; its occurrences' day is T
     * @throws InvalidInput if the number is out of bounds
     */
    public static Recurrence afterBusinessDays(
            int businessDays, LocalTime time, HolidayCalendar calendar, ZoneId zone) {
        InvalidInput.unless(
                businessDays >= 0 && businessDays <= MOST_LAG, "business days", businessDays, "0 to " + MOST_LAG);
        return new Recurrence(
                "T+" + businessDays + " " + time, zone, calendar, List.of(time), calendar::isBusinessDay, businessDays);
    }

    /**
     * Every week.
     *
     * @param day of the week
     * @param time of the day
     * @param zone whose time
     * @return the recurrence
     */
    public static Recurrence weekly(DayOfWeek day, LocalTime time, ZoneId zone) {
        return new Recurrence(
                "weekly " + day + " " + time,
                zone,
                HolidayCalendars.NONE,
                List.of(time),
                date -> date.getDayOfWeek() == day,
                0);
    }

    /**
     * Every month on one of its business days.
     *
     * @param number which: 1 is the first, -1 the last; a month that has not so many has none
     * @param time of the day
     * @param calendar says which are business days
     * @param zone whose time
     * @return the recurrence
     * @throws InvalidInput if the number is 0 or beyond 23
     */
    public static Recurrence monthly(int number, LocalTime time, HolidayCalendar calendar, ZoneId zone) {
        InvalidInput.unless(
                number != 0 && Math.abs(number) <= 23, "business day of the month", number, "1 to 23 or -1 to -23");
        return new Recurrence(
                "monthly " + number + " " + time,
                zone,
                calendar,
                List.of(time),
                date -> calendar.isBusinessDay(date) && numberOf(date, calendar, number) == number,
                0);
    }

    private static int numberOf(LocalDate date, HolidayCalendar calendar, int number) {
        YearMonth month = YearMonth.from(date);
        return number > 0
                ? calendar.businessDaysBetween(month.atDay(1), date.plusDays(1))
                : -calendar.businessDaysBetween(date, month.plusMonths(1).atDay(1));
    }

    /**
     * By a pattern of crontab: minute, hour, day of month, month, day of week; stars, numbers, ranges, lists and steps.
     *
     * @param pattern such as {@code 30 18 * * 1-5}
     * @param zone whose time
     * @return the recurrence
     * @throws InvalidInput if the pattern is anything else
     */
    public static Recurrence cron(String pattern, ZoneId zone) {
        CronPattern cron = CronPattern.parse(pattern);
        return new Recurrence("cron " + pattern, zone, HolidayCalendars.NONE, cron.times(), cron::matches, 0);
    }

    /**
     * Reads a recurrence.
     *
     * @param text {@code daily 18:00}, {@code T+1 17:00}, {@code weekly MONDAY 08:00}, {@code monthly 5 09:00}, {@code monthly
     *     -1 09:00} or {@code cron} and a pattern
     * @param calendar says which are business days
     * @param zone whose time
     * @return the recurrence
     * @throws InvalidInput if the text is anything else
     */
    public static Recurrence parse(String text, HolidayCalendar calendar, ZoneId zone) {
        String[] words = text.split(" ", -1);
        try {
            if (words[0].equals("cron") && text.length() > 5) {
                return cron(text.substring(5), zone);
            }
            if (words[0].equals("daily") && words.length == 2) {
                return daily(LocalTime.parse(words[1]), zone);
            }
            if (words[0].startsWith("T+") && words.length == 2) {
                return afterBusinessDays(
                        Integer.parseInt(words[0].substring(2)), LocalTime.parse(words[1]), calendar, zone);
            }
            if (words[0].equals("weekly") && words.length == 3) {
                return weekly(DayOfWeek.valueOf(words[1]), LocalTime.parse(words[2]), zone);
            }
            if (words[0].equals("monthly") && words.length == 3) {
                return monthly(Integer.parseInt(words[1]), LocalTime.parse(words[2]), calendar, zone);
            }
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            throw InvalidInput.unreadable("recurrence", text, "such as 'T+1 17:00' or 'monthly 5 09:00'");
        }
        throw InvalidInput.unreadable("recurrence", text, "such as 'T+1 17:00' or 'monthly 5 09:00'");
    }

    /**
     * Returns when it is due.
     *
     * @param afterExclusive after this
     * @param untilInclusive up to this
     * @return the occurrences, earliest first
     * @throws InvalidInput if the stretch is longer than ten years
     * @throws io.bondtrader.core.error.MissingData if the calendar does not reach so far
     */
    public List<Occurrence> between(Instant afterExclusive, Instant untilInclusive) {
        if (!afterExclusive.isBefore(untilInclusive)) {
            return List.of();
        }
        Duration length = Duration.between(afterExclusive, untilInclusive);
        InvalidInput.unless(length.compareTo(LONGEST) <= 0, "length", length, "at most " + LONGEST.toDays() + " days");
        LocalDate first = LocalDate.ofInstant(afterExclusive, zone).minusDays(1);
        LocalDate last = LocalDate.ofInstant(untilInclusive, zone).plusDays(1);
        for (int i = 0; i < lag; i++) {
            first = calendar.previous(first);
        }
        List<Occurrence> found = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (!days.test(day)) {
                continue;
            }
            LocalDate on = lag == 0 ? day : calendar.plusBusinessDays(day, lag);
            for (LocalTime time : times) {
                Instant due = on.atTime(time).atZone(zone).toInstant();
                boolean repeated =
                        !found.isEmpty() && found.get(found.size() - 1).due().equals(due);
                if (due.isAfter(afterExclusive) && !due.isAfter(untilInclusive) && !repeated) {
                    found.add(new Occurrence(day, due));
                }
            }
        }
        found.sort(Comparator.comparing(Occurrence::due));
        return List.copyOf(found);
    }

    /** {@return whose time it is} */
    public ZoneId zone() {
        return zone;
    }

    /** {@return the form that {@link #parse} reads} */
    @Override
    public String toString() {
        return text;
    }
}
