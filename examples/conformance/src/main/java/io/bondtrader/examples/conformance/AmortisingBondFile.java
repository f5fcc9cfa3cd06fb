package io.bondtrader.examples.conformance;

import io.bondtrader.core.bond.AmortisingBond;
import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.CashFlow;
import io.bondtrader.core.bond.YieldConvention;
import io.bondtrader.core.pricing.BondPricing;
import java.nio.file.Path;
import java.time.LocalDate;

/** Bonds that repay their principal in parts; prices are per 100 of the face outstanding. */
final class AmortisingBondFile implements GoldenFile {

    @Override
    public String fileName() {
        return "amortising_bonds.csv";
    }

    @Override
    public RowCheck open(Path folder) {
        return (row, measures) -> {
            BondConvention convention = BondInputs.convention(row).build();
            AmortisingBond bond = AmortisingBond.of(
                    convention,
                    BondInputs.dates(row, convention, row.date("issue_date")),
                    row.number("coupon"),
                    row.numbers("period_notionals"));
            LocalDate settlement = row.date("settlement");
            BondPricing pricing = BondPricing.of(bond, settlement, YieldConvention.COMPOUND);
            CashFlow next = pricing.cashFlows().get(0);
            measures.number(
                    "current_notional",
                    Tolerance.PRICE,
                    () -> bond.poolFactor(settlement) * bond.outstanding().get(0));
            PricedRow.comparePrices(row, measures, pricing);
            measures.number("next_interest_amount", Tolerance.PRICE, next::coupon);
            measures.number("next_principal_amount", Tolerance.PRICE, next::principal);
            measures.number("weighted_average_life", Tolerance.SENSITIVITY, pricing::averageLife);
            PricedRow.compareSensitivities(row, measures, pricing);
        };
    }
}
