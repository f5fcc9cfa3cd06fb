package io.bondtrader.compliance.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.error.LogDamaged;
import io.bondtrader.compliance.error.ReportRejected;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.ProofRejected;
import io.bondtrader.security.error.SignatureRejected;
import io.bondtrader.security.signing.Ed25519Signer;
import io.bondtrader.security.signing.HashValue;
import io.bondtrader.security.signing.InclusionProof;
import io.bondtrader.security.signing.TrustedKeys;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reports as documents: their bytes, their root, their proofs and their recomputation. */
final class ReportTest {

    private static final OrderCount DEFINITION = new OrderCount();

    private final ReportLog log = new ReportLog();
    private Report report;

    @BeforeEach
    void fill() {
        log.sample.append("ann", "order.created", "ord-1", Map.of());
        log.sample.append("=bob\"<script>", "order.created", "ord-2", Map.of());
        log.sample.append("ann", "order.cancelled", "ord-1", Map.of());
        log.sample.append("ann", "order.created", "ord-3", Map.of());
        report = DEFINITION.compute(log.verified(), ReportLog.year());
    }

    @Test
    void theSameLogGivesTheSameBytes() {
        Report again = DEFINITION.compute(log.verified(), ReportLog.year());

        assertThat(again.toJson()).isEqualTo(report.toJson());
        assertThat(again.toHtml()).isEqualTo(report.toHtml());
        assertThat(Report.parse(report.toJson().text())).isEqualTo(report);
        assertThat(report.header().size()).isEqualTo(4);
        assertThat(report.header().root()).isEqualTo(log.sample.log.checkpoint().root());
        assertThat(report.table("Orders").rows().get(1).get(1)).isEqualTo(new ReportCell("2", EventIndices.of(0, 3)));
        assertThat(report.events()).isEqualTo(EventIndices.of(0, 1, 3));
        assertThat(report.summarised("Traders")).isEqualTo("2");
    }

    /** Events are a second apart; that of the fourth second is the first after the period. */
    @Test
    void theStartOfAPeriodIsInAndItsEndIsOut() {
        Instant first = log.now().plusSeconds(1);
        Report inside = DEFINITION.compute(log.verified(), ReportParameters.between(first, first.plusSeconds(3)));

        assertThat(inside.table("Orders").rows().get(1).get(1)).isEqualTo(new ReportCell("1", EventIndices.of(0)));
    }

    /** RFC 6962, section 2.1: four leaves, hashed here by hand. */
    @Test
    void theRootIsTheMerkleRootOfHeaderAndRows() throws Exception {
        List<byte[]> leaves = report.leaves();
        assertThat(leaves).hasSize(4); // header, one line of the summary, two traders

        byte[] left = node(leaf(leaves.get(0)), leaf(leaves.get(1)));
        byte[] right = node(leaf(leaves.get(2)), leaf(leaves.get(3)));
        assertThat(report.root()).isEqualTo(HashValue.of(node(left, right)));
        assertThat(new String(leaves.get(3), UTF_8))
                .isEqualTo("{\"cells\":[{\"events\":\"0,3\",\"value\":\"ann\"},{\"events\":\"0,3\",\"value\":\"2\"}],"
                        + "\"columns\":[\"Trader\",\"Orders\"],\"row\":1,\"table\":\"Orders\"}");
    }

    private static byte[] leaf(byte[] content) throws Exception {
        return sha256(new byte[] {0}, content);
    }

    private static byte[] node(byte[] left, byte[] right) throws Exception {
        return sha256(new byte[] {1}, left, right);
    }

    private static byte[] sha256(byte[]... parts) throws Exception {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return MessageDigest.getInstance("SHA-256").digest(all.toByteArray());
    }

