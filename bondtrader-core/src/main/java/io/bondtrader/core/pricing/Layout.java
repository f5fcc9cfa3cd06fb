package io.bondtrader.core.pricing;

import io.bondtrader.core.bond.CashFlow;
import io.bondtrader.core.bond.YieldConvention;
import java.util.List;

/** What is left of a bond at settlement, before anything is discounted. Implementations are immutable. */
sealed interface Layout permits CouponLayout, SingleFlowLayout, PerpetualLayout {

    /** Accrued interest per 100, before market rounding; negative in an ex-coupon period. */
    double accrued();

    /** The annual coupon rate of the current period, as a decimal; 0 where there is no coupon. */
    double couponRate();

    /** Whether the next coupon goes to the seller. */
    boolean exCoupon();

    /** The flows to the buyer, in order; for a perpetual bond, none. */
    List<CashFlow> cashFlows();

    /** The flows as a yield convention discounts them. */
    DiscountForm form(YieldConvention yieldConvention);

    /** Times of the flows from settlement in years, as a yield convention sees them. */
    double[] years(YieldConvention yieldConvention);
}
