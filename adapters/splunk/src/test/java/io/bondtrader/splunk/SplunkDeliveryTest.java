package io.bondtrader.splunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bondtrader.compliance.audit.stream.AuditStream;
import io.bondtrader.compliance.audit.stream.InMemoryCursors;
import io.bondtrader.compliance.contract.SampleEvents;
import io.bondtrader.compliance.error.DeliveryFailed;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.secret.SecretValue;
import io.bondtrader.testdata.Canary;
import io.bondtrader.testdata.HttpDouble;
import io.bondtrader.testdata.HttpDouble.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events for a collector of Splunk, against a server that speaks its protocol. */
final class SplunkDeliveryTest {

    private static final String TOKEN = Canary.text("splunk-token", 36);
    private static final UUID CHANNEL = UUID.fromString("0193b7c2-7f5e-7c11-a1f0-000000003039");
    private static final Answer SUCCESS = new Answer(200, "{\"text\":\"Success\",\"code\":0,\"ackId\":7}");

    private static SplunkDelivery.Builder to(URI address) {
        return SplunkDelivery.builder(
                HttpClient.newHttpClient(), address, () -> SecretValue.of(TOKEN.toCharArray()), "app-1", CHANNEL);
    }

    private static List<JsonNode> sent(HttpDouble server) throws IOException {
        List<JsonNode> events = new ArrayList<>();
        for (HttpDouble.Call call : server.calls()) {
            try (MappingIterator<JsonNode> all =
                    new ObjectMapper().readerFor(JsonNode.class).readValues(call.body())) {
                events.addAll(all.readAll());
            }
        }
        return events;
    }

    @Test
    void eventsArriveWithTimeHostAndContent() throws IOException {
        try (HttpDouble server = new HttpDouble(call -> SUCCESS)) {
            to(server.address()).build().deliver(new SampleEvents().filled(2, 5).events());

            HttpDouble.Call call = server.calls().get(0);
            assertThat(call.path()).isEqualTo("/services/collector/event?channel=" + CHANNEL);
            assertThat(call.header("Authorization").equals("Splunk " + TOKEN)).isTrue();
            assertThat(call.header("X-Splunk-Request-Channel")).isEqualTo(CHANNEL.toString());
            assertThat(call.text()).contains("\"time\":1772438400.123");
            List<JsonNode> events = sent(server);
            assertThat(events).hasSize(2);
            assertThat(events.get(1).at("/host").asText()).isEqualTo("app-1");
            assertThat(events.get(1).at("/fields/log_index").asText()).isEqualTo("1");
            assertThat(events.get(1).at("/event/class_uid").asInt()).isEqualTo(6003);
        }
    }

    @Test
    void textThatIsNoJsonIsSentAsText() throws IOException {
        try (HttpDouble server = new HttpDouble(call -> SUCCESS)) {
            to(server.address())
                    .mapper(event -> "say \"hi\"")
                    .build()
                    .deliver(new SampleEvents().filled(1, 5).events());

            assertThat(sent(server).get(0).get("event").asText()).isEqualTo("say \"hi\"");
        }
    }

    @Test
    void bodiesStayBelowTheLimitOfTheCollector() throws IOException {
        try (HttpDouble server = new HttpDouble(call -> SUCCESS)) {
            to(server.address())
                    .build()
                    .deliver(new SampleEvents().filled(60, 50_000).events());

            assertThat(server.calls())
                    .hasSizeGreaterThan(2)
                    .allSatisfy(
                            call -> assertThat(call.body().length).isLessThanOrEqualTo(SplunkDelivery.LARGEST_BODY));
            assertThat(sent(server)).hasSize(60);
        }
    }

    @Test
    void aBatchIsDeliveredOnceItIsIndexed() throws IOException {
        AtomicInteger questions = new AtomicInteger();
        try (HttpDouble server = new HttpDouble(call -> call.path().startsWith("/services/collector/ack")
                ? new Answer(200, "{\"acks\":{\"7\":" + (questions.incrementAndGet() == 3) + "}}")
                : SUCCESS)) {
            to(server.address())
                    .acknowledged(5, Duration.ofMillis(1))
                    .build()
                    .deliver(new SampleEvents().filled(1, 5).events());

            assertThat(questions).hasValue(3);
            assertThat(server.calls().get(1).text()).isEqualTo("{\"acks\":[7]}");
        }
    }

