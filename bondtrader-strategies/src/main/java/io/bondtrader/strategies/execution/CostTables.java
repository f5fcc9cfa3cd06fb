package io.bondtrader.strategies.execution;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.risk.credit.RatingCategory;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Cost tables with the days from which they are in force: a back-test over decades should not trade 1990 at the spreads of
 * today.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param tables the tables, sorted by their first day
 */
public record CostTables(List<CostTable> tables) implements TransactionCostModel {

    /**
     * Sorts the tables.
     *
     * @throws InvalidInput if there is none, or two are in force from one day
     */
    public CostTables {
        tables = tables.stream()
                .sorted(Comparator.comparing(CostTable::validFrom))
                .toList();
        InvalidInput.unless(!tables.isEmpty(), "tables", 0, "at least one");
        for (int i = 1; i < tables.size(); i++) {
            LocalDate from = tables.get(i).validFrom();
            InvalidInput.unless(
                    from.isAfter(tables.get(i - 1).validFrom()), "validFrom", from, "the only table from that day");
        }
    }

    /**
     * Returns the cost of a trade by the table in force on its day.
     *
     * @param trade the trade
     * @return its cost per 100 face
     * @throws MissingData if no table is in force yet, or no group takes the bond
     * @throws InvalidInput if the bond's rating cannot be read
     */
    @Override
    public TransactionCost cost(TradeToCost trade) {
        return on(trade.day()).cost(trade);
    }

    /**
     * Returns the table in force on a day.
     *
     * @param day the day
     * @return the last table from then or before
     * @throws MissingData if all are from later days
     */
    public CostTable on(LocalDate day) {
        for (int i = tables.size() - 1; i >= 0; i--) {
            if (!tables.get(i).validFrom().isAfter(day)) {
                return tables.get(i);
            }
        }
        throw new MissingData(
                "cost table for " + day + "; the first is from " + tables.get(0).validFrom());
    }

    /**
     * Reads tables.
     *
     * @param json as {@link #toJson} writes it, at most 1 MiB
     * @return the tables
     * @throws InvalidInput if the text is no JSON or says something that is no table; the message names the path
     */
    public static CostTables fromJson(String json) {
        return CostJson.read(json);
    }

    /** {@return the tables as JSON that {@link #fromJson} reads as the same tables} */
    public String toJson() {
        return CostJson.write(this);
    }

    /**
     * Returns a table to begin with. <b>Its figures are assumptions, not measurements</b>: round numbers of the right order for
     * dollar markets in quiet times, to be replaced by one's own. Government bonds are those of the sectors {@code government}
     * and {@code treasury}; what has no rating trades like the worst.
     *
     * @return the assumed costs, in force from 1900 on
     */
    public static CostTables assumed() {
        List<CostGroup> groups = List.of(
                new CostGroup(
                        "government",
                        Set.of("government", "Government", "treasury", "Treasury"),
                        Set.of(),
                        List.of(
                                new CostBucket(1, 0.0025, 5e9, 0.01),
                                new CostBucket(3, 0.004, 2e9, 0.10),
                                new CostBucket(7, 0.008, 2e9, 0.25),
                                new CostBucket(12, 0.016, 2e9, 0.45),
                                new CostBucket(50, 0.03, 1e9, 0.90))),
                new CostGroup(
                        "investment grade",
                        Set.of(),
                        EnumSet.range(RatingCategory.AAA, RatingCategory.BBB),
                        List.of(
                                new CostBucket(3, 0.05, 1e7, 0.10),
                                new CostBucket(7, 0.12, 1e7, 0.25),
                                new CostBucket(12, 0.20, 1e7, 0.45),
                                new CostBucket(50, 0.35, 1e7, 0.80))),
                new CostGroup(
                        "other",
                        Set.of(),
                        Set.of(),
                        List.of(
                                new CostBucket(3, 0.25, 5e6, 0.25),
                                new CostBucket(7, 0.40, 5e6, 0.45),
                                new CostBucket(50, 0.60, 5e6, 0.80))));
        return new CostTables(List.of(new CostTable(
                LocalDate.of(1900, 1, 1),
                "assumed round numbers, not measured; replace them by your own",
                groups,
                MarketImpact.squareRoot(1),
                0)));
    }

    /** {@return the days from which tables are in force} */
    @Override
    public String toString() {
        return "CostTables[from "
                + tables.stream().map(table -> table.validFrom().toString()).toList() + "]";
    }
}
