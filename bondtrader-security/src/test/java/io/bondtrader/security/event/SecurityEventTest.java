package io.bondtrader.security.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.audit.InMemoryAuditSink;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.identity.Principal;
import io.bondtrader.security.network.IpAddress;
import io.bondtrader.testdata.Asvs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

@Asvs({"16.2.1", "16.2.2", "16.2.4"})
final class SecurityEventTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void anEventTellsItsStoryToTheAuditTrail() {
        InMemoryAuditSink trail = new InMemoryAuditSink();
        SecurityEventSink.to(trail)
                .report(SecurityEvent.of(SecurityEventType.AUTHZ_FAIL, NOON)
                        .by(Principal.of(AccountId.of("clara"), PersonId.of("p-17")))
                        .from(IpAddress.parse("203.0.113.7"))
                        .about("order:42")
                        .within("r-1")
                        .with("rule", "four-eyes"));

        assertThat(trail.events().get(0).toCanonicalJson().toString())
                .isEqualTo(
                        "{\"action\":\"security.authz_fail\",\"actor\":\"clara\",\"inputs\":{\"correlation\":\"r-1\","
                                + "\"person\":\"p-17\",\"source\":\"203.0.113.7\",\"subject\":\"order:42\"},"
                                + "\"occurredAt\":\"2026-03-02T12:00:00Z\",\"result\":{\"rule\":\"four-eyes\"}}");
    }

    @Test
    void everySinkHearsWhateverTheOthersDo() {
        List<SecurityEvent> heard = new ArrayList<>();
        SecurityEventSink broken = event -> {
            throw new IllegalStateException("disk full");
        };
        SecurityEvent event = SecurityEvent.of(SecurityEventType.SYS_MONITOR_ENABLED, NOON);

        assertThatThrownBy(
                        () -> SecurityEventSink.all(broken, heard::add, broken).report(event))
                .hasMessage("disk full")
                .satisfies(thrown -> assertThat(thrown.getSuppressed()).hasSize(1));
        assertThat(heard).containsExactly(event);
    }

    @Test
    void wordsAreUniqueAndFollowOnePattern() {
        assertThat(Arrays.stream(SecurityEventType.values()).map(SecurityEventType::word))
                .doesNotHaveDuplicates()
                .allMatch(word ->
                        word.chars().allMatch(c -> c == '_' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')));
    }

    @Test
    void aDetailHasAName() {
        assertThatThrownBy(() ->
                        SecurityEvent.of(SecurityEventType.AUTHZ_FAIL, NOON).with(" ", 1))
                .isInstanceOf(InvalidInput.class);
    }
}
