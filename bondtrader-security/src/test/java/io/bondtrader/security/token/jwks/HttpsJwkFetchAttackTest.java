package io.bondtrader.security.token.jwks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.testdata.Asvs;
import io.bondtrader.testdata.Attack;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers that send us elsewhere, or too much, or never stop. */
@Asvs("1.3.6")
final class HttpsJwkFetchAttackTest {

    private final AtomicInteger elsewhere = new AtomicInteger();
    private ExecutorService threads;
    private HttpServer server;

    HttpsJwkFetchAttackTest() throws IOException {
        threads = Executors.newCachedThreadPool();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void serve() {
        server.setExecutor(threads);
        server.createContext("/keys", exchange -> {
            byte[] body = "{\"keys\":[]}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/elsewhere", exchange -> {
            elsewhere.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                byte[] part = new byte[64 * 1024];
                for (int i = 0; i < 1_600; i++) {
                    out.write(part);
                }
            } catch (IOException hungUp) {
                exchange.close();
            }
        });
        server.createContext("/trickle", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < 100; i++) {
                    out.write(' ');
                    out.flush();
                    Thread.sleep(100);
                }
            } catch (IOException | InterruptedException hungUp) {
                exchange.close();
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    @Test
    @Attack("A21")
    void a21OnlyHttpsIsSpoken() {
        HttpsJwkFetch fetch = HttpsJwkFetch.within(Duration.ofSeconds(5));

        assertThatThrownBy(() -> fetch.fetch(at("/keys")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("https");
        assertThatThrownBy(() -> HttpsJwkFetch.within(Duration.ZERO)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> HttpsJwkFetch.within(Duration.ofMinutes(2))).isInstanceOf(InvalidInput.class);
    }

    @Test
    @Attack("A21")
    void a21NoRedirectIsFollowed() throws IOException {
        HttpsJwkFetch fetch = HttpsJwkFetch.of(Duration.ofSeconds(5), "http");

        assertThat(new String(fetch.fetch(at("/keys")), StandardCharsets.UTF_8)).isEqualTo("{\"keys\":[]}");
        assertThatThrownBy(() -> fetch.fetch(at("/moved"))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> fetch.fetch(at("/missing"))).isInstanceOf(IOException.class);
        assertThat(elsewhere).hasValue(0);
    }

    @Test
    @Attack("A21")
    void a21ABodyThatNeverEndsIsCutOff() {
        HttpsJwkFetch fetch = HttpsJwkFetch.of(Duration.ofSeconds(20), "http");

        assertThatThrownBy(() -> fetch.fetch(at("/endless")))
                .isInstanceOf(IOException.class)
                .hasStackTraceContaining("too long");
    }

    @Test
    @Attack("A21")
    void a21ATrickleDoesNotOutlastTheDeadline() {
        HttpsJwkFetch fetch = HttpsJwkFetch.of(Duration.ofMillis(500), "http");

        assertThatThrownBy(() -> fetch.fetch(at("/trickle"))).isInstanceOf(IOException.class);
    }

    @Test
    @Attack("A21")
    void a21AddressesOfThisMachineAndOfPrivateNetworksCanBeShut() throws IOException {
        HttpsJwkFetch fetch = HttpsJwkFetch.of(Duration.ofSeconds(5), "http").allowingPublicAddresses();

        for (String host : new String[] {
            "127.0.0.1",
            "10.0.0.1",
            "192.168.1.1",
            "172.16.0.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "[::1]",
            "[fd00::1]",
            "[fe80::1]",
            "224.0.0.1",
            "[::ffff:10.0.0.1]"
        }) {
            assertThatThrownBy(() -> fetch.fetch(URI.create("http://" + host + "/keys")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("such an address");
        }
        HttpsJwkFetch any = HttpsJwkFetch.of(Duration.ofSeconds(5), "http").allowing(InetAddress::isLoopbackAddress);
        assertThat(any.fetch(at("/keys"))).isNotEmpty();
    }
}