    @Test
    void aSpreadsheetSeesOneLineACellAndNoFormula() {
        assertThat(report.toCsv().split("\r\n"))
                .contains("Orders,1,Orders,2,\"0,3\"", "Summary,0,Value,2,\"0,1,3\"", "Header,0,logSize,4,")
                .contains("Orders,0,Trader,\"'=bob\"\"<script>\",1");
        assertThat(new ReportCell("-1.5", EventIndices.none()).isNumber()).isTrue();
        assertThat(List.of("", "-", ".5", "5.", "1.2.3", "1e5", "=1", "1-2"))
                .noneMatch(text -> new ReportCell(text, EventIndices.none()).isNumber());
    }

    @Test
    void thePageIsEscapedAndLinksValuesToEvents() {
        String page = report.toHtml();

        assertThat(page)
                .contains("<title>Orders &lt;by&gt; trader</title>", "=bob&quot;&lt;script&gt;")
                .contains(
                        "<a href=\"#event-3\">3</a>",
                        "<tr id=\"event-3\">",
                        report.root().toBase64())
                .doesNotContain("<script", "http://", "https://", "src=");
    }

    @Test
    void aChangedReportIsRefused() {
        String json = report.toJson().text();

        assertThatThrownBy(() -> Report.parse(json.replace("\"value\":\"2\"", "\"value\":\"3\"")))
                .isInstanceOf(ReportRejected.class)
                .hasMessageContaining("root");
        for (String bad : List.of(
                "",
                "[]",
                "{}",
                json + " ",
                json.replace("bondtrader-report/1", "bondtrader-report/2"),
                json.replace("{\"format\"", "{\"extra\":1,\"format\""),
                json.replace("\"logSize\":4", "\"logSize\":-1"),
                json.replace("2026-01-01T", "2026-13-01T"),
                json.replace("\"0,3\"", "\"3,0\""))) {
            assertThatThrownBy(() -> Report.parse(bad)).as(bad).isInstanceOf(ReportRejected.class);
        }
    }

