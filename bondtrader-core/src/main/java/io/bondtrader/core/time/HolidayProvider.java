package io.bondtrader.core.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Set;

/**
 * Tells BondTrader on which days markets are closed. One provider may speak for many markets, as a data vendor's file
 * does.
 *
 * <p>An application passes its provider by hand ({@link HolidayCalendar#from}, {@link HolidayCalendars#of(String,
 * java.util.List)}), or registers it for {@link java.util.ServiceLoader} in {@code
 * META-INF/services/io.bondtrader.core.time.HolidayProvider}. What is passed by hand wins over what is registered, and
 * both win over the calendars built in.
 *
 * <p>Implementations are safe for use by many threads, answer without I/O, and always answer the same. The contract test
 * kit {@code HolidayProviderContract} checks them.
 */
public interface HolidayProvider {

    /** {@return the names of the markets it speaks for; an unmodifiable set, not empty, without {@code +} in a name} */
    Set<String> markets();

    /**
     * Returns the days for which the closures of a market are known.
     *
     * @param market one of {@link #markets()}
     * @return the range of days and the source; at most a thousand years
     * @throws io.bondtrader.core.error.MissingData if it does not speak for the market
     */
    CalendarHorizon horizon(String market);

    /**
     * Returns the days of a year on which a market is closed, whether or not they fall on a weekend.
     *
     * @param market one of {@link #markets()}
     * @param year a year that has a day within the horizon
     * @return an unmodifiable set of days of that year; empty if the market never closes
     * @throws io.bondtrader.core.error.MissingData if it does not speak for the market, or the year lies beyond its
     *     horizon
     */
    Set<LocalDate> holidays(String market, Year year);

    /**
     * Returns the days of the week on which a market is always closed.
     *
     * @param market one of {@link #markets()}
     * @return an unmodifiable set; Saturday and Sunday unless overridden
     */
    default Set<DayOfWeek> weekend(String market) {
        return Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    }
}
