package io.bondtrader.core.bond;

import io.bondtrader.core.time.BusinessDayConvention;
import io.bondtrader.core.time.DayCount;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.Frequency;

/**
 * Builds a {@link BondConvention}. What is not set keeps the documented default or the value of the convention it was
 * started from.
 *
 * <p>For one thread; make a builder where it is used.
 */
public final class BondConventionBuilder {

    private String name;
    private String currency = "USD";
    private int settlementDays;
    private String calendar = "NONE";
    private DayCount dayCount = DayCounts.ACT_ACT_ICMA;
    private Frequency frequency = Frequency.SEMIANNUAL;
    private boolean endOfMonth = true;
    private CouponRule couponRule = CouponRule.BY_DAY_COUNT;
    private ExCouponRule exCoupon = ExCouponRule.NONE;
    private BusinessDayConvention paymentConvention = BusinessDayConvention.UNADJUSTED;
    private YieldConvention yieldConvention = YieldConvention.COMPOUND;
    private DecimalRounding accruedRounding = DecimalRounding.NONE;
    private DecimalRounding priceRounding = DecimalRounding.NONE;
    private String source = "user";

    BondConventionBuilder(String name) {
        this.name = name;
    }

    BondConventionBuilder(BondConvention convention) {
        this.name = convention.name();
        this.currency = convention.currency();
        this.settlementDays = convention.settlementDays();
        this.calendar = convention.calendar();
        this.dayCount = convention.dayCount();
        this.frequency = convention.frequency();
        this.endOfMonth = convention.endOfMonth();
        this.couponRule = convention.couponRule();
        this.exCoupon = convention.exCoupon();
        this.paymentConvention = convention.paymentConvention();
        this.yieldConvention = convention.yieldConvention();
        this.accruedRounding = convention.accruedRounding();
        this.priceRounding = convention.priceRounding();
        this.source = convention.source();
    }

    /**
     * Sets the name in results and records.
     *
     * @param name the name in results and records
     * @return this builder
     */
    public BondConventionBuilder name(String name) {
        this.name = name;
        return this;
    }

    /**
     * Sets ISO 4217 code.
     *
     * @param currency ISO 4217 code
     * @return this builder
     */
    public BondConventionBuilder currency(String currency) {
        this.currency = currency;
        return this;
    }

    /**
     * Sets the business days from trade to settlement, 0 to 10.
     *
     * @param settlementDays business days from trade to settlement, 0 to 10
     * @return this builder
     */
    public BondConventionBuilder settlementDays(int settlementDays) {
        this.settlementDays = settlementDays;
        return this;
    }

    /**
     * Sets the name of the calendar of settlement and payment.
     *
     * @param calendar name of the calendar of settlement and payment
     * @return this builder
     */
    public BondConventionBuilder calendar(String calendar) {
        this.calendar = calendar;
        return this;
    }

    /**
     * Sets the day count of accrued interest and odd coupons.
     *
     * @param dayCount day count of accrued interest and odd coupons
     * @return this builder
     */
    public BondConventionBuilder dayCount(DayCount dayCount) {
        this.dayCount = dayCount;
        return this;
    }

    /**
     * Sets the coupons a year.
     *
     * @param frequency coupons a year
     * @return this builder
     */
    public BondConventionBuilder frequency(Frequency frequency) {
        this.frequency = frequency;
        return this;
    }

    /**
     * Sets whether month-end maturities pay at month ends.
     *
     * @param endOfMonth whether month-end maturities pay at month ends
     * @return this builder
     */
    public BondConventionBuilder endOfMonth(boolean endOfMonth) {
        this.endOfMonth = endOfMonth;
        return this;
    }

    /**
     * Sets how much a coupon pays.
     *
     * @param couponRule how much a coupon pays
     * @return this builder
     */
    public BondConventionBuilder couponRule(CouponRule couponRule) {
        this.couponRule = couponRule;
        return this;
    }

    /**
     * Sets from when on a bond goes without its next coupon.
     *
     * @param exCoupon from when on a bond goes without its next coupon
     * @return this builder
     */
    public BondConventionBuilder exCoupon(ExCouponRule exCoupon) {
        this.exCoupon = exCoupon;
        return this;
    }

    /**
     * Sets how payment dates move.
     *
     * @param paymentConvention how payment dates move
     * @return this builder
     */
    public BondConventionBuilder paymentConvention(BusinessDayConvention paymentConvention) {
        this.paymentConvention = paymentConvention;
        return this;
    }

    /**
     * Sets what yield means.
     *
     * @param yieldConvention what yield means
     * @return this builder
     */
    public BondConventionBuilder yieldConvention(YieldConvention yieldConvention) {
        this.yieldConvention = yieldConvention;
        return this;
    }

    /**
     * Sets the rounding of accrued interest per 100.
     *
     * @param accruedRounding rounding of accrued interest per 100
     * @return this builder
     */
    public BondConventionBuilder accruedRounding(DecimalRounding accruedRounding) {
        this.accruedRounding = accruedRounding;
        return this;
    }

    /**
     * Sets the rounding of prices per 100.
     *
     * @param priceRounding rounding of prices per 100
     * @return this builder
     */
    public BondConventionBuilder priceRounding(DecimalRounding priceRounding) {
        this.priceRounding = priceRounding;
        return this;
    }

    /**
     * Sets where the convention is defined.
     *
     * @param source where the convention is defined
     * @return this builder
     */
    public BondConventionBuilder source(String source) {
        this.source = source;
        return this;
    }

    /** {@return the convention} */
    public BondConvention build() {
        return new BondConvention(
                name,
                currency,
                settlementDays,
                calendar,
                dayCount,
                frequency,
                endOfMonth,
                couponRule,
                exCoupon,
                paymentConvention,
                yieldConvention,
                accruedRounding,
                priceRounding,
                source);
    }
}
