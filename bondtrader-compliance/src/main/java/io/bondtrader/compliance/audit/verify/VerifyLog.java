package io.bondtrader.compliance.audit.verify;

import io.bondtrader.compliance.audit.AuditReceipt;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.security.signing.HashValue;
import io.bondtrader.security.signing.NoteVerifier;
import io.bondtrader.security.signing.TrustedKeys;
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
import java.util.OptionalLong;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * The program of an auditor: verifies a log, a proof or an export with nothing but files and public keys. It reads no
 * configuration, uses no network and writes nothing but its answer.
 *
 * <pre>
 * directory PATH --key VKEY [--key VKEY ...] [--origin NAME] [--witness VKEY ...] [--extends NOTE-FILE]
 * proof FILE --entry FILE --key VKEY [--key VKEY ...] [--origin NAME] [--witness VKEY ...]
 * export PATH --key VKEY [--key VKEY ...] [--origin NAME]
 * </pre>
 *
 * <p>Exit codes are those of {@link Verdict}. The log's name is that of the first key unless it is given.
 */
public final class VerifyLog {

    private static final String USAGE = """
            usage: directory PATH --key VKEY [--key VKEY ...] [--origin NAME] [--witness VKEY ...] [--extends FILE]
                   proof FILE --entry FILE --key VKEY [--key VKEY ...] [--origin NAME] [--witness VKEY ...]
                   export PATH --key VKEY [--key VKEY ...] [--origin NAME]
            exit codes: 0 whole, 1 damaged, 2 unusable, 3 torn tail, 4 doubtful (a revoked key)
            """;

    private static final long LONGEST_FILE = 1L << 20;

    private final List<NoteVerifier> keys = new ArrayList<>();
    private final List<NoteVerifier> witnesses = new ArrayList<>();
    private final Path path;
    private @Nullable String origin;
    private @Nullable Path entry;
    private @Nullable Path kept;

    private VerifyLog(Path path) {
        this.path = path;
    }

    /**
     * Runs the program.
     *
     * @param arguments as above
     */
    public static void main(String[] arguments) {
        // In UTF-8 whatever the terminal's locale is: two machines print the same bytes.
        FileOutputStream console = new FileOutputStream(FileDescriptor.out);
        Verdict verdict = run(List.of(arguments), new PrintStream(console, true, StandardCharsets.UTF_8));
        System.exit(verdict.exitCode());
    }

    /**
     * Runs the program within another.
     *
     * @param arguments as above
     * @param out where the answer goes
     * @return what it came to
     */
    public static Verdict run(List<String> arguments, PrintStream out) {
        try {
            if (arguments.size() < 2) {
                throw new InvalidInput("arguments", arguments.size(), "a command and a path at least");
            }
            VerifyLog command = new VerifyLog(Path.of(arguments.get(1)));
            command.read(arguments.subList(2, arguments.size()));
            Verification found = switch (arguments.get(0)) {
                case "directory" -> command.directory();
                case "proof" -> command.proof();
                case "export" -> command.export();
                default -> throw new InvalidInput("command", arguments.get(0), "directory, proof or export");
            };
            print(found, out);
            return found.verdict();
        } catch (BondTraderException | IOException | InvalidPathException unusable) {
            out.println("UNUSABLE: " + unusable.getMessage());
            out.print(USAGE);
            return Verdict.UNUSABLE;
        }
    }

    private void read(List<String> options) {
        for (int i = 0; i + 1 < options.size(); i += 2) {
            String value = options.get(i + 1);
            switch (options.get(i)) {
                case "--key" -> keys.add(NoteVerifier.parse(value));
                case "--witness" -> witnesses.add(NoteVerifier.parse(value));
                case "--origin" -> origin = value;
                case "--entry" -> entry = Path.of(value);
                case "--extends" -> kept = Path.of(value);
                default -> throw new InvalidInput("option", options.get(i), "one of those below");
            }
        }
        InvalidInput.unless(options.size() % 2 == 0, "options", options.size(), "each followed by its value");
        InvalidInput.unless(!keys.isEmpty(), "number of keys", 0, "1 or more");
    }

    private String origin() {
        return origin == null ? keys.get(0).name() : origin;
    }

    private Verification directory() throws IOException {
        LogVerifier verifier = LogVerifier.trusting(origin(), keys).requiringWitnesses(witnesses);
        return (kept == null ? verifier : verifier.extending(text(kept))).directory(path);
    }

    private Verification proof() throws IOException {
        if (entry == null) {
            throw new InvalidInput("option --entry", "nothing", "given for a proof");
        }
        AuditReceipt receipt = AuditReceipt.parse(text(path));
        byte[] bytes = bytes(entry);
        HashValue leaf = HashValue.ofRecord(bytes);
        try {
            LoggedEvent event =
                    receipt.require(bytes, origin(), TrustedKeys.of(keys).requiring(keys.size()));
            if (!witnesses.isEmpty()) {
                TrustedKeys.of(witnesses).requiring(witnesses.size()).open(receipt.note());
            }
            return new Verification(
                    Verdict.WHOLE,
                    1,
                    leaf,
                    OptionalLong.empty(),
                    List.of("event " + event.index() + " says: "
                            + event.record().action() + " by " + event.record().actor() + " at "
                            + event.record().time()));
        } catch (BondTraderException refused) {
            return new Verification(
                    Verdict.DAMAGED, 0, leaf, OptionalLong.of(receipt.index()), List.of(refused.getMessage()));
        }
    }

    private Verification export() {
        for (ExportVerifier format : ServiceLoader.load(ExportVerifier.class)) {
            if (format.reads(path)) {
                return format.verify(path, origin(), keys);
            }
        }
        throw new MissingData("a verifier for the format of " + path);
    }

    private static byte[] bytes(Path file) throws IOException {
        long size = Files.size(file);
        InvalidInput.unless(size <= LONGEST_FILE, "length of " + file, size, "at most " + LONGEST_FILE);
        return Files.readAllBytes(file);
    }

    private static String text(Path file) throws IOException {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    private static void print(Verification found, PrintStream out) {
        out.println(found.verdict() + ": " + found.size() + " events proven");
        out.println("root " + found.root().toBase64());
        found.firstBadIndex().ifPresent(index -> out.println("first bad index " + index));
        found.findings().forEach(out::println);
    }
}
