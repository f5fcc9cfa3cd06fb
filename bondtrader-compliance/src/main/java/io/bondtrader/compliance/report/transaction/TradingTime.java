package io.bondtrader.compliance.report.transaction;

import io.bondtrader.core.error.InvalidInput;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.Locale;

/**
 * When a transaction was done (field 28), and to how many digits that was recorded. Immutable.
 *
 * @param instant the time, without digits below those recorded
 * @param digits digits after the second, 0 to 9: 3 are milliseconds
 */
public record TradingTime(Instant instant, int digits) {

    private static final int MOST_DIGITS = 9;
    private static final int TEN = 10;
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    /**
     * Checks that the digits say all of the time.
     *
     * @throws InvalidInput if they do not, or the year has not four digits
     */
    public TradingTime {
        InvalidInput.unless(digits >= 0 && digits <= MOST_DIGITS, "digits", digits, "0 to 9");
        long unit = 1;
        for (int i = digits; i < MOST_DIGITS; i++) {
            unit *= TEN;
        }
        InvalidInput.unless(
                instant.get(ChronoField.NANO_OF_SECOND) % unit == 0,
                "trading time",
                instant,
                "without digits below the " + digits + " recorded");
        InvalidInput.unless(
                !instant.isBefore(FIRST) && instant.isBefore(END), "trading time", instant, "in a year of four digits");
    }

    /**
     * Reads the form of a report.
     *
     * @param text such as {@code 2026-11-20T09:30:00.123456Z}
     * @return the time
     * @throws InvalidInput if it is in any other form
     */
    public static TradingTime parse(String text) {
        boolean formed = text.length() >= 20 && text.length() <= 30 && text.length() != 21 && text.endsWith("Z");
        for (int i = 0; formed && i < text.length() - 1; i++) {
            char c = text.charAt(i);
            formed = switch (i) {
                case 4, 7 -> c == '-';
                case 10 -> c == 'T';
                case 13, 16 -> c == ':';
                case 19 -> c == '.';
                default -> c >= '0' && c <= '9';
            };
        }
        try {
            if (formed) {
                Instant instant = LocalDateTime.parse(text.substring(0, text.length() - 1))
                        .toInstant(ZoneOffset.UTC);
                return new TradingTime(instant, Math.max(text.length() - 21, 0));
            }
        } catch (DateTimeException noSuchTime) {
            throw InvalidInput.unreadable("trading time", text, "a time that exists");
        }
        throw InvalidInput.unreadable("trading time", text, "in the form YYYY-MM-DDThh:mm:ss.ddddddZ");
    }

    /** {@return the day in UTC} */
    public LocalDate day() {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** {@return the form of a report, with the digits recorded} */
    @Override
    public String toString() {
        LocalDateTime time = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        String fraction = String.format(Locale.ROOT, "%09d", time.getNano()).substring(0, digits);
        return String.format(
                Locale.ROOT,
                "%04d-%02d-%02dT%02d:%02d:%02d%s%sZ",
                time.get(ChronoField.YEAR),
                time.getMonthValue(),
                time.getDayOfMonth(),
                time.getHour(),
                time.getMinute(),
                time.getSecond(),
                digits == 0 ? "" : ".",
                fraction);
    }
}
