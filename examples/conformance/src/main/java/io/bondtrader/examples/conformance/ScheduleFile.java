package io.bondtrader.examples.conformance;

import io.bondtrader.core.time.BusinessDayConvention;
import io.bondtrader.core.time.HolidayCalendars;
import io.bondtrader.core.time.RollDirection;
import io.bondtrader.core.time.Schedule;
import io.bondtrader.core.time.ScheduleTerms;
import io.bondtrader.core.time.StubConvention;
import io.bondtrader.core.time.Tenor;
import java.nio.file.Path;

/** Schedules: unadjusted and adjusted dates, and which periods are regular. */
final class ScheduleFile implements GoldenFile {

    /** Says where the odd periods are; the explicit dates beside it say which. */
    private static final String STUBS_AT_BOTH_ENDS = "BOTH";

    @Override
    public String fileName() {
        return "schedules.csv";
    }

    @Override
    public RowCheck open(Path folder) {
        return (row, measures) -> {
            Schedule schedule = schedule(row);
            measures.number("n_dates", Tolerance.EXACT, () -> schedule.dates().size());
            measures.items("unadjusted_dates", schedule::unadjustedDates);
            measures.items("adjusted_dates", schedule::dates);
            measures.text("regular", () -> {
                StringBuilder letters = new StringBuilder();
                schedule.periods().forEach(period -> letters.append(period.regular() ? 'R' : 'S'));
                return letters;
            });
        };
    }

    private static Schedule schedule(Row row) {
        ScheduleTerms.Builder terms = ScheduleTerms.of(
                        row.date("effective"), row.date("termination"), Tenor.parse(row.given("tenor")))
                .adjusted(
                        HolidayCalendars.of(row.given("calendar")),
                        BusinessDayConvention.parse(row.given("convention")))
                .terminationConvention(BusinessDayConvention.parse(row.given("termination_convention")))
                .direction(RollDirection.parse(row.given("rule")))
                .endOfMonth(row.flag("eom"))
                .firstDate(row.has("first_date") ? row.date("first_date") : null)
                .penultimateDate(row.has("penultimate_date") ? row.date("penultimate_date") : null);
        if (!row.given("stub").equals(STUBS_AT_BOTH_ENDS)) {
            terms.stub(StubConvention.parse(row.given("stub")));
        }
        return terms.schedule();
    }
}
