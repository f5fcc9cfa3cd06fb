package io.bondtrader.core.time;

import io.bondtrader.core.error.MissingData;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Speaks for the markets whose closures BondTrader computes from rules. {@code docs/time.md} lists them with their sources.
 *
 * <p>Immutable and safe for use by many threads. Public because {@link java.util.ServiceLoader} asks for it;
 * {@link HolidayCalendars} is the way to its calendars.
 */
public final class RuleHolidayProvider implements HolidayProvider {

    private static final Set<String> MARKETS =
            Arrays.stream(Market.values()).map(Market::name).collect(Collectors.toUnmodifiableSet());

    /** Creates a provider; all are alike. */
    public RuleHolidayProvider() {}

    @Override
    public Set<String> markets() {
        return MARKETS;
    }

    @Override
    public CalendarHorizon horizon(String market) {
        return find(market).horizon();
    }

    @Override
    public Set<LocalDate> holidays(String market, Year year) {
        Market found = find(market);
        CalendarHorizon horizon = found.horizon();
        int y = year.getValue();
        if (y < horizon.knownFrom().getYear() || y > horizon.knownUntil().getYear()) {
            throw MissingData.beyondHorizon("calendar " + market + " is known from " + horizon.knownFrom() + " to "
                    + horizon.knownUntil() + " (" + horizon.source() + "), was asked for " + year);
        }
        return found.closures(y);
    }

    private static Market find(String market) {
        if (!MARKETS.contains(market)) {
            throw new MissingData("holidays of market " + market + ", for which there are no rules");
        }
        return Market.valueOf(market);
    }
}