    @Test
    void aBatchThatIsNeverIndexedComesAgain() throws IOException {
        try (HttpDouble server = new HttpDouble(
                call -> call.path().contains("/ack") ? new Answer(200, "{\"acks\":{\"7\":false}}") : SUCCESS)) {
            SplunkDelivery delivery =
                    to(server.address()).acknowledged(2, Duration.ZERO).build();

            assertThatThrownBy(() ->
                            delivery.deliver(new SampleEvents().filled(1, 5).events()))
                    .isInstanceOfSatisfying(
                            DeliveryFailed.class,
                            failed -> assertThat(failed.isFinal()).isFalse());
        }
    }

    @Test
    void aCollectorWithoutAcknowledgementIsToldApart() throws IOException {
        try (HttpDouble server = new HttpDouble(call -> new Answer(200, "{\"code\":0}"))) {
            SplunkDelivery delivery =
                    to(server.address()).acknowledged(2, Duration.ZERO).build();

            assertThatThrownBy(() ->
                            delivery.deliver(new SampleEvents().filled(1, 5).events()))
                    .isInstanceOf(DeliveryFailed.class)
                    .hasMessageContaining("switched on");
        }
    }

    /** Codes of the collector: 6 is an invalid format, 4 an invalid token, 9 a server that is busy. */
    @ParameterizedTest
    @CsvSource({"400, 6, true", "413, 0, true", "400, 10, false", "403, 4, false", "503, 9, false", "500, 8, false"})
    void whatIsWrongForGoodIsToldFromWhatIsBusy(int status, int code, boolean refused) throws IOException {
        try (HttpDouble server = new HttpDouble(call -> new Answer(status, "{\"code\":" + code + "}"))) {
            assertThatThrownBy(() -> to(server.address())
                            .build()
                            .deliver(new SampleEvents().filled(1, 5).events()))
                    .isInstanceOfSatisfying(
                            DeliveryFailed.class,
                            failed -> assertThat(failed.isFinal()).isEqualTo(refused))
                    .message()
                    .contains(String.valueOf(status))
                    .satisfies(text -> assertThat(text.contains(TOKEN)).isFalse());
        }
    }

    @Test
    void anAnswerThatIsNoJsonIsAFailureForNow() throws IOException {
        try (HttpDouble server = new HttpDouble(call -> new Answer(502, "<html>"))) {
            assertThatThrownBy(() -> to(server.address())
                            .build()
                            .deliver(new SampleEvents().filled(1, 5).events()))
                    .isInstanceOf(DeliveryFailed.class);
        }
    }

    @Test
    void aServerThatIsAwayIsAFailureForNow() throws IOException {
        URI gone;
        try (HttpDouble server = new HttpDouble(call -> SUCCESS)) {
            gone = server.address();
        }

        assertThatThrownBy(() ->
                        to(gone).build().deliver(new SampleEvents().filled(1, 5).events()))
                .isInstanceOfSatisfying(
                        DeliveryFailed.class,
                        failed -> assertThat(failed.isFinal()).isFalse());
    }

    /** The whole way: a server that fails every other call loses nothing. */
    @Test
    void aStreamReachesAFlakyCollectorWhole() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        SampleEvents log = new SampleEvents().filled(50, 10);
        try (HttpDouble server =
                new HttpDouble(call -> calls.incrementAndGet() % 2 == 1 ? new Answer(503, "{\"code\":9}") : SUCCESS)) {
            AuditStream stream = AuditStream.builder(
                            log.log(),
                            "splunk",
                            to(server.address()).build(),
                            new InMemoryCursors(),
                            new SplittableRandom(1))
                    .batch(7)
                    .build();
            while (stream.status().behind() > 0) {
                try {
                    stream.step();
                } catch (DeliveryFailed busy) {
                    assertThat(busy.isFinal()).isFalse();
                }
            }

            assertThat(sent(server).stream()
                            .map(event -> event.at("/fields/log_index").asInt())
                            .distinct())
                    .hasSize(50);
        }
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> to(URI.create("ftp://splunk"))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> to(URI.create("https:///path"))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> to(URI.create("http://h")).acknowledged(0, Duration.ZERO))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> to(URI.create("http://h")).acknowledged(1, Duration.ofSeconds(-1)))
                .isInstanceOf(InvalidInput.class);
        assertThat(to(URI.create("http://h")).build()).hasToString("SplunkDelivery[h]");
    }
}
