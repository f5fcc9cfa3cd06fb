package io.bondtrader.examples.compliance;

import io.bondtrader.compliance.audit.AuditJournal;
import io.bondtrader.compliance.audit.EventIds;
import io.bondtrader.compliance.audit.store.DurableAuditLog;
import io.bondtrader.security.signing.Ed25519Signer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/** The steps of the day, and what they share: a log on disk, a clock that is told the time, keys. */
final class Day {

    static final String ORIGIN = "desk.example/audit";

    private final Path folder;
    private final PrintStream out;
    private Instant now = Instant.parse("2026-11-20T08:00:00Z");
    private int step;
    private boolean asItShould = true;

    Day(Path folder, PrintStream out) {
        this.folder = folder;
        this.out = out;
    }

    /** Lives through the day; returns whether everything came out as it should. */
    boolean run() throws IOException {
        // A key that everybody can read makes every run the same. A desk's key comes from its keyring.
        Ed25519Signer signer = Ed25519Signer.ofSeed(ORIGIN, new byte[32]);
        Path home = folder.resolve("log");
        try (DurableAuditLog log = DurableAuditLog.in(home, ORIGIN, signer).open(() -> now, new SecureRandom())) {
            AuditJournal journal = AuditJournal.of(log, EventIds.of(() -> now, new SplittableRandom(20)), () -> now);
            new TradingMorning(this, journal).run();
            new AbuseAtNoon(this, journal).run();
            new ReportingEvening(this, journal).run();
            new PersonsWish(this, journal).run();
            new AuditorsVisit(this, log, signer.verifier().text()).run(home);
        }
        new AuditorsVisit(this, null, signer.verifier().text()).runAfterTampering(home);
        out.println();
        out.println(asItShould ? "Everything came out as it should." : "Something did NOT come out as it should.");
        return asItShould;
    }

    void step(String title) {
        out.println();
        out.println(++step + ". " + title);
    }

    void say(String line) {
        out.println("   " + line);
    }

    void check(String claim, boolean held) {
        asItShould &= held;
        out.println("   " + (held ? "✓ " : "✗ ") + claim);
    }

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Path file(String name) {
        return folder.resolve(name);
    }
}
