package io.bondtrader.core.pricing;

import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.CouponPeriods;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;

/**
 * Accrued interest alone, for whoever needs no price: only the current coupon period is looked at, so that the cost does
 * not grow with the bond's life. The number is the one that {@link BondPricing#accruedInterest()} gives.
 *
 * <p>Stateless and safe for use by many threads.
 */
public final class AccruedInterest {

    private AccruedInterest() {}

    /**
     * Returns the interest accrued since the last coupon date.
     *
     * @param bond the bond
     * @param settlement the day on which cash and bond change hands
     * @return per 100 of face, rounded as the bond's market rounds it; negative in an ex-coupon period
     * @throws InvalidInput if settlement is outside the life of the bond
     */
    public static double per100(FixedCouponBond bond, LocalDate settlement) {
        BondConvention convention = bond.convention();
        CouponPeriods current = CouponPeriods.containing(bond.dates(), convention.dayCount(), settlement);
        boolean exCoupon = convention.exCoupon().isExCoupon(settlement, current.end(0));
        double fraction = exCoupon
                ? current.fractionFrom(0, settlement)
                : settlement.equals(current.start(0)) ? 0.0 : current.fractionTo(0, settlement);
        double interest = convention
                .couponRule()
                .couponPerUnit(
                        bond.couponRate(),
                        fraction,
                        false,
                        bond.dates().frequency().perYear());
        return convention.accruedRounding().round(100.0 * (exCoupon ? -interest : interest));
    }
}
