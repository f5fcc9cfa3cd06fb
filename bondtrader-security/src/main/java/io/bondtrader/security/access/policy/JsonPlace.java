package io.bondtrader.security.access.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.bondtrader.core.error.InvalidInput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** A place in a policy's JSON, which knows how it was reached. */
record JsonPlace(JsonNode node, String path) {

    static JsonPlace of(JsonNode root) {
        return new JsonPlace(root, "$");
    }

    InvalidInput refuse(Object value, String rule) {
        return new InvalidInput(path, value, rule);
    }

    private String kind() {
        return node.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    /** Takes an object apart that has these members, all of them and no other. */
    JsonPlace members(String... names) {
        if (!node.isObject()) {
            throw refuse(kind(), "an object");
        }
        Set<String> expected = Set.of(names);
        Set<String> present = new HashSet<>();
        node.fieldNames().forEachRemaining(present::add);
        for (String name : present) {
            if (!expected.contains(name)) {
                throw new InvalidInput(path + "." + name, "unknown", "one of " + List.of(names));
            }
        }
        for (String name : names) {
            if (!present.contains(name)) {
                throw new InvalidInput(path + "." + name, "absent", "given");
            }
        }
        return this;
    }

    /** The one member of an object that has one. */
    String onlyMember() {
        if (!node.isObject() || node.size() != 1) {
            throw refuse(kind() + " of " + node.size(), "an object of one member");
        }
        return node.fieldNames().next();
    }

    JsonPlace get(String member) {
        JsonNode child = node.get(member);
        if (child == null) {
            throw new InvalidInput(path + "." + member, "absent", "given");
        }
        return new JsonPlace(child, path + "." + member);
    }

    List<String> names() {
        if (!node.isObject()) {
            throw refuse(kind(), "an object");
        }
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    List<JsonPlace> elements() {
        if (!node.isArray()) {
            throw refuse(kind(), "an array");
        }
        List<JsonPlace> elements = new ArrayList<>();
        for (int k = 0; k < node.size(); k++) {
            elements.add(new JsonPlace(node.get(k), path + "[" + k + "]"));
        }
        return elements;
    }

    boolean isText() {
        return node.isTextual();
    }

    String text() {
        if (!node.isTextual()) {
            throw refuse(kind(), "a text");
        }
        return node.textValue();
    }

    int integer() {
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw refuse(kind(), "a whole number");
        }
        return node.intValue();
    }

    boolean bool() {
        if (!node.isBoolean()) {
            throw refuse(kind(), "true or false");
        }
        return node.booleanValue();
    }

    <E extends Enum<E>> E constant(Class<E> type) {
        String text = text();
        List<String> known = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            if (PolicyWriter.name(constant).equals(text)) {
                return constant;
            }
            known.add(PolicyWriter.name(constant));
        }
        throw refuse(text, "one of " + known);
    }

    /** Puts the path before what a constructor says. */
    <T> T make(Supplier<T> constructor) {
        try {
            return constructor.get();
        } catch (InvalidInput refused) {
            String message = refused.getMessage();
            if (message.contains(path)) {
                throw refused; // it names a place at or below this one
            }
            throw new InvalidInput(path, message.substring(message.indexOf(": ") + 2), "valid");
        }
    }
}
