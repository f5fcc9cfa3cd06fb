package io.bondtrader.examples.conformance;

import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.DecimalRounding;
import io.bondtrader.core.bond.Indexation;
import io.bondtrader.core.bond.InflationLinkedBond;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.time.Frequency;
import java.time.LocalDate;

/** Published values of US Treasury inflation-protected securities and of the coupons stripped from them. */
final class PublishedTips {

    /** Stripped coupons are dealt in cents. */
    private static final DecimalRounding CENTS = DecimalRounding.halfUp(2);

    private PublishedTips() {}

    static double compute(String quantity, Row inputs) {
        return switch (quantity) {
            case "real_clean_price" -> real(inputs).cleanPriceFromYield(inputs.number("real_yield"));
            case "real_accrued" -> real(inputs).accruedInterest();
            case "index_ratio" -> Indexation.US_TIPS.indexRatio(inputs.number("ref_cpi"), inputs.number("base_cpi"));
            case "adjusted_value" -> adjustedValue(inputs);
            case "payment_amount" -> adjustedValue(inputs) * inputs.number("ref_cpi_maturity") / 100.0;
            default -> throw PublishedFile.unknownQuantity(quantity);
        };
    }

    private static BondPricing real(Row inputs) {
        BondConvention convention = inputs.has("frequency")
                ? BondConventions.US_TIPS.toBuilder()
                        .frequency(Frequency.ofPerYear(inputs.integer("frequency")))
                        .build()
                : BondConventions.US_TIPS;
        LocalDate settlement = inputs.date("settlement");
        InflationLinkedBond bond = new InflationLinkedBond(
                convention,
                BondInputs.dates(inputs, convention, inputs.date("accrual_start")),
                inputs.number("real_coupon"),
                Indexation.US_TIPS,
                inputs.number("base_cpi"),
                true,
                null);
        return BondPricing.of(bond, settlement, BondInputs.yieldConvention(inputs.given("yield_method")));
    }

    /** A stripped coupon in units of the index at 100: half a year's interest over the index at issue. */
    private static double adjustedValue(Row inputs) {
        double interest = inputs.number("par") * inputs.number("real_coupon") / 2.0;
        return CENTS.round(interest * 100.0 / inputs.number("ref_cpi_issue"));
    }
}
