package io.bondtrader.compliance.transparency;

import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How the published sizes of a type of bond come from the sizes of a year's trades: Delegated Regulation (EU) 2017/583, Article
 * 13 and Annex III, Table 2.3.
 *
 * @param excludedUpTo trades of at most this size do not count
 * @param minimumTrades with fewer, each size is {@code withFewer}
 * @param withFewer see there
 * @param rows percentiles and floors by type
 */
record PercentileRule(
        BigDecimal excludedUpTo, int minimumTrades, BigDecimal withFewer, Map<BondClass, Percentiles> rows) {

    /**
     * The percentiles of one type.
     *
     * @param sizeSpecificBefore per cent of trades below the size specific to the instrument, before the trade
     * @param largeBefore per cent of trades below the large size, before the trade
     * @param sizeSpecificAfter the same, after the trade
     * @param largeAfter the same, after the trade
     * @param floor the least either size before the trade can be
     */
    record Percentiles(
            int sizeSpecificBefore, int largeBefore, int sizeSpecificAfter, int largeAfter, BigDecimal floor) {

        private static Percentiles read(JsonMembers json) {
            Percentiles read = new Percentiles(
                    percentile(json, "sizeSpecificBefore"),
                    percentile(json, "largeBefore"),
                    percentile(json, "sizeSpecificAfter"),
                    percentile(json, "largeAfter"),
                    json.decimal("floor"));
            json.requireAllRead();
            return read;
        }

        private static int percentile(JsonMembers json, String name) {
            int value = json.integer(name);
            InvalidInput.unless(value > 0 && value < 100, name, value, "between 0 and 100");
            return value;
        }
    }

    static PercentileRule read(JsonMembers json) {
        Map<BondClass, Percentiles> rows = new EnumMap<>(BondClass.class);
        for (JsonMembers row : json.objects("rows")) {
            List<BondClass> types = row.constants("classes", BondClass.class);
            Percentiles percentiles = Percentiles.read(row);
            types.forEach(type -> rows.put(type, percentiles));
        }
        return new PercentileRule(
                json.decimal("excludedUpTo"),
                json.integer("minimumTrades"),
                json.decimal("withFewer"),
                Map.copyOf(rows));
    }
}
