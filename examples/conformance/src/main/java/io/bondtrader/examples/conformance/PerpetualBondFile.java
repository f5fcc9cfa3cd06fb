package io.bondtrader.examples.conformance;

import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.PerpetualBond;
import io.bondtrader.core.bond.YieldConvention;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.Frequency;
import io.bondtrader.core.time.RollDates;
import java.nio.file.Path;
import java.time.LocalDate;

/** Bonds that never redeem, with level or growing coupons, by actual days over the days of the coupon period. */
final class PerpetualBondFile implements GoldenFile {

    @Override
    public String fileName() {
        return "perpetual.csv";
    }

    @Override
    public RowCheck open(Path folder) {
        return (row, measures) -> {
            BondPricing pricing = BondPricing.of(bond(row), row.date("settlement"), YieldConvention.COMPOUND);
            double yield = row.number("yield");
            measures.number("dirty_price", Tolerance.PRICE, () -> pricing.dirtyPriceFromYield(yield));
            measures.number("accrued", Tolerance.PRICE, pricing::accruedInterest);
            measures.number("clean_price", Tolerance.PRICE, () -> pricing.cleanPriceFromYield(yield));
            measures.number(
                    "current_yield", Tolerance.PRICE, () -> pricing.currentYield(pricing.cleanPriceFromYield(yield)));
            measures.number("macaulay_duration", Tolerance.SENSITIVITY, () -> pricing.macaulayDuration(yield));
            measures.number("modified_duration", Tolerance.SENSITIVITY, () -> pricing.modifiedDuration(yield));
            measures.number("convexity", Tolerance.SENSITIVITY, () -> pricing.convexity(yield));
        };
    }

    private static PerpetualBond bond(Row row) {
        LocalDate previous = row.date("prev_coupon_date");
        LocalDate next = row.date("next_coupon_date");
        Frequency frequency = Frequency.ofPerYear(row.integer("frequency"));
        double coupon = row.number("coupon");
        double growth = row.number("coupon_growth");
        int months = frequency.months();
        // The schema has no flag for month-end coupons: the two dates tell.
        boolean rollsBack = RollDates.roll(next, -months, false).equals(previous);
        boolean endOfMonth = !rollsBack && RollDates.roll(next, -months, true).equals(previous);
        BondConvention convention = BondConvention.builder("GOLDEN")
                .frequency(frequency)
                .endOfMonth(endOfMonth)
                .dayCount(DayCounts.ACT_ACT_ICMA)
                .build();
        boolean rollsForward = RollDates.roll(previous, months, false).equals(next);
        if (!rollsBack && !endOfMonth && rollsForward) {
            // The roll day is the previous coupon's, which February cut short: that coupon was the one before growth.
            LocalDate before = RollDates.roll(previous, -months, false);
            return new PerpetualBond(convention, before, previous, coupon / (1.0 + growth), growth, null);
        }
        return new PerpetualBond(convention, previous, next, coupon, growth, null);
    }
}
