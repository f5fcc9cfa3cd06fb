package io.bondtrader.compliance.audit.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.bondtrader.compliance.audit.Samples;
import io.bondtrader.compliance.contract.WitnessContract;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.signing.Cosigner;
import io.bondtrader.security.signing.HashValue;
import io.bondtrader.security.signing.NoteVerifier;
import io.bondtrader.security.signing.TrustedKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A witness over HTTP, against a server that answers as C2SP tlog-witness says. */
final class HttpWitnessTest extends WitnessContract {

    @TempDir
    private Path temporary;

    private final Cosigner cosigner = Cosigner.of(Samples.signer("witness.example/w1", 20), Samples.CLOCK);
    private final HttpServer server = server();
    private volatile int status;
    private volatile String content = "";

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Witness client() {
        URI prefix = URI.create("http://localhost:" + server.getAddress().getPort() + "/prefix");
        return HttpWitness.of(prefix, cosigner.verifier(), HttpClient.newHttpClient(), Duration.ofSeconds(10));
    }

    @Override
    protected Witness open(NoteVerifier key) {
        FileWitness behind = FileWitness.open(temporary.resolve("witness"), cosigner, ORIGIN, TrustedKeys.of(key));
        server.createContext("/prefix/add-checkpoint", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            int split = body.indexOf("\n\n");
            String[] lines = body.substring(0, split).split("\n");
            List<HashValue> proof =
                    Stream.of(lines).skip(1).map(HashValue::parse).toList();
            WitnessAnswer answer =
                    behind.addCheckpoint(Long.parseLong(lines[0].substring(4)), proof, body.substring(split + 2));
            if (answer instanceof WitnessAnswer.Cosigned cosigned) {
                answer(exchange, 200, cosigned.lines());
            } else if (answer instanceof WitnessAnswer.SignedOther other) {
                exchange.getResponseHeaders().set("Content-Type", "text/x.tlog.size");
                answer(exchange, 409, other.size() + "\n");
            } else {
                answer(exchange, 422, "");
            }
        });
        server.start();
        return client();
    }

    private static void answer(HttpExchange exchange, int code, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anythingElseThanTheProtocolIsARefusal() {
        server.createContext("/prefix/add-checkpoint", exchange -> answer(exchange, status, content));
        server.start();
        status = 409;
        for (String size : List.of("", "7", "-7\n", "07\n", "x\n", "99999999999999999999\n")) {
            content = size;
            assertThat(client().addCheckpoint(0, List.of(), "note\n"))
                    .as(size)
                    .isEqualTo(new WitnessAnswer.Refused("HTTP 409"));
        }
        status = 404;
        assertThat(client().addCheckpoint(0, List.of(), "note\n")).isEqualTo(new WitnessAnswer.Refused("HTTP 404"));
        status = 500;
        assertThat(client().addCheckpoint(0, List.of(), "note\n")).isEqualTo(new WitnessAnswer.Refused("HTTP 500"));
    }

    @Test
    void aWitnessThatIsNotThereHasRefused() {
        Witness gone = client();
        server.start();
        server.stop(0);
        assertThat(gone.addCheckpoint(0, List.of(), "note\n")).isInstanceOf(WitnessAnswer.Refused.class);
    }

    @Test
    void badInputIsRefused() {
        HttpClient client = HttpClient.newHttpClient();
        NoteVerifier key = cosigner.verifier();
        Duration second = Duration.ofSeconds(1);
        assertThatThrownBy(() -> HttpWitness.of(URI.create("ftp://w.example"), key, client, second))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> HttpWitness.of(URI.create("/path"), key, client, second))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> HttpWitness.of(
                        URI.create("https://w.example"), Samples.signer().verifier(), client, second))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> HttpWitness.of(URI.create("https://w.example"), key, client, Duration.ZERO))
                .isInstanceOf(InvalidInput.class);
    }
}
