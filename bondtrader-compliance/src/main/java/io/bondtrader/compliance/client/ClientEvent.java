package io.bondtrader.compliance.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.error.LogDamaged;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the log says of a client's category. */
final class ClientEvent {

    static final String CATEGORISED = "client.categorised";
    static final String REQUESTED = "client.category_requested";
    static final String WARNED = "client.category_warned";
    static final String ACKNOWLEDGED = "client.category_acknowledged";
    static final String APPROVED = "client.category_approved";
    static final String REJECTED = "client.category_rejected";
    static final String WITHDRAWN = "client.category_withdrawn";

    private static final Set<String> ACTIONS =
            Set.of(CATEGORISED, REQUESTED, WARNED, ACKNOWLEDGED, APPROVED, REJECTED, WITHDRAWN);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final LoggedEvent event;
    private final JsonNode body;

    private ClientEvent(LoggedEvent event, JsonNode body) {
        this.event = event;
        this.body = body;
    }

    static boolean known(String action) {
        return ACTIONS.contains(action);
    }

    static ClientEvent read(LoggedEvent event) {
        try {
            return new ClientEvent(event, JSON.readTree(event.record().body().text()));
        } catch (JsonProcessingException unreadable) {
            throw damaged(event);
        }
    }

    ClientCategory category() {
        return category("category");
    }

    ClientCategory inItself() {
        return category("inItself");
    }

    private ClientCategory category(String member) {
        String name = body.path(member).asText();
        for (ClientCategory category : ClientCategory.values()) {
            if (category.name().equals(name)) {
                return category;
            }
        }
        throw damaged(event);
    }

    ClientStanding standing(ClientCategory inItself, EventIndices events) {
        try {
            return new ClientStanding(
                    event.record().resource(),
                    category(),
                    inItself,
                    LocalDate.ofInstant(event.record().time(), ZoneOffset.UTC),
                    LocalDate.parse(body.path("reviewBy").asText()),
                    events);
        } catch (DateTimeException unreadable) {
            throw damaged(event);
        }
    }

    private static LogDamaged damaged(LoggedEvent event) {
        return new LogDamaged("event " + event.index() + " says nothing of a client's category");
    }

    static Map<String, Object> step(ClientCategory target, List<String> evidence) {
        Map<String, Object> body = new TreeMap<>();
        body.put("category", target);
        body.put("evidence", evidence);
        return body;
    }

    static Map<String, Object> body(
            CategoryAssessment outcome, ClientFacts facts, List<String> evidence, LocalDate reviewBy) {
        Map<String, Object> body = step(outcome.category(), evidence);
        body.put("kind", facts.kind());
        body.put("passed", outcome.passed());
        body.put("reasons", outcome.reasons());
        body.put("citation", outcome.citation().toString());
        body.put("jurisdiction", outcome.citation().jurisdiction());
        body.put("reviewBy", reviewBy);
        return body;
    }
}
