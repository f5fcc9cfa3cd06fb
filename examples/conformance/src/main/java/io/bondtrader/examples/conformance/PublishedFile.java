package io.bondtrader.examples.conformance;

import java.nio.file.Path;
import java.util.Set;

/** Published values: each row names its inputs, one quantity, and how far the source rounded it. */
final class PublishedFile implements GoldenFile {

    /** Categories of the schema that need curves, options or futures, which this program does not compute. */
    private static final Set<String> NOT_COMPUTED =
            Set.of("bond_option", "conversion_factor", "curve", "futures_basis");

    @Override
    public String fileName() {
        return "published.csv";
    }

    @Override
    public RowCheck open(Path folder) {
        return (row, measures) -> {
            String category = row.given("category");
            if (NOT_COMPUTED.contains(category)) {
                throw new SkippedRow(category);
            }
            Row inputs = row.pairs("inputs");
            String quantity = row.given("quantity");
            Tolerance tolerance = Tolerance.within(row.number("tolerance"));
            measures.number("published_value", category, tolerance, () -> compute(category, quantity, inputs));
        };
    }

    private static double compute(String category, String quantity, Row inputs) {
        return switch (category) {
            case "day_count" -> dayCount(quantity, inputs);
            case "accrued", "fixed_bond", "gilt_price", "treasury_price", "zero_bond" ->
                PublishedBond.of(inputs).measure(quantity);
            case "frn" -> PublishedFloater.compute(quantity, inputs);
            case "tips" -> PublishedTips.compute(quantity, inputs);
            case "tbill" -> PublishedDiscount.bill(quantity, inputs);
            case "discount_security" -> PublishedDiscount.security(quantity, inputs);
            default -> throw new UnreadableRow("'" + category + "' is no category of this schema");
        };
    }

    private static double dayCount(String quantity, Row inputs) {
        DayCountInputs interval = DayCountInputs.of(inputs);
        return switch (quantity) {
            case "day_count" -> interval.days();
            case "year_fraction" -> interval.yearFraction();
            default -> throw unknownQuantity(quantity);
        };
    }

    static UnreadableRow unknownQuantity(String quantity) {
        return new UnreadableRow("'" + quantity + "' is no quantity of this category");
    }
}
