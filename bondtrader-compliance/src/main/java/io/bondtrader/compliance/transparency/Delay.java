package io.bondtrader.compliance.transparency;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.HolidayCalendar;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;

/**
 * How long after a trade something is public at the latest: {@code 15 minutes}, {@code 2 business days at 19:00}, {@code 4 weeks}.
 * What is not in minutes ends at the time that is named, or with the place's trading day. Weeks and months end on their day even
 * if nobody works on it: sooner is never too late.
 */
record Delay(Unit unit, int amount, Optional<LocalTime> time) {

    /** In what it counts. {@code TUESDAYS} counts those after the calendar week of the trade. */
    enum Unit {
        MINUTES,
        DAYS,
        BUSINESS_DAYS,
        TUESDAYS,
        WEEKS,
        MONTHS
    }

    private static final String FORM = "such as '15 minutes', '2 business days at 19:00' or '4 weeks'";
    private static final int LONGEST = 1_000;

    static Delay parse(String text) {
        int at = text.indexOf(" at ");
        String length = at < 0 ? text : text.substring(0, at);
        int blank = length.indexOf(' ');
        InvalidInput.unless(blank > 0, "delay", text, FORM);
        try {
            int amount = Integer.parseInt(length.substring(0, blank));
            InvalidInput.unless(amount >= 0 && amount <= LONGEST, "delay", text, "from 0 to 1000");
            String unit = length.substring(blank + 1).replace(' ', '_').toUpperCase(Locale.ROOT);
            for (Unit one : Unit.values()) {
                if (one.name().equals(unit)) {
                    return new Delay(
                            one,
                            amount,
                            at < 0 ? Optional.empty() : Optional.of(LocalTime.parse(text.substring(at + 4))));
                }
            }
        } catch (NumberFormatException | DateTimeException other) {
            throw InvalidInput.unreadable("delay", text, FORM);
        }
        throw InvalidInput.unreadable("delay", text, FORM);
    }

    Instant after(TransparencyRequest trade, HolidayCalendar calendar) {
        if (unit == Unit.MINUTES) {
            return trade.at().plusSeconds(60L * amount);
        }
        LocalDate day = trade.day();
        LocalDate last = switch (unit) {
            case DAYS -> day.plusDays(amount);
            case BUSINESS_DAYS -> businessDay(day, calendar);
            case TUESDAYS ->
                day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusDays(7L * amount + 1);
            case WEEKS -> day.plusWeeks(amount);
            case MONTHS -> day.plusMonths(amount);
            case MINUTES -> throw new IllegalStateException("minutes are above");
        };
        return last.atTime(time.orElse(trade.endOfDay())).atZone(trade.zone()).toInstant();
    }

    private LocalDate businessDay(LocalDate day, HolidayCalendar calendar) {
        return amount == 0 ? calendar.nextOrSame(day) : calendar.plusBusinessDays(day, amount);
    }
}
