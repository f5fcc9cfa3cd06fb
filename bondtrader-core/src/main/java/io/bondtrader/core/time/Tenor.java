package io.bondtrader.core.time;

import io.bondtrader.core.error.InvalidInput;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of calendar time in one unit, such as three months. Negative tenors point into the past.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param amount how many units, between -100,000 and 100,000
 * @param unit the unit
 */
public record Tenor(int amount, Unit unit) {

    private static final int LIMIT = 100_000;
    private static final Pattern ONE_UNIT = Pattern.compile("(-?\\d{1,6})([DWMY])");
    private static final Pattern YEARS_AND_MONTHS = Pattern.compile("(\\d{1,4})Y(\\d{1,4})M");

    /** What a tenor counts. */
    public enum Unit {
        /** Calendar days. */
        DAY,
        /** Weeks of seven days. */
        WEEK,
        /** Calendar months; a day of the month that does not exist becomes the last one that does. */
        MONTH,
        /** Years of twelve calendar months. */
        YEAR;

        private char symbol() {
            return name().charAt(0);
        }
    }

    /**
     * Checks the amount.
     *
     * @throws InvalidInput if the amount is out of range
     */
    public Tenor {
        Objects.requireNonNull(unit, "unit");
        if (amount < -LIMIT || amount > LIMIT) {
            throw new InvalidInput("tenor amount", amount, "between -100,000 and 100,000");
        }
    }

    /**
     * Returns a tenor of calendar days.
     *
     * @param days how many
     * @return the tenor
     * @throws InvalidInput if the amount is out of range
     */
    public static Tenor ofDays(int days) {
        return new Tenor(days, Unit.DAY);
    }

    /**
     * Returns a tenor of weeks.
     *
     * @param weeks how many
     * @return the tenor
     * @throws InvalidInput if the amount is out of range
     */
    public static Tenor ofWeeks(int weeks) {
        return new Tenor(weeks, Unit.WEEK);
    }

    /**
     * Returns a tenor of months.
     *
     * @param months how many
     * @return the tenor
     * @throws InvalidInput if the amount is out of range
     */
    public static Tenor ofMonths(int months) {
        return new Tenor(months, Unit.MONTH);
    }

    /**
     * Returns a tenor of years.
     *
     * @param years how many
     * @return the tenor
     * @throws InvalidInput if the amount is out of range
     */
    public static Tenor ofYears(int years) {
        return new Tenor(years, Unit.YEAR);
    }

    /**
     * Reads a tenor such as {@code 5D}, {@code 2W}, {@code 3M}, {@code 10Y}, {@code -1M} or {@code 1Y6M}, in any case.
     *
     * @param text the text
     * @return the tenor; {@code 1Y6M} is eighteen months
     * @throws InvalidInput if the text is no tenor
     */
    public static Tenor parse(String text) {
        String key = text.strip().toUpperCase(Locale.ROOT);
        Matcher one = ONE_UNIT.matcher(key);
        if (one.matches()) {
            int amount = Integer.parseInt(one.group(1));
            return switch (one.group(2)) {
                case "D" -> ofDays(amount);
                case "W" -> ofWeeks(amount);
                case "M" -> ofMonths(amount);
                default -> ofYears(amount);
            };
        }
        Matcher two = YEARS_AND_MONTHS.matcher(key);
        if (two.matches()) {
            return ofMonths(12 * Integer.parseInt(two.group(1)) + Integer.parseInt(two.group(2)));
        }
        throw InvalidInput.unreadable("tenor", text, "a whole number and a unit, such as 5D, 2W, 3M or 10Y");
    }

    /** {@return whether the tenor counts months or years, and so keeps the day of the month} */
    public boolean isMonthBased() {
        return unit == Unit.MONTH || unit == Unit.YEAR;
    }

    /**
     * Returns the length in months.
     *
     * @return the months; a year is twelve
     * @throws InvalidInput if the tenor counts days or weeks
     */
    public int months() {
        if (!isMonthBased()) {
            throw new InvalidInput("tenor", this, "of months or years");
        }
        return unit == Unit.YEAR ? 12 * amount : amount;
    }

    /**
     * Returns the date this long after another.
     *
     * @param date the date to count from
     * @return the date; months and years keep the day of the month, or the last day of a month that lacks it
     * @throws InvalidInput if the result lies outside the range of {@link LocalDate}
     */
    public LocalDate addTo(LocalDate date) {
        return addTo(date, 1);
    }

    /**
     * Returns the date several of these tenors after another, counted in one step: the third month after 31 January is
     * 30 April, however short February was.
     *
     * @param date the date to count from
     * @param times how many tenors; negative counts back
     * @return the date
     * @throws InvalidInput if the result lies outside the range of {@link LocalDate}
     */
    public LocalDate addTo(LocalDate date, int times) {
        long total = (long) amount * times;
        try {
            return switch (unit) {
                case DAY -> date.plusDays(total);
                case WEEK -> date.plusWeeks(total);
                case MONTH -> date.plusMonths(total);
                case YEAR -> date.plusYears(total);
            };
        } catch (DateTimeException | ArithmeticException beyond) {
            throw new InvalidInput("date", date, "within reach of " + times + " times " + this);
        }
    }

    /**
     * Returns the tenor of opposite direction.
     *
     * @return the tenor with its sign changed
     */
    public Tenor negated() {
        return new Tenor(-amount, unit);
    }

    /** {@return the text that {@link #parse} reads, such as {@code 3M}} */
    @Override
    public String toString() {
        return Integer.toString(amount) + unit.symbol();
    }
}
