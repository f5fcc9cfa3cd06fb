package io.bondtrader.compliance.report;

import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.core.error.InvalidInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A table of a report. Immutable.
 *
 * @param title what it shows
 * @param columns their names
 * @param rows in their order, each as long as the table is wide
 */
public record ReportTable(String title, List<String> columns, List<List<ReportCell>> rows) {

    /**
     * Copies the lists.
     *
     * @throws InvalidInput if the title is blank, there is no column, or a row is of another width
     */
    public ReportTable {
        InvalidInput.unless(!title.isBlank(), "title of a table", title, "not blank");
        columns = List.copyOf(columns);
        InvalidInput.unless(!columns.isEmpty(), "columns of " + title, 0, "1 or more");
        List<List<ReportCell>> copied = new ArrayList<>();
        for (List<ReportCell> row : rows) {
            InvalidInput.unless(
                    row.size() == columns.size(), "cells of a row of " + title, row.size(), "as many as columns");
            copied.add(List.copyOf(row));
        }
        rows = List.copyOf(copied);
    }

    /**
     * Returns a table without rows.
     *
     * @param title what it shows
     * @param columns their names
     * @return the table
     */
    public static ReportTable of(String title, String... columns) {
        return new ReportTable(title, List.of(columns), List.of());
    }

    /**
     * Returns this table with other rows.
     *
     * @param others in their order
     * @return the table
     */
    public ReportTable withRows(List<List<ReportCell>> others) {
        return new ReportTable(title, columns, others);
    }

    /** {@return all events that a cell came from} */
    public EventIndices events() {
        return EventIndices.of(rows.stream()
                .flatMap(List::stream)
                .flatMapToLong(cell -> cell.events().stream())
                .toArray());
    }

    Map<String, Object> members() {
        Map<String, Object> members = new TreeMap<>();
        members.put("title", title);
        members.put("columns", columns);
        members.put(
                "rows",
                rows.stream()
                        .map(row -> row.stream().map(ReportCell::members).toList())
                        .toList());
        return members;
    }

    /** What a row is hashed as: it says by itself what it is. */
    Map<String, Object> leaf(int row) {
        Map<String, Object> leaf = new TreeMap<>();
        leaf.put("table", title);
        leaf.put("row", row);
        leaf.put("columns", columns);
        leaf.put("cells", rows.get(row).stream().map(ReportCell::members).toList());
        return leaf;
    }
}
