package io.bondtrader.examples.conformance;

import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.FloatingRateNote;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.pricing.FloaterPricing;
import io.bondtrader.core.pricing.ProjectedCoupon;
import io.bondtrader.core.time.Tenor;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Floating-rate notes off a discount curve and a forecast curve that lies a spread above it. */
final class FloatingBondFile implements GoldenFile {

    @Override
    public String fileName() {
        return "floating_bonds.csv";
    }

    @Override
    public RowCheck open(Path folder) {
        NodeCurves curves = NodeCurves.beside(folder);
        return (row, measures) -> {
            DiscountCurve discount = curves.get(row.given("discount_curve"));
            DiscountCurve forecast = discount.shifted(row.number("forecast_zero_spread"));
            Map<LocalDate, Double> fixings = row.has("current_fixing")
                    ? Map.of(row.date("accrual_start"), row.number("current_fixing"))
                    : Map.of();
            FloaterPricing pricing = FloaterPricing.of(
                    note(row, row.date("issue_date"), fixings), row.date("settlement"), discount, forecast);
            List<ProjectedCoupon> coupons = pricing.coupons();
            measures.text("accrual_start", () -> coupons.get(0).accrualStart());
            measures.text("next_coupon_date", () -> coupons.get(0).accrualEnd());
            measures.number(
                    "next_coupon_amount", Tolerance.PRICE, () -> coupons.get(0).amount());
            measures.number("n_remaining_coupons", Tolerance.EXACT, coupons::size);
            measures.number(
                    "last_forecast_index_rate",
                    Tolerance.PRICE,
                    () -> coupons.get(coupons.size() - 1).indexRate());
            measures.number("dirty_price", Tolerance.PRICE, pricing::dirtyPrice);
            measures.number("accrued", Tolerance.PRICE, pricing::accruedInterest);
            measures.number("clean_price", Tolerance.PRICE, pricing::cleanPrice);
            measures.number("dv01_both_curves", Tolerance.PRICE, pricing::dv01BothCurves);
            measures.number("dv01_discount_only", Tolerance.PRICE, pricing::dv01DiscountOnly);
        };
    }

    static FloatingRateNote note(Row row, LocalDate accrualStart, Map<LocalDate, Double> fixings) {
        BondConvention convention = BondInputs.convention(row).build();
        return new FloatingRateNote(
                convention,
                BondInputs.dates(row, convention, accrualStart),
                "INDEX",
                Tenor.ofMonths(convention.frequency().months()),
                row.number("quoted_margin"),
                null,
                new TreeMap<>(fixings),
                null);
    }
}
