package io.bondtrader.datadog;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.bondtrader.compliance.audit.AuditRecord;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.siem.EcsMapper;
import io.bondtrader.compliance.audit.siem.EventMapper;
import io.bondtrader.compliance.audit.stream.EventDelivery;
import io.bondtrader.compliance.error.DeliveryFailed;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.secret.SecretValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * Hands events to Datadog's log intake, version 2: packed arrays of at most 1,000 logs and 5 MB. Datadog drops logs that are
 * older than 18 hours without a word; what would be is sent under the present time, with its own time beside it, or refused.
 *
 * <p>Called by one thread at a time. The client and the key are the application's to close.
 *
 * @see <a href="https://docs.datadoghq.com/api/latest/logs/">Datadog, Send logs</a>
 */
public final class DatadogDelivery implements EventDelivery {

    /** An array holds at most so many logs. */
    public static final int MOST_LOGS = 1000;

    /** A body has at most so many bytes before it is packed. */
    public static final int LARGEST_BODY = 5_000_000;

    /** A log has at most so many bytes. */
    public static final int LARGEST_LOG = 1_000_000;

    /** Older logs are dropped by Datadog. */
    public static final Duration OLDEST = Duration.ofHours(18);

    private static final int ACCEPTED = 202;
    private static final List<Integer> FINAL_STATUSES = List.of(400, 413);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final HttpClient client;
    private final URI intake;
    private final Supplier<SecretValue> key;
    private final String host;
    private final InstantSource clock;
    private final EventMapper mapper;
    private final boolean restamped;

    private DatadogDelivery(Builder builder) {
        this.client = builder.client;
        this.intake = builder.intake;
        this.key = builder.key;
        this.host = builder.host;
        this.clock = builder.clock;
        this.mapper = builder.mapper;
        this.restamped = builder.restamped;
    }

    /**
     * Begins.
     *
     * @param client speaks HTTP
     * @param intake address of the intake, as {@code https://http-intake.logs.datadoghq.eu}
     * @param key gives the API key; asked at each call, so that it may be rotated
     * @param host the machine's name as Datadog shows it
     * @param clock tells which events are too old
     * @return a builder
     * @throws InvalidInput if the address is not of HTTP
     */
    public static Builder builder(
            HttpClient client, URI intake, Supplier<SecretValue> key, String host, InstantSource clock) {
        return new Builder(client, intake, key, host, clock);
    }

    @Override
    public void deliver(List<LoggedEvent> events) {
        StringBuilder body = new StringBuilder("[");
        int logs = 0;
        int bytes = 2;
        for (LoggedEvent event : events) {
            String log = log(event);
            int length = log.getBytes(UTF_8).length + 1;
            if (length > LARGEST_LOG) {
                throw new DeliveryFailed("event " + event.index() + " is longer than Datadog takes", true);
            }
            if (logs == MOST_LOGS || bytes + length > LARGEST_BODY) {
                send(body.append(']').toString());
                body.setLength(1);
                logs = 0;
                bytes = 2;
            }
            if (logs > 0) {
                body.append(',');
            }
            body.append(log);
            logs++;
            bytes += length;
        }
        send(body.append(']').toString());
    }

    private String log(LoggedEvent event) {
        AuditRecord record = event.record();
        Instant now = clock.instant();
        boolean old = record.time().isBefore(now.minus(OLDEST));
        if (old && !restamped) {
            throw new DeliveryFailed("event " + event.index() + " is older than the 18 hours that Datadog takes", true);
        }
        Map<String, Object> members = new TreeMap<>();
        members.put("ddsource", "bondtrader");
        members.put("ddtags", tags(record));
        members.put("hostname", host);
        members.put("service", "bondtrader");
        members.put("timestamp", old ? now : record.time());
        members.put("event_time", record.time());
        members.put("log_index", event.index());
        members.put("message", mapper.map(event));
        return CanonicalJson.of(members).text();
    }

    /** Tags are separated by commas, so one inside would be two. */
    private static String tags(AuditRecord record) {
        return record.tags().stream()
                .map(tag -> "duty:" + tag.replace(',', '_'))
                .collect(Collectors.joining(","));
    }

    private void send(String body) {
        try {
            HttpResponse<Void> response = client.send(request(packed(body)), HttpResponse.BodyHandlers.discarding());
            int status = response.statusCode();
            if (status != ACCEPTED) {
                throw new DeliveryFailed("Datadog answers " + status, FINAL_STATUSES.contains(status));
            }
        } catch (IOException e) {
            throw new DeliveryFailed(
                    "Datadog cannot be reached: " + e.getClass().getSimpleName(), e);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new DeliveryFailed("the call of Datadog was ended", stop);
        }
    }

    private HttpRequest request(byte[] body) {
        return key.get()
                .useCharacters(characters -> HttpRequest.newBuilder(intake.resolve("/api/v2/logs"))
                        .timeout(ANSWER)
                        .header("DD-API-KEY", new String(characters))
                        .header("Content-Type", "application/json")
                        .header("Content-Encoding", "gzip")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build());
    }

    private static byte[] packed(String body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(body.getBytes(UTF_8));
        }
        return out.toByteArray();
    }

    @Override
    public String toString() {
        return "DatadogDelivery[" + intake.getHost() + "]";
    }

    /** Collects what a delivery needs. Not safe for use by many threads. */
    public static final class Builder {

        private final HttpClient client;
        private final URI intake;
        private final Supplier<SecretValue> key;
        private final String host;
        private final InstantSource clock;
        private EventMapper mapper = EcsMapper.standard();
        private boolean restamped;

        private Builder(HttpClient client, URI intake, Supplier<SecretValue> key, String host, InstantSource clock) {
            this.client = Objects.requireNonNull(client);
            boolean http = "https".equals(intake.getScheme()) || "http".equals(intake.getScheme());
            InvalidInput.unless(http && intake.getHost() != null, "intake", intake, "an address of HTTP");
            this.intake = intake;
            this.key = Objects.requireNonNull(key);
            InvalidInput.unless(!host.isBlank(), "host", host, "not blank");
            this.host = host;
            this.clock = Objects.requireNonNull(clock);
        }

        /**
         * Sets the form of events; the Elastic schema otherwise.
         *
         * @param form of events
         * @return this builder
         */
        public Builder mapper(EventMapper form) {
            this.mapper = Objects.requireNonNull(form);
            return this;
        }

        /**
         * Sends events older than 18 hours under the present time instead of refusing them; their own is beside it.
         *
         * @return this builder
         */
        public Builder oldEventsUnderPresentTime() {
            this.restamped = true;
            return this;
        }

        /** {@return the delivery} */
        public DatadogDelivery build() {
            return new DatadogDelivery(this);
        }
    }
}
