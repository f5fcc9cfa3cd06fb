package io.bondtrader.compliance.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bondtrader.compliance.error.LogUnavailable;
import io.bondtrader.core.audit.AuditEvent;
import io.bondtrader.core.audit.AuditSink;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.security.network.IpAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes the audit events of all modules into a log: access decisions, secrets that were read, changes of rules, orders,
 * verified calculations. By default it returns once the event is durable, and throws if it cannot be kept, so that what
 * cannot be recorded is not done.
 *
 * <p>Of an event's inputs {@code source} becomes the address, {@code role} the role, {@code correlation} or {@code
 * correlationId} the correlation, and the first of {@code subject}, {@code resource}, {@code order}, {@code security} and
 * {@code book} the resource; inputs and result stay whole in the body. How it ended is told from the result's {@code
 * outcome}, {@code decision} or {@code allowed} and from the words of the action; what says nothing was a success.
 *
 * <p>Safe for use by many threads. The log is closed by whoever made it.
 */
public final class AuditLogSink implements AuditSink {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> RESOURCES = List.of("subject", "resource", "order", "security", "book");

    private final AuditLog log;
    private final EventIds ids;
    private final InstantSource clock;
    private final EventTags tags;
    private final boolean waits;
    private final Consumer<Throwable> failures;

    private AuditLogSink(
            AuditLog log,
            EventIds ids,
            InstantSource clock,
            EventTags tags,
            boolean waits,
            Consumer<Throwable> failures) {
        this.log = log;
        this.ids = ids;
        this.clock = clock;
        this.tags = tags;
        this.waits = waits;
        this.failures = failures;
    }

    /**
     * Makes a sink that waits until an event is durable, and throws if it cannot be kept.
     *
     * @param log where events go
     * @param ids names them
     * @param clock tells the time of events that came without one
     * @return the sink
     */
    public static AuditLogSink of(AuditLog log, EventIds ids, InstantSource clock) {
        return new AuditLogSink(log, ids, clock, EventTags.standard(), true, failure -> {});
    }

    /**
     * Returns this sink without the wait: it throws if the log takes no event, and later failures are told elsewhere.
     *
     * @param onFailure called on the log's thread for an event that could not be kept
     * @return the sink
     */
    public AuditLogSink withoutWaiting(Consumer<Throwable> onFailure) {
        return new AuditLogSink(log, ids, clock, tags, false, onFailure);
    }

    /**
     * Returns this sink with other tags.
     *
     * @param others for which duties which actions count
     * @return the sink
     */
    public AuditLogSink tagging(EventTags others) {
        return new AuditLogSink(log, ids, clock, others, waits, failures);
    }

    @Override
    public void record(AuditEvent event) {
        CompletableFuture<Long> durable = log.append(toRecord(event));
        if (!waits) {
            var unused = durable.whenComplete((index, failure) -> {
                if (failure != null) {
                    failures.accept(failure);
                }
            });
            return;
        }
        try {
            durable.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof BondTraderException coded) {
                throw coded;
            }
            throw new LogUnavailable("the event could not be kept", failed);
        }
    }

    /**
     * Says what the log keeps of an event.
     *
     * @param event as it was reported
     * @return the record, with an identifier of its own
     */
    public AuditRecord toRecord(AuditEvent event) {
        JsonNode inputs = read(event.inputs());
        JsonNode result = read(event.result());
        Instant time = event.occurredAt() == null ? clock.instant() : event.occurredAt();
        String correlation = text(inputs, "correlation");
        return new AuditRecord(
                ids.next(),
                time,
                event.actor(),
                text(inputs, "role"),
                address(text(inputs, "source")),
                event.action(),
                RESOURCES.stream()
                        .map(name -> text(inputs, name))
                        .filter(value -> !value.isEmpty())
                        .findFirst()
                        .orElse(""),
                EventOutcomes.of(event.action(), result),
                correlation.isEmpty() ? text(inputs, "correlationId") : correlation,
                tags.of(event.action()),
                CanonicalJson.of(Map.of("inputs", event.inputs(), "result", event.result())));
    }

    private static @Nullable IpAddress address(String source) {
        try {
            return source.isEmpty() ? null : IpAddress.parse(source);
        } catch (BondTraderException other) {
            return null; // a source that is no address stays in the body
        }
    }

    private static JsonNode read(CanonicalJson json) {
        try {
            return JSON.readTree(json.text());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("canonical JSON is JSON", impossible);
        }
    }

    private static String text(JsonNode object, String name) {
        JsonNode value = object.get(name);
        return value != null && value.isTextual() ? value.textValue() : "";
    }
}
