package io.bondtrader.compliance.schedule;

import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A subset of crontab: minute, hour, day of month, month and day of week (0 or 7 is Sunday), each a star or a list of numbers
 * and ranges, with a step after a slash. Names and anything else are refused. Where both days are restricted, either makes a
 * day match, as POSIX has it (IEEE Std 1003.1, crontab).
 */
final class CronPattern {

    private static final int SUNDAY_TOO = 7;

    private final BitSet minutes;
    private final BitSet hours;
    private final BitSet days;
    private final BitSet months;
    private final BitSet weekdays;
    private final boolean everyDay;
    private final boolean everyWeekday;

    private CronPattern(String text, String[] fields) {
        this.minutes = field(text, fields[0], 0, 59);
        this.hours = field(text, fields[1], 0, 23);
        this.days = field(text, fields[2], 1, 31);
        this.months = field(text, fields[3], 1, 12);
        this.weekdays = field(text, fields[4], 0, SUNDAY_TOO);
        this.everyDay = fields[2].startsWith("*");
        this.everyWeekday = fields[4].startsWith("*");
        if (weekdays.get(SUNDAY_TOO)) {
            weekdays.set(0);
        }
    }

    static CronPattern parse(String text) {
        String[] fields = text.split(" ", -1);
        if (fields.length != 5) {
            throw refused(text);
        }
        return new CronPattern(text, fields);
    }

    boolean matches(LocalDate date) {
        if (!months.get(date.getMonthValue())) {
            return false;
        }
        boolean day = days.get(date.getDayOfMonth());
        boolean weekday = weekdays.get(date.getDayOfWeek().getValue() % SUNDAY_TOO);
        return (everyDay || everyWeekday) ? (day && weekday) : (day || weekday);
    }

    List<LocalTime> times() {
        List<LocalTime> times = new ArrayList<>();
        hours.stream().forEach(hour -> minutes.stream().forEach(minute -> times.add(LocalTime.of(hour, minute))));
        return times;
    }

    private static BitSet field(String text, String field, int least, int most) {
        BitSet set = new BitSet();
        for (String part : field.split(",", -1)) {
            int slash = part.indexOf('/');
            String range = slash < 0 ? part : part.substring(0, slash);
            int step = slash < 0 ? 1 : number(text, part.substring(slash + 1), 1, most);
            int first = least;
            int last = most;
            if (!range.equals("*")) {
                int dash = range.indexOf('-');
                first = number(text, dash < 0 ? range : range.substring(0, dash), least, most);
                last = dash < 0 ? first : number(text, range.substring(dash + 1), first, most);
                // A single number has no steps.
                if (dash < 0 && slash >= 0) {
                    throw refused(text);
                }
            }
            for (int value = first; value <= last; value += step) {
                set.set(value);
            }
        }
        return set;
    }

    private static int number(String text, String digits, int least, int most) {
        boolean shaped =
                !digits.isEmpty() && digits.length() <= 2 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        int value = shaped ? Integer.parseInt(digits) : -1;
        if (value < least || value > most) {
            throw refused(text);
        }
        return value;
    }

    private static InvalidInput refused(String text) {
        return InvalidInput.unreadable(
                "cron pattern", text, "five fields of stars, numbers, ranges, lists and steps within their bounds");
    }
}
