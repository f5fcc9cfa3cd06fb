package io.bondtrader.strategies.performance;

import java.time.LocalDate;
import java.util.Locale;

/**
 * A return and its day.
 *
 * @param date the day at whose end it was made; of a month, its last day in the record
 * @param value the return as a decimal
 */
public record DatedReturn(LocalDate date, double value) {

    /** {@return the return and the day} */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%+.2f%% on %s", 100 * value, date);
    }
}
