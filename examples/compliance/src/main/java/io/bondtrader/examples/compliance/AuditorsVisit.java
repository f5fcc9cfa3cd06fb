package io.bondtrader.examples.compliance;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bondtrader.compliance.audit.AuditReceipt;
import io.bondtrader.compliance.audit.export.AuditExport;
import io.bondtrader.compliance.audit.export.ExportFormat;
import io.bondtrader.compliance.audit.query.AuditQuery;
import io.bondtrader.compliance.audit.store.DurableAuditLog;
import io.bondtrader.compliance.audit.verify.Verdict;
import io.bondtrader.compliance.audit.verify.VerifyLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An auditor with files and a public key: no network, no configuration, nothing of the desk's. */
final class AuditorsVisit {

    private final Day day;
    private final @Nullable DurableAuditLog log;
    private final String key;

    AuditorsVisit(Day day, @Nullable DurableAuditLog log, String key) {
        this.day = day;
        this.log = log;
        this.key = key;
    }

    /** Gives the auditor an export and a receipt, and the folder of the log itself. */
    void run(Path home) throws IOException {
        if (log == null) {
            throw new IllegalStateException("the log is closed");
        }
        day.step("An auditor verifies offline");
        log.publish();
        AuditExport.ofAll(log)
                .matching(AuditQuery.all().tag("mifid2"))
                .also(ExportFormat.CSV)
                .writeTo(day.file("for-the-auditor"));
        Files.writeString(day.file("event-2.proof"), AuditReceipt.of(log, 2).text());
        Files.write(day.file("event-2.json"), log.entry(2));
        day.check("the log is whole", verify("directory", home.toString()) == Verdict.WHOLE);
        day.check(
                "the export is whole",
                verify("export", day.file("for-the-auditor").toString()) == Verdict.WHOLE);
        day.check(
                "the receipt of event 2 holds",
                verify(
                                "proof",
                                day.file("event-2.proof").toString(),
                                "--entry",
                                day.file("event-2.json").toString())
                        == Verdict.WHOLE);
    }

    /** Somebody changes one letter of the log on disk. */
    void runAfterTampering(Path home) throws IOException {
        day.step("Somebody changes one letter");
        try (Stream<Path> files = Files.list(home.resolve("segments"))) {
            Path segment = files.sorted().findFirst().orElseThrow();
            byte[] bytes = Files.readAllBytes(segment);
            int at = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("400000");
            bytes[at] = '9';
            Files.write(segment, bytes);
        }
        day.say("the 400,000 of the second trade became 900,000");
        day.check("the auditor finds it", verify("directory", home.toString()) == Verdict.DAMAGED);
    }

    private Verdict verify(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--key");
        all.add(key);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Verdict verdict = VerifyLog.run(all, new PrintStream(said, true, UTF_8));
        said.toString(UTF_8)
                .lines()
                .filter(line -> !line.startsWith("root "))
                .forEach(line -> day.say(arguments[0] + ": " + line));
        return verdict;
    }
}
