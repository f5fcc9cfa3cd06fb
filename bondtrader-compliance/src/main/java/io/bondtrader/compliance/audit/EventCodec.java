package io.bondtrader.compliance.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bondtrader.compliance.audit.internal.PreparedEntry;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.network.IpAddress;
import io.bondtrader.security.signing.HashValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event as the bytes that are hashed: one JSON object in canonical form (RFC 8785) with the members {@code action},
 * {@code actor}, {@code body}, {@code correlationId}, {@code id}, {@code ip}, {@code outcome}, {@code previous}, {@code
 * resource}, {@code role}, {@code tags} and {@code time}; those that say nothing are left out. One event has one spelling:
 * whatever else reads as the same event is refused.
 *
 * <p>Stateless; safe for use by many threads.
 */
public final class EventCodec {

    /** The longest entry, in bytes: bundles of entries give lengths as 16 bits (C2SP tlog-tiles). */
    public static final int LONGEST_ENTRY = PreparedEntry.LONGEST;

    /** One object for the event and then the body's own 64 levels. */
    private static final int DEEPEST = 70;

    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private EventCodec() {}

    /**
     * Writes an event.
     *
     * @param event the event
     * @param previous the hash of the event before it
     * @return its bytes
     * @throws io.bondtrader.compliance.error.EventTooLarge if they would be more than {@value #LONGEST_ENTRY}
     */
    public static byte[] encode(AuditRecord event, HashValue previous) {
        PreparedEntry prepared = PreparedEntry.of(event);
        byte[] entry = new byte[prepared.length()];
        prepared.write(previous.toBase64().getBytes(StandardCharsets.US_ASCII), entry, 0);
        return entry;
    }

    /**
     * Reads an event.
     *
     * @param index its place in the log
     * @param entry its bytes
     * @return the event
     * @throws InvalidInput if they are anything but what {@link #encode} writes
     */
    public static LoggedEvent decode(long index, byte[] entry) {
        InvalidInput.unless(index >= 0, "index", index, "0 or more");
        if (entry.length > LONGEST_ENTRY) {
            throw new InvalidInput("length of entry", entry.length, "at most " + LONGEST_ENTRY);
        }
        try {
            Map<String, Object> object = JSON.readValue(entry, OBJECT);
            if (object == null) {
                throw new InvalidInput("entry " + index, "null", "an object");
            }
            Members members = new Members(object);
            HashValue previous = HashValue.parse(members.text("previous"));
            AuditRecord event = members.event();
            if (!Arrays.equals(encode(event, previous), entry)) {
                throw new InvalidInput("entry " + index, "another spelling", "in canonical form");
            }
            return new LoggedEvent(index, previous, HashValue.ofRecord(entry), event);
        } catch (InvalidInput refused) {
            throw refused;
        } catch (JsonProcessingException
                | IllegalArgumentException
                | DateTimeException
                | ClassCastException
                | BondTraderException unreadable) {
            throw unreadable(index, unreadable);
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory can be read", impossible);
        }
    }

    /** The members of a body. */
    static Map<String, Object> object(CanonicalJson body) {
        try {
            return JSON.readValue(body.text(), OBJECT);
        } catch (JsonProcessingException other) {
            throw new InvalidInput("body", "other JSON", "a JSON object");
        }
    }

    private static InvalidInput unreadable(long index, Exception cause) {
        InvalidInput refused =
                new InvalidInput("entry " + index, cause.getClass().getSimpleName(), "an event in canonical JSON");
        refused.addSuppressed(cause);
        return refused;
    }

    /** The members of an event's object. */
    private record Members(Map<String, Object> values) {

        String text(String name) {
            if (values.get(name) instanceof String text) {
                return text;
            }
            throw new InvalidInput("member " + name, values.get(name), "a string");
        }

        private String orEmpty(String name) {
            return values.containsKey(name) ? text(name) : "";
        }

        AuditRecord event() {
            TreeSet<String> tags = new TreeSet<>();
            if (values.get("tags") instanceof List<?> list) {
                list.forEach(tag -> tags.add((String) tag));
            }
            if (!(values.get("body") instanceof Map<?, ?> body)) {
                throw new InvalidInput("member body", values.get("body"), "an object");
            }
            return new AuditRecord(
                    UUID.fromString(text("id")),
                    Instant.parse(text("time")),
                    text("actor"),
                    orEmpty("role"),
                    values.containsKey("ip") ? IpAddress.parse(text("ip")) : null,
                    text("action"),
                    orEmpty("resource"),
                    Outcome.valueOf(text("outcome")),
                    orEmpty("correlationId"),
                    tags,
                    CanonicalJson.of(asWritten(body)));
        }

        /** All numbers of JSON are doubles; those that a reader took for large integers become doubles again. */
        private static @Nullable Object asWritten(@Nullable Object value) {
            if (value instanceof Map<?, ?> map) {
                Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((name, member) -> copy.put(name, asWritten(member)));
                return copy;
            }
            if (value instanceof Collection<?> collection) {
                List<@Nullable Object> copy = new ArrayList<>(collection.size());
                collection.forEach(element -> copy.add(asWritten(element)));
                return copy;
            }
            return value instanceof Number number ? (Object) number.doubleValue() : value;
        }
    }
}
