package io.bondtrader.compliance.report;

import io.bondtrader.compliance.audit.AuditJournal;
import io.bondtrader.compliance.audit.AuditReceipt;
import io.bondtrader.compliance.audit.AuditTrail;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.signing.MerkleTree;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Publishes reports: writes their digest and root into the log, whose signature then covers each of their rows. Safe for use
 * by many threads.
 */
public final class ReportPublisher {

    /** The action of the event. */
    public static final String PUBLISHED = "report.published";

    private final AuditJournal journal;

    private ReportPublisher(AuditJournal journal) {
        this.journal = Objects.requireNonNull(journal);
    }

    /**
     * Returns a publisher.
     *
     * @param journal writes to the log
     * @return the publisher
     */
    public static ReportPublisher of(AuditJournal journal) {
        return new ReportPublisher(journal);
    }

    /**
     * Publishes a report.
     *
     * @param report computed from the journal's log
     * @param actor who publishes it
     * @return the place of the event
     * @throws InvalidInput if it was computed from another log
     */
    public long publish(Report report, String actor) {
        ReportHeader header = report.header();
        String own = journal.log().checkpoint().origin();
        InvalidInput.unless(header.origin().equals(own), "log of the report", header.origin(), own);
        MerkleTree tree = report.tree();
        Map<String, Object> body = new TreeMap<>(header.members());
        body.put("sha256", report.toJson().sha256());
        body.put("root", tree.root().toBase64());
        body.put("leaves", tree.size());
        return journal.write(actor, PUBLISHED, header.kind(), Outcome.SUCCESS, body, "mifid2", "sox");
    }

    /**
     * Makes the proof of one row of a published report.
     *
     * @param report the report
     * @param table the title of its table
     * @param row from 0
     * @param publication the place of the event that published it
     * @return what proves the row to anybody who has the log's public key
     * @throws InvalidInput if there is no such row or event
     */
    public ReportFieldProof prove(Report report, String table, int row, long publication) {
        AuditTrail trail = journal.log();
        long leaf = report.leafOf(table, row);
        MerkleTree tree = report.tree();
        AuditReceipt receipt = AuditReceipt.of(trail, publication);
        long size = Long.parseLong(receipt.note().split("\n", 3)[1]);
        InvalidInput.unless(report.header().size() >= 1, "size of the log", 0, "1 or more, or nothing proves it");
        return new ReportFieldProof(
                new String(report.leaves().get((int) leaf), StandardCharsets.UTF_8),
                tree.inclusion(leaf, tree.size()),
                new String(trail.entry(publication), StandardCharsets.UTF_8),
                receipt,
                trail.consistency(report.header().size(), size));
    }

    @Override
    public String toString() {
        return "ReportPublisher[" + journal + "]";
    }
}
