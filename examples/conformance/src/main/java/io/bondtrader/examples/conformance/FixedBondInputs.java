package io.bondtrader.examples.conformance;

import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.CouponPeriods;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.pricing.BondPricing;

/**
 * A fixed coupon bond as a row describes it.
 *
 * @param bond the bond
 * @param pricing the bond at settlement, under the row's yield method
 */
record FixedBondInputs(FixedCouponBond bond, BondPricing pricing) {

    static FixedBondInputs of(Row row) {
        BondConvention convention = BondInputs.convention(row).build();
        FixedCouponBond bond = new FixedCouponBond(
                convention, BondInputs.dates(row, convention, row.date("issue_date")), row.number("coupon"), null);
        return new FixedBondInputs(
                bond,
                BondPricing.of(bond, row.date("settlement"), BondInputs.yieldConvention(row.given("yield_method"))));
    }

    /** The periods that are left, whoever receives the next coupon. */
    CouponPeriods periods() {
        return CouponPeriods.from(bond.dates(), bond.convention().dayCount(), pricing.settlement());
    }

    /** The coupon of a period, whoever receives it. */
    double coupon(CouponPeriods periods, int period) {
        return 100.0
                * bond.convention()
                        .couponRule()
                        .couponPerUnit(
                                bond.couponRate(),
                                periods.fraction(period),
                                periods.isRegular(period),
                                bond.convention().frequency().perYear());
    }
}
