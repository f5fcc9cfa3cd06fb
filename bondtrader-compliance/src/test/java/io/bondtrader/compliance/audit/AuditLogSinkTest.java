package io.bondtrader.compliance.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.compliance.error.LogUnavailable;
import io.bondtrader.core.audit.AuditEvent;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.network.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events of all modules reach the log. */
final class AuditLogSinkTest {

    private final InMemoryAuditLog log = InMemoryAuditLog.of(Samples.ORIGIN, Samples.signer());
    private final AuditLogSink sink = AuditLogSink.of(log, Samples.ids(), Samples.CLOCK);

    private AuditRecord only() {
        List<AuditRecord> all = new ArrayList<>();
        log.read(0, log.checkpoint().size(), logged -> all.add(logged.record()));
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    @Test
    void aSecurityEventKeepsWhoFromWhereAndWithinWhat() {
        SecurityEventSink.to(sink)
                .report(SecurityEvent.of(SecurityEventType.AUTHN_LOGIN_FAIL, Samples.START)
                        .by(new AccountId("alice"))
                        .from(IpAddress.parse("192.0.2.7"))
                        .about("session-9")
                        .within("request-4")
                        .with("attempt", 3));

        AuditRecord event = only();
        assertThat(event.actor()).isEqualTo("alice");
        assertThat(event.action()).isEqualTo("security.authn_login_fail");
        assertThat(event.ip()).isEqualTo(IpAddress.parse("192.0.2.7"));
        assertThat(event.resource()).isEqualTo("session-9");
        assertThat(event.correlationId()).isEqualTo("request-4");
        assertThat(event.outcome()).isEqualTo(Outcome.FAILURE);
        assertThat(event.tags()).containsExactly("sox");
        assertThat(event.time()).isEqualTo(Samples.START);
        assertThat(event.body().text()).contains("\"result\":{\"attempt\":\"3\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "order.executed, {}, SUCCESS",
        "order.rejected, {}, DENIED",
        "security.authz_fail, {}, DENIED",
        "quote.received, {}, OBSERVED",
        "calculation.failed, {}, FAILURE",
        "limit.checked, {\"outcome\":\"DENIED\"}, DENIED",
        "order.rejected, {\"outcome\":\"SUCCESS\"}, SUCCESS",
        "limit.checked, {\"allowed\":false}, DENIED",
        "order.rejected, {\"allowed\":true}, SUCCESS",
        "order.refill, {}, SUCCESS",
    })
    void howAnEventEndedIsToldFromItsWords(String action, String result, Outcome expected) {
        CanonicalJson said = switch (result) {
            case "{}" -> CanonicalJson.of(Map.of());
            case "{\"allowed\":false}" -> CanonicalJson.of(Map.of("allowed", false));
            case "{\"allowed\":true}" -> CanonicalJson.of(Map.of("allowed", true));
            case "{\"outcome\":\"SUCCESS\"}" -> CanonicalJson.of(Map.of("outcome", "SUCCESS"));
            default -> CanonicalJson.of(Map.of("outcome", "DENIED"));
        };
        AuditEvent event = new AuditEvent("desk", action, null, CanonicalJson.of(Map.of()), said);
        assertThat(sink.toRecord(event).outcome()).isEqualTo(expected);
    }

    @Test
    void anEventWithoutATimeGetsThatOfItsArrivalAndASourceThatIsNoAddressStaysInTheBody() {
        AuditEvent event = new AuditEvent(
                "desk",
                "calculation.verified",
                null,
                CanonicalJson.of(Map.of("source", "feed-1", "role", "quant", "order", "o-1", "correlationId", "c")),
                CanonicalJson.of(7));
        AuditRecord kept = sink.toRecord(event);
        assertThat(kept.time()).isEqualTo(Samples.START);
        assertThat(kept.ip()).isNull();
        assertThat(kept.role()).isEqualTo("quant");
        assertThat(kept.resource()).isEqualTo("o-1");
        assertThat(kept.correlationId()).isEqualTo("c");
        assertThat(kept.body().text()).contains("\"source\":\"feed-1\"").contains("\"result\":7");
    }

    @Test
    void tagsComeFromTheFirstWordsOfAnAction() {
        EventTags tags = EventTags.none().with("order", Set.of("mar")).with("order.cancelled", Set.of("x"));
        assertThat(tags.of("order.cancelled")).containsExactly("mar", "x");
        assertThat(tags.of("order")).containsExactly("mar");
        assertThat(tags.of("orders.sent")).isEmpty();
        assertThat(sink.tagging(tags)
                        .toRecord(new AuditEvent(
                                "a", "order.sent", null, CanonicalJson.of(Map.of()), CanonicalJson.of(Map.of())))
                        .tags())
                .containsExactly("mar");
    }

    @Test
    void whatCannotBeRecordedIsThrownAtWhoeverReportsIt() {
        log.close();
        AuditEvent event = new AuditEvent("a", "b", null, CanonicalJson.of(Map.of()), CanonicalJson.of(Map.of()));
        assertThatThrownBy(() -> sink.record(event)).isInstanceOf(LogUnavailable.class);
        assertThatThrownBy(() -> sink.withoutWaiting(failure -> {}).record(event))
                .isInstanceOf(LogUnavailable.class);
    }
}
