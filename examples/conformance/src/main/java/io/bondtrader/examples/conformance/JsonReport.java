package io.bondtrader.examples.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The report for a machine. What does not apply is absent. */
final class JsonReport {

    private JsonReport() {}

    static Map<String, Object> of(List<FolderReport> folders, boolean agree) {
        return Map.of("folders", folders.stream().map(JsonReport::folder).toList(), "agree", agree);
    }

    private static Map<String, Object> folder(FolderReport report) {
        return Map.of(
                "folder", report.folder().toString(),
                "files", report.files().stream().map(JsonReport::file).toList(),
                "skippedFiles", report.unknown());
    }

    private static Map<String, Object> file(FileReport report) {
        return Map.of(
                "file", report.fileName(),
                "rows", report.rows(),
                "passed", report.passed(),
                "failed", report.failed(),
                "skippedRows", report.skipped(),
                "measures", report.measures().stream().map(JsonReport::measure).toList(),
                "failures", report.failures().stream().map(JsonReport::failure).toList(),
                "failuresNotShown", report.failuresNotKept());
    }

    private static Map<String, Object> measure(MeasureReport report) {
        Map<String, Object> measure = new LinkedHashMap<>();
        measure.put("measure", report.measure());
        measure.put("rows", report.rows());
        measure.put("passed", report.passed());
        measure.put("failed", report.failed());
        measure.put("tolerance", report.tolerance());
        putFinite(measure, "worstAbsoluteError", report.worstAbsolute());
        putFinite(measure, "worstRelativeError", report.worstRelative());
        return measure;
    }

    private static void putFinite(Map<String, Object> measure, String name, double error) {
        if (Double.isFinite(error)) {
            measure.put(name, error);
        }
    }

    private static Map<String, Object> failure(Failure failure) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("line", failure.line());
        putGiven(map, "id", failure.id());
        putGiven(map, "measure", failure.measure());
        putGiven(map, "expected", failure.expected());
        putGiven(map, "computed", failure.computed());
        putGiven(map, "remark", failure.remark());
        return map;
    }

    private static void putGiven(Map<String, Object> map, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            map.put(name, value);
        }
    }
}
