package io.bondtrader.compliance.audit.siem;

import io.bondtrader.compliance.audit.AuditRecord;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Events by the Open Cybersecurity Schema Framework: sign-ins as class 3002, changes of access 3005, of entities 3004, uses of
 * stores 6005, alerts of surveillance 2004, breaches of controls 2003, and all else 6003, a call of an interface. What the
 * schema has no place for stands under {@code unmapped}.
 *
 * <p>Immutable.
 *
 * @see <a href="https://schema.ocsf.io">the schema</a>
 */
public final class OcsfMapper implements EventMapper {

    /** The version of the schema that {@link #standard()} writes by. */
    public static final String VERSION = "1.3.0";

    private static final String PRODUCT = "BondTrader";
    private static final int OTHER_ACTIVITY = 99;

    private final String version;
    private final boolean integrity;

    private OcsfMapper(String version, boolean integrity) {
        this.version = version;
        this.integrity = integrity;
    }

    /** {@return a mapper by version 1.3.0} */
    public static OcsfMapper standard() {
        return new OcsfMapper(VERSION, false);
    }

    /**
     * Returns a mapper that names another version of the schema: the attributes written are in all from 1.2.0 on.
     *
     * @param version as in {@code 1.2.0}
     * @return the mapper
     * @throws InvalidInput if the text is no version
     */
    public static OcsfMapper ofVersion(String version) {
        boolean fits = !version.isEmpty() && version.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.');
        InvalidInput.unless(fits, "version", version, "numbers with points between");
        return new OcsfMapper(version, false);
    }

    /**
     * Returns this mapper with the profile {@code record_integrity}, which is planned for version 1.9.0: the event's own
     * hash and that of the event before it.
     *
     * @return the mapper
     */
    public OcsfMapper withRecordIntegrity() {
        return new OcsfMapper(version, true);
    }

    @Override
    public String map(LoggedEvent event) {
        AuditRecord record = event.record();
        Map<String, Object> out = new TreeMap<>();
        switch (ActionWords.kind(record.action())) {
            case SIGN_IN -> signedIn(out, record, 1);
            case SIGN_OUT -> signedIn(out, record, 2);
            case ACCESS_CHANGE -> accessChanged(out, record);
            case ENTITY -> entity(out, record);
            case DATA_STORE -> store(out, record);
            case ABUSE_ALERT -> finding(out, record, 2004);
            case CONTROL_BREACH -> control(out, record);
            case CALL -> call(out, record);
        }
        out.put("actor", Map.of("user", user(record)));
        out.put("metadata", metadata(event));
        out.put("severity_id", severity(record));
        out.put("status_id", status(record.outcome()));
        out.put("time", record.time().toEpochMilli());
        out.put("unmapped", unmapped(event));
        if (integrity) {
            out.put(
                    "attestation",
                    Map.of(
                            "fingerprint",
                            fingerprint(event.leaf().toString()),
                            "prev_event",
                            event.previous().toString()));
        }
        return CanonicalJson.of(out).text();
    }

    private static Map<String, Object> fingerprint(String hash) {
        return Map.of("algorithm", "SHA-256", "algorithm_id", 3, "value", hash);
    }

    private static void kind(Map<String, Object> out, int category, int type, int activity) {
        out.put("category_uid", category);
        out.put("class_uid", type);
        out.put("activity_id", activity);
        out.put("type_uid", type * 100 + activity);
    }

    private static void signedIn(Map<String, Object> out, AuditRecord record, int activity) {
        kind(out, 3, 3002, activity);
        out.put("user", user(record));
        out.put("service", Map.of("name", PRODUCT));
        out.put("src_endpoint", source(record));
    }

    private static void accessChanged(Map<String, Object> out, AuditRecord record) {
        boolean taken = ActionWords.verb(record.action()) == ActionWords.Verb.DELETE;
        kind(out, 3, 3005, taken ? 2 : 1);
        String whom = record.resource().isEmpty() ? record.actor() : record.resource();
        out.put("user", Map.of("name", whom, "uid", whom));
        out.put("privileges", List.of(record.action()));
    }

