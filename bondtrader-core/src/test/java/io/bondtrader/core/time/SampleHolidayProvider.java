package io.bondtrader.core.time;

import io.bondtrader.core.error.MissingData;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Set;
import java.util.stream.Collectors;

/** A provider as a user might write one: a short list, for a market that rests on Fridays and Saturdays. */
final class SampleHolidayProvider implements HolidayProvider {

    static final String DESK = "DESK";

    private static final CalendarHorizon HORIZON = new CalendarHorizon(
            LocalDate.of(2025, 3, 1), LocalDate.of(2026, 12, 31), LocalDate.of(2026, 12, 31), "the desk's own list");
    private static final Set<LocalDate> CLOSED =
            Set.of(LocalDate.of(2025, 3, 3), LocalDate.of(2025, 12, 31), LocalDate.of(2026, 6, 15));

    private final String market;

    SampleHolidayProvider() {
        this(DESK);
    }

    SampleHolidayProvider(String market) {
        this.market = market;
    }

    @Override
    public Set<String> markets() {
        return Set.of(market);
    }

    @Override
    public CalendarHorizon horizon(String asked) {
        check(asked);
        return HORIZON;
    }

    @Override
    public Set<LocalDate> holidays(String asked, Year year) {
        check(asked);
        if (year.getValue() < 2025 || year.getValue() > 2026) {
            throw MissingData.beyondHorizon(market + " is known for 2025 and 2026, was asked for " + year);
        }
        return CLOSED.stream().filter(day -> day.getYear() == year.getValue()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<DayOfWeek> weekend(String asked) {
        return Set.of(DayOfWeek.FRIDAY, DayOfWeek.SATURDAY);
    }

    private void check(String asked) {
        if (!asked.equals(market)) {
            throw new MissingData("holidays of market " + asked);
        }
    }
}
