package io.bondtrader.risk.limit;

import com.fasterxml.jackson.databind.JsonNode;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** A place in a JSON text, which knows how it was reached. */
record JsonPath(JsonNode node, String path) {

    static JsonPath of(JsonNode root) {
        return new JsonPath(root, "$");
    }

    /** Enum constants stand in JSON in lower case, with dashes. */
    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean has(String member) {
        return node.has(member);
    }

    boolean isText() {
        return node.isTextual();
    }

    JsonPath get(String member) {
        JsonNode child = node.get(member);
        String place = path + "." + member;
        if (child == null) {
            throw new InvalidInput(place, "absent", "given");
        }
        return new JsonPath(child, place);
    }

    List<String> names() {
        InvalidInput.unless(node.isObject(), path, kind(), "an object");
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Every required member must be there, and nothing that is neither required nor optional. */
    void requireMembers(Set<String> required, Set<String> optional) {
        Set<String> present = new HashSet<>(names());
        for (String name : required) {
            InvalidInput.unless(present.contains(name), path + "." + name, "absent", "given");
        }
        for (String name : present) {
            if (!required.contains(name) && !optional.contains(name)) {
                List<String> known = new ArrayList<>(required);
                known.addAll(optional);
                known.sort(null);
                throw new InvalidInput(path + "." + name, "unknown", "one of " + known);
            }
        }
    }

    List<JsonPath> elements() {
        InvalidInput.unless(node.isArray(), path, kind(), "an array");
        List<JsonPath> elements = new ArrayList<>();
        for (int k = 0; k < node.size(); k++) {
            elements.add(new JsonPath(node.get(k), path + "[" + k + "]"));
        }
        return elements;
    }

    String text() {
        InvalidInput.unless(node.isTextual(), path, kind(), "a text");
        return node.textValue();
    }

    double number() {
        InvalidInput.unless(node.isNumber(), path, kind(), "a number");
        double value = node.doubleValue();
        InvalidInput.unless(Double.isFinite(value), path, node.asText(), "a finite number");
        return value;
    }

    int integer() {
        InvalidInput.unless(
                node.isIntegralNumber() && node.canConvertToInt(),
                path,
                node.isNumber() ? node.asText() : kind(),
                "a whole number");
        return node.intValue();
    }

    boolean bool() {
        InvalidInput.unless(node.isBoolean(), path, kind(), "true or false");
        return node.booleanValue();
    }

    Instant instant() {
        try {
            return Instant.parse(text());
        } catch (DateTimeException unreadable) {
            throw InvalidInput.unreadable(path, node.asText(), "an instant such as 2025-07-14T00:00:00Z");
        }
    }

    <E extends Enum<E>> E constant(Class<E> type) {
        return constant(type, text());
    }

    <E extends Enum<E>> E constant(Class<E> type, String text) {
        for (E constant : type.getEnumConstants()) {
            if (name(constant).equals(text)) {
                return constant;
            }
        }
        List<String> known =
                Arrays.stream(type.getEnumConstants()).map(JsonPath::name).toList();
        throw new InvalidInput(path, text, "one of " + known);
    }

    /** Puts the path before what a constructor says. */
    <T> T make(Supplier<T> constructor) {
        try {
            return constructor.get();
        } catch (InvalidInput refused) {
            if (String.valueOf(refused.getMessage()).contains(path)) {
                throw refused; // it names a place below this one
            }
            throw new InvalidInput(path, reason(refused), "valid");
        }
    }

    private static String reason(BondTraderException refused) {
        String message = String.valueOf(refused.getMessage());
        int colon = message.indexOf(": ");
        return colon < 0 ? message : "not: " + message.substring(colon + 2);
    }

    private String kind() {
        return node.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
