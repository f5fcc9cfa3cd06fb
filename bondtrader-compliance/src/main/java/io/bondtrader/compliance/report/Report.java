package io.bondtrader.compliance.report;

import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.compliance.error.ReportRejected;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.signing.HashValue;
import io.bondtrader.security.signing.MerkleTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A report: a header, a summary and tables. Its root is the Merkle root (RFC 6962, section 2.1) over the header and then all
 * rows, the summary's first, so that one row proves itself without the others. The same log and parameters give the same
 * bytes.
 *
 * <p>Immutable.
 *
 * @param header what it is
 * @param tables the first is the summary
 */
public record Report(ReportHeader header, List<ReportTable> tables) {

    /** The form of the JSON. */
    static final String FORMAT = "bondtrader-report/1";

    /** The name of the first table. */
    public static final String SUMMARY = "Summary";

    /** The figure of the summary that is there if events were deleted when their time was over. */
    static final String DELETED = "Events deleted when their time was over";

    /**
     * Copies the tables.
     *
     * @throws InvalidInput if the first is not the summary, or two have one title
     */
    public Report {
        Objects.requireNonNull(header, "header");
        tables = List.copyOf(tables);
        InvalidInput.unless(
                !tables.isEmpty() && tables.get(0).title().equals(SUMMARY), "tables", tables.size(), "a summary first");
        long titles = tables.stream().map(ReportTable::title).distinct().count();
        InvalidInput.unless(titles == tables.size(), "titles of tables", titles, "different, " + tables.size());
    }

    /**
     * Begins a report.
     *
     * @param definition computes it
     * @param log what it is computed from
     * @param parameters what it was asked for
     * @return a builder
     */
    public static Builder of(ReportDefinition definition, VerifiedLog log, ReportParameters parameters) {
        return new Builder(
                new ReportHeader(
                        definition.kind(),
                        definition.title(),
                        definition.rules(),
                        parameters,
                        log.origin(),
                        log.size(),
                        log.root()),
                log.deletedEvents());
    }

    /**
     * Reads what {@link #toJson} wrote.
     *
     * @param json the text
     * @return the report
     * @throws ReportRejected if it is anything else, or its root is not that of its rows
     */
    public static Report parse(String json) {
        ReportReader.Stated stated = ReportReader.read(json);
        if (!stated.root().equals(stated.report().root())) {
            throw new ReportRejected("the rows do not lead to the root that the report states");
        }
        return stated.report();
    }

    /** {@return the bytes of the leaves: the header, then every row} */
    public List<byte[]> leaves() {
        List<byte[]> leaves = new ArrayList<>();
        List<Map<String, Object>> shapes = new ArrayList<>();
        for (ReportTable table : tables) {
            shapes.add(Map.of(
                    "title", table.title(),
                    "columns", table.columns(),
                    "rows", table.rows().size()));
        }
        leaves.add(bytes(Map.of("header", header.members(), "tables", shapes)));
        for (ReportTable table : tables) {
            for (int row = 0; row < table.rows().size(); row++) {
                leaves.add(bytes(table.leaf(row)));
            }
        }
        return leaves;
    }

    private static byte[] bytes(Map<String, Object> leaf) {
        return CanonicalJson.of(leaf).text().getBytes(StandardCharsets.UTF_8);
    }

    MerkleTree tree() {
        MerkleTree tree = new MerkleTree();
        leaves().forEach(leaf -> tree.append(HashValue.ofRecord(leaf)));
        return tree;
    }

    /** {@return the Merkle root over header and rows} */
    public HashValue root() {
        return tree().root();
    }

    /**
     * Returns the leaf of a row.
     *
     * @param table the title of its table
     * @param row from 0
     * @return its place in the report's tree
     * @throws InvalidInput if there is no such row
     */
    public long leafOf(String table, int row) {
        long leaf = 1;
        for (ReportTable each : tables) {
            if (each.title().equals(table)) {
                InvalidInput.unless(
                        row >= 0 && row < each.rows().size(),
                        "row",
                        row,
                        "below " + each.rows().size());
                return leaf + row;
            }
            leaf += each.rows().size();
        }
        throw new InvalidInput("table", table, "one of the report");
    }

    /** {@return the first table} */
    public ReportTable summary() {
        return tables.get(0);
    }

    /**
     * Returns a table.
     *
     * @param title its title
     * @return the table
     * @throws InvalidInput if there is none
     */
    public ReportTable table(String title) {
        return tables.stream()
                .filter(table -> table.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("table", title, "one of the report"));
    }

    /** {@return a figure of the summary by its label} */
    String summarised(String label) {
        return summary().rows().stream()
                .filter(row -> row.get(0).value().equals(label))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("label", label, "one of the summary"))
                .get(1)
                .value();
    }

    /** {@return whether events were deleted before it was computed} */
    boolean saysDeleted() {
        return summary().rows().stream().anyMatch(row -> row.get(0).value().equals(DELETED));
    }

    /** {@return the events that the report came from} */
    public EventIndices events() {
        return tables.stream().map(ReportTable::events).reduce(EventIndices.none(), EventIndices::union);
    }

    /** {@return the report as canonical JSON (RFC 8785), with its root} */
    public CanonicalJson toJson() {
        Map<String, Object> members = new TreeMap<>();
        members.put("format", FORMAT);
        members.put("header", header.members());
        members.put("tables", tables.stream().map(ReportTable::members).toList());
        members.put("root", root().toBase64());
        return CanonicalJson.of(members);
    }

    /** {@return one line for each cell: table, row, column, value, events; lines end in CR LF (RFC 4180)} */
    public String toCsv() {
        return ReportCsv.of(this);
    }

    /** {@return the report as one page of HTML without script and without anything from elsewhere} */
    public String toHtml() {
        return ReportHtml.of(this);
    }

    @Override
    public String toString() {
        return "Report[" + header.kind() + ", " + header.parameters().from() + " to "
                + header.parameters().until() + ", log of " + header.size() + " events]";
    }

    /** Gathers the parts of a report. For one thread. */
    public static final class Builder {

        private final ReportHeader header;
        private final long deleted;
        private final List<List<ReportCell>> lines = new ArrayList<>();
        private final List<ReportTable> tables = new ArrayList<>();

        private Builder(ReportHeader header, long deleted) {
            this.header = header;
            this.deleted = deleted;
        }

        /**
         * Adds a figure to the summary.
         *
         * @param label what it is
         * @param value the figure; its text is kept
         * @param events where it came from
         * @return this
         */
        public Builder summary(String label, Object value, EventIndices events) {
            lines.add(List.of(ReportCell.of(label), ReportCell.of(value, events)));
            return this;
        }

        /**
         * Adds a table.
         *
         * @param table with its rows
         * @return this
         */
        public Builder table(ReportTable table) {
            tables.add(table);
            return this;
        }

        /**
         * Makes the report.
         *
         * @return the report
         * @throws InvalidInput if two tables have one title
         */
        public Report build() {
            if (deleted > 0) {
                summary(DELETED, deleted, EventIndices.none());
            }
            List<ReportTable> all = new ArrayList<>();
            all.add(new ReportTable(SUMMARY, List.of("Figure", "Value"), lines));
            all.addAll(tables);
            return new Report(header, all);
        }
    }
}
