package desk;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.HolidayCalendars;
import java.time.LocalDate;

/** A user of the library: is refused, asks a calendar built in, and one of its own that is only registered. */
public final class Desk {

    private Desk() {}

    public static void main(String[] arguments) {
        System.out.println("module: " + BondTraderException.class.getModule().getName());
        try {
            InvalidInput.unless(false, "yield", Double.NaN, "finite");
        } catch (BondTraderException refused) {
            System.out.println("refused: " + refused.code().id());
        }
        LocalDate christmas = LocalDate.of(2026, 12, 25);
        System.out.println("built in: " + HolidayCalendars.of("US_GOVT").isHoliday(christmas));
        LocalDate foundersDay = LocalDate.of(2026, 3, 4);
        System.out.println("registered: " + HolidayCalendars.of("DESK").isHoliday(foundersDay));
        System.out.println("joint: " + HolidayCalendars.of("DESK+US_GOVT").nextOrSame(foundersDay));
    }
}
