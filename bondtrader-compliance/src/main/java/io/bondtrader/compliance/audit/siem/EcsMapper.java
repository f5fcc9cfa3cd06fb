package io.bondtrader.compliance.audit.siem;

import io.bondtrader.compliance.audit.AuditRecord;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.core.audit.CanonicalJson;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Events by the Elastic Common Schema 8.11. What the schema has no field for stands under {@code bondtrader}. Immutable.
 *
 * @see <a href="https://www.elastic.co/guide/en/ecs/8.11/index.html">the schema</a>
 */
public final class EcsMapper implements EventMapper {

    private static final String VERSION = "8.11.0";

    private EcsMapper() {}

    /** {@return the mapper} */
    public static EcsMapper standard() {
        return new EcsMapper();
    }

    @Override
    public String map(LoggedEvent event) {
        AuditRecord record = event.record();
        Map<String, Object> out = new TreeMap<>();
        out.put("@timestamp", record.time());
        out.put("ecs", Map.of("version", VERSION));
        out.put("event", event(event));
        out.put("user", user(record));
        out.put("service", Map.of("name", "bondtrader"));
        out.put("related", related(record));
        out.put("bondtrader", own(event));
        if (record.ip() != null) {
            out.put("source", Map.of("ip", record.ip().toString()));
        }
        if (!record.correlationId().isEmpty()) {
            out.put("trace", Map.of("id", record.correlationId()));
        }
        if (!record.tags().isEmpty()) {
            out.put("tags", record.tags());
        }
        return CanonicalJson.of(out).text();
    }

    private static Map<String, Object> event(LoggedEvent event) {
        AuditRecord record = event.record();
        Map<String, Object> inner = new TreeMap<>();
        inner.put("id", record.id().toString());
        inner.put("sequence", event.index());
        inner.put("action", record.action());
        inner.put("kind", isAlert(record) ? "alert" : "event");
        inner.put("category", List.of(category(record)));
        inner.put("type", List.of(type(record)));
        inner.put("hash", event.leaf().toString());
        inner.put(
                "outcome",
                switch (record.outcome()) {
                    case SUCCESS -> "success";
                    case DENIED, FAILURE -> "failure";
                    case OBSERVED -> "unknown";
                });
        return inner;
    }

    private static boolean isAlert(AuditRecord record) {
        ActionWords.Kind kind = ActionWords.kind(record.action());
        return kind == ActionWords.Kind.ABUSE_ALERT || kind == ActionWords.Kind.CONTROL_BREACH;
    }

    private static String category(AuditRecord record) {
        return switch (ActionWords.kind(record.action())) {
            case SIGN_IN, SIGN_OUT -> "authentication";
            case ACCESS_CHANGE, ENTITY -> "iam";
            case DATA_STORE -> "database";
            case ABUSE_ALERT -> "threat";
            case CONTROL_BREACH, CALL -> "api";
        };
    }

    private static String type(AuditRecord record) {
        if (record.outcome() == Outcome.DENIED) {
            return "denied";
        }
        if (record.outcome() == Outcome.FAILURE) {
            return "error";
        }
        return switch (ActionWords.kind(record.action())) {
            case SIGN_IN -> "start";
            case SIGN_OUT -> "end";
            case ABUSE_ALERT -> "indicator";
            case ACCESS_CHANGE, ENTITY, DATA_STORE, CONTROL_BREACH, CALL ->
                switch (ActionWords.verb(record.action())) {
                    case CREATE -> "creation";
                    case READ -> "access";
                    case UPDATE -> "change";
                    case DELETE -> "deletion";
                    case OTHER -> "info";
                };
        };
    }

    private static Map<String, Object> user(AuditRecord record) {
        return record.role().isEmpty()
                ? Map.of("name", record.actor())
                : Map.of("name", record.actor(), "roles", List.of(record.role()));
    }

    private static Map<String, Object> related(AuditRecord record) {
        return record.ip() == null
                ? Map.of("user", List.of(record.actor()))
                : Map.of(
                        "user",
                        List.of(record.actor()),
                        "ip",
                        List.of(record.ip().toString()));
    }

    private static Map<String, Object> own(LoggedEvent event) {
        Map<String, Object> own = new TreeMap<>();
        own.put("body", event.record().body());
        own.put("previous", event.previous().toString());
        if (!event.record().resource().isEmpty()) {
            own.put("resource", event.record().resource());
        }
        return own;
    }
}
