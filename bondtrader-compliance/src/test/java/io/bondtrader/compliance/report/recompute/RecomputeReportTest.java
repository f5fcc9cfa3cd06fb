package io.bondtrader.compliance.report.recompute;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.bondtrader.compliance.audit.AuditJournal;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.audit.Samples;
import io.bondtrader.compliance.audit.store.CommitPolicy;
import io.bondtrader.compliance.audit.store.DurableAuditLog;
import io.bondtrader.compliance.audit.verify.LogFolder;
import io.bondtrader.compliance.error.LogDamaged;
import io.bondtrader.compliance.error.LogUnavailable;
import io.bondtrader.compliance.report.Report;
import io.bondtrader.compliance.report.ReportDefinition;
import io.bondtrader.compliance.report.ReportParameters;
import io.bondtrader.compliance.report.VerifiedLog;
import io.bondtrader.compliance.report.recompute.RecomputeReport.Answer;
import io.bondtrader.compliance.report.sox.AccessJournal;
import io.bondtrader.compliance.report.transaction.Cancellation;
import io.bondtrader.compliance.report.transaction.ReportingEvent;
import io.bondtrader.compliance.report.transaction.TransactionReference;
import io.bondtrader.compliance.retention.AuditArchive;
import io.bondtrader.compliance.retention.FolderArchives;
import io.bondtrader.compliance.retention.RecordClassifier;
import io.bondtrader.core.bond.Lei;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.signing.NoteVerifier;
import io.bondtrader.security.signing.TrustedKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An auditor computes reports again from a copy of the log, by one command. */
final class RecomputeReportTest {

    private static final NoteVerifier KEY = Samples.signer().verifier();
    private static final TrustedKeys KEYS = TrustedKeys.of(KEY);
    private static final PersonId ADA = PersonId.of("ada");
    private static final byte[] SENT = "a file".getBytes(UTF_8);
    private static final int EVENTS = 400;

    @TempDir
    Path folder;

    private Path logs;
    private Path archives;
    private List<Path> reports;

    /** Access, a file that was sent, and much else; a report of every kind at that size; and then the log grows. */
    @BeforeEach
    void fill() throws IOException {
        logs = folder.resolve("log");
        archives = folder.resolve("archives");
        reports = new ArrayList<>();
        try (DurableAuditLog log = open()) {
            AuditJournal journal = AuditJournal.of(log, Samples.ids(), Samples.CLOCK);
            AccessJournal access = AccessJournal.of(journal);
            access.accountOpened(ADA, AccountId.of("front-1"), PersonId.of("carol"));
            access.roleDefined(ADA, "trader", new TreeSet<>(Set.of("order.create")));
            access.roleGranted(ADA, PersonId.of("ben"), AccountId.of("front-1"), "trader", "");
            Lei firm = Lei.of("529900T8BM49AURSDO55");
            ReportingEvent sent = ReportingEvent.FileSent.of(
                    "F1", List.of(new Cancellation(TransactionReference.of("EX1"), firm, firm)), SENT);
            journal.write("reporter", sent.action(), "F1", Outcome.SUCCESS, sent.body());
            for (int i = 0; i < EVENTS; i += 50) {
                log.append(Samples.orders(Samples.ids(), i, i + 50)).join();
            }
            VerifiedLog verified = VerifiedLog.newest(log, KEYS);
            for (ReportDefinition definition : RecomputeReport.definitions()) {
                Report report = definition.compute(verified, year());
                reports.add(Files.writeString(
                        folder.resolve(definition.kind() + ".json"),
                        report.toJson().text()));
            }
            log.append(Samples.orders(Samples.ids(), EVENTS, EVENTS + 10)).join();
        }
    }

    private DurableAuditLog open() {
        return DurableAuditLog.in(logs, Samples.ORIGIN, Samples.signer())
                .commits(CommitPolicy.standard().withSegmentBytes(40_000))
                .open(Samples.CLOCK, new SecureRandom());
    }

    private static ReportParameters year() {
        return ReportParameters.between(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2027-01-01T00:00:00Z"));
    }

    /** The answer and what was printed. */
    private record Ran(Answer answer, String text) {}

    private Ran run(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of(logs.toString(), "--key", KEY.text(), "--origin", Samples.ORIGIN));
        arguments.addAll(List.of(more));
        return runWith(arguments);
    }

    private static Ran runWith(List<String> arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Answer answer = RecomputeReport.run(arguments, new PrintStream(bytes, true, UTF_8));
        return new Ran(answer, bytes.toString(UTF_8));
    }

    private String[] all() {
        return reports.stream()
                .flatMap(report -> Stream.of("--report", report.toString()))
                .toArray(String[]::new);
    }

    @Test
    void everyKindIsComputedAgain() {
        Ran ran = run(all());

        assertThat(ran.text().lines().filter(line -> line.startsWith("SAME "))).hasSize(reports.size());
        assertThat(ran.answer()).isEqualTo(Answer.SAME);
        assertThat(ran.text()).startsWith("log " + Samples.ORIGIN + ", " + (EVENTS + 14) + " events, root ");
    }

