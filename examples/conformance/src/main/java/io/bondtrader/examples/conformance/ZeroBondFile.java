package io.bondtrader.examples.conformance;

import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.Compounding;
import io.bondtrader.core.bond.YieldConvention;
import io.bondtrader.core.bond.ZeroCouponBond;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.time.Frequency;
import java.nio.file.Path;

/** Zero-coupon bonds and strips in every compounding; quasi-coupons of strips are semiannual. */
final class ZeroBondFile implements GoldenFile {

    @Override
    public String fileName() {
        return "zero_bonds.csv";
    }

    @Override
    public RowCheck open(Path folder) {
        return (row, measures) -> {
            BondConvention convention = BondConvention.builder("GOLDEN")
                    .frequency(Frequency.SEMIANNUAL)
                    .endOfMonth(false)
                    .dayCount(DayCountInputs.dayCount(row, "day_count"))
                    .build();
            ZeroCouponBond bond = ZeroCouponBond.of(convention, row.date("settlement"), row.date("maturity"));
            BondPricing pricing = BondPricing.of(
                    bond,
                    row.date("settlement"),
                    YieldConvention.compound("GOLDEN", Compounding.parse(row.given("compounding")), "the row"));
            double yield = row.number("yield");
            // The time to the only flow is the time that its present value weights.
            measures.number("time", Tolerance.FRACTION, () -> pricing.simpleDuration(yield));
            measures.number("price", Tolerance.PRICE, () -> pricing.dirtyPriceFromYield(yield));
            PricedRow.compareSensitivities(row, measures, pricing);
            measures.number(
                    "yield_from_quoted",
                    Tolerance.PRICE,
                    () -> pricing.yieldFromDirtyPrice(row.number("quoted_price")));
        };
    }
}
