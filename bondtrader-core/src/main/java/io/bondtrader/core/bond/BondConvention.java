package io.bondtrader.core.bond;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.BusinessDayConvention;
import io.bondtrader.core.time.DayCount;
import io.bondtrader.core.time.Frequency;
import io.bondtrader.core.time.HolidayCalendars;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Everything about a bond that its market agrees on, so that the bond itself only says what is its own.
 *
 * <p>Immutable and safe for use by many threads. {@link BondConventions} has the named ones; {@link #toBuilder()} makes
 * an altered copy.
 *
 * @param name the convention's name in results and records, such as {@code "US_TREASURY"}
 * @param currency ISO 4217 code of the currency
 * @param settlementDays business days from trade to settlement, 0 to 10
 * @param calendar name of the calendar that settlement and payment follow, such as {@code "US_GOVT"}
 * @param dayCount day count of accrued interest and of odd coupons
 * @param frequency coupons a year; for zero-coupon bonds, of the quasi-coupon periods
 * @param endOfMonth whether a bond that matures at a month end pays at month ends
 * @param couponRule how much a coupon pays
 * @param exCoupon from when on a bond goes without its next coupon
 * @param paymentConvention how a payment date moves that is no business day; amounts do not change with it
 * @param yieldConvention what the market means by yield
 * @param accruedRounding how accrued interest per 100 of face is rounded for settlement
 * @param priceRounding how a price per 100 of face is rounded for settlement
 * @param source where the convention is defined
 */
public record BondConvention(
        String name,
        String currency,
        int settlementDays,
        String calendar,
        DayCount dayCount,
        Frequency frequency,
        boolean endOfMonth,
        CouponRule couponRule,
        ExCouponRule exCoupon,
        BusinessDayConvention paymentConvention,
        YieldConvention yieldConvention,
        DecimalRounding accruedRounding,
        DecimalRounding priceRounding,
        String source) {

    /**
     * Checks that everything is there and the calendar is known.
     *
     * @throws InvalidInput if the settlement lag is out of range, the currency is no ISO 4217 form or the calendar is
     *     unknown
     */
    public BondConvention {
        Objects.requireNonNull(name);
        if (!currency.matches("[A-Z]{3}")) {
            throw new InvalidInput("currency", currency, "an ISO 4217 code");
        }
        InvalidInput.unless(settlementDays >= 0 && settlementDays <= 10, "settlementDays", settlementDays, "0 to 10");
        HolidayCalendars.of(calendar);
        Objects.requireNonNull(dayCount);
        Objects.requireNonNull(frequency);
        Objects.requireNonNull(couponRule);
        Objects.requireNonNull(exCoupon);
        Objects.requireNonNull(paymentConvention);
        Objects.requireNonNull(yieldConvention);
        Objects.requireNonNull(accruedRounding);
        Objects.requireNonNull(priceRounding);
        Objects.requireNonNull(source);
    }

    /**
     * Returns a builder that starts from the plainest convention: ACT/ACT ICMA, semiannual, month ends kept, ICMA yield,
     * no calendar, no rounding.
     *
     * @param name the convention's name
     * @return a builder
     */
    public static BondConventionBuilder builder(String name) {
        return new BondConventionBuilder(name);
    }

    /** {@return a builder that starts from this convention} */
    public BondConventionBuilder toBuilder() {
        return new BondConventionBuilder(this);
    }

    /**
     * Returns the settlement date of a trade.
     *
     * @param tradeDate the day of the trade
     * @return the day on which cash and bond change hands
     * @throws io.bondtrader.core.error.MissingData if the calendar is not known for those days
     */
    public LocalDate settlementDate(LocalDate tradeDate) {
        return HolidayCalendars.of(calendar).plusBusinessDays(tradeDate, settlementDays);
    }

    /**
     * Returns the day on which a flow is paid.
     *
     * @param unadjusted the unadjusted date of the flow
     * @return the payment date
     * @throws io.bondtrader.core.error.MissingData if the calendar is not known for those days
     */
    public LocalDate paymentDate(LocalDate unadjusted) {
        return paymentConvention == BusinessDayConvention.UNADJUSTED
                ? unadjusted
                : paymentConvention.adjust(unadjusted, HolidayCalendars.of(calendar));
    }

    @Override
    public String toString() {
        return name;
    }
}
