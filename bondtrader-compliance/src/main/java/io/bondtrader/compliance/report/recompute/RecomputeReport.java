package io.bondtrader.compliance.report.recompute;

import io.bondtrader.compliance.audit.AuditTrail;
import io.bondtrader.compliance.audit.verify.LogFolder;
import io.bondtrader.compliance.error.LogDamaged;
import io.bondtrader.compliance.report.Recomputation;
import io.bondtrader.compliance.report.ReportDefinition;
import io.bondtrader.compliance.report.basel.CapitalReport;
import io.bondtrader.compliance.report.basel.LiquidityReport;
import io.bondtrader.compliance.report.basel.StressReport;
import io.bondtrader.compliance.report.execution.ExecutionQualityReport;
import io.bondtrader.compliance.report.sox.AccessMatrixReport;
import io.bondtrader.compliance.report.sox.ChangeLogReport;
import io.bondtrader.compliance.report.sox.ControlEvidenceReport;
import io.bondtrader.compliance.report.sox.DutyViolationsReport;
import io.bondtrader.compliance.report.sox.RecertificationReport;
import io.bondtrader.compliance.report.transaction.ReportingEvent;
import io.bondtrader.compliance.report.transaction.TransactionReportingReport;
import io.bondtrader.compliance.retention.ArchivedTrail;
import io.bondtrader.compliance.retention.AuditArchive;
import io.bondtrader.compliance.retention.FolderArchives;
import io.bondtrader.compliance.retention.RecordClassifier;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.security.error.SignatureRejected;
import io.bondtrader.security.signing.NoteVerifier;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The program of an auditor: computes reports again from the folder of a log, and the archives of what was taken out of it, and
 * compares them to the byte. It verifies the folder first, reads no configuration, uses no network and writes nothing but its
 * answer.
 *
 * <pre>
 * LOG-FOLDER --key VKEY [--key VKEY ...] [--origin NAME] [--archives FOLDER] [--report FILE ...] [--sent FILE ...]
 * </pre>
 *
 * <p>{@code --report} is the JSON of a report of any kind of {@link #definitions}. {@code --sent} is a file of transaction reports
 * as it went to the authority: the log must have an event with its digest; its content needs the keys of the persons in it and is
 * made again by {@link io.bondtrader.compliance.report.transaction.TransactionReportFactory}. Exit codes are those of {@link
 * Answer}; of several files the worst counts.
 */
public final class RecomputeReport {

    private static final String USAGE = """
            usage: LOG-FOLDER --key VKEY [--key VKEY ...] [--origin NAME] [--archives FOLDER]
                   [--report FILE ...] [--sent FILE ...]
            exit codes: 0 the same, 1 another, 2 unusable, 3 the log is damaged
            """;

    private static final long LONGEST_FILE = 1L << 28;

    private final Path folder;
    private final List<NoteVerifier> keys = new ArrayList<>();
    private final List<Path> reports = new ArrayList<>();
    private final List<Path> sent = new ArrayList<>();
    private @Nullable String origin;
    private @Nullable Path archives;

    private RecomputeReport(Path folder) {
        this.folder = folder;
    }

    /** What the program came to, and its exit code. The later is the worse. */
    public enum Answer {
        /** Every report is to the byte what the log says. */
        SAME(0),
        /** A report says something else than the log. */
        DIFFERS(1),
        /** Nothing could be said: files are missing or unreadable, or the command makes no sense. */
        UNUSABLE(2),
        /** The log is not what was signed: nothing is computed from it. */
        DAMAGED(3);

        private final int exitCode;

        Answer(int exitCode) {
            this.exitCode = exitCode;
        }

        /** {@return the exit code of the program} */
        public int exitCode() {
            return exitCode;
        }
    }

    /** {@return a definition of every kind of report of the library} */
    public static List<ReportDefinition> definitions() {
        return List.of(
                new AccessMatrixReport(),
                new DutyViolationsReport(),
                new RecertificationReport(),
                new ChangeLogReport(),
                new ControlEvidenceReport(),
                new CapitalReport(),
                new LiquidityReport(),
                new StressReport(),
                new ExecutionQualityReport(),
                new TransactionReportingReport());
    }

    /**
     * Runs the program.
     *
     * @param arguments as above
     */
    public static void main(String[] arguments) {
        // In UTF-8 whatever the terminal's locale is: two machines print the same bytes.
        FileOutputStream console = new FileOutputStream(FileDescriptor.out);
        Answer answer = run(List.of(arguments), new PrintStream(console, true, StandardCharsets.UTF_8));
        System.exit(answer.exitCode());
    }

    /**
     * Runs the program within another.
     *
     * @param arguments as above
     * @param out where the answer goes
     * @return what it came to
     */
    public static Answer run(List<String> arguments, PrintStream out) {
        try {
            InvalidInput.unless(!arguments.isEmpty(), "arguments", 0, "a folder at least");
            RecomputeReport command = new RecomputeReport(Path.of(arguments.get(0)));
            command.read(arguments.subList(1, arguments.size()));
            return command.answer(out);
        } catch (LogDamaged | SignatureRejected damaged) {
            out.println("DAMAGED: " + damaged.getMessage());
            return Answer.DAMAGED;
        } catch (BondTraderException | IOException | InvalidPathException unusable) {
            out.println("UNUSABLE: " + unusable.getMessage());
            out.print(USAGE);
            return Answer.UNUSABLE;
        }
    }

    private void read(List<String> options) {
        InvalidInput.unless(options.size() % 2 == 0, "options", options.size(), "each followed by its value");
        for (int i = 0; i < options.size(); i += 2) {
            String value = options.get(i + 1);
            switch (options.get(i)) {
                case "--key" -> keys.add(NoteVerifier.parse(value));
                case "--origin" -> origin = value;
                case "--archives" -> archives = Path.of(value);
                case "--report" -> reports.add(Path.of(value));
                case "--sent" -> sent.add(Path.of(value));
                default -> throw new InvalidInput("option", options.get(i), "one of those below");
            }
        }
        InvalidInput.unless(!keys.isEmpty(), "number of keys", 0, "1 or more");
        InvalidInput.unless(!reports.isEmpty() || !sent.isEmpty(), "number of reports", 0, "1 or more");
    }

    private Answer answer(PrintStream out) throws IOException {
        LogFolder log = LogFolder.open(folder, origin == null ? keys.get(0).name() : origin, keys);
        AuditTrail trail = archives == null ? log : archived(log, archives);
        out.println("log " + log.checkpoint().origin() + ", "
                + log.checkpoint().size() + " events, root "
                + log.checkpoint().root().toBase64());
        Recomputation recomputation = Recomputation.from(trail, log.keys(), definitions());
        Answer worst = Answer.SAME;
        for (Path report : reports) {
            Optional<Recomputation.Difference> found = recomputation.compare(text(report));
            out.println(found.map(difference -> "DIFFERS " + report + ": " + difference)
                    .orElse("SAME " + report));
            worst = found.isPresent() ? Answer.DIFFERS : worst;
        }
        for (Path file : sent) {
            long event = sent(trail, sha256(file));
            out.println(
                    event < 0
                            ? "DIFFERS " + file + ": no event says that it was sent"
                            : "SAME " + file + ": event " + event + " says that it was sent");
            worst = event < 0 ? Answer.DIFFERS : worst;
        }
        return worst;
    }

    private AuditTrail archived(LogFolder log, Path place) {
        // The store would make the folder, and this program writes nothing.
        if (!Files.isDirectory(place)) {
            throw new MissingData("a folder of archives at " + place);
        }
        AuditArchive archive = AuditArchive.in(FolderArchives.in(place), RecordClassifier.standard());
        return ArchivedTrail.of(log, archive, log.keysSince(keys));
    }

    private static long sent(AuditTrail trail, String digest) {
        long[] found = {-1};
        trail.read(0, trail.checkpoint().size(), event -> {
            ReportingEvent read =
                    ReportingEvent.read(event.record().action(), event.record().body());
            if (read instanceof ReportingEvent.FileSent file && file.sha256().equals(digest)) {
                found[0] = event.index();
            }
        });
        return found[0];
    }

    private static String sha256(Path file) throws IOException {
        return ReportingEvent.FileSent.digest(bytes(file));
    }

    private static byte[] bytes(Path file) throws IOException {
        long size = Files.size(file);
        InvalidInput.unless(size <= LONGEST_FILE, "length of " + file, size, "at most " + LONGEST_FILE);
        return Files.readAllBytes(file);
    }

    private static String text(Path file) throws IOException {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }
}
