package io.bondtrader.examples.conformance;

import io.bondtrader.core.pricing.BondPricing;

/** The measures of price and yield that the files of bonds have in common. */
final class PricedRow {

    private PricedRow() {}

    /** Compares clean, accrued and dirty price, and the yield of the quoted price. */
    static void comparePrices(Row row, Measures measures, BondPricing pricing) {
        double yield = row.number("yield");
        measures.number("clean_price", Tolerance.PRICE, () -> pricing.cleanPriceFromYield(yield));
        measures.number("accrued", Tolerance.PRICE, pricing::accruedInterest);
        measures.number("dirty_price", Tolerance.PRICE, () -> pricing.dirtyPriceFromYield(yield));
        measures.number(
                "yield_from_quoted",
                Tolerance.PRICE,
                () -> pricing.yieldFromCleanPrice(row.number("quoted_clean_price")));
    }

    /** Compares durations, convexity and the price of a basis point. */
    static void compareSensitivities(Row row, Measures measures, BondPricing pricing) {
        double yield = row.number("yield");
        measures.number("macaulay_duration", Tolerance.SENSITIVITY, () -> pricing.macaulayDuration(yield));
        measures.number("modified_duration", Tolerance.SENSITIVITY, () -> pricing.modifiedDuration(yield));
        measures.number("convexity", Tolerance.SENSITIVITY, () -> pricing.convexity(yield));
        measures.number("dv01", Tolerance.SENSITIVITY, () -> pricing.dv01(yield));
    }
}
