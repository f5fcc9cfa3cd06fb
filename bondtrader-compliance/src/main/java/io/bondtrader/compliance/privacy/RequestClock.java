package io.bondtrader.compliance.privacy;

import io.bondtrader.core.time.HolidayCalendar;
import java.time.LocalDate;

/**
 * Until when a request must be answered: one month after it came, three if the time is extended (Regulation (EU) 2016/679,
 * Article 12(3)). A period of months ends on the day of the month on which it began, or on the month's last if there is none;
 * on a holiday or weekend it goes on to the next working day (Regulation (EEC, Euratom) No 1182/71, Article 3).
 */
final class RequestClock {

    private RequestClock() {}

    static LocalDate due(LocalDate received, boolean extended, HolidayCalendar calendar) {
        return calendar.nextOrSame(received.plusMonths(extended ? 3 : 1));
    }
}
