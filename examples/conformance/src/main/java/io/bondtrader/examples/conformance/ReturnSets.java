package io.bondtrader.examples.conformance;

import io.bondtrader.risk.factor.FactorMoves;
import io.bondtrader.risk.factor.ReturnKind;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The asset returns of {@code var_returns.csv}, by set. Their rows have numbers instead of days. */
final class ReturnSets {

    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

    private final Map<String, FactorMoves> sets;

    private ReturnSets(Map<String, FactorMoves> sets) {
        this.sets = sets;
    }

    static ReturnSets beside(Path folder) {
        Map<String, List<double[]>> rows = new TreeMap<>();
        for (Row row : SiblingRows.read(folder.resolve("var_returns.csv"))) {
            try {
                double[] returns = row.numbers("asset_returns").stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray();
                rows.computeIfAbsent(row.given("set_id"), unknown -> new ArrayList<>())
                        .add(returns);
            } catch (UnreadableRow reportedWithItsOwnFile) {
                // Its own report names this line.
            }
        }
        Map<String, FactorMoves> sets = new TreeMap<>();
        rows.forEach((name, returns) -> sets.put(name, moves(returns)));
        return new ReturnSets(sets);
    }

    private static FactorMoves moves(List<double[]> returns) {
        List<String> assets = IntStream.range(0, returns.get(0).length)
                .mapToObj(i -> "asset " + i)
                .toList();
        List<LocalDate> days =
                IntStream.range(0, returns.size()).mapToObj(FIRST_DAY::plusDays).toList();
        return FactorMoves.of(assets, days, ReturnKind.RELATIVE, returns.toArray(double[][]::new));
    }

    /** The returns of a set. */
    FactorMoves get(String set) {
        FactorMoves moves = sets.get(set);
        if (moves == null) {
            throw new UnreadableRow("no returns of set " + set + " beside this file");
        }
        return moves;
    }
}
