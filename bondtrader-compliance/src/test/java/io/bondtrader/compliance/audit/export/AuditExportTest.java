package io.bondtrader.compliance.audit.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.audit.AuditRecord;
import io.bondtrader.compliance.audit.TestLog;
import io.bondtrader.compliance.audit.query.AuditQuery;
import io.bondtrader.compliance.audit.verify.Verdict;
import io.bondtrader.compliance.audit.verify.VerifyLog;
import io.bondtrader.compliance.error.ExportRejected;
import io.bondtrader.compliance.error.LogUnavailable;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.network.IpAddress;
import io.bondtrader.security.signing.Ed25519Signer;
import io.bondtrader.security.signing.HashValue;
import io.bondtrader.security.signing.RangeProof;
import io.bondtrader.security.signing.TrustedKeys;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** An export proves itself, and every change to it is found. */
final class AuditExportTest {

    private final TestLog log = new TestLog();

    @TempDir
    Path folder;

    private Path target;

    @BeforeEach
    void fill() {
        target = folder.resolve("export");
        log.filled(4);
        log.append("bob", "limit.changed", "book \"7\", = 1 <&> ü", Map.of("from", "1", "to", "2"), "sox");
        log.append(
                log.event("eve", "order.created", "bell \u0007 in a name", Map.of()),
                event -> new AuditRecord(
                        event.id(),
                        event.time(),
                        event.actor(),
                        event.role(),
                        IpAddress.parse("192.0.2.1"),
                        event.action(),
                        event.resource(),
                        event.outcome(),
                        "req-1",
                        event.tags(),
                        event.body()));
        log.filled(4);
    }

    private List<Long> verified(Path at) {
        List<Long> read = new ArrayList<>();
        ExportCheck.verify(at, log.keys, event -> read.add(event.index()));
        return read;
    }

    @Test
    void aRangeIsProvenWithoutTheLog() {
        ExportManifest manifest = AuditExport.ofRange(log.log, 2, 7).writeTo(target);

        assertThat(verified(target)).containsExactly(2L, 3L, 4L, 5L, 6L);
        assertThat(ExportCheck.verify(target, log.keys)).isEqualTo(manifest);
        assertThat(manifest.events()).isEqualTo(5);
        assertThat(manifest.omitted()).isZero();
    }

    @Test
    void whatWasNotAskedForLeavesItsHash() throws IOException {
        ExportManifest manifest =
                AuditExport.ofAll(log.log).matching(AuditQuery.all().tag("sox")).writeTo(target);

        assertThat(verified(target)).containsExactly(4L);
        assertThat(manifest.omitted()).isEqualTo(9);
        assertThat(manifest.query()).isEqualTo("{\"tags\":[\"sox\"]}");
        assertThat(Files.readString(target.resolve("omitted.jsonl"))).doesNotContain("ann");
    }