    @Test
    void everyDefinitionOfTheLibraryIsAmongThem() {
        Set<String> known = RecomputeReport.definitions().stream()
                .map(definition -> definition.getClass().getName())
                .collect(Collectors.toSet());
        Set<String> there = new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.bondtrader.compliance")
                        .stream()
                        .filter(type -> type.isAssignableTo(ReportDefinition.class) && !type.isInterface())
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());

        assertThat(known).isEqualTo(there);
    }

    @Test
    void aProcessOfItsOwnSaysSoByItsExitCode() throws IOException, InterruptedException {
        Path matrix = folder.resolve("sox.access_matrix.json");
        assertThat(process(matrix)).isZero();
        Files.writeString(matrix, Files.readString(matrix).replace("\"carol\"", "\"clara\""));
        assertThat(process(matrix)).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("out")))
                .contains("DIFFERS " + matrix
                        + ": Roles held, row 0, column Person: the report says 'clara', the log 'carol'");
    }

    private int process(Path report) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RecomputeReport.class.getName(),
                        logs.toString(),
                        "--key",
                        KEY.text(),
                        "--origin",
                        Samples.ORIGIN,
                        "--report",
                        report.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    @Test
    void theWorstOfSeveralCounts() throws IOException {
        Path capital = folder.resolve("basel.capital.json");
        Files.writeString(capital, Files.readString(capital).replace("\"title\":\"Capital", "\"title\":\"Copital"));

        Ran ran = run(all());
        assertThat(ran.answer()).isEqualTo(Answer.DIFFERS);
        assertThat(ran.text().lines().filter(line -> line.startsWith("SAME "))).hasSize(reports.size() - 1);
        assertThat(ran.text()).contains("DIFFERS " + capital + ": header, title");
    }

    @Test
    void aFileThatWasSentIsKnownByItsDigest() throws IOException {
        Path sent = Files.write(folder.resolve("F1.xml"), SENT);
        Path other = Files.writeString(folder.resolve("F2.xml"), "another");

        assertThat(run("--sent", sent.toString()))
                .satisfies(ran -> assertThat(ran.answer()).isEqualTo(Answer.SAME))
                .satisfies(ran -> assertThat(ran.text()).contains("event 3 says that it was sent"));
        assertThat(run("--sent", sent.toString(), "--sent", other.toString()).answer())
                .isEqualTo(Answer.DIFFERS);
    }

    @Test
    void aDamagedLogGivesNoReport() throws IOException {
        Path segment;
        try (Stream<Path> files = Files.list(logs.resolve("segments"))) {
            segment = files.sorted().findFirst().orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 2] ^= 1;
        Files.write(segment, bytes);

        Ran ran = run(all());
        assertThat(ran.answer()).isEqualTo(Answer.DAMAGED);
        assertThat(ran.text()).startsWith("DAMAGED: ").doesNotContain("SAME");
        assertThatThrownBy(() -> LogFolder.open(logs, Samples.ORIGIN, List.of(KEY)))
                .isInstanceOf(LogDamaged.class);
    }

    @Test
    void aLogOfAnotherKeyGivesNoReport() {
        String stranger = Samples.signer("example.com/other", 9).verifier().text();
        assertThat(runWith(List.of(
                                logs.toString(),
                                "--key",
                                stranger,
                                "--origin",
                                Samples.ORIGIN,
                                "--report",
                                reports.get(0).toString()))
                        .answer())
                .isEqualTo(Answer.DAMAGED);
    }

    @Test
    void whatMakesNoSenseIsUnusable() throws IOException {
        Path unknown = Files.writeString(
                folder.resolve("unknown.json"),
                Files.readString(reports.get(0)).replace("sox.access_matrix", "sox.other"));
        Path text = Files.writeString(folder.resolve("text.json"), "no report");
        String key = KEY.text();
        String report = reports.get(0).toString();
        for (List<String> arguments : List.of(
                List.<String>of(),
                List.of(logs.toString()),
                List.of(logs.toString(), "--key", key),
                List.of(logs.toString(), "--key", key, "--report"),
                List.of(logs.toString(), "--key", "no key", "--report", report),
                List.of(logs.toString(), "--report", report),
                List.of(logs.toString(), "--key", key, "--colour", "red", "--report", report),
                List.of(
                        folder.resolve("nothing").toString(),
                        "--key",
                        key,
                        "--origin",
                        Samples.ORIGIN,
                        "--report",
                        report),
                List.of(logs.toString(), "--key", key, "--origin", Samples.ORIGIN, "--report", unknown.toString()),
                List.of(logs.toString(), "--key", key, "--origin", Samples.ORIGIN, "--report", text.toString()),
                List.of(logs.toString(), "--key", key, "--origin", Samples.ORIGIN, "--report", folder + "/none.json"),
                List.of(
                        logs.toString(),
                        "--key",
                        key,
                        "--origin",
                        Samples.ORIGIN,
                        "--archives",
                        folder + "/none",
                        "--report",
                        report))) {
            Ran ran = runWith(arguments);
            assertThat(ran.answer()).as("%s", arguments).isEqualTo(Answer.UNUSABLE);
            assertThat(ran.text()).contains("UNUSABLE: ", "usage: ");
        }
        assertThat(Files.exists(folder.resolve("none"))).isFalse();
        assertThat(RecomputeReport.Answer.values()).extracting(Answer::exitCode).containsExactly(0, 1, 2, 3);
    }

    @Test
    void afterTheLogWasPrunedTheArchivesAnswer() {
        try (DurableAuditLog log = open()) {
            AuditArchive archive = AuditArchive.in(FolderArchives.in(archives), RecordClassifier.standard());
            archive.archive(AuditJournal.of(log, Samples.ids(), Samples.CLOCK), 300, KEYS, "archivist");
            archive.prune(log, KEYS);
        }
        LogFolder pruned = LogFolder.open(logs, Samples.ORIGIN, List.of(KEY));
        assertThat(pruned.firstEntry()).isPositive();

        Ran without = run(all());
        assertThat(without.answer()).isEqualTo(Answer.UNUSABLE);
        assertThat(without.text()).contains("archived");
        List<String> arguments = new ArrayList<>(List.of("--archives", archives.toString()));
        arguments.addAll(List.of(all()));
        assertThat(run(arguments.toArray(String[]::new)).answer()).isEqualTo(Answer.SAME);
    }

    @Test
    void theFolderReadsAsTheLogItself() {
        LogFolder read = LogFolder.open(logs, Samples.ORIGIN, List.of(KEY));
        try (DurableAuditLog log = open()) {
            long size = log.checkpoint().size();
            assertThat(read.checkpoint()).isEqualTo(log.checkpoint());
            List<LoggedEvent> events = new ArrayList<>();
            read.read(0, size, events::add);
            List<LoggedEvent> original = new ArrayList<>();
            log.read(0, size, original::add);
            assertThat(events).isEqualTo(original);
            assertThat(read.entry(7)).isEqualTo(log.entry(7));
            assertThat(read.inclusion(7, size)).isEqualTo(log.inclusion(7, size));
            assertThat(read.consistency(5, size)).isEqualTo(log.consistency(5, size));
            assertThat(read.range(2, 9, size)).isEqualTo(log.range(2, 9, size));
            assertThat(KEYS.open(read.signedCheckpoint()).text()).startsWith(Samples.ORIGIN + "\n" + size + "\n");
            assertThatThrownBy(() -> read.read(0, size + 1, event -> {})).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> read.read(-1, 2, event -> {})).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> read.entry(size)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> read.entry(-1)).isInstanceOf(InvalidInput.class);
        }
        assertThatThrownBy(() -> LogFolder.open(folder.resolve("none"), Samples.ORIGIN, List.of(KEY)))
                .isInstanceOf(MissingData.class);
    }

    @Test
    void anEntryThatChangesAfterTheFolderWasVerifiedIsRefused() throws IOException {
        LogFolder read = LogFolder.open(logs, Samples.ORIGIN, List.of(KEY));
        byte[] entry = read.entry(7);
        Path segment;
        try (Stream<Path> files = Files.list(logs.resolve("segments"))) {
            segment = files.sorted().findFirst().orElseThrow();
        }
        String text = Files.readString(segment, StandardCharsets.ISO_8859_1);
        int place = text.indexOf(new String(entry, StandardCharsets.ISO_8859_1));
        byte[] bytes = Files.readAllBytes(segment);
        bytes[place + entry.length / 2] ^= 1;
        Files.write(segment, bytes);

        assertThat(place).isPositive();
        assertThatThrownBy(() -> read.entry(7)).isInstanceOf(LogDamaged.class).hasMessageContaining("index 7");
        assertThatThrownBy(() -> read.read(0, 9, event -> {})).isInstanceOf(LogDamaged.class);
        assertThat(read.entry(6)).isNotEmpty();
        Files.delete(segment);
        assertThatThrownBy(() -> read.entry(6)).isInstanceOf(LogUnavailable.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aTornEndIsLeftOut(boolean cut) throws IOException {
        Path last;
        try (Stream<Path> files = Files.list(logs.resolve("segments"))) {
            last = files.sorted().reduce((before, after) -> after).orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(last);
        if (!cut) {
            Arrays.fill(bytes, bytes.length - 400, bytes.length, (byte) 0);
        }
        Files.write(last, cut ? Arrays.copyOf(bytes, bytes.length - 10) : bytes);

        LogFolder read = LogFolder.open(logs, Samples.ORIGIN, List.of(KEY));
        long size = read.checkpoint().size();
        List<LoggedEvent> events = new ArrayList<>();
        read.read(0, size, events::add);

        assertThat(events).hasSize((int) size).hasSize(4 + EVENTS);
        assertThat(read.inclusion(size - 1, size)
                        .proves(
                                events.get(events.size() - 1).leaf(),
                                read.checkpoint().root()))
                .isTrue();
        assertThatThrownBy(() -> read.inclusion(0, size + 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> read.entry(size)).isInstanceOf(InvalidInput.class);
    }
}
