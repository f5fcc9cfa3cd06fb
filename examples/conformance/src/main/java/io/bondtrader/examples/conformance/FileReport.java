package io.bondtrader.examples.conformance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How one file came out: its rows, its measures and the first failures. */
final class FileReport {

    private final String fileName;
    private final int failuresKept;
    private final Map<String, MeasureReport> measures = new LinkedHashMap<>();
    private final Map<String, Integer> skipped = new TreeMap<>();
    private final List<Failure> failures = new ArrayList<>();
    private int passed;
    private int failed;
    private long failuresSeen;

    FileReport(String fileName, int failuresKept) {
        this.fileName = fileName;
        this.failuresKept = failuresKept;
    }

    MeasureReport measure(String measure, Tolerance tolerance) {
        return measures.computeIfAbsent(measure, name -> new MeasureReport(name, tolerance))
                .under(tolerance);
    }

    void add(Failure failure) {
        failuresSeen++;
        if (failures.size() < failuresKept) {
            failures.add(failure);
        }
    }

    void countRow(boolean rowPassed) {
        if (rowPassed) {
            passed++;
        } else {
            failed++;
        }
    }

    void countSkipped(String subject) {
        skipped.merge(subject, 1, Integer::sum);
    }

    String fileName() {
        return fileName;
    }

    int rows() {
        return passed + failed;
    }

    int passed() {
        return passed;
    }

    int failed() {
        return failed;
    }

    Collection<MeasureReport> measures() {
        return Collections.unmodifiableCollection(measures.values());
    }

    /** Rows that were left out, by subject. */
    Map<String, Integer> skipped() {
        return Collections.unmodifiableMap(skipped);
    }

    List<Failure> failures() {
        return Collections.unmodifiableList(failures);
    }

    long failuresNotKept() {
        return failuresSeen - failures.size();
    }
}
