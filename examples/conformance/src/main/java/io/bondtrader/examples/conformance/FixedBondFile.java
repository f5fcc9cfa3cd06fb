package io.bondtrader.examples.conformance;

import io.bondtrader.core.bond.CouponPeriods;
import io.bondtrader.core.pricing.BondPricing;
import java.nio.file.Path;

/** Fixed coupon bonds with any stub, settlement and yield method. */
final class FixedBondFile implements GoldenFile {

    private static final double BASIS_POINT = 1e-4;

    @Override
    public String fileName() {
        return "fixed_bonds.csv";
    }

    @Override
    public RowCheck open(Path folder) {
        return (row, measures) -> {
            FixedBondInputs inputs = FixedBondInputs.of(row);
            BondPricing pricing = inputs.pricing();
            CouponPeriods periods = inputs.periods();
            int last = periods.count() - 1;
            PricedRow.comparePrices(row, measures, pricing);
            measures.text("prev_coupon_date", () -> periods.start(0));
            measures.text("next_coupon_date", () -> periods.end(0));
            measures.number("next_coupon_amount", Tolerance.PRICE, () -> inputs.coupon(periods, 0));
            measures.number("last_flow_amount", Tolerance.PRICE, () -> 100.0 + inputs.coupon(periods, last));
            measures.number("n_remaining_coupons", Tolerance.EXACT, periods::count);
            measures.text("is_ex_coupon", pricing::isExCoupon);
            PricedRow.compareSensitivities(row, measures, pricing);
            double yield = row.number("yield");
            measures.number(
                    "dv01_central",
                    Tolerance.PRICE,
                    () -> (pricing.dirtyPriceFromYield(yield - BASIS_POINT)
                                    - pricing.dirtyPriceFromYield(yield + BASIS_POINT))
                            / 2.0);
        };
    }
}
