package io.bondtrader.core.time;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import java.time.LocalDate;
import java.util.Locale;

/**
 * How a date that is no business day moves to one. Source: <i>2006 ISDA Definitions</i>, section 4.12, and the usage of the
 * bond markets for the half-month rule.
 *
 * <p>Immutable and safe for use by many threads.
 */
public enum BusinessDayConvention {
    /** The date stays, open or closed. */
    UNADJUSTED,
    /** The next business day. */
    FOLLOWING,
    /** The next business day, or the previous one if the next is in another month. */
    MODIFIED_FOLLOWING,
    /** The previous business day. */
    PRECEDING,
    /** The previous business day, or the next one if the previous is in another month. */
    MODIFIED_PRECEDING,
    /** The nearest business day, the next one if two are equally near. */
    NEAREST,
    /** As modified following, and back too if the next business day is past the 15th while the date is not. */
    HALF_MONTH_MODIFIED_FOLLOWING;

    private static final BusinessDayConvention[] ALL = values();

    /**
     * Moves a date.
     *
     * @param date the date
     * @param calendar which days are business days
     * @return the date itself if it is a business day or the convention leaves it alone
     * @throws MissingData if the answer lies beyond the calendar's horizon
     */
    public LocalDate adjust(LocalDate date, HolidayCalendar calendar) {
        if (this == UNADJUSTED || calendar.isBusinessDay(date)) {
            return date;
        }
        return switch (this) {
            case UNADJUSTED -> date;
            case FOLLOWING -> calendar.nextOrSame(date);
            case PRECEDING -> calendar.previousOrSame(date);
            case MODIFIED_FOLLOWING -> {
                LocalDate next = calendar.nextOrSame(date);
                yield next.getMonthValue() == date.getMonthValue() ? next : calendar.previousOrSame(date);
            }
            case MODIFIED_PRECEDING -> {
                LocalDate previous = calendar.previousOrSame(date);
                yield previous.getMonthValue() == date.getMonthValue() ? previous : calendar.nextOrSame(date);
            }
            case HALF_MONTH_MODIFIED_FOLLOWING -> {
                LocalDate next = calendar.nextOrSame(date);
                boolean crosses = next.getMonthValue() != date.getMonthValue()
                        || (date.getDayOfMonth() <= 15 && next.getDayOfMonth() > 15);
                yield crosses ? calendar.previousOrSame(date) : next;
            }
            case NEAREST -> {
                LocalDate next = calendar.nextOrSame(date);
                LocalDate previous = calendar.previousOrSame(date);
                long after = next.toEpochDay() - date.toEpochDay();
                long before = date.toEpochDay() - previous.toEpochDay();
                yield before < after ? previous : next;
            }
        };
    }

    /**
     * Reads a convention: its name in any case, with or without blanks, hyphens and underscores ({@code Modified
     * Following}, {@code HalfMonthModifiedFollowing}), or the abbreviations {@code F}, {@code MF}, {@code P}, {@code MP}.
     *
     * @param text the text
     * @return the convention
     * @throws InvalidInput if the text names no convention
     */
    public static BusinessDayConvention parse(String text) {
        String key = text.toUpperCase(Locale.ROOT).replaceAll("[-_\\s]", "");
        for (BusinessDayConvention convention : ALL) {
            if (key.equals(convention.name().replace("_", ""))) {
                return convention;
            }
        }
        return switch (key) {
            case "NONE" -> UNADJUSTED;
            case "F" -> FOLLOWING;
            case "MF", "MODFOLLOWING" -> MODIFIED_FOLLOWING;
            case "P" -> PRECEDING;
            case "MP", "MODPRECEDING" -> MODIFIED_PRECEDING;
            default -> throw InvalidInput.unreadable("business-day convention", text, "a name such as FOLLOWING");
        };
    }
}
