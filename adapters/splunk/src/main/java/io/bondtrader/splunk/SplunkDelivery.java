package io.bondtrader.splunk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.siem.EventMapper;
import io.bondtrader.compliance.audit.siem.OcsfMapper;
import io.bondtrader.compliance.audit.stream.EventDelivery;
import io.bondtrader.compliance.error.DeliveryFailed;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.secret.SecretValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Hands events to Splunk's HTTP Event Collector. With acknowledgement, which the collector's token must have switched on, a
 * batch counts as delivered once Splunk says that it is indexed; without, once it is accepted, and what Splunk loses then is
 * lost there.
 *
 * <p>Called by one thread at a time. The client and the token are the application's to close.
 */
public final class SplunkDelivery implements EventDelivery {

    /** A body of at most so many bytes: what a collector takes without being set up for more. */
    public static final int LARGEST_BODY = 1_000_000;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TOO_LARGE = 413;
    private static final int BAD_REQUEST = 400;
    private static final Duration ANSWER = Duration.ofSeconds(30);

    /** The collector's codes for bodies that are never right: no data, invalid format, incorrect index, no event. */
    private static final List<Integer> FINAL_CODES = List.of(5, 6, 7, 12, 13);

    private final HttpClient client;
    private final URI collector;
    private final Supplier<SecretValue> token;
    private final EventMapper mapper;
    private final String host;
    private final String channel;
    private final Acknowledgement acknowledgement;

    private SplunkDelivery(Builder builder) {
        this.client = builder.client;
        this.collector = builder.collector;
        this.token = builder.token;
        this.mapper = builder.mapper;
        this.host = builder.host;
        this.channel = builder.channel.toString();
        this.acknowledgement = builder.acknowledgement;
    }

    /** How long to wait for Splunk to say that a batch is indexed; no attempts means that nobody asks. */
    private record Acknowledgement(int attempts, Duration pause) {}

    /**
     * Begins.
     *
     * @param client speaks HTTP
     * @param collector address of the collector, as {@code https://splunk.example.com:8088}
     * @param token gives the collector's token; asked at each call, so that it may be rotated
     * @param host the machine's name as Splunk shows it
     * @param channel of the sender, the same at each start
     * @return a builder
     * @throws InvalidInput if the address is not of HTTP
     */
    public static Builder builder(
            HttpClient client, URI collector, Supplier<SecretValue> token, String host, UUID channel) {
        return new Builder(client, collector, token, host, channel);
    }

    @Override
    public void deliver(List<LoggedEvent> events) {
        StringBuilder body = new StringBuilder();
        int bytes = 0;
        for (LoggedEvent event : events) {
            String line = envelope(event);
            int length = line.getBytes(UTF_8).length;
            if (bytes > 0 && bytes + length > LARGEST_BODY) {
                send(body.toString());
                body.setLength(0);
                bytes = 0;
            }
            body.append(line);
            bytes += length;
        }
        send(body.toString());
    }

    private String envelope(LoggedEvent event) {
        Map<String, Object> members = new TreeMap<>();
        members.put("host", host);
        members.put("source", "bondtrader");
        members.put("sourcetype", "_json");
        members.put("fields", Map.of("leaf", event.leaf().toBase64(), "log_index", Long.toString(event.index())));
        String rest = CanonicalJson.of(members).text();
        // The mapper's text is JSON already, and the time a decimal: neither goes through a double.
        return "{\"event\":" + quotedUnlessJson(mapper.map(event)) + ",\"time\":"
                + seconds(event.record().time()) + "," + rest.substring(1);
    }

    private static String quotedUnlessJson(String text) {
        return text.startsWith("{") ? text : CanonicalJson.of(text).text();
    }

    private static String seconds(Instant time) {
        return BigDecimal.valueOf(time.toEpochMilli(), 3).toPlainString();
    }

    private void send(String body) {
        JsonNode answer = call("/services/collector/event?channel=" + channel, body);
        if (acknowledgement.attempts() > 0) {
            JsonNode id = answer.path("ackId");
            if (!id.isIntegralNumber()) {
                throw new DeliveryFailed("Splunk gave no acknowledgement id: is it switched on for the token?", false);
            }
            awaitIndexed(id.asLong());
        }
    }

