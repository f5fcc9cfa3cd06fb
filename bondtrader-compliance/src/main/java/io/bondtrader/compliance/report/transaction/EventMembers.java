package io.bondtrader.compliance.report.transaction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A JSON object that is read name by name. */
final class EventMembers {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final int LONGEST_NUMBER = 40;
    private static final TypeReference<TreeMap<String, Object>> OBJECT = new TypeReference<>() {};

    private final String path;
    private final JsonNode node;
    private final Set<String> read = new HashSet<>();

    EventMembers(String action, CanonicalJson json) {
        this(action, parsed(action, json.text()));
    }

    private EventMembers(String path, JsonNode node) {
        this.path = path;
        this.node = node;
        if (!node.isObject()) {
            throw new InvalidInput(path, "other JSON", "a JSON object");
        }
    }

    static JsonNode tree(CanonicalJson json) {
        return parsed("JSON", json.text());
    }

    static EventMembers parse(String path, String text) {
        return new EventMembers(path, parsed(path, text));
    }

    private static JsonNode parsed(String action, String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException unreadable) {
            throw new InvalidInput(action, "no JSON", "a JSON object");
        }
    }

    /** The value stays out of the message: it may be personal. */
    InvalidInput wrong(String name) {
        return new InvalidInput(path + "." + name, "missing or of another form", "as documented");
    }

    boolean has(String name) {
        return node.has(name);
    }

    private JsonNode take(String name) {
        read.add(name);
        JsonNode value = node.get(name);
        if (value == null) {
            throw wrong(name);
        }
        return value;
    }

    String text(String name) {
        JsonNode value = take(name);
        if (!value.isTextual()) {
            throw wrong(name);
        }
        return value.textValue();
    }

    <T> @Nullable T optional(String name, Function<String, T> reader) {
        return node.has(name) ? reader.apply(text(name)) : null;
    }

    boolean truth(String name) {
        JsonNode value = take(name);
        if (!value.isBoolean()) {
            throw wrong(name);
        }
        return value.booleanValue();
    }

    BigDecimal number(String name) {
        String text = text(name);
        boolean plain = text.length() <= LONGEST_NUMBER
                && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-');
        try {
            if (plain) {
                return new BigDecimal(text);
            }
        } catch (NumberFormatException noNumber) {
            throw wrong(name);
        }
        throw wrong(name);
    }

    LocalDate date(String name) {
        try {
            return LocalDate.parse(text(name));
        } catch (DateTimeException noDate) {
            throw wrong(name);
        }
    }

    <T extends Enum<T>> T code(String name, Class<T> type) {
        return parse(name, text(name), type);
    }

    <T extends Enum<T>> T parse(String name, String text, Class<T> type) {
        for (T code : EnumSet.allOf(type)) {
            if (code.name().equals(text)) {
                return code;
            }
        }
        throw wrong(name);
    }

    <T extends Enum<T>> Set<T> codes(String name, Class<T> type) {
        Set<T> codes = EnumSet.noneOf(type);
        texts(name).forEach(text -> codes.add(parse(name, text, type)));
        return codes;
    }

    List<String> texts(String name) {
        JsonNode value = take(name);
        List<String> texts = new ArrayList<>();
        for (JsonNode element : value) {
            texts.add(element.isTextual() ? element.textValue() : "");
        }
        if (!value.isArray() || texts.contains("")) {
            throw wrong(name);
        }
        return texts;
    }

    Map<String, String> map(String name) {
        Map<String, String> map = new TreeMap<>();
        JsonNode value = take(name);
        if (!value.isObject()) {
            throw wrong(name);
        }
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            if (!entry.getValue().isTextual()) {
                throw wrong(name);
            }
            map.put(entry.getKey(), entry.getValue().textValue());
        }
        return map;
    }

    EventMembers body(String name) {
        return new EventMembers(path + "." + name, take(name));
    }

    @Nullable
    EventMembers optionalBody(String name) {
        return node.has(name) ? body(name) : null;
    }

    /** A member that is an object, as it is. */
    CanonicalJson json(String name) {
        JsonNode value = take(name);
        if (!value.isObject()) {
            throw wrong(name);
        }
        return CanonicalJson.of(JSON.convertValue(value, OBJECT));
    }

    long count(String name) {
        JsonNode value = take(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw wrong(name);
        }
        return value.longValue();
    }

    /** The objects of a list. */
    List<EventMembers> bodies(String name) {
        JsonNode value = take(name);
        if (!value.isArray()) {
            throw wrong(name);
        }
        List<EventMembers> bodies = new ArrayList<>();
        for (JsonNode element : value) {
            bodies.add(new EventMembers(path + "." + name, element));
        }
        return bodies;
    }

    void requireAllRead() {
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            InvalidInput.unless(read.contains(entry.getKey()), path, entry.getKey(), "without names that it has not");
        }
    }
}
