package io.bondtrader.security.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.audit.InMemoryAuditSink;
import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.identity.AccountId;
import io.bondtrader.security.identity.PersonId;
import io.bondtrader.security.identity.Principal;
import io.bondtrader.security.network.IpAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the page on rate limits shows. */
final class RateLimitsSampleTest {

    @Test
    void limitsByPersonRoleEndpointAndNetwork() {
        var audit = new InMemoryAuditSink();
        var clara = Principal.of(AccountId.of("clara"), PersonId.of("p-17"));
        var address = IpAddress.parse("203.0.113.7");

        var limiter = RateLimiter.builder(System::nanoTime)
                .events(SecurityEventSink.to(audit), InstantSource.system(), Duration.ofSeconds(10))
                .build(List.of(
                        RatePolicy.of("orders", RateScope.PERSON, 50, Duration.ofSeconds(1))
                                .forRoles("trader")
                                .atEndpoints("orders"),
                        RatePolicy.of("reads", RateScope.PERSON, 600, Duration.ofMinutes(1)),
                        RatePolicy.of("network", RateScope.NETWORK, 5_000, Duration.ofMinutes(1))));

        Verdict verdict = limiter.check(RateRequest.of(clara, "trader", "orders", address))
                .orElseThrow();
        Map<String, String> headers = RateLimitHeaders.of(limiter.policies(), verdict);

        assertThat(verdict.allowed()).isTrue();
        assertThat(headers)
                .containsEntry(
                        "RateLimit-Policy", "\"orders\";q=50;w=1, \"reads\";q=600;w=60, \"network\";q=5000;w=60");
        assertThat(headers.get("RateLimit")).startsWith("\"orders\";r=49;t=");
    }
}