    @Test
    void badPartsOfAReportAreRefused() {
        ReportTable table = ReportTable.of("Orders", "Trader");
        ReportHeader header = report.header();

        assertThatThrownBy(() -> ReportTable.of(" ", "Trader")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ReportTable.of("Orders")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> table.withRows(List.of(List.of()))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new Report(header, List.of())).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new Report(header, List.of(table))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new Report(header, List.of(report.summary(), table, table)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> report.leafOf("Orders", 2)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> report.leafOf("Orders", -1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> report.leafOf("Trades", 0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> report.table("Trades")).isInstanceOf(InvalidInput.class);
        Instant early = Instant.EPOCH;
        Instant late = early.plusSeconds(1);
        assertThatThrownBy(() -> ReportParameters.between(/* from= */ late, /* until= */ early))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void recomputingNamesTheFirstDifference() {
        log.sample.append("ann", "order.created", "ord-4", Map.of()); // later than the report: changes nothing
        Recomputation again = Recomputation.from(log.sample.log, log.keys(), List.of(DEFINITION));
        String json = report.toJson().text();

        assertThat(again.compare(json)).isEmpty();
        assertThat(again.compare(json.replace("\"value\":\"ann\"", "\"value\":\"eve\"")))
                .hasValue(new Recomputation.Difference("Orders, row 1, column Trader", "eve", "ann"));
        assertThat(again.compare(
                        json.replace("{\"events\":\"0,3\",\"value\":\"2\"}", "{\"events\":\"0,2\",\"value\":\"2\"}")))
                .hasValue(new Recomputation.Difference("Orders, row 1, column Orders, events", "0,2", "0,3"));
        assertThat(again.compare(json.replace("order-count/1", "order-count/2")))
                .hasValueSatisfying(found -> assertThat(found.place()).isEqualTo("header, rules"));
        assertThat(again.compare(json.replace(
                        report.root().toBase64(), report.header().root().toBase64())))
                .hasValueSatisfying(found -> assertThat(found.place()).isEqualTo("root"));
        assertThat(again.compare(json.replace(
                        report.header().root().toBase64(), report.root().toBase64())))
                .hasValueSatisfying(found -> assertThat(found.place()).startsWith("header, root of the log"));
        Report short1 = new Report(
                report.header(),
                List.of(
                        report.summary(),
                        report.table("Orders")
                                .withRows(report.table("Orders").rows().subList(0, 1))));
        assertThat(again.compare(short1.toJson().text()))
                .hasValue(new Recomputation.Difference("Orders, number of rows", "1", "2"));
        assertThat(again.compare(new Report(report.header(), List.of(report.summary()))
                        .toJson()
                        .text()))
                .hasValue(new Recomputation.Difference("number of tables", "1", "2"));
        assertThatThrownBy(() -> again.compare(json.replace("test.order_count", "test.other")))
                .isInstanceOf(ReportRejected.class);
        assertThatThrownBy(() -> again.compare(json.replace("\"logSize\":4", "\"logSize\":6")))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Recomputation.from(log.sample.log, log.keys(), List.of(DEFINITION, new OrderCount())))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void aLogThatReadsOutAnotherEventIsFound() {
        var lying = log.lying(1, event -> new LoggedEvent(1, event.previous(), event.previous(), event.record()));

        VerifiedLog whole = VerifiedLog.newest(lying, log.keys());
        assertThatThrownBy(() -> DEFINITION.compute(whole, ReportLog.year())).isInstanceOf(LogDamaged.class);
        assertThatThrownBy(() -> VerifiedLog.at(lying, 3, log.keys())).isInstanceOf(LogDamaged.class);
        assertThat(VerifiedLog.at(lying, 1, log.keys()).size()).isEqualTo(1);
        assertThat(VerifiedLog.at(lying, 0, log.keys()).size()).isZero();
        assertThatThrownBy(() -> VerifiedLog.at(lying, 5, log.keys())).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> VerifiedLog.at(lying, -1, log.keys())).isInstanceOf(InvalidInput.class);
        TrustedKeys others = TrustedKeys.of(Ed25519Signer.ofSeed("example.com/audit", new byte[] {
                    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1
                })
                .verifier());
        assertThatThrownBy(() -> VerifiedLog.newest(log.sample.log, others)).isInstanceOf(SignatureRejected.class);
    }

    @Test
    void aRowProvesItselfWithTheLogsPublicKeyAlone() {
        ReportPublisher publisher = ReportPublisher.of(log.journal);
        long publication = publisher.publish(report, "compliance");
        log.sample.append("ann", "order.created", "ord-4", Map.of());
        String handedOut =
                publisher.prove(report, "Orders", 1, publication).toJson().text();

        ReportFieldProof.ProvenRow row = ReportFieldProof.parse(handedOut).require("example.com/audit", log.keys());

        assertThat(row.cell("Orders")).isEqualTo(ReportCell.of(2, EventIndices.of(0, 3)));
        assertThat(row.kind()).isEqualTo("test.order_count");
        assertThat(row.table()).isEqualTo("Orders");
        assertThat(row.logSize()).isEqualTo(4);
        assertThat(row.publishedAt()).isEqualTo(4);
        assertThat(row.events()).isEqualTo(EventIndices.of(0, 3));
        assertThatThrownBy(() -> row.cell("Price")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aProofWithAnyPartChangedIsRefused() {
        ReportPublisher publisher = ReportPublisher.of(log.journal);
        long publication = publisher.publish(report, "compliance");
        Report other = DEFINITION.compute(log.verified(), ReportLog.year());
        long second = publisher.publish(other, "compliance");
        ReportFieldProof proof = publisher.prove(report, "Orders", 1, publication);
        ReportFieldProof foreign = publisher.prove(other, "Orders", 1, second);

        ReportFieldProof value = new ReportFieldProof(
                proof.leaf().replace("\"2\"", "\"9\""),
                proof.path(),
                proof.publication(),
                proof.receipt(),
                proof.growth());
        assertThatThrownBy(() -> value.require("example.com/audit", log.keys())).isInstanceOf(ReportRejected.class);
        ReportFieldProof event = new ReportFieldProof(
                proof.leaf(),
                proof.path(),
                proof.publication().replace("compliance", "somebody"),
                proof.receipt(),
                proof.growth());
        assertThatThrownBy(() -> event.require("example.com/audit", log.keys())).isInstanceOf(ProofRejected.class);
        ReportFieldProof mixed = new ReportFieldProof(
                proof.leaf(), proof.path(), proof.publication(), proof.receipt(), foreign.growth());
        assertThatThrownBy(() -> mixed.require("example.com/audit", log.keys())).isInstanceOf(ReportRejected.class);
        ReportFieldProof sizes = new ReportFieldProof(
                proof.leaf(),
                new InclusionProof(3, 5, proof.path().path()),
                proof.publication(),
                proof.receipt(),
                proof.growth());
        assertThatThrownBy(() -> sizes.require("example.com/audit", log.keys())).isInstanceOf(ReportRejected.class);
        // The second of three leaves and the second of four have paths of one shape: only the size tells them apart.
        ReportFieldProof line = publisher.prove(report, Report.SUMMARY, 0, publication);
        assertThat(line.require("example.com/audit", log.keys()).cell("Value").value())
                .isEqualTo("2");
        ReportFieldProof shorter = new ReportFieldProof(
                line.leaf(),
                new InclusionProof(1, 3, line.path().path()),
                line.publication(),
                line.receipt(),
                line.growth());
        assertThatThrownBy(() -> shorter.require("example.com/audit", log.keys()))
                .isInstanceOf(ReportRejected.class);
        // Whoever may write some event, but no publication, repeats what a publication says.
        long imitation = log.sample.append(
                "eve",
                "note.taken",
                "test.order_count",
                Map.of(
                        "kind",
                        "test.order_count",
                        "origin",
                        "example.com/audit",
                        "logSize",
                        4,
                        "logRoot",
                        report.header().root().toBase64(),
                        "root",
                        report.root().toBase64(),
                        "leaves",
                        4));
        ReportFieldProof imitated = publisher.prove(report, "Orders", 1, imitation);
        assertThatThrownBy(() -> imitated.require("example.com/audit", log.keys()))
                .isInstanceOf(ReportRejected.class)
                .hasMessageContaining("publishes no report");
        ReportFieldProof order = publisher.prove(report, "Orders", 1, 0);
        assertThatThrownBy(() -> order.require("example.com/audit", log.keys())).isInstanceOf(ReportRejected.class);
        assertThatThrownBy(() -> proof.require("example.com/other", log.keys())).isInstanceOf(SignatureRejected.class);
        String json = proof.toJson().text();
        for (String bad : List.of("", "{}", json + " ", json.replace("report-proof/1", "report-proof/2"))) {
            assertThatThrownBy(() -> ReportFieldProof.parse(bad)).isInstanceOf(ReportRejected.class);
        }
    }

    /** An event that lies about the log it was computed from: the growth from there does not hold. */
    @Test
    void aPublicationThatNamesAnotherPastIsRefused() {
        Report false1 = new Report(
                new ReportHeader(
                        report.header().kind(),
                        report.header().title(),
                        report.header().rules(),
                        report.header().parameters(),
                        report.header().origin(),
                        4,
                        HashValue.ofRecord(new byte[0])),
                report.tables());
        ReportPublisher publisher = ReportPublisher.of(log.journal);
        long publication = publisher.publish(false1, "compliance");
        ReportFieldProof proof = publisher.prove(false1, "Orders", 1, publication);

        assertThatThrownBy(() -> proof.require("example.com/audit", log.keys())).isInstanceOf(ProofRejected.class);
        ReportHeader elsewhere = new ReportHeader(
                "a",
                "b",
                "c",
                report.header().parameters(),
                "example.com/other",
                4,
                report.header().root());
        assertThatThrownBy(() -> publisher.publish(new Report(elsewhere, report.tables()), "compliance"))
                .isInstanceOf(InvalidInput.class);
    }
}
