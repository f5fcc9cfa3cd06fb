package io.bondtrader.compliance.audit;

import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.security.signing.Ed25519Signer;
import io.bondtrader.security.signing.TrustedKeys;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** A log in memory, and events to fill it with. Times are a second apart. */
public final class TestLog {

    /** The log's name. */
    public static final String ORIGIN = "example.com/audit";

    /** When the first event happens. */
    public static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    /** The log. */
    public final InMemoryAuditLog log;

    /** The keys that its checkpoints are signed by. */
    public final TrustedKeys keys;

    private final EventIds ids;
    private Instant now = START;

    /** Creates an empty log. */
    public TestLog() {
        Ed25519Signer signer = Ed25519Signer.ofSeed(ORIGIN, new byte[32]);
        this.log = InMemoryAuditLog.of(ORIGIN, signer);
        this.keys = TrustedKeys.of(signer.verifier());
        this.ids = EventIds.of(() -> now, new SplittableRandom(11));
    }

    /** Returns an event of a trader, one second after the last. */
    public AuditRecord event(String actor, String action, String resource, Map<String, ?> body, String... tags) {
        now = now.plusSeconds(1);
        return new AuditRecord(
                ids.next(),
                now,
                actor,
                "trader",
                null,
                action,
                resource,
                Outcome.SUCCESS,
                "",
                new TreeSet<>(List.of(tags)),
                CanonicalJson.of(body));
    }

    /** Appends an event. */
    public long append(String actor, String action, String resource, Map<String, ?> body, String... tags) {
        return log.append(event(actor, action, resource, body, tags)).join();
    }

    /** Appends plain events with running resources. */
    public TestLog filled(int events) {
        for (int i = 0; i < events; i++) {
            append("ann", "order.created", "ord-" + log.checkpoint().size(), Map.of());
        }
        return this;
    }

    /** Appends an event that is changed first. */
    public long append(AuditRecord event, UnaryOperator<AuditRecord> change) {
        return log.append(change.apply(event)).join();
    }
}
