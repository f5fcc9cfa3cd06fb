package io.bondtrader.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.testdata.VectorTable;
import io.bondtrader.testdata.VectorTable.Row;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every row of the golden vectors about time; their README states the conventions and where the values come from. */
final class GoldenVectorsTest {

    private static final DateTimeFormatter MMDD = DateTimeFormatter.ofPattern("MMdd");

    /** Enough for the rounding of a sum of three quotients, and for nothing else. */
    private static final double ROUNDING = 4e-15;

    @Test
    void dayCountsCountWhatTheirDefinitionsSay() {
        VectorTable.of("day_counts.csv").everyRow(row -> {
            DayCount dayCount = row.has("calendar")
                    ? DayCounts.business252(HolidayCalendars.of(row.text("calendar")))
                    : DayCount.of(row.text("convention"));
            LocalDate start = row.date("start");
            LocalDate end = row.date("end");
            AccrualPeriod period = periodOf(row, start, end);

            assertThat(days(dayCount, start, end, period)).as("days").isEqualTo(row.integer("day_count"));
            assertThat(fraction(dayCount, start, end, period))
                    .as("fraction")
                    .isCloseTo(row.number("year_fraction"), within(ROUNDING));
        });
    }

    private static int days(DayCount dayCount, LocalDate start, LocalDate end, @Nullable AccrualPeriod period) {
        return period == null ? dayCount.days(start, end) : dayCount.days(start, end, period);
    }

    private static double fraction(DayCount dayCount, LocalDate start, LocalDate end, @Nullable AccrualPeriod period) {
        return period == null ? dayCount.yearFraction(start, end) : dayCount.yearFraction(start, end, period);
    }

    private static @Nullable AccrualPeriod periodOf(Row row, LocalDate start, LocalDate end) {
        if (row.has("ref_start")) {
            Frequency frequency = Frequency.ofPerYear(row.integer("frequency"));
            return AccrualPeriod.stub(start, end, frequency, false, row.date("ref_start"), row.date("ref_end"));
        }
        if (row.has("termination")) {
            return AccrualPeriod.regular(start, end, Frequency.ANNUAL).withTermination(row.date("termination"));
        }
        return null;
    }

    @Test
    void publishedDayCountsComeOut() {
        VectorTable.of("published.csv").where("category", "day_count").everyRow(row -> {
            Row inputs = row.pairs("inputs");
            LocalDate start = inputs.date("start");
            LocalDate end = inputs.date("end");
            DayCount dayCount = inputs.knows("calendar")
                    ? DayCounts.business252(HolidayCalendars.of(inputs.text("calendar")))
                    : DayCount.of(inputs.text("convention"));
            AccrualPeriod period = null;
            if (inputs.knows("ref_start")) {
                Frequency frequency = Frequency.ofPerYear(inputs.integer("frequency"));
                period = AccrualPeriod.stub(
                        start, end, frequency, false, inputs.date("ref_start"), inputs.date("ref_end"));
            } else if (inputs.knows("termination")) {
                period =
                        AccrualPeriod.regular(start, end, Frequency.ANNUAL).withTermination(inputs.date("termination"));
            }
            double fraction = fraction(dayCount, start, end, period);
            boolean inDays = row.text("quantity").equals("day_count");

            assertThat(inDays ? fraction * 360.0 : fraction)
                    .isCloseTo(row.number("published_value"), within(Math.max(1e-12, row.number("tolerance"))));
        });
    }

    @Test
    void calendarsCloseOnTheDaysOfTheReferenceLists() {
        VectorTable.of("calendars.csv").everyRow(row -> {
            HolidayCalendar calendar = HolidayCalendars.of(row.text("calendar"));
            Set<MonthDay> disputed = new TreeSet<>(row.list("disputed").stream()
                    .map(day -> MonthDay.parse(day, MMDD))
                    .toList());
            Set<MonthDay> expected = new TreeSet<>(row.list("holidays").stream()
                    .map(day -> MonthDay.parse(day, MMDD))
                    .toList());
            Set<LocalDate> byRule = Market.valueOf(row.text("calendar")).closures(row.integer("year"));
            Set<MonthDay> closed = new TreeSet<>();
            LocalDate first = LocalDate.of(row.integer("year"), 1, 1);
            for (LocalDate day = first; day.getYear() == first.getYear(); day = day.plusDays(1)) {
                boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
                boolean closedByRule = byRule.contains(day);
                if (calendar.isHoliday(day) != (weekend || closedByRule)) {
                    fail("the calendar does not follow its rule on %s", day);
                }
                if (!weekend && closedByRule && !disputed.contains(MonthDay.from(day))) {
                    closed.add(MonthDay.from(day));
                }
            }
            assertThat(closed).isEqualTo(expected);
        });
    }

    @Test
    void businessDaysAreCountedAndMovedAsTheReferenceDoes() {
        VectorTable.of("calendar_ops.csv").everyRow(row -> {
            HolidayCalendar calendar = HolidayCalendars.of(row.text("calendar"));
            LocalDate date = row.date("date");
            String result = switch (row.text("op")) {
                case "adjust" ->
                    convention(row.text("convention")).adjust(date, calendar).toString();
                case "advance" ->
                    calendar.advance(
                                    date,
                                    Tenor.parse(row.text("n") + row.text("unit")),
                                    convention(row.text("convention")),
                                    Boolean.parseBoolean(row.text("eom")))
                            .toString();
                case "bdays_between" -> Integer.toString(calendar.businessDaysBetween(date, row.date("date2")));
                default -> calendar.lastBusinessDayOfMonth(date).toString();
            };
            assertThat(result).isEqualTo(row.text("result"));
        });
    }

    @Test
    void schedulesRollAndAdjustAsTheReferenceDoes() {
        VectorTable.of("schedules.csv").everyRow(row -> {
            ScheduleTerms.Builder terms = ScheduleTerms.of(
                            row.date("effective"), row.date("termination"), Tenor.parse(row.text("tenor")))
                    .adjusted(HolidayCalendars.of(row.text("calendar")), convention(row.text("convention")))
                    .terminationConvention(convention(row.text("termination_convention")))
                    .direction(RollDirection.parse(row.text("rule")))
                    .endOfMonth(Boolean.parseBoolean(row.text("eom")))
                    .firstDate(row.has("first_date") ? row.date("first_date") : null)
                    .penultimateDate(row.has("penultimate_date") ? row.date("penultimate_date") : null);
            if (!row.text("stub").equals("BOTH")) {
                terms.stub(StubConvention.parse(row.text("stub")));
            }
            Schedule schedule = terms.schedule();

            assertThat(schedule.unadjustedDates()).as("unadjusted").isEqualTo(dates(row, "unadjusted_dates"));
            assertThat(schedule.dates()).as("adjusted").isEqualTo(dates(row, "adjusted_dates"));
            StringBuilder regular = new StringBuilder();
            schedule.periods().forEach(period -> regular.append(period.regular() ? 'R' : 'S'));
            assertThat(regular).as("regular").hasToString(row.text("regular"));
        });
    }

    private static BusinessDayConvention convention(String text) {
        return BusinessDayConvention.parse(text);
    }

    private static List<LocalDate> dates(Row row, String column) {
        return row.list(column).stream().map(LocalDate::parse).toList();
    }
}
