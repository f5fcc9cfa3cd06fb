package io.bondtrader.examples.conformance;

import io.bondtrader.core.bond.FloatingRateNote;
import io.bondtrader.core.pricing.FloaterMargins;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;

/** Margins of floating-rate notes under one assumed index rate. */
final class FloaterMarginFile implements GoldenFile {

    @Override
    public String fileName() {
        return "floater_margins.csv";
    }

    @Override
    public RowCheck open(Path folder) {
        return (row, measures) -> {
            LocalDate start = row.date("accrual_start");
            FloatingRateNote note =
                    FloatingBondFile.note(row, start, Map.of(start, row.number("current_index_fixing")));
            FloaterMargins margins = FloaterMargins.of(note, row.date("settlement"), row.number("assumed_index"));
            double clean = row.number("clean_price");
            double margin = margins.discountMarginFromCleanPrice(clean);
            measures.number("accrued", Tolerance.PRICE, margins::accruedInterest);
            measures.number("discount_margin", Tolerance.PRICE, () -> margin);
            measures.number("spread_for_life", Tolerance.PRICE, () -> margins.simpleMarginFromCleanPrice(clean));
            measures.number("dm_dv01", Tolerance.PRICE, () -> margins.marginDv01(margin));
        };
    }
}
