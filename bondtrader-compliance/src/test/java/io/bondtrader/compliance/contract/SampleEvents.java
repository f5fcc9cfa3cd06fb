package io.bondtrader.compliance.contract;

import io.bondtrader.compliance.audit.AuditRecord;
import io.bondtrader.compliance.audit.EventIds;
import io.bondtrader.compliance.audit.InMemoryAuditLog;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.security.signing.Ed25519Signer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** A log in memory to deliver events from. For one thread. */
public final class SampleEvents {

    /** When all of them happened. */
    public static final Instant TIME = Instant.parse("2026-03-02T08:00:00.123Z");

    private final InMemoryAuditLog log =
            InMemoryAuditLog.of("example.com/audit", Ed25519Signer.ofSeed("example.com/audit", new byte[32]));
    private final EventIds ids = EventIds.of(() -> TIME, new SplittableRandom(3));

    /** Creates an empty log. */
    public SampleEvents() {}

    /**
     * Appends events with bodies of a length.
     *
     * @param events how many
     * @param length of a text in the body
     * @return this
     */
    public SampleEvents filled(int events, int length) {
        for (int i = 0; i < events; i++) {
            said("x".repeat(length));
        }
        return this;
    }

    /**
     * Appends an event with a text in its body.
     *
     * @param text any text
     * @return this
     */
    public SampleEvents said(String text) {
        log.append(new AuditRecord(
                        ids.next(),
                        TIME,
                        "ann",
                        "trader",
                        null,
                        "order.created",
                        "ord-" + log.checkpoint().size(),
                        Outcome.SUCCESS,
                        "",
                        new TreeSet<>(List.of("mifid2", "a,b")),
                        CanonicalJson.of(Map.of("text", text))))
                .join();
        return this;
    }

    /** {@return the log} */
    public InMemoryAuditLog log() {
        return log;
    }

    /** {@return all events} */
    public List<LoggedEvent> events() {
        List<LoggedEvent> events = new ArrayList<>();
        log.read(0, log.checkpoint().size(), events::add);
        return events;
    }
}
