package io.bondtrader.examples.conformance;

import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.Indexation;
import io.bondtrader.core.bond.Indexation.Interpolation;
import io.bondtrader.core.bond.Indexation.Rounding;
import io.bondtrader.core.bond.InflationLinkedBond;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.pricing.InflationPricing;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;

/** Inflation-linked bonds with a three-month interpolated index: real and nominal prices, index ratio, break-even. */
final class InflationLinkedFile implements GoldenFile {

    private static final int LAG_MONTHS = 3;

    @Override
    public String fileName() {
        return "inflation_linked.csv";
    }

    @Override
    public RowCheck open(Path folder) {
        return (row, measures) -> {
            InflationPricing pricing = pricing(row);
            BondPricing real = pricing.real();
            double realYield = row.number("real_yield");
            measures.number("reference_index", Tolerance.PRICE, pricing::referenceIndex);
            measures.number("index_ratio", Tolerance.PRICE, pricing::indexRatio);
            measures.number("real_clean_price", Tolerance.PRICE, () -> real.cleanPriceFromYield(realYield));
            measures.number("real_accrued", Tolerance.PRICE, real::accruedInterest);
            measures.number(
                    "nominal_clean_price", Tolerance.PRICE, () -> pricing.nominalCleanPriceFromRealYield(realYield));
            measures.number("nominal_accrued", Tolerance.PRICE, pricing::nominalAccruedInterest);
            measures.number(
                    "nominal_dirty_price", Tolerance.PRICE, () -> pricing.nominalDirtyPriceFromRealYield(realYield));
            measures.number("real_modified_duration", Tolerance.SENSITIVITY, () -> real.modifiedDuration(realYield));
            measures.number("real_convexity", Tolerance.SENSITIVITY, () -> real.convexity(realYield));
            measures.number("real_dv01_nominal_price", Tolerance.SENSITIVITY, () -> pricing.nominalDv01(realYield));
            measures.number(
                    "redemption_with_floor_at_current_ratio", Tolerance.PRICE, pricing::redemptionAtCurrentRatio);
            double nominalYield = row.number("nominal_yield");
            int frequency = row.integer("frequency");
            measures.number(
                    "breakeven_simple", Tolerance.PRICE, () -> InflationPricing.breakEven(nominalYield, realYield));
            measures.number(
                    "breakeven_fisher",
                    Tolerance.PRICE,
                    () -> InflationPricing.breakEvenFisher(nominalYield, realYield, frequency));
        };
    }

    private static InflationPricing pricing(Row row) {
        BondConvention convention = BondInputs.convention(row).build();
        Indexation indexation =
                new Indexation("GOLDEN", LAG_MONTHS, Interpolation.DAILY, rounding(row.given("rounding")));
        InflationLinkedBond bond = new InflationLinkedBond(
                convention,
                BondInputs.dates(row, convention, row.date("issue_date")),
                row.number("real_coupon"),
                indexation,
                row.number("base_index"),
                true,
                null);
        LocalDate settlement = row.date("settlement");
        YearMonth first = YearMonth.from(settlement).minusMonths(LAG_MONTHS);
        Map<YearMonth, Double> index = Map.of(
                first, row.number("index_month_minus_3"), first.plusMonths(1), row.number("index_month_minus_2"));
        return InflationPricing.of(bond, settlement, BondInputs.yieldConvention(row.given("yield_method")), index);
    }

    private static Rounding rounding(String name) {
        return switch (name) {
            case "TIPS" -> Rounding.TRUNCATE_6_ROUND_5;
            case "ROUND5" -> Rounding.ROUND_5;
            case "NONE" -> Rounding.NONE;
            default -> throw new UnreadableRow("column 'rounding' holds '" + name + "', which is no rounding");
        };
    }
}
