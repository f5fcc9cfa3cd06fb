package io.bondtrader.examples.conformance;

import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.bond.YieldConvention;
import io.bondtrader.core.pricing.CurvePricing;

/** The fixed-coupon bonds of the files that value them off curves. */
final class CurveBonds {

    private CurveBonds() {}

    static CurvePricing pricing(Row row) {
        BondConvention convention = BondInputs.convention(row)
                .yieldConvention(YieldConvention.COMPOUND)
                .build();
        FixedCouponBond bond = new FixedCouponBond(
                convention, BondInputs.dates(row, convention, row.date("issue_date")), row.number("coupon"), null);
        return CurvePricing.of(bond, row.date("settlement"));
    }
}
