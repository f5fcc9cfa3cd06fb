package io.bondtrader.strategies.performance;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A stretch below an earlier peak.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param depth largest fall as a share of the peak, above 0 and at most 1
 * @param peak the day of the peak, the last one if it was reached twice
 * @param trough the first day of the largest fall
 * @param recovery the first day back at the peak or above, absent if the record ends before
 * @param end the day of recovery, or the last of the record
 */
public record Drawdown(double depth, LocalDate peak, LocalDate trough, Optional<LocalDate> recovery, LocalDate end) {

    /** {@return calendar days from the peak to the recovery, or to the end of the record} */
    public long length() {
        return ChronoUnit.DAYS.between(peak, end);
    }

    /** {@return calendar days from the trough to the recovery, absent if there was none} */
    public OptionalLong daysToRecover() {
        return recovery.isPresent()
                ? OptionalLong.of(ChronoUnit.DAYS.between(trough, recovery.get()))
                : OptionalLong.empty();
    }

    /** {@return the depth and the days} */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "-%.2f%% from %s to %s, %s",
                100 * depth,
                peak,
                trough,
                recovery.map(day -> "recovered " + day).orElse("not recovered by " + end));
    }
}
