package io.bondtrader.compliance.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bondtrader.compliance.audit.LoggedEvent;
import java.util.ArrayList;
import java.util.List;

/** The members of an event's body, as reports read them. Immutable. */
public final class EventBody {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode object;

    private EventBody(JsonNode object) {
        this.object = object;
    }

    /**
     * Reads the body of an event.
     *
     * @param event the event
     * @return its members
     */
    public static EventBody of(LoggedEvent event) {
        try {
            return new EventBody(JSON.readTree(event.record().body().text()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("canonical JSON is JSON", impossible);
        }
    }

    /**
     * Returns a member as text.
     *
     * @param name of the member
     * @return a text as it is, a number or an object as JSON; empty if there is none
     */
    public String text(String name) {
        JsonNode value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return value.isTextual() ? value.textValue() : value.toString();
    }

    /**
     * Returns the members of an object that is a member.
     *
     * @param name of the member
     * @return its members; none if it is no object
     */
    public EventBody object(String name) {
        return new EventBody(object.path(name));
    }

    /**
     * Returns the texts of a list.
     *
     * @param name of the member
     * @return the texts in their order; none if there is no such list
     */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        object.path(name).forEach(value -> texts.add(value.asText()));
        return texts;
    }

    /** {@return the names of the members, sorted} */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Override
    public String toString() {
        return "EventBody[" + object.size() + " members]";
    }
}
