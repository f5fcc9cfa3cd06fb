package io.bondtrader.examples.conformance;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The bonds that curves are fitted to, with the weights that follow from their durations. */
final class FitBondFile implements GoldenFile {

    @Override
    public String fileName() {
        return "fit_bonds.csv";
    }

    @Override
    public String idColumn() {
        return "set_id";
    }

    @Override
    public RowCheck open(Path folder) {
        FittedCurves curves = FittedCurves.beside(folder);
        Map<String, Double> sums = new HashMap<>();
        return (row, measures) -> {
            measures.number(
                    "accrued", Tolerance.PRICE, () -> FittedCurves.pricing(row).accruedInterest());
            measures.number("modified_duration", Tolerance.SENSITIVITY, () -> FittedCurves.modifiedDuration(row));
            measures.number("weight", Tolerance.SENSITIVITY, () -> {
                double sum = sums.computeIfAbsent(
                        row.given("set_id"),
                        set -> curves.bonds(set).stream()
                                .mapToDouble(FitBondFile::rawWeight)
                                .sum());
                return rawWeight(row) / sum;
            });
        };
    }

    private static double rawWeight(Row row) {
        double duration = FittedCurves.modifiedDuration(row);
        return 1.0 / (duration * duration);
    }
}