    private static void entity(Map<String, Object> out, AuditRecord record) {
        kind(out, 3, 3004, activity(record));
        String what = record.resource().isEmpty() ? record.actor() : record.resource();
        out.put("entity", Map.of("name", what, "uid", what));
    }

    private static void store(Map<String, Object> out, AuditRecord record) {
        int activity = record.action().contains("decrypt")
                ? 10
                : record.action().contains("encrypt")
                        ? 9
                        : switch (ActionWords.verb(record.action())) {
                            case CREATE -> 6;
                            case READ -> 1;
                            case UPDATE -> 2;
                            case DELETE -> 7;
                            case OTHER -> OTHER_ACTIVITY;
                        };
        kind(out, 6, 6005, activity);
        out.put("databucket", Map.of("name", record.resource().isEmpty() ? PRODUCT : record.resource()));
        out.put("src_endpoint", source(record));
    }

    private static void finding(Map<String, Object> out, AuditRecord record, int type) {
        kind(out, 2, type, 1);
        out.put(
                "finding_info",
                Map.of("title", record.action(), "uid", record.id().toString()));
    }

    private static void control(Map<String, Object> out, AuditRecord record) {
        finding(out, record, 2003);
        out.put("compliance", Map.of("control", record.resource().isEmpty() ? record.action() : record.resource()));
    }

    private static void call(Map<String, Object> out, AuditRecord record) {
        kind(out, 6, 6003, activity(record));
        out.put("api", Map.of("operation", record.action()));
        out.put("src_endpoint", source(record));
    }

    private static int activity(AuditRecord record) {
        return switch (ActionWords.verb(record.action())) {
            case CREATE -> 1;
            case READ -> 2;
            case UPDATE -> 3;
            case DELETE -> 4;
            case OTHER -> OTHER_ACTIVITY;
        };
    }

    private static Map<String, Object> user(AuditRecord record) {
        return record.role().isEmpty()
                ? Map.of("name", record.actor(), "uid", record.actor())
                : Map.of("name", record.actor(), "uid", record.actor(), "type", record.role());
    }

    private static Map<String, Object> source(AuditRecord record) {
        return record.ip() == null
                ? Map.of("name", PRODUCT)
                : Map.of("ip", record.ip().toString());
    }

    private Map<String, Object> metadata(LoggedEvent event) {
        Map<String, Object> metadata = new TreeMap<>();
        metadata.put("product", Map.of("name", PRODUCT, "vendor_name", PRODUCT));
        metadata.put("uid", event.record().id().toString());
        metadata.put("sequence", event.index());
        metadata.put("version", version);
        if (!event.record().correlationId().isEmpty()) {
            metadata.put("correlation_uid", event.record().correlationId());
        }
        if (!event.record().tags().isEmpty()) {
            metadata.put("labels", event.record().tags());
        }
        if (integrity) {
            metadata.put("profiles", List.of("record_integrity"));
        }
        return metadata;
    }

    private static Map<String, Object> unmapped(LoggedEvent event) {
        Map<String, Object> rest = new TreeMap<>();
        rest.put("body", event.record().body());
        if (!event.record().resource().isEmpty()) {
            rest.put("resource", event.record().resource());
        }
        return rest;
    }

    /** 1 informational, 3 medium, 4 high. */
    private static int severity(AuditRecord record) {
        ActionWords.Kind kind = ActionWords.kind(record.action());
        if (kind == ActionWords.Kind.ABUSE_ALERT || kind == ActionWords.Kind.CONTROL_BREACH) {
            return 4;
        }
        return record.outcome() == Outcome.SUCCESS || record.outcome() == Outcome.OBSERVED ? 1 : 3;
    }

    private static int status(Outcome outcome) {
        return switch (outcome) {
            case SUCCESS -> 1;
            case DENIED, FAILURE -> 2;
            case OBSERVED -> 0;
        };
    }
}
