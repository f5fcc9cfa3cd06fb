package desk;

import io.bondtrader.core.time.CalendarHorizon;
import io.bondtrader.core.time.HolidayProvider;
import java.time.LocalDate;
import java.time.Year;
import java.util.Set;

/** Closes the desk on 4 March of 2026, the only year it knows. */
public final class FoundersDay implements HolidayProvider {

    /** For the service loader. */
    public FoundersDay() {}

    @Override
    public Set<String> markets() {
        return Set.of("DESK");
    }

    @Override
    public CalendarHorizon horizon(String market) {
        LocalDate last = LocalDate.of(2026, 12, 31);
        return new CalendarHorizon(LocalDate.of(2026, 1, 1), last, last, "notice on the door");
    }

    @Override
    public Set<LocalDate> holidays(String market, Year year) {
        return Set.of(year.atMonth(3).atDay(4));
    }
}
