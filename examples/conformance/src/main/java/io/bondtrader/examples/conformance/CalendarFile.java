package io.bondtrader.examples.conformance;

import io.bondtrader.core.time.HolidayCalendar;
import io.bondtrader.core.time.HolidayCalendars;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The weekdays on which a market is closed in a year; days on which the references disagree are left out. */
final class CalendarFile implements GoldenFile {

    private static final DateTimeFormatter MONTH_AND_DAY = DateTimeFormatter.ofPattern("MMdd", Locale.ROOT);

    @Override
    public String fileName() {
        return "calendars.csv";
    }

    @Override
    public String idColumn() {
        return "calendar";
    }

    @Override
    public RowCheck open(Path folder) {
        return (row, measures) -> {
            List<String> closed = closedWeekdays(
                    HolidayCalendars.of(row.given("calendar")), row.integer("year"), Set.copyOf(row.list("disputed")));
            measures.number("n_holidays", Tolerance.EXACT, closed::size);
            measures.items("holidays", () -> closed);
        };
    }

    private static List<String> closedWeekdays(HolidayCalendar calendar, int year, Set<String> disputed) {
        if (year < 1 || year > 9999) {
            throw new UnreadableRow("column 'year' holds " + year + ", which is no year");
        }
        List<String> closed = new ArrayList<>();
        for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
            String name = MONTH_AND_DAY.format(day);
            boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
            if (weekend && !calendar.isHoliday(day)) {
                closed.add(name + " open"); // a weekend never is: the row fails and shows the day
            } else if (!weekend && !disputed.contains(name) && calendar.isHoliday(day)) {
                closed.add(name);
            }
        }
        return closed;
    }
}
