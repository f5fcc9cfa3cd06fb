package io.bondtrader.core.bond;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.HolidayCalendar;
import io.bondtrader.core.time.HolidayCalendars;
import java.time.LocalDate;

/**
 * From which day on a bond changes hands without its next coupon: {@code days} before the coupon date, counted in
 * business days of a calendar or in calendar days.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param days how many days before the coupon date the first ex-coupon settlement day lies; 0 means never ex-coupon
 * @param calendar name of the calendar whose business days count, or empty for calendar days
 */
public record ExCouponRule(int days, String calendar) {

    /** The buyer receives every coupon after settlement. */
    public static final ExCouponRule NONE = new ExCouponRule(0, "");

    /**
     * Checks the rule.
     *
     * @throws InvalidInput if the number of days is negative or beyond 60, or the calendar is unknown
     */
    public ExCouponRule {
        InvalidInput.unless(days >= 0 && days <= 60, "exCouponDays", days, "0 to 60");
        if (!calendar.isEmpty()) {
            HolidayCalendars.of(calendar);
        }
    }

    /**
     * Returns a rule in business days.
     *
     * @param days business days before the coupon date
     * @param calendar name of the calendar, such as {@code "UK"}
     * @return the rule
     */
    public static ExCouponRule businessDays(int days, String calendar) {
        return new ExCouponRule(days, calendar);
    }

    /**
     * Returns a rule in calendar days.
     *
     * @param days calendar days before the coupon date
     * @return the rule
     */
    public static ExCouponRule calendarDays(int days) {
        return new ExCouponRule(days, "");
    }

    /**
     * Returns whether a settlement goes without the coupon.
     *
     * @param settlement the settlement date, before the coupon date
     * @param couponDate the coupon date
     * @return whether the seller keeps the coupon
     */
    public boolean isExCoupon(LocalDate settlement, LocalDate couponDate) {
        if (days == 0 || settlement.toEpochDay() < couponDate.toEpochDay() - 2L * days - 14) {
            return false; // far from any ex-coupon period: the calendar need not be asked
        }
        return !settlement.isBefore(firstExCouponDate(couponDate));
    }

    /**
     * Returns the first settlement day that goes without the coupon.
     *
     * @param couponDate the coupon date
     * @return the first ex-coupon day; the coupon date itself if the market has no ex-coupon period
     */
    public LocalDate firstExCouponDate(LocalDate couponDate) {
        if (calendar.isEmpty()) {
            return couponDate.minusDays(days);
        }
        HolidayCalendar businessDays = HolidayCalendars.of(calendar);
        return businessDays.plusBusinessDays(couponDate, -days);
    }
}
