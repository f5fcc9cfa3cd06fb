package io.bondtrader.compliance.surveillance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bondtrader.compliance.audit.AuditRecord;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Order flow, alerts and runs as the audit log keeps them. Prices and sizes stand there as decimal strings that read back as
 * the same number. Stateless and safe for use by many threads.
 */
public final class SurveillanceRecords {

    /** What an event of the flow is called in the log: this and the kind. */
    public static final String FLOW = "flow.";

    /** What an alert is called in the log. */
    public static final String ALERT = "surveillance.alert";

    /** What the description of a run is called in the log. */
    public static final String RUN = "surveillance.run";

    private static final SortedSet<String> TAGS = new TreeSet<>(Set.of("mar", "mifid2"));
    private static final Set<String> FIELDS = Set.of(
            "account",
            "aggressive",
            "counterparty",
            "instrument",
            "orderId",
            "otherPrice",
            "otherSize",
            "otherTime",
            "price",
            "sign",
            "size",
            "venue");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final long SECOND = 1_000_000_000L;

    private SurveillanceRecords() {}

    /**
     * Writes an event of the flow; its leaf is what the log gives it.
     *
     * @param id of the record
     * @param event the event
     * @return the record
     */
    public static AuditRecord of(UUID id, FlowEvent event) {
        Map<String, Object> body = new TreeMap<>();
        body.put("instrument", event.instrument());
        putText(body, "account", event.account());
        putText(body, "venue", event.venue());
        putText(body, "orderId", event.orderId());
        putText(body, "counterparty", event.counterparty());
        putNumber(body, "price", event.price());
        putNumber(body, "size", event.size());
        putNumber(body, "otherPrice", event.otherPrice());
        putNumber(body, "otherSize", event.otherSize());
        if (event.sign() != 0) {
            body.put("sign", event.sign());
        }
        if (event.aggressive()) {
            body.put("aggressive", true);
        }
        if (event.otherTimeNanos() != 0) {
            body.put("otherTime", instant(event.otherTimeNanos()));
        }
        return new AuditRecord(
                id,
                instant(event.timeNanos()),
                event.account().isEmpty() ? "market" : event.account(),
                "",
                null,
                FLOW + event.kind().name().toLowerCase(Locale.ROOT),
                event.instrument(),
                Outcome.OBSERVED,
                event.orderId(),
                TAGS,
                CanonicalJson.of(body));
    }

    /**
     * Writes an alert.
     *
     * @param id of the record
     * @param alert the alert
     * @return the record
     */
    public static AuditRecord of(UUID id, SurveillanceAlert alert) {
        return own(id, alert.foundAt(), ALERT, alert.instrument(), alert.toJson());
    }

    /**
     * Writes which rules and which reference a run goes by.
     *
     * @param id of the record
     * @param at when the run begins
     * @param rules its rules
     * @param reference its reference
     * @return the record
     */
    public static AuditRecord run(UUID id, Instant at, SurveillanceRules rules, MarketReference reference) {
        return own(id, at, RUN, "", runBody(rules, reference));
    }

    static CanonicalJson runBody(SurveillanceRules rules, MarketReference reference) {
        return CanonicalJson.of(Map.of("rules", rules.hash(), "reference", reference.hash()));
    }

    /**
     * Reads an event of the flow.
     *
     * @param logged a record with its place in the log
     * @return the event at that leaf; empty if the record tells of something else
     * @throws InvalidInput if the record claims to be of the flow and cannot be read
     */
    public static Optional<FlowEvent> flow(LoggedEvent logged) {
        AuditRecord record = logged.record();
        if (!record.action().startsWith(FLOW)) {
            return Optional.empty();
        }
        JsonNode body = body(record);
        long time = nanos(record.time());
        return Optional.of(new FlowEvent(
                logged.index(),
                time,
                kind(record.action().substring(FLOW.length())),
                text(body, "account"),
                text(body, "instrument"),
                text(body, "venue"),
                text(body, "orderId"),
                text(body, "counterparty"),
                sign(body),
                body.path("aggressive").asBoolean(false),
                number(body, "price"),
                number(body, "size"),
                number(body, "otherPrice"),
                number(body, "otherSize"),
                otherTime(body)));
    }

    private static JsonNode body(AuditRecord record) {
        try {
            JsonNode body = JSON.readTree(record.body().text());
            body.fieldNames().forEachRemaining(name -> {
                if (!FIELDS.contains(name)) {
                    throw InvalidInput.unreadable("field of " + record.action(), name, "one of " + FIELDS);
                }
            });
            return body;
        } catch (JsonProcessingException broken) {
            throw InvalidInput.unreadable(
                    "body of " + record.action(), record.body().text(), "a JSON object");
        }
    }

    private static FlowKind kind(String name) {
        for (FlowKind kind : FlowKind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
                return kind;
            }
        }
        throw InvalidInput.unreadable("kind of flow", name, "one that is known");
    }

    private static String text(JsonNode body, String name) {
        JsonNode node = body.path(name);
        if (!node.isMissingNode() && !node.isTextual()) {
            throw InvalidInput.unreadable(name, node.toString(), "a string");
        }
        return node.asText("");
    }

    private static int sign(JsonNode body) {
        JsonNode node = body.path("sign");
        if (node.isMissingNode()) {
            return 0;
        }
        if (!node.isInt()) {
            throw InvalidInput.unreadable("sign", node.toString(), "1 or -1");
        }
        return node.intValue();
    }

    private static double number(JsonNode body, String name) {
        String text = text(body, name);
        if (text.isEmpty()) {
            return 0;
        }
        try {
            double number = Double.parseDouble(text);
            // One number has one spelling: what Java reads besides, such as 1f or 0x1p3, is none.
            if (Double.isFinite(number) && CanonicalJson.number(number).equals(text)) {
                return number;
            }
        } catch (NumberFormatException broken) {
            // Refused below.
        }
        throw InvalidInput.unreadable(name, text, "a decimal number in its shortest form");
    }

    private static long otherTime(JsonNode body) {
        String text = text(body, "otherTime");
        if (text.isEmpty()) {
            return 0;
        }
        try {
            return nanos(Instant.parse(text));
        } catch (DateTimeException broken) {
            throw InvalidInput.unreadable("otherTime", text, "an instant in ISO 8601");
        }
    }

    private static AuditRecord own(UUID id, Instant at, String action, String resource, CanonicalJson body) {
        return new AuditRecord(
                id, at, "surveillance", "system", null, action, resource, Outcome.OBSERVED, "", TAGS, body);
    }

    private static void putText(Map<String, Object> body, String name, String text) {
        if (!text.isEmpty()) {
            body.put(name, text);
        }
    }

    private static void putNumber(Map<String, Object> body, String name, double number) {
        if (number != 0) { // exactly: 0 is what an absent field reads as
            body.put(name, CanonicalJson.number(number));
        }
    }

    static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, SECOND), Math.floorMod(nanos, SECOND));
    }

    private static long nanos(Instant at) {
        try {
            return Math.addExact(Math.multiplyExact(at.getEpochSecond(), SECOND), at.getNano());
        } catch (ArithmeticException beyond) {
            throw new InvalidInput("time", at, "between 1970 and 2262");
        }
    }
}