    @Test
    void tablesAndDocumentsAreWrittenBesides() throws Exception {
        AuditExport.ofAll(log.log).also(ExportFormat.CSV).also(ExportFormat.XML).writeTo(target);

        List<String> table = Files.readAllLines(target.resolve("events.csv"));
        assertThat(table).hasSize(11);
        assertThat(table.get(0)).startsWith("index,id,time,actor,role,ip,action,resource,outcome");
        assertThat(table.get(5)).contains("\"book \"\"7\"\", = 1 <&> ü\"");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Document xml = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(Files.readAllBytes(target.resolve("events.xml"))));
        assertThat(xml.getElementsByTagNameNS("urn:bondtrader:audit-export:1", "event")
                        .getLength())
                .isEqualTo(10);
        assertThat(xml.getElementsByTagName("resource").item(4).getTextContent())
                .isEqualTo("book \"7\", = 1 <&> ü");
        assertThat(xml.getElementsByTagName("resource").item(5).getTextContent())
                .isEqualTo("bell \\u0007 in a name");
        assertThat(verified(target)).hasSize(10);
    }

    @Test
    void theSameRangeIsTheSameBytes() throws IOException {
        AuditExport export = AuditExport.ofAll(log.log).also(ExportFormat.XML).also(ExportFormat.CSV);
        export.writeTo(target);
        export.writeTo(folder.resolve("again"));

        try (Stream<Path> files = Files.list(target)) {
            for (Path file : files.toList()) {
                assertThat(folder.resolve("again").resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
    }

    @Test
    void anExportIsThereWholeOrNotAtAll() throws IOException {
        Files.createDirectory(target);

        assertThatThrownBy(() -> AuditExport.ofAll(log.log).writeTo(target)).isInstanceOf(LogUnavailable.class);
        assertThat(target).isEmptyDirectory();

        Path part = Files.createDirectory(folder.resolve("other.part"));
        Files.writeString(part.resolve("left.txt"), "from a crash");
        AuditExport.ofAll(log.log).writeTo(folder.resolve("other"));

        assertThat(verified(folder.resolve("other"))).hasSize(10);
        assertThat(part).doesNotExist();
    }

    @Test
    void anotherKeyProvesNothing() {
        AuditExport.ofAll(log.log).writeTo(target);
        byte[] seed = new byte[32];
        seed[0] = 1;
        TrustedKeys others =
                TrustedKeys.of(Ed25519Signer.ofSeed(TestLog.ORIGIN, seed).verifier());

        assertThatThrownBy(() -> ExportCheck.verify(target, others)).isInstanceOf(ExportRejected.class);
    }

    @Test
    void aChangedEventIsNamedByTheChain() throws IOException {
        AuditExport.ofAll(log.log).writeTo(target);
        edit("events.jsonl", text -> text.replace("ord-2", "ord-9"));

        assertThatThrownBy(() -> verified(target))
                .isInstanceOf(ExportRejected.class)
                .hasMessageContaining("event 2 is not the one that event 3");
    }

    @Test
    void aLeftOutEventIsNamed() throws IOException {
        AuditExport.ofAll(log.log).writeTo(target);
        edit("events.jsonl", text -> {
            List<String> lines = new ArrayList<>(text.lines().toList());
            lines.remove(6);
            return String.join("\n", lines) + "\n";
        });

        assertThatThrownBy(() -> verified(target)).hasMessageContaining("event 6 is missing");
    }

    /** Hiding an event among the omitted ones: its hash is right, but the line is gone, and the counts tell. */
    @Test
    void anEventCannotBeMovedToTheOmittedOnesUnseen() throws IOException {
        AuditExport.ofAll(log.log).writeTo(target);
        String[] hidden = new String[1];
        edit("events.jsonl", text -> {
            List<String> lines = new ArrayList<>(text.lines().toList());
            hidden[0] = lines.remove(9);
            return String.join("\n", lines) + "\n";
        });
        byte[] entry = hidden[0]
                .substring("{\"entry\":".length(), hidden[0].indexOf(",\"index\":9}"))
                .getBytes(UTF_8);
        String leaf = HashValue.ofRecord(entry).toBase64();
        Files.writeString(target.resolve("omitted.jsonl"), "{\"index\":9,\"leaf\":\"" + leaf + "\"}\n");

        assertThatThrownBy(() -> verified(target)).isInstanceOf(ExportRejected.class);
    }

    /** Events that hang together and a manifest that fits them: only the root under the signature tells. */
    @Test
    void anInventedLogUnderATrueCheckpointIsRefused() throws IOException {
        ExportManifest real = AuditExport.ofAll(log.log).writeTo(target);
        TestLog invented = new TestLog().filled(10);
        Path other = folder.resolve("invented");
        ExportManifest made = AuditExport.ofAll(invented.log).writeTo(other);
        ExportManifest forged = new ExportManifest(
                real.origin(),
                made.startInclusive(),
                made.endExclusive(),
                made.query(),
                made.events(),
                made.omitted(),
                made.files(),
                real.proof(),
                real.signedCheckpoint());
        Files.writeString(other.resolve("manifest.json"), forged.toJson().text());

        assertThatThrownBy(() -> verified(other))
                .isInstanceOf(ExportRejected.class)
                .hasMessageContaining("do not lead to the signed checkpoint");
    }

    /** Nodes of the tree pass for hashes of omitted events of a smaller log: only the size under the signature tells. */
    @Test
    void aSmallerLogOfTheSameRootIsRefused() throws IOException {
        ExportManifest real = AuditExport.ofAll(log.log)
                .matching(AuditQuery.all().action("nothing"))
                .writeTo(target);
        HashValue eight = log.log.range(8, 10, 10).outside().get(0);
        HashValue two = log.log.range(0, 8, 10).outside().get(0);
        Path omitted = target.resolve("omitted.jsonl");
        Files.writeString(
                omitted,
                "{\"index\":0,\"leaf\":\"" + eight.toBase64() + "\"}\n{\"index\":1,\"leaf\":\"" + two.toBase64()
                        + "\"}\n");
        SortedMap<String, ExportManifest.FileDigest> files = new TreeMap<>(real.files());
        files.put("omitted.jsonl", Digests.of(omitted));
        ExportManifest forged = new ExportManifest(
                real.origin(),
                0,
                2,
                real.query(),
                0,
                2,
                files,
                new RangeProof(0, 2, 2, List.of()),
                real.signedCheckpoint());
        Files.writeString(target.resolve("manifest.json"), forged.toJson().text());

        assertThatThrownBy(() -> verified(target))
                .isInstanceOf(ExportRejected.class)
                .hasMessageContaining("do not lead to the signed checkpoint of 10");
    }

    @Test
    void aProofOfAnotherLengthIsRefusedForWhatItIs() throws IOException {
        AuditExport.ofRange(log.log, 2, 7).writeTo(target);
        edit("manifest.json", text -> text.replaceFirst("\"proof\":\\[\"[^\"]+\",", "\"proof\":["));

        assertThatThrownBy(() -> verified(target)).hasMessageContaining("do not lead to the signed checkpoint");
    }

    @Test
    void linesAfterTheLastAreRefused() throws IOException {
        AuditExport.ofRange(log.log, 2, 7).writeTo(target);
        for (String file : List.of("events.jsonl", "omitted.jsonl")) {
            String before = Files.readString(target.resolve(file));
            edit(file, text -> text + "{}\n");
            assertThatThrownBy(() -> verified(target)).hasMessageContaining("more lines than events");
            edit(file, text -> before);
        }
        assertThat(verified(target)).hasSize(5);
    }

    /** The auditor's program finds the format by itself. */
    @Test
    void theProgramOfTheAuditorVerifiesAnExport() throws IOException {
        AuditExport.ofAll(log.log).matching(AuditQuery.all().actor("ann")).writeTo(target);
        String key =
                Ed25519Signer.ofSeed(TestLog.ORIGIN, new byte[32]).verifier().text();
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        assertThat(VerifyLog.run(
                        List.of("export", target.toString(), "--key", key), new PrintStream(said, true, UTF_8)))
                .isEqualTo(Verdict.WHOLE);
        assertThat(said.toString(UTF_8)).contains("WHOLE: 8 events proven", "2 are left out");

        edit("events.jsonl", text -> text.replace("ord-2", "ord-9"));
        assertThat(VerifyLog.run(
                        List.of("export", target.toString(), "--key", key), new PrintStream(said, true, UTF_8)))
                .isEqualTo(Verdict.DAMAGED);
        assertThat(said.toString(UTF_8)).contains("first bad index 2");
    }

    @Test
    void aFileMoreOrLessIsSeen() throws IOException {
        AuditExport.ofAll(log.log).also(ExportFormat.CSV).writeTo(target);
        Path more = Files.writeString(target.resolve("notes.txt"), "read me");
        assertThatThrownBy(() -> verified(target)).isInstanceOf(ExportRejected.class);
        Files.delete(more);
        assertThat(verified(target)).hasSize(10);
        Files.delete(target.resolve("events.csv"));
        assertThatThrownBy(() -> verified(target)).isInstanceOf(ExportRejected.class);
    }

    private void edit(String file, UnaryOperator<String> change) throws IOException {
        Path path = target.resolve(file);
        Files.writeString(path, change.apply(Files.readString(path)));
    }

    /** Bits flipped, bytes cut, added and swapped anywhere in any file: nothing passes. */
    @Test
    void noRandomChangePasses() throws IOException {
        AuditExport.ofAll(log.log)
                .matching(AuditQuery.all().action("order.*"))
                .also(ExportFormat.CSV)
                .also(ExportFormat.XML)
                .writeTo(target);
        ExportManifest whole = ExportCheck.verify(target, log.keys);
        List<Path> files;
        try (Stream<Path> all = Files.list(target)) {
            files = all.sorted().toList();
        }
        SplittableRandom random = new SplittableRandom(Long.getLong("export.seed", 41L));
        for (int i = 0; i < 1500; i++) {
            Path file = files.get(random.nextInt(files.size()));
            byte[] before = Files.readAllBytes(file);
            byte[] after = mutated(before, random);
            Files.write(file, after);
            if (!Arrays.equals(before, after)) {
                String what = "change " + i + " to " + file.getFileName();
                // What was asked for is the exporter's word; everything else is proven.
                assertThat(passing(whole)).as(what).isIn("refused", "passed, with another query");
            }
            Files.write(file, before);
        }
        assertThat(verified(target)).hasSize(9);
    }

    private String passing(ExportManifest whole) {
        try {
            ExportManifest read = ExportCheck.verify(target, log.keys);
            String before = whole.toJson().text().replace(quoted(whole.query()), "");
            String after = read.toJson().text().replace(quoted(read.query()), "");
            return before.equals(after) && !whole.query().equals(read.query())
                    ? "passed, with another query"
                    : "passed";
        } catch (ExportRejected refused) {
            return "refused";
        }
    }

    private static String quoted(String query) {
        return CanonicalJson.of(query).text();
    }

    private static byte[] mutated(byte[] bytes, SplittableRandom random) {
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(4)) {
            case 0 -> {
                byte[] flipped = bytes.clone();
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                return flipped;
            }
            case 1 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 2 -> {
                byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
                System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
                longer[at] = (byte) random.nextInt(128);
                return longer;
            }
            default -> {
                List<String> lines =
                        new ArrayList<>(new String(bytes, UTF_8).lines().toList());
                Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
                return (String.join("\n", lines) + "\n").getBytes(UTF_8);
            }
        }
    }

    @Test
    void aRangeLiesInTheLog() {
        assertThatThrownBy(() -> AuditExport.ofRange(log.log, 3, 3)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> AuditExport.ofRange(log.log, -1, 3)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> AuditExport.ofRange(log.log, 0, 11)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> AuditExport.ofAll(new TestLog().log)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aFolderThatIsNoExportIsRefused() throws IOException {
        assertThatThrownBy(() -> verified(folder.resolve("nothing"))).isInstanceOf(ExportRejected.class);
        Files.writeString(folder.resolve("manifest.json"), "[]");
        assertThatThrownBy(() -> verified(folder)).isInstanceOf(ExportRejected.class);
    }
}
