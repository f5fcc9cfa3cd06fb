package io.bondtrader.examples.conformance;

import io.bondtrader.core.time.BusinessDayConvention;
import io.bondtrader.core.time.HolidayCalendar;
import io.bondtrader.core.time.HolidayCalendars;
import io.bondtrader.core.time.Tenor;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

/** Business-day arithmetic, on one calendar or several joined. */
final class CalendarOperationFile implements GoldenFile {

    @Override
    public String fileName() {
        return "calendar_ops.csv";
    }

    @Override
    public RowCheck open(Path folder) {
        return (row, measures) -> {
            String operation = row.given("op").toLowerCase(Locale.ROOT);
            HolidayCalendar calendar = HolidayCalendars.of(row.given("calendar"));
            LocalDate date = row.date("date");
            row.given("result");
            switch (operation) {
                case "adjust" ->
                    measures.text("result", operation, () -> convention(row).adjust(date, calendar));
                case "advance" ->
                    measures.text(
                            "result",
                            operation,
                            () -> calendar.advance(
                                    date,
                                    Tenor.parse(row.integer("n") + row.given("unit")),
                                    convention(row),
                                    row.flag("eom")));
                case "bdays_between" ->
                    measures.number("result", operation, Tolerance.EXACT, () -> businessDays(calendar, date, row));
                case "end_of_month" -> measures.text("result", operation, () -> calendar.lastBusinessDayOfMonth(date));
                default -> throw new UnreadableRow("column 'op' holds '" + operation + "', which is no operation");
            }
        };
    }

    private static int businessDays(HolidayCalendar calendar, LocalDate date, Row row) {
        LocalDate end = row.date("date2");
        return end.isBefore(date) ? -calendar.businessDaysBetween(end, date) : calendar.businessDaysBetween(date, end);
    }

    private static BusinessDayConvention convention(Row row) {
        return BusinessDayConvention.parse(row.given("convention"));
    }
}
