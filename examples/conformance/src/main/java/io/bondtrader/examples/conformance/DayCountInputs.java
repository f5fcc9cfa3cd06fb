package io.bondtrader.examples.conformance;

import io.bondtrader.core.time.AccrualPeriod;
import io.bondtrader.core.time.DayCount;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.Frequency;
import io.bondtrader.core.time.HolidayCalendars;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a row says of one interval under one day count.
 *
 * @param dayCount the day count
 * @param start first day
 * @param end last day
 * @param period the accrual period it belongs to; null where the day count asks for none
 */
record DayCountInputs(
        DayCount dayCount,
        LocalDate start,
        LocalDate end,
        @Nullable AccrualPeriod period) {

    static DayCountInputs of(Row row) {
        LocalDate start = row.date("start");
        LocalDate end = row.date("end");
        return new DayCountInputs(dayCount(row, "convention"), start, end, period(row, start, end));
    }

    /** The day count that a column names; business days are those of the row's calendar. */
    static DayCount dayCount(Row row, String column) {
        String name = row.given(column);
        return name.equalsIgnoreCase("BUS/252")
                ? DayCounts.business252(HolidayCalendars.of(row.given("calendar")))
                : DayCount.of(name);
    }

    private static @Nullable AccrualPeriod period(Row row, LocalDate start, LocalDate end) {
        if (row.has("ref_start")) {
            return AccrualPeriod.stub(
                    start,
                    end,
                    Frequency.ofPerYear(row.integer("frequency")),
                    false,
                    row.date("ref_start"),
                    row.date("ref_end"));
        }
        return row.has("termination")
                ? AccrualPeriod.regular(start, end, Frequency.ANNUAL).withTermination(row.date("termination"))
                : null;
    }

    double yearFraction() {
        return period == null ? dayCount.yearFraction(start, end) : dayCount.yearFraction(start, end, period);
    }

    int days() {
        return period == null ? dayCount.days(start, end) : dayCount.days(start, end, period);
    }
}
