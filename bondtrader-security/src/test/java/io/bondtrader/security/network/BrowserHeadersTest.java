package io.bondtrader.security.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.testdata.Attack;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BrowserHeadersTest {

    private static final String OWN = "https://desk.example";
    private static final String PARTNER = "https://partner.example:8443";

    private final CorsPolicy policy = new CorsPolicy(
            Set.of(PARTNER),
            Set.of("GET", "POST"),
            Set.of("Authorization", "Content-Type"),
            Set.of("RateLimit"),
            true,
            Duration.ofMinutes(10));

    @Test
    void aPreflightIsAnsweredWhole() {
        assertThat(policy.decide(PARTNER, OWN, "OPTIONS", "POST", "authorization, content-type"))
                .isEqualTo(new CorsPolicy.Allowed(
                        Map.of(
                                "Access-Control-Allow-Origin", PARTNER,
                                "Vary", "Origin, Access-Control-Request-Method, Access-Control-Request-Headers",
                                "Access-Control-Allow-Credentials", "true",
                                "Access-Control-Allow-Methods", "GET, POST",
                                "Access-Control-Allow-Headers", "authorization, content-type",
                                "Access-Control-Max-Age", "600"),
                        true));
    }

    @Test
    void aRequestIsAnsweredForItsOriginAlone() {
        assertThat(policy.decide(PARTNER, OWN, "GET", null, null))
                .isEqualTo(new CorsPolicy.Allowed(
                        Map.of(
                                "Access-Control-Allow-Origin", PARTNER,
                                "Vary", "Origin",
                                "Access-Control-Allow-Credentials", "true",
                                "Access-Control-Expose-Headers", "RateLimit"),
                        false));
        assertThat(policy.decide(null, OWN, "GET", null, null)).isInstanceOf(CorsPolicy.NotCrossOrigin.class);
        assertThat(policy.decide(OWN, OWN, "DELETE", null, null)).isInstanceOf(CorsPolicy.NotCrossOrigin.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "*",
                "https://partner.example",
                "https://partner.example:8443.evil.example",
                "https://evil.example",
                "http://partner.example:8443",
                "https://PARTNER.example:8443",
                "https://partner.example:8443/",
                "https://evil.example#https://partner.example:8443",
                ""
            })
    void originsThatLookAlikeAreRefused(String origin) {
        assertThat(policy.decide(origin, OWN, "GET", null, null)).isEqualTo(new CorsPolicy.Refused("origin"));
    }

    @Test
    void methodsAndHeadersThatAreNotNamedAreRefused() {
        assertThat(policy.decide(PARTNER, OWN, "DELETE", null, null)).isEqualTo(new CorsPolicy.Refused("method"));
        assertThat(policy.decide(PARTNER, OWN, "OPTIONS", "DELETE", null)).isEqualTo(new CorsPolicy.Refused("method"));
        assertThat(policy.decide(PARTNER, OWN, "OPTIONS", "POST", "authorization, x-admin"))
                .isEqualTo(new CorsPolicy.Refused("headers"));
        assertThat(policy.decide(PARTNER, OWN, "OPTIONS", "POST", "a,".repeat(1000)))
                .isEqualTo(new CorsPolicy.Refused("headers"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "https://*.example",
                "https://a.example/",
                "http://a.example",
                "https://A.example",
                "https://a.example:443",
                "https://a.example:0",
                "https://a.example:99999",
                "https://",
                "a.example",
                "https://a.example\r\nX: y"
            })
    void policiesNameWholeOrigins(String origin) {
        assertThatThrownBy(
                        () -> new CorsPolicy(Set.of(origin), Set.of("GET"), Set.of(), Set.of(), false, Duration.ZERO))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void securityHeadersAreStrictUntilTold() {
        assertThat(SecurityHeaders.api().values())
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .containsEntry("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
        assertThat(SecurityHeaders.pages()
                        .withContentPolicy("default-src 'self' https://cdn.example")
                        .withTransportSecurity(Duration.ofDays(400))
                        .values())
                .containsEntry("Content-Security-Policy", "default-src 'self' https://cdn.example")
                .containsEntry("Strict-Transport-Security", "max-age=34560000; includeSubDomains");
        assertThatThrownBy(() -> SecurityHeaders.api().withTransportSecurity(Duration.ofDays(300)))
                .isInstanceOf(InvalidInput.class);
    }

    @Attack("A51")
    @ParameterizedTest
    @ValueSource(strings = {"a\r\nSet-Cookie: x=y", "a\nb", "a\u0000b", "\u00e4", "", " ", "a\u2028b"})
    void a51ValuesThatWouldBeginAHeaderOfTheirOwnAreRefused(String value) {
        assertThatThrownBy(() -> SecurityHeaders.api().with("X-Test", value)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> SecurityHeaders.api().with("X-Test" + value + ":", "a"))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new CorsPolicy(
                        Set.of(PARTNER), Set.of("GET" + value + ":"), Set.of(), Set.of(), false, Duration.ZERO))
                .isInstanceOf(InvalidInput.class);
    }
}
