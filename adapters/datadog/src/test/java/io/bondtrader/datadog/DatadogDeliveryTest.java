package io.bondtrader.datadog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bondtrader.compliance.contract.SampleEvents;
import io.bondtrader.compliance.error.DeliveryFailed;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.secret.SecretValue;
import io.bondtrader.testdata.Canary;
import io.bondtrader.testdata.HttpDouble;
import io.bondtrader.testdata.HttpDouble.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events for Datadog, against a server that speaks its protocol and has its limits. */
final class DatadogDeliveryTest {

    private static final String KEY = Canary.text("datadog-key", 32);
    private static final Answer TAKEN = new Answer(202, "");

    private static DatadogDelivery.Builder to(URI address, Instant now) {
        return DatadogDelivery.builder(
                HttpClient.newHttpClient(), address, () -> SecretValue.of(KEY.toCharArray()), "app-1", () -> now);
    }

    private static DatadogDelivery.Builder to(URI address) {
        return to(address, SampleEvents.TIME.plusSeconds(1));
    }

    /** What a server of Datadog's would have to accept: packed, an array, at most 1,000 logs and 5 MB. */
    private static List<JsonNode> sent(HttpDouble server) throws IOException {
        List<JsonNode> logs = new ArrayList<>();
        for (HttpDouble.Call call : server.calls()) {
            byte[] body = new GZIPInputStream(new ByteArrayInputStream(call.body())).readAllBytes();
            JsonNode array = new ObjectMapper().readTree(body);
            assertThat(body.length).isLessThanOrEqualTo(DatadogDelivery.LARGEST_BODY);
            assertThat(array.isArray()).isTrue();
            assertThat(array.size()).isBetween(1, DatadogDelivery.MOST_LOGS);
            array.forEach(logs::add);
        }
        return logs;
    }

    @Test
    void eventsArriveWithTimeHostAndContent() throws IOException {
        try (HttpDouble server = new HttpDouble(call -> TAKEN)) {
            to(server.address()).build().deliver(new SampleEvents().filled(2, 5).events());

            HttpDouble.Call call = server.calls().get(0);
            assertThat(call.path()).isEqualTo("/api/v2/logs");
            assertThat(call.header("DD-API-KEY").equals(KEY)).isTrue();
            assertThat(call.header("Content-Encoding")).isEqualTo("gzip");
            JsonNode log = sent(server).get(1);
            assertThat(log.get("ddsource").asText()).isEqualTo("bondtrader");
            assertThat(log.get("ddtags").asText()).isEqualTo("duty:a_b,duty:mifid2");
            assertThat(log.get("timestamp").asText()).isEqualTo("2026-03-02T08:00:00.123Z");
            assertThat(log.get("log_index").asInt()).isEqualTo(1);
            JsonNode message = new ObjectMapper().readTree(log.get("message").asText());
            assertThat(message.at("/event/action").asText()).isEqualTo("order.created");
        }
    }

    @Test
    void anArrayHoldsAThousandLogsAndNoMore() throws IOException {
        try (HttpDouble server = new HttpDouble(call -> TAKEN)) {
            to(server.address())
                    .build()
                    .deliver(new SampleEvents().filled(2001, 5).events());

            assertThat(server.calls()).hasSize(3);
            assertThat(sent(server)).hasSize(2001);
        }
    }

    @Test
    void aBodyHoldsFiveMegabytesAndNoMore() throws IOException {
        try (HttpDouble server = new HttpDouble(call -> TAKEN)) {
            to(server.address())
                    .build()
                    .deliver(new SampleEvents().filled(150, 60_000).events());

            assertThat(server.calls()).hasSize(2);
            assertThat(sent(server)).hasSize(150);
        }
    }

    @Test
    void aLogThatIsTooLongIsRefusedBeforeItIsSent() throws IOException {
        try (HttpDouble server = new HttpDouble(call -> TAKEN)) {
            DatadogDelivery delivery =
                    to(server.address()).mapper(event -> "x".repeat(1_000_001)).build();

            assertThatThrownBy(() ->
                            delivery.deliver(new SampleEvents().filled(1, 5).events()))
                    .isInstanceOfSatisfying(
                            DeliveryFailed.class,
                            failed -> assertThat(failed.isFinal()).isTrue());
            assertThat(server.calls()).isEmpty();
        }
    }

    /** Datadog would take them, answer 202, and drop them. */
    @Test
    void eventsOlderThanEighteenHoursAreRefusedOrSentUnderThePresentTime() throws IOException {
        Instant now = SampleEvents.TIME.plus(Duration.ofHours(18)).plusMillis(1);
        try (HttpDouble server = new HttpDouble(call -> TAKEN)) {
            assertThatThrownBy(() -> to(server.address(), now)
                            .build()
                            .deliver(new SampleEvents().filled(1, 5).events()))
                    .isInstanceOf(DeliveryFailed.class)
                    .hasMessageContaining("18 hours");
            assertThat(server.calls()).isEmpty();

            to(server.address(), now.minusMillis(1))
                    .build()
                    .deliver(new SampleEvents().filled(1, 5).events());
            to(server.address(), now)
                    .oldEventsUnderPresentTime()
                    .build()
                    .deliver(new SampleEvents().filled(1, 5).events());

            assertThat(sent(server).get(0).get("timestamp").asText()).isEqualTo("2026-03-02T08:00:00.123Z");
            assertThat(sent(server).get(1).get("timestamp").asText()).isEqualTo(now.toString());
            assertThat(sent(server).get(1).get("event_time").asText()).isEqualTo("2026-03-02T08:00:00.123Z");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200, false",
        "400, true",
        "413, true",
        "401, false",
        "403, false",
        "408, false",
        "429, false",
        "500, false",
        "503, false"
    })
    void whatIsWrongForGoodIsToldFromWhatIsBusy(int status, boolean refused) throws IOException {
        try (HttpDouble server = new HttpDouble(call -> new Answer(status, ""))) {
            assertThatThrownBy(() -> to(server.address())
                            .build()
                            .deliver(new SampleEvents().filled(1, 5).events()))
                    .isInstanceOfSatisfying(
                            DeliveryFailed.class,
                            failed -> assertThat(failed.isFinal()).isEqualTo(refused))
                    .message()
                    .satisfies(text -> assertThat(text.contains(KEY)).isFalse());
        }
    }

    @Test
    void aServerThatIsAwayIsAFailureForNow() throws IOException {
        URI gone;
        try (HttpDouble server = new HttpDouble(call -> TAKEN)) {
            gone = server.address();
        }

        assertThatThrownBy(() ->
                        to(gone).build().deliver(new SampleEvents().filled(1, 5).events()))
                .isInstanceOfSatisfying(
                        DeliveryFailed.class,
                        failed -> assertThat(failed.isFinal()).isFalse());
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> to(URI.create("ftp://dd"))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> to(URI.create("https:///path"))).isInstanceOf(InvalidInput.class);
        assertThat(to(URI.create("http://h")).build()).hasToString("DatadogDelivery[h]");
    }
}
