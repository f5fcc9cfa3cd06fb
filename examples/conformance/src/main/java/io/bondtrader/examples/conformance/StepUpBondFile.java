package io.bondtrader.examples.conformance;

import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.StepUpBond;
import io.bondtrader.core.bond.YieldConvention;
import io.bondtrader.core.pricing.BondPricing;
import java.nio.file.Path;

/** Bonds whose coupon rate changes by a table. */
final class StepUpBondFile implements GoldenFile {

    @Override
    public String fileName() {
        return "step_up_bonds.csv";
    }

    @Override
    public RowCheck open(Path folder) {
        return (row, measures) -> {
            BondConvention convention = BondInputs.convention(row).build();
            StepUpBond bond = StepUpBond.of(
                    convention, BondInputs.dates(row, convention, row.date("issue_date")), row.numbers("coupon_rates"));
            BondPricing pricing = BondPricing.of(bond, row.date("settlement"), YieldConvention.COMPOUND);
            PricedRow.comparePrices(row, measures, pricing);
            measures.number(
                    "next_coupon_amount",
                    Tolerance.PRICE,
                    () -> pricing.cashFlows().get(0).coupon());
            PricedRow.compareSensitivities(row, measures, pricing);
        };
    }
}
