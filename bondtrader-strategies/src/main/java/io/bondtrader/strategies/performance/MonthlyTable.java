package io.bondtrader.strategies.performance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Returns by calendar month and year, the daily ones multiplied. A day's return belongs to the month in which the day ends; the
 * first and the last month of a record may be parts.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param years the years, ascending
 */
public record MonthlyTable(List<Year> years) {

    /** Copies the years. */
    public MonthlyTable {
        years = List.copyOf(years);
    }

    /**
     * A year of months.
     *
     * @param year the calendar year
     * @param months the return of each of its twelve months, absent where the record has no day
     * @param total return of its days
     */
    public record Year(int year, List<OptionalDouble> months, double total) {

        /** Copies the months. */
        public Year {
            months = List.copyOf(months);
        }
    }

    /**
     * Returns the table of a record.
     *
     * @param record the record
     * @return its returns by month
     */
    public static MonthlyTable of(TrackRecord record) {
        double[] returns = record.returns();
        List<Year> years = new ArrayList<>();
        int i = 0;
        while (i < returns.length) {
            int year = record.dateOfReturn(i).getYear();
            double total = 1;
            List<OptionalDouble> months = new ArrayList<>();
            for (int month = 1; month <= 12; month++) {
                double growth = 1;
                int from = i;
                while (i < returns.length && isIn(record.dateOfReturn(i), year, month)) {
                    growth *= 1 + returns[i++];
                }
                months.add(i > from ? OptionalDouble.of(growth - 1) : OptionalDouble.empty());
                total *= growth;
            }
            years.add(new Year(year, months, total - 1));
        }
        return new MonthlyTable(years);
    }

    private static boolean isIn(LocalDate day, int year, int month) {
        return day.getYear() == year && day.getMonthValue() == month;
    }

    /** {@return the returns of the months in order, each with the last day of its month} */
    public List<DatedReturn> months() {
        List<DatedReturn> months = new ArrayList<>();
        for (Year year : years) {
            for (int month = 1; month <= 12; month++) {
                LocalDate last =
                        LocalDate.of(year.year(), month, 1).plusMonths(1).minusDays(1);
                year.months().get(month - 1).ifPresent(value -> months.add(new DatedReturn(last, value)));
            }
        }
        return List.copyOf(months);
    }

    /** {@return the table in percent for a console, a line a year} */
    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder("year    Jan    Feb    Mar    Apr    May    Jun    Jul    Aug    Sep    Oct    Nov"
                        + "    Dec     year\n");
        for (Year year : years) {
            text.append(String.format(Locale.ROOT, "%4d", year.year()));
            for (OptionalDouble month : year.months()) {
                text.append(
                        month.isPresent()
                                ? String.format(Locale.ROOT, " %6.2f", 100 * month.getAsDouble())
                                : "       ");
            }
            text.append(
                    String.format(Locale.ROOT, "  %7.2f%n", 100 * year.total()).replace("\r", ""));
        }
        return text.toString();
    }
}
