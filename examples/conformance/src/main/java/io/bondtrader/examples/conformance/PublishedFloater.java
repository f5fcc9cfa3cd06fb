package io.bondtrader.examples.conformance;

import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.CouponDates;
import io.bondtrader.core.bond.FloatingRateNote;
import io.bondtrader.core.pricing.FloaterMargins;
import io.bondtrader.core.time.Tenor;
import java.time.LocalDate;
import java.util.TreeMap;

/** Treasury floating rate notes as published values describe them. */
final class PublishedFloater {

    private PublishedFloater() {}

    static double compute(String quantity, Row inputs) {
        FloaterMargins margins = margins(inputs);
        double margin = inputs.number("discount_margin");
        return switch (quantity) {
            case "accrued" -> margins.accruedInterest();
            case "price", "clean_price" -> margins.cleanPriceFromDiscountMargin(margin);
            case "dirty_price" -> margins.dirtyPriceFromDiscountMargin(margin);
            default -> throw PublishedFile.unknownQuantity(quantity);
        };
    }

    private static FloaterMargins margins(Row inputs) {
        boolean reopened = inputs.has("reopening_date");
        LocalDate start = inputs.date(reopened ? "dated_date" : "issue_date");
        BondConvention convention = BondInputs.convention(inputs).build();
        CouponDates dates =
                CouponDates.of(start, inputs.date("maturity"), convention.frequency(), convention.endOfMonth());
        double index = inputs.number("index_rate");
        TreeMap<LocalDate, Double> fixings = new TreeMap<>();
        fixings.put(start, index);
        FloatingRateNote note = new FloatingRateNote(
                convention, dates, "13-week bill", Tenor.ofMonths(3), inputs.number("spread"), null, fixings, null);
        return reopened
                ? FloaterMargins.resettingDaily(
                        note, inputs.date("reopening_date"), index, inputs.number("accrued_to_reopening"))
                : FloaterMargins.of(note, start, index);
    }
}
