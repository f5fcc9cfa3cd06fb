package io.bondtrader.core.time;

import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;

/**
 * One period of a schedule, with its dates as they roll and as they fall on business days.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param unadjustedStart first day as it rolls
 * @param unadjustedEnd last day as it rolls, after {@code unadjustedStart}
 * @param start first day after adjustment
 * @param end last day after adjustment, not before {@code start}
 * @param regular whether the period is as long as the tenor says
 */
public record SchedulePeriod(
        LocalDate unadjustedStart, LocalDate unadjustedEnd, LocalDate start, LocalDate end, boolean regular) {

    /**
     * Checks the order of the dates.
     *
     * @throws InvalidInput if an end is before its start
     */
    public SchedulePeriod {
        if (!unadjustedStart.isBefore(unadjustedEnd)) {
            throw new InvalidInput("end of the period", unadjustedEnd, "after its start " + unadjustedStart);
        }
        if (end.isBefore(start)) {
            throw new InvalidInput("adjusted end of the period", end, "on or after its start " + start);
        }
    }
}
