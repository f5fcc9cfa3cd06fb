package io.bondtrader.core.time;

import io.bondtrader.core.error.InvalidInput;
import java.util.Locale;

/**
 * How many times a year a bond pays, for the frequencies that are a whole number of months. Intervals of weeks or days
 * are {@linkplain Tenor tenors}.
 *
 * <p>Immutable and safe for use by many threads.
 */
public enum Frequency {
    /** Once a year. */
    ANNUAL(1),
    /** Twice a year, every six months. */
    SEMIANNUAL(2),
    /** Three times a year. */
    EVERY_FOUR_MONTHS(3),
    /** Four times a year, every three months. */
    QUARTERLY(4),
    /** Six times a year, every two months. */
    BIMONTHLY(6),
    /** Twelve times a year. */
    MONTHLY(12);

    private static final Frequency[] ALL = values();

    private final int perYear;

    Frequency(int perYear) {
        this.perYear = perYear;
    }

    /** {@return payments a year} */
    public int perYear() {
        return perYear;
    }

    /** {@return months from one payment to the next} */
    public int months() {
        return 12 / perYear;
    }

    /** {@return the interval from one payment to the next} */
    public Tenor tenor() {
        return Tenor.ofMonths(months());
    }

    /**
     * Returns the frequency with a given number of payments a year.
     *
     * @param perYear payments a year: 1, 2, 3, 4, 6 or 12
     * @return the frequency
     * @throws InvalidInput if no frequency pays that often
     */
    public static Frequency ofPerYear(int perYear) {
        for (Frequency frequency : ALL) {
            if (frequency.perYear == perYear) {
                return frequency;
            }
        }
        throw new InvalidInput("payments a year", perYear, "1, 2, 3, 4, 6 or 12");
    }

    /**
     * Reads a frequency: its name in any case ({@code semiannual}, {@code Every-Four-Months}, {@code semi-annual}), the
     * payments a year ({@code 2}) or the interval ({@code 6M}, {@code 1Y}).
     *
     * @param text the text
     * @return the frequency
     * @throws InvalidInput if the text names no frequency
     */
    public static Frequency parse(String text) {
        String key = text.strip().toUpperCase(Locale.ROOT).replaceAll("(?<=[A-Z])[-_ ](?=[A-Z])", "");
        for (Frequency frequency : ALL) {
            if (key.equals(frequency.name().replace("_", ""))
                    || key.equals(Integer.toString(frequency.perYear))
                    || key.equals(frequency.months() + "M")) {
                return frequency;
            }
        }
        return switch (key) {
            case "1Y", "YEARLY" -> ANNUAL;
            case "SEMI", "HALFYEARLY" -> SEMIANNUAL;
            default -> throw InvalidInput.unreadable("frequency", text, "a frequency such as SEMIANNUAL, 2 or 6M");
        };
    }
}
