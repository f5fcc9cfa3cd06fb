package io.bondtrader.core.time;

import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;

/** Counts days in months of thirty, by the rules that {@link DayCounts} states. */
final class ThirtyDayMonths {

    private ThirtyDayMonths() {}

    /**
     * Returns the days between two dates in order.
     *
     * @param rule which member of the family
     * @param start the first date
     * @param end the second date
     * @param terminates whether the second date is the bond's maturity
     * @return days, never negative
     */
    static int between(StandardDayCount rule, LocalDate start, LocalDate end, boolean terminates) {
        int d1 = start.getDayOfMonth();
        int d2 = end.getDayOfMonth();
        switch (rule) {
            case THIRTY_U_360 -> {
                if (isEndOfFebruary(start)) {
                    if (isEndOfFebruary(end)) {
                        d2 = 30;
                    }
                    d1 = 30;
                }
                d1 = Math.min(d1, 30);
                d2 = d2 == 31 && d1 == 30 ? 30 : d2;
            }
            case THIRTY_E_360 -> {
                d1 = Math.min(d1, 30);
                d2 = Math.min(d2, 30);
            }
            case THIRTY_E_360_ISDA -> {
                d1 = isEndOfFebruary(start) ? 30 : Math.min(d1, 30);
                d2 = isEndOfFebruary(end) && !terminates ? 30 : Math.min(d2, 30);
            }
            // The first of the next month is the 31st of this one: thirty days to a month.
            case THIRTY_E_PLUS_360 -> d1 = Math.min(d1, 30);
            case THIRTY_360_ITALIAN -> {
                d1 = start.getMonthValue() == 2 && d1 > 27 ? 30 : Math.min(d1, 30);
                d2 = end.getMonthValue() == 2 && d2 > 27 ? 30 : Math.min(d2, 30);
            }
            default -> {
                d1 = Math.min(d1, 30);
                d2 = d2 == 31 && d1 == 30 ? 30 : d2;
            }
        }
        long months = 12L * end.getYear() + end.getMonthValue() - (12L * start.getYear() + start.getMonthValue());
        long days = 30 * months + d2 - d1;
        if (days > Integer.MAX_VALUE) {
            throw new InvalidInput("end date", end, "within 2,147,483,647 days of " + start);
        }
        // A rule that moves only one of two equal dates would find days between them.
        return start.equals(end) ? 0 : (int) days;
    }

    private static boolean isEndOfFebruary(LocalDate date) {
        return date.getMonthValue() == 2 && RollDates.isEndOfMonth(date);
    }
}
