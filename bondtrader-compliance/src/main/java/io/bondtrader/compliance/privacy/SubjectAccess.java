package io.bondtrader.compliance.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bondtrader.compliance.audit.AuditTrail;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.export.AuditExport;
import io.bondtrader.compliance.audit.export.ExportManifest;
import io.bondtrader.compliance.audit.query.AuditQuery;
import io.bondtrader.compliance.error.ErasedData;
import io.bondtrader.compliance.error.LogUnavailable;
import io.bondtrader.core.audit.CanonicalJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What is held about a person, for that person: every event that bears the person's tag, decrypted, and what other stores hold;
 * beside it the same events as they stand in the log, with the proof that the range has a place for every event and none was
 * taken away.
 *
 * <p>Safe for use by many threads.
 */
public final class SubjectAccess {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "personal-data.json";

    private final AuditTrail trail;
    private final PersonalFields fields;
    private final List<PersonalStore> stores;

    private SubjectAccess(AuditTrail trail, PersonalFields fields, List<PersonalStore> stores) {
        this.trail = Objects.requireNonNull(trail);
        this.fields = Objects.requireNonNull(fields);
        this.stores = List.copyOf(stores);
    }

    /**
     * Returns the accesses to a log.
     *
     * @param trail the log
     * @param fields decrypts
     * @param stores other places where personal data lies
     * @return the accesses
     */
    public static SubjectAccess to(AuditTrail trail, PersonalFields fields, List<PersonalStore> stores) {
        return new SubjectAccess(trail, fields, stores);
    }

    /**
     * Writes what is held about a person: {@code personal-data.json} for the person and for machines (Articles 15 and 20), and
     * a folder {@code proof} that an auditor can check. The first holds personal data in the clear: it goes to the person and
     * nowhere else.
     *
     * @param subject the person
     * @param folder that does not exist yet
     * @return the manifest of the proof
     * @throws LogUnavailable if the files cannot be written
     * @throws io.bondtrader.core.error.InvalidInput if the log is empty
     */
    public ExportManifest writeTo(SubjectId subject, Path folder) {
        long start = trail.firstEntry();
        long end = trail.checkpoint().size();
        AuditExport export =
                AuditExport.ofRange(trail, start, end).matching(AuditQuery.all().tag(subject.tag()));
        CanonicalJson content = content(subject, start, end);
        try {
            Files.createDirectory(folder);
            ExportManifest manifest = export.writeTo(folder.resolve("proof"));
            Files.write(folder.resolve(FILE), content.toBytes());
            return manifest;
        } catch (IOException e) {
            throw new LogUnavailable("a person's data cannot be written", e);
        }
    }

    private CanonicalJson content(SubjectId subject, long start, long end) {
        List<CanonicalJson> events = new ArrayList<>();
        trail.read(start, end, event -> {
            if (event.record().tags().contains(subject.tag())) {
                events.add(readable(event));
            }
        });
        Map<String, Object> elsewhere = new TreeMap<>();
        stores.forEach(store -> elsewhere.put(store.name(), store.export(subject)));
        Map<String, Object> members = new TreeMap<>();
        members.put("subject", subject.value());
        members.put("logRange", Map.of("start", start, "end", end));
        members.put("events", events);
        members.put("otherStores", elsewhere);
        return CanonicalJson.of(members);
    }

    private CanonicalJson readable(LoggedEvent event) {
        Map<String, Object> members = new HashMap<>();
        members.put("index", event.index());
        members.put("time", event.record().time());
        members.put("action", event.record().action());
        members.put("resource", event.record().resource());
        members.put("body", opened(event));
        return CanonicalJson.of(members);
    }

    private Object opened(LoggedEvent event) {
        try {
            JsonNode body = JSON.readTree(event.record().body().toBytes());
            return opened(event.record().id(), "", body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a logged body is JSON", impossible);
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory can be read", impossible);
        }
    }

    private Object opened(UUID id, String path, JsonNode node) {
        if (PersonalFields.isPersonal(node)) {
            return field(id, path, node);
        }
        if (node.isObject()) {
            Map<String, Object> members = new TreeMap<>();
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                String below = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
                members.put(member.getKey(), opened(id, below, member.getValue()));
            }
            return members;
        }
        return CanonicalJson.of(plain(node));
    }

    private Object field(UUID id, String path, JsonNode node) {
        try {
            return fields.decrypt(id, path, node);
        } catch (ErasedData gone) {
            return "(erased)";
        }
    }

    private static Object plain(JsonNode node) {
        if (node.isTextual()) {
            return node.asText();
        }
        if (node.isBoolean()) {
            return node.asBoolean();
        }
        if (node.isIntegralNumber()) {
            return node.asLong();
        }
        if (node.isNumber()) {
            return node.asDouble();
        }
        List<Object> elements = new ArrayList<>();
        node.forEach(element -> elements.add(element.isObject() ? element.toString() : plain(element)));
        return node.isArray() ? elements : new String(node.toString().getBytes(UTF_8), UTF_8);
    }

    @Override
    public String toString() {
        return "SubjectAccess[" + trail.checkpoint().origin() + "]";
    }
}
