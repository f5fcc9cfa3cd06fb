package io.bondtrader.core.bond;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.Frequency;
import io.bondtrader.core.time.RollDates;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The dates from which every coupon date of a bond follows: regular dates are rolled in one go from an anchor, which is
 * the next-to-last coupon date if there is an odd last period and the maturity otherwise. All dates are unadjusted.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param accrualStart the day on which interest starts to accrue (dated date)
 * @param maturity the day on which the bond falls due, after {@code accrualStart} by at most 400 years
 * @param frequency how often coupons are paid
 * @param endOfMonth whether dates roll on month ends if the anchor is one
 * @param firstCouponDate the first coupon date if the first period is longer than a regular one or otherwise agreed; null
 *     if it follows by rolling back from the anchor, with a short first period where that does not end at the start
 * @param penultimateCouponDate the start of an odd last period; null if the last period is regular
 */
public record CouponDates(
        LocalDate accrualStart,
        LocalDate maturity,
        Frequency frequency,
        boolean endOfMonth,
        @Nullable LocalDate firstCouponDate,
        @Nullable LocalDate penultimateCouponDate) {

    private static final int LONGEST_YEARS = 400;

    /**
     * Checks the order of the dates, and that the first coupon date lies on the roll from the anchor.
     *
     * @throws InvalidInput if a date is out of order or off the roll
     */
    public CouponDates {
        Objects.requireNonNull(frequency);
        if (!maturity.isAfter(accrualStart)) {
            throw new InvalidInput("maturity", maturity, "after the start of accrual " + accrualStart);
        }
        if (maturity.getYear() - accrualStart.getYear() > LONGEST_YEARS
                || accrualStart.getYear() < 1600
                || maturity.getYear() > 3000) {
            throw new InvalidInput("maturity", maturity, "within 400 years of accrual start and in years 1600 to 3000");
        }
        if (penultimateCouponDate != null
                && !(penultimateCouponDate.isAfter(accrualStart) && penultimateCouponDate.isBefore(maturity))) {
            throw new InvalidInput(
                    "penultimateCouponDate", penultimateCouponDate, "between accrual start and maturity");
        }
        if (firstCouponDate != null) {
            LocalDate anchor = penultimateCouponDate == null ? maturity : penultimateCouponDate;
            if (!firstCouponDate.isAfter(accrualStart) || firstCouponDate.isAfter(anchor)) {
                throw new InvalidInput("firstCouponDate", firstCouponDate, "after accrual start and at most " + anchor);
            }
            int months = monthsBetween(firstCouponDate, anchor);
            if (months % frequency.months() != 0
                    || !RollDates.roll(anchor, -months, endOfMonth).equals(firstCouponDate)) {
                throw new InvalidInput(
                        "firstCouponDate", firstCouponDate, "a whole number of periods before " + anchor);
            }
        }
    }

    /**
     * Returns dates without odd periods other than a short first one.
     *
     * @param accrualStart the day on which interest starts to accrue
     * @param maturity the day on which the bond falls due
     * @param frequency how often coupons are paid
     * @param endOfMonth whether dates roll on month ends if the maturity is one
     * @return the dates
     * @throws InvalidInput if the dates are out of order
     */
    public static CouponDates of(LocalDate accrualStart, LocalDate maturity, Frequency frequency, boolean endOfMonth) {
        return new CouponDates(accrualStart, maturity, frequency, endOfMonth, null, null);
    }

    /** {@return the date from which regular coupon dates are rolled} */
    public LocalDate anchor() {
        return penultimateCouponDate == null ? maturity : penultimateCouponDate;
    }

    /** {@return whether coupons fall on month ends: the anchor is one and the flag is set, or it is the 31st} */
    public boolean rollsOnMonthEnds() {
        return anchor().getDayOfMonth() == 31 || (endOfMonth && RollDates.isEndOfMonth(anchor()));
    }

    /**
     * Returns a date on the roll.
     *
     * @param periods regular periods after the anchor; negative before it
     * @return the unadjusted date, which may lie outside the life of the bond
     */
    public LocalDate roll(int periods) {
        return RollDates.roll(anchor(), periods * frequency.months(), endOfMonth);
    }

    private static int monthsBetween(LocalDate from, LocalDate to) {
        return (to.getYear() - from.getYear()) * 12 + to.getMonthValue() - from.getMonthValue();
    }
}
