package io.bondtrader.security.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the page on the network shows. */
final class NetworkSampleTest {

    @Test
    void findsTheClientAndFiltersIt() {
        IpAddress peer = IpAddress.parse("10.0.0.5");
        List<String> forwardedFor = List.of("198.51.100.1, 203.0.113.7");

        var proxies = TrustedProxies.of("10.0.0.0/8");
        IpAddress client = proxies.client(peer, forwardedFor); // the last address that is none of ours

        var filter = IpFilter.denyingOthers().allow("203.0.113.0/24").build();
        boolean allowed = filter.allows(client);

        var cors = new CorsPolicy(
                Set.of("https://desk.example"),
                Set.of("GET", "POST"),
                Set.of("Authorization"),
                Set.of(),
                true,
                Duration.ofMinutes(10));
        CorsPolicy.Decision decision = cors.decide("https://desk.example", "https://api.example", "GET", null, null);
        Map<String, String> headers = SecurityHeaders.api().values();

        assertThat(client).hasToString("203.0.113.7");
        assertThat(allowed).isTrue();
        assertThat(decision).isInstanceOf(CorsPolicy.Allowed.class);
        assertThat(headers).containsKey("Content-Security-Policy");
    }
}
