package io.bondtrader.datadog;

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

/** A log to deliver from. */
final class SampleLog {

    static final Instant TIME = Instant.parse("2026-03-02T08:00:00.123Z");

    final InMemoryAuditLog log =
            InMemoryAuditLog.of("example.com/audit", Ed25519Signer.ofSeed("example.com/audit", new byte[32]));
    private final EventIds ids = EventIds.of(() -> TIME, new SplittableRandom(3));

    /** Appends events with bodies of a length. */
    SampleLog filled(int events, int length) {
        for (int i = 0; i < events; i++) {
            log.append(new AuditRecord(
                            ids.next(),
                            TIME,
                            "ann",
                            "trader",
                            null,
                            "order.created",
                            "ord-" + i,
                            Outcome.SUCCESS,
                            "",
                            new TreeSet<>(List.of("mifid2", "a,b")),
                            CanonicalJson.of(Map.of("text", "x".repeat(length)))))
                    .join();
        }
        return this;
    }

    List<LoggedEvent> events() {
        List<LoggedEvent> events = new ArrayList<>();
        log.read(0, log.checkpoint().size(), events::add);
        return events;
    }
}