    private void awaitIndexed(long id) {
        for (int i = 0; i < acknowledgement.attempts(); i++) {
            JsonNode answer = call("/services/collector/ack?channel=" + channel, "{\"acks\":[" + id + "]}");
            if (answer.path("acks").path(Long.toString(id)).asBoolean(false)) {
                return;
            }
            pause();
        }
        throw new DeliveryFailed("Splunk has not indexed a batch in time", false);
    }

    private void pause() {
        try {
            Thread.sleep(acknowledgement.pause().toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new DeliveryFailed("the wait for Splunk was ended", stop);
        }
    }

    private JsonNode call(String path, String body) {
        try {
            HttpResponse<String> response = client.send(request(path, body), HttpResponse.BodyHandlers.ofString(UTF_8));
            JsonNode answer = read(response.body());
            if (response.statusCode() == 200) {
                return answer;
            }
            int code = answer.path("code").asInt(-1);
            boolean refused = response.statusCode() == TOO_LARGE
                    || (response.statusCode() == BAD_REQUEST && FINAL_CODES.contains(code));
            throw new DeliveryFailed("Splunk answers " + response.statusCode() + " with code " + code, refused);
        } catch (IOException e) {
            throw new DeliveryFailed("Splunk cannot be reached: " + e.getClass().getSimpleName(), e);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new DeliveryFailed("the call of Splunk was ended", stop);
        }
    }

    private HttpRequest request(String path, String body) {
        return token.get()
                .useCharacters(characters -> HttpRequest.newBuilder(collector.resolve(path))
                        .timeout(ANSWER)
                        .header("Authorization", "Splunk " + new String(characters))
                        .header("Content-Type", "application/json")
                        .header("X-Splunk-Request-Channel", channel)
                        .POST(HttpRequest.BodyPublishers.ofString(body, UTF_8))
                        .build());
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException none) {
            return JSON.createObjectNode();
        }
    }

    @Override
    public String toString() {
        return "SplunkDelivery[" + collector.getHost() + "]";
    }

    /** Collects what a delivery needs. Not safe for use by many threads. */
    public static final class Builder {

        private final HttpClient client;
        private final URI collector;
        private final Supplier<SecretValue> token;
        private final String host;
        private final UUID channel;
        private EventMapper mapper = OcsfMapper.standard();
        private Acknowledgement acknowledgement = new Acknowledgement(0, Duration.ZERO);

        private Builder(HttpClient client, URI collector, Supplier<SecretValue> token, String host, UUID channel) {
            this.client = Objects.requireNonNull(client);
            boolean http = "https".equals(collector.getScheme()) || "http".equals(collector.getScheme());
            InvalidInput.unless(http && collector.getHost() != null, "collector", collector, "an address of HTTP");
            this.collector = collector;
            this.token = Objects.requireNonNull(token);
            InvalidInput.unless(!host.isBlank(), "host", host, "not blank");
            this.host = host;
            this.channel = Objects.requireNonNull(channel);
        }

        /**
         * Sets the form of events; OCSF otherwise.
         *
         * @param form of events
         * @return this builder
         */
        public Builder mapper(EventMapper form) {
            this.mapper = Objects.requireNonNull(form);
            return this;
        }

        /**
         * Waits until Splunk has indexed each batch.
         *
         * @param attempts how often to ask, 1 to 1,000
         * @param pause between two questions
         * @return this builder
         * @throws InvalidInput if either is outside
         */
        public Builder acknowledged(int attempts, Duration pause) {
            InvalidInput.unless(attempts >= 1 && attempts <= 1000, "attempts", attempts, "1 to 1000");
            InvalidInput.unless(!pause.isNegative(), "pause", pause, "0 or more");
            this.acknowledgement = new Acknowledgement(attempts, pause);
            return this;
        }

        /** {@return the delivery} */
        public SplunkDelivery build() {
            return new SplunkDelivery(this);
        }
    }
}
