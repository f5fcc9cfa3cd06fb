package io.bondtrader.examples.conformance;

import java.nio.file.Path;

/** Intervals under day counts: the days they count and the fraction of a year. */
final class DayCountFile implements GoldenFile {

    @Override
    public String fileName() {
        return "day_counts.csv";
    }

    @Override
    public RowCheck open(Path folder) {
        return (row, measures) -> {
            DayCountInputs interval = DayCountInputs.of(row);
            measures.number("day_count", Tolerance.EXACT, interval::days);
            measures.number("year_fraction", Tolerance.FRACTION, interval::yearFraction);
        };
    }
}
