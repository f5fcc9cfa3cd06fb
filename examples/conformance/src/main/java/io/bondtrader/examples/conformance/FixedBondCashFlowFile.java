package io.bondtrader.examples.conformance;

import io.bondtrader.core.bond.CashFlow;
import io.bondtrader.core.bond.YieldConvention;
import io.bondtrader.core.pricing.BondPricing;
import io.bondtrader.core.pricing.PriceExplanation;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The remaining cash flows of bonds that {@code fixed_bonds.csv} in the same folder describes. */
final class FixedBondCashFlowFile implements GoldenFile {

    @Override
    public String fileName() {
        return "fixed_bond_cashflows.csv";
    }

    @Override
    public String idColumn() {
        return "bond_id";
    }

    @Override
    public RowCheck open(Path folder) {
        return new Flows(bonds(folder.resolve("fixed_bonds.csv")));
    }

    /** The rows of the other file by name. */
    private static Map<String, Row> bonds(Path file) {
        Map<String, Row> bonds = new HashMap<>();
        for (Row row : SiblingRows.read(file)) {
            if (row.has("id")) {
                bonds.put(row.text("id"), row);
            }
        }
        return bonds;
    }

    /** The flows of one bond after another, laid out once for each. */
    private static final class Flows implements RowCheck {

        private final Map<String, Row> bonds;
        private String id = "";
        private List<CashFlow> flows = List.of();
        private List<PriceExplanation.Row> times = List.of();

        Flows(Map<String, Row> bonds) {
            this.bonds = bonds;
        }

        @Override
        public void check(Row row, Measures measures) {
            layOut(row.given("bond_id"));
            LocalDate due = row.date("pay_date");
            int number = 0;
            while (number < flows.size() && !flows.get(number).dueDate().equals(due)) {
                number++;
            }
            if (number == flows.size()) {
                throw new UnreadableRow("the library computes no flow of this bond on " + due);
            }
            CashFlow flow = flows.get(number);
            double years = times.get(number).years();
            measures.text("period_start", flow::accrualStart);
            measures.text("pay_date", flow::dueDate);
            measures.number("coupon_amount", Tolerance.PRICE, flow::coupon);
            measures.number("principal_amount", Tolerance.PRICE, flow::principal);
            measures.number("discount_time", Tolerance.FRACTION, () -> years);
        }

        private void layOut(String wanted) {
            if (id.equals(wanted)) {
                return;
            }
            Row row = bonds.get(wanted);
            if (row == null) {
                throw new UnreadableRow("fixed_bonds.csv in the same folder has no readable row '" + wanted + "'");
            }
            BondPricing pricing = FixedBondInputs.of(row).pricing();
            flows = pricing.cashFlows();
            // Times are those of the coupon periods, whatever the yield method makes of them.
            times = BondPricing.of(pricing.bond(), pricing.settlement(), YieldConvention.COMPOUND)
                    .explain(0.0)
                    .rows();
            id = wanted;
        }
    }
}
