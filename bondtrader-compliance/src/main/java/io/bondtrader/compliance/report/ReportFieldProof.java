package io.bondtrader.compliance.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.bondtrader.compliance.audit.AuditReceipt;
import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.error.ReportRejected;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.signing.Checkpoint;
import io.bondtrader.security.signing.ConsistencyProof;
import io.bondtrader.security.signing.HashValue;
import io.bondtrader.security.signing.InclusionProof;
import io.bondtrader.security.signing.TrustedKeys;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One row of a report that proves itself offline: the row leads to the report's root, the root stands in an event of the log,
 * the event leads to a signed checkpoint, and that checkpoint extends the log that the report was computed from. Whoever
 * checks it needs the log's public key and nothing else; the other rows stay unseen.
 *
 * <p>Immutable.
 *
 * @param leaf the row as it is hashed
 * @param path from the row to the report's root
 * @param publication the event that published the report, as it is hashed
 * @param receipt from that event to a signed checkpoint
 * @param growth from the log that the report was computed from to that checkpoint
 */
public record ReportFieldProof(
        String leaf, InclusionProof path, String publication, AuditReceipt receipt, ConsistencyProof growth) {

    private static final String FORMAT = "bondtrader-report-proof/1";

    /**
     * A row that was proven. Immutable.
     *
     * @param kind of the report
     * @param table its table
     * @param columns the names of the cells
     * @param cells with the events that they came from
     * @param logSize the size of the log that the report was computed from
     * @param publishedAt the place of the event that published it
     */
    public record ProvenRow(
            String kind, String table, List<String> columns, List<ReportCell> cells, long logSize, long publishedAt) {

        /** Copies the lists. */
        public ProvenRow {
            columns = List.copyOf(columns);
            cells = List.copyOf(cells);
        }

        /**
         * Returns a cell.
         *
         * @param column its column
         * @return the cell
         * @throws InvalidInput if there is no such column
         */
        public ReportCell cell(String column) {
            InvalidInput.unless(columns.contains(column), "column", column, "one of " + columns);
            return cells.get(columns.indexOf(column));
        }

        /** {@return the events of the whole row} */
        public EventIndices events() {
            return cells.stream().map(ReportCell::events).reduce(EventIndices.none(), EventIndices::union);
        }
    }

    /**
     * Requires that the row stands in a report that was published in a log.
     *
     * @param origin the log's name
     * @param keys those that must have signed its checkpoint
     * @return the row
     * @throws ReportRejected if a link of the chain does not hold
     * @throws io.bondtrader.security.error.SignatureRejected if the checkpoint is not signed, or of another log
     * @throws io.bondtrader.security.error.ProofRejected if the publication is not proven to be in the log
     */
    public ProvenRow require(String origin, TrustedKeys keys) {
        LoggedEvent event = receipt.require(publication.getBytes(StandardCharsets.UTF_8), origin, keys);
        if (!event.record().action().equals(ReportPublisher.PUBLISHED)) {
            throw new ReportRejected("event " + event.index() + " publishes no report");
        }
        JsonNode body = ReportReader.tree(event.record().body().text());
        long logSize = ReportReader.number(body, "logSize");
        boolean fits = ReportReader.text(body, "origin").equals(origin)
                && logSize == growth.fromSize()
                && logSize <= event.index()
                && ReportReader.number(body, "leaves") == path.treeSize();
        if (!fits) {
            throw new ReportRejected("the sizes of report, log and publication do not fit together");
        }
        try {
            HashValue root = HashValue.parse(ReportReader.text(body, "root"));
            if (!path.proves(HashValue.ofRecord(leaf.getBytes(StandardCharsets.UTF_8)), root)) {
                throw new ReportRejected("the row is not proven to stand in the report");
            }
            Checkpoint earlier = Checkpoint.of(origin, logSize, HashValue.parse(ReportReader.text(body, "logRoot")));
            Checkpoint.open(receipt.note(), origin, keys).requireExtends(earlier, growth);
        } catch (InvalidInput unreadable) {
            throw ReportReader.rejected(unreadable);
        }
        ReportReader.Line line = ReportReader.line(leaf);
        return new ProvenRow(
                ReportReader.text(body, "kind"), line.table(), line.columns(), line.cells(), logSize, event.index());
    }

    /** {@return the proof as one JSON object} */
    public CanonicalJson toJson() {
        Map<String, Object> members = new TreeMap<>();
        members.put("format", FORMAT);
        members.put("leaf", leaf);
        members.put("index", path.leafIndex());
        members.put("leaves", path.treeSize());
        members.put("path", path.path().stream().map(HashValue::toBase64).toList());
        members.put("publication", publication);
        members.put("receipt", receipt.text());
        members.put("growthFrom", growth.fromSize());
        members.put("growthTo", growth.toSize());
        members.put("growth", growth.path().stream().map(HashValue::toBase64).toList());
        return CanonicalJson.of(members);
    }

    /**
     * Reads what {@link #toJson} wrote.
     *
     * @param text the text
     * @return the proof, of which nothing is verified yet
     * @throws ReportRejected if it is anything else
     */
    public static ReportFieldProof parse(String text) {
        JsonNode json = ReportReader.tree(text);
        try {
            ReportFieldProof proof = new ReportFieldProof(
                    ReportReader.text(json, "leaf"),
                    new InclusionProof(
                            ReportReader.number(json, "index"),
                            ReportReader.number(json, "leaves"),
                            hashes(json.path("path"))),
                    ReportReader.text(json, "publication"),
                    AuditReceipt.parse(ReportReader.text(json, "receipt")),
                    new ConsistencyProof(
                            ReportReader.number(json, "growthFrom"),
                            ReportReader.number(json, "growthTo"),
                            hashes(json.path("growth"))));
            if (!proof.toJson().text().equals(text)) {
                throw new ReportRejected("the proof is not in canonical form, or of another format");
            }
            return proof;
        } catch (BondTraderException unreadable) {
            throw ReportReader.rejected(unreadable);
        }
    }

    private static List<HashValue> hashes(JsonNode array) {
        List<HashValue> hashes = new ArrayList<>();
        array.forEach(hash -> hashes.add(HashValue.parse(hash.asText())));
        return hashes;
    }
}
