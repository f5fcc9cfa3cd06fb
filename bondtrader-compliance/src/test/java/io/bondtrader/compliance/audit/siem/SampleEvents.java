package io.bondtrader.compliance.audit.siem;

import io.bondtrader.compliance.audit.AuditRecord;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.security.network.IpAddress;
import io.bondtrader.security.signing.HashValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/** Events as they stand in a log. */
final class SampleEvents {

    private SampleEvents() {}

    /** The event that the schema's sample is of. */
    static LoggedEvent execution() {
        return event("order.execute", Outcome.SUCCESS, "ord-7", Map.of("price", "98.5"));
    }

    static LoggedEvent event(String action, Outcome outcome, String resource, Map<String, String> body) {
        return new LoggedEvent(
                12345,
                hash("before"),
                hash(action),
                new AuditRecord(
                        UUID.fromString("0193b7c2-7f5e-7c11-a1f0-000000003039"),
                        Instant.ofEpochMilli(1795244624123L),
                        "trader-17",
                        "trader",
                        IpAddress.parse("192.0.2.7"),
                        action,
                        resource,
                        outcome,
                        "req-9",
                        new TreeSet<>(List.of("mifid2", "sox")),
                        CanonicalJson.of(body)));
    }

    private static HashValue hash(String text) {
        return HashValue.ofRecord(text.getBytes(StandardCharsets.UTF_8));
    }
}
