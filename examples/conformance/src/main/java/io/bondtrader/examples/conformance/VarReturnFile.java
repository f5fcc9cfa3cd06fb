package io.bondtrader.examples.conformance;

import io.bondtrader.risk.factor.FactorMoves;
import java.nio.file.Path;
import java.util.Arrays;

/** Asset returns: what the figures of {@code var_results.csv} are calculated from. */
final class VarReturnFile implements GoldenFile {

    @Override
    public String fileName() {
        return "var_returns.csv";
    }

    @Override
    public String idColumn() {
        return "set_id";
    }

    @Override
    public RowCheck open(Path folder) {
        ReturnSets sets = ReturnSets.beside(folder);
        return (row, measures) -> {
            FactorMoves moves = sets.get(row.given("set_id"));
            int place = row.integer("row");
            measures.numbers(
                    "asset_returns",
                    Tolerance.EXACT,
                    () -> Arrays.stream(moves.get(place)).boxed().toList());
        };
    }
}
