package io.bondtrader.examples.conformance;

import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** Compares what was computed for one row with what the row expects, and notes the outcome in the file's report. */
final class Measures {

    private final Row row;
    private final int line;
    private final String id;
    private final FileReport report;
    private int compared;
    private int failed;

    Measures(Row row, int line, String id, FileReport report) {
        this.row = row;
        this.line = line;
        this.id = id;
        this.report = report;
    }

    int compared() {
        return compared;
    }

    int failed() {
        return failed;
    }

    /** Compares a column with a number; an empty column does not apply and is left out. */
    void number(String column, Tolerance tolerance, DoubleSupplier computation) {
        if (!row.text(column).isEmpty()) {
            number(column, column, tolerance, computation);
        }
    }

    /** Compares a column that must be there with a number, under another name. */
    void number(String column, String measure, Tolerance tolerance, DoubleSupplier computation) {
        compared++;
        MeasureReport figures = report.measure(measure, tolerance);
        try {
            double expected = row.number(column);
            double computed = computation.getAsDouble();
            boolean accepted = tolerance.accepts(expected, computed);
            figures.record(expected, computed, accepted);
            if (!accepted) {
                failed++;
                report.add(Failure.ofNumbers(line, id, measure, row.text(column), computed, expected));
            }
        } catch (RuntimeException refused) {
            refuse(figures, measure, refused);
        }
    }

    /** Compares a column with a list of numbers, one by one; an empty column does not apply and is left out. */
    void numbers(String column, Tolerance tolerance, Supplier<List<Double>> computation) {
        if (row.text(column).isEmpty()) {
            return;
        }
        compared++;
        MeasureReport figures = report.measure(column, tolerance);
        try {
            List<Double> expected = row.numbers(column);
            List<Double> computed = computation.get();
            boolean accepted = computed.size() == expected.size();
            for (int i = 0; accepted && i < expected.size(); i++) {
                accepted = tolerance.accepts(expected.get(i), computed.get(i));
            }
            figures.record(accepted);
            if (!accepted) {
                failed++;
                List<String> texts = computed.stream().map(String::valueOf).toList();
                report.add(Failure.ofLists(line, id, column, row.list(column), texts));
            }
        } catch (RuntimeException refused) {
            refuse(figures, column, refused);
        }
    }

    /** Compares a column with a text, to the letter; an empty column does not apply and is left out. */
    void text(String column, Supplier<?> computation) {
        if (!row.text(column).isEmpty()) {
            text(column, column, computation);
        }
    }

    /** Compares a column that must be there with a text, under another name. */
    void text(String column, String measure, Supplier<?> computation) {
        compared++;
        MeasureReport figures = report.measure(measure, Tolerance.EXACT);
        try {
            String computed = String.valueOf(computation.get());
            boolean equal = computed.equals(row.text(column));
            figures.record(equal);
            if (!equal) {
                failed++;
                report.add(Failure.ofTexts(line, id, measure, row.text(column), computed));
            }
        } catch (RuntimeException refused) {
            refuse(figures, measure, refused);
        }
    }

    /** Compares a column with a list, item by item; an empty column stands for an empty list. */
    void items(String column, Supplier<? extends List<?>> computation) {
        compared++;
        MeasureReport figures = report.measure(column, Tolerance.EXACT);
        try {
            List<String> expected = row.list(column);
            List<String> computed =
                    computation.get().stream().map(String::valueOf).toList();
            boolean equal = computed.equals(expected);
            figures.record(equal);
            if (!equal) {
                failed++;
                report.add(Failure.ofLists(line, id, column, expected, computed));
            }
        } catch (RuntimeException refused) {
            refuse(figures, column, refused);
        }
    }

    private void refuse(MeasureReport figures, String measure, RuntimeException refused) {
        failed++;
        figures.record(false);
        report.add(Failure.ofReason(line, id, measure, FileCheck.reason(refused)));
    }
}
