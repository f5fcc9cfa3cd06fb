package io.bondtrader.examples.conformance;

import io.bondtrader.core.pricing.BillPricing;
import java.nio.file.Path;

/** US Treasury bills: price and the yields that go with a discount rate. */
final class TreasuryBillFile implements GoldenFile {

    @Override
    public String fileName() {
        return "us_tbills.csv";
    }

    @Override
    public RowCheck open(Path folder) {
        return (row, measures) -> {
            BillPricing bill = BillPricing.of(row.date("settlement"), row.date("maturity"));
            double price = bill.priceFromDiscountRate(row.number("discount_rate"));
            measures.number("days", Tolerance.EXACT, bill::days);
            measures.number("price", Tolerance.PRICE, () -> price);
            measures.number("year_basis", Tolerance.EXACT, bill::yearBasis);
            measures.text("bey_method", () -> 2 * bill.days() <= bill.yearBasis() ? "SHORT" : "LONG");
            measures.number("bond_equivalent_yield", Tolerance.PRICE, () -> bill.bondEquivalentYieldFromPrice(price));
            measures.number("money_market_yield", Tolerance.PRICE, () -> bill.moneyMarketYieldFromPrice(price));
            measures.number("continuous_yield_act365", Tolerance.PRICE, () -> bill.continuousYieldFromPrice(price));
            measures.number(
                    "effective_annual_yield_act365", Tolerance.PRICE, () -> bill.effectiveAnnualYieldFromPrice(price));
            measures.number("dv01_per_discount_bp", Tolerance.PRICE, bill::dv01PerDiscountBasisPoint);
        };
    }
}
