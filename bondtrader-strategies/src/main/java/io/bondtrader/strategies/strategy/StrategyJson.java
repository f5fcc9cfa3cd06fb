package io.bondtrader.strategies.strategy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bondtrader.core.error.InvalidInput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Strategies as JSON, strictly: what is unknown or stands twice is refused, with the path to it. */
final class StrategyJson {

    private static final int LONGEST = 1 << 20;
    private static final int MOST = 10_000;
    private static final Set<String> MEMBERS = Set.of("strategy", "id", "parameters");

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(10)
                            .maxStringLength(1_000)
                            .maxNumberLength(60)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private StrategyJson() {}

    static StrategySpec read(String json) {
        return spec(tree(json), "$");
    }

    static List<StrategySpec> readAll(String json) {
        JsonNode root = tree(json);
        InvalidInput.unless(root.isArray(), "$", kind(root), "an array");
        InvalidInput.unless(root.size() <= MOST, "$", root.size() + " strategies", "at most " + MOST);
        List<StrategySpec> specs = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int k = 0; k < root.size(); k++) {
            StrategySpec spec = spec(root.get(k), "$[" + k + "]");
            InvalidInput.unless(ids.add(spec.id()), "$[" + k + "].id", spec.id(), "different from those before");
            specs.add(spec);
        }
        return List.copyOf(specs);
    }

    private static JsonNode tree(String json) {
        InvalidInput.unless(json.length() <= LONGEST, "length of the strategies", json.length(), "at most " + LONGEST);
        try {
            JsonNode tree = MAPPER.readTree(json);
            InvalidInput.unless(tree != null && !tree.isMissingNode(), "$", "nothing", "JSON");
            return tree;
        } catch (JsonProcessingException unreadable) {
            throw new InvalidInput("strategies", unreadable.getOriginalMessage(), "JSON");
        }
    }

    private static StrategySpec spec(JsonNode node, String path) {
        InvalidInput.unless(node.isObject(), path, kind(node), "an object");
        Iterator<String> names = node.fieldNames();
        while (names.hasNext()) {
            String name = names.next();
            InvalidInput.unless(
                    MEMBERS.contains(name), path + "." + name, "unknown", "one of strategy, id, parameters");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        JsonNode parameters = node.get("parameters");
        if (parameters != null) {
            InvalidInput.unless(parameters.isObject(), path + ".parameters", kind(parameters), "an object");
            for (Map.Entry<String, JsonNode> field : parameters.properties()) {
                values.put(field.getKey(), value(field.getValue(), path + ".parameters." + field.getKey(), true));
            }
        }
        return new StrategySpec(text(node, path, "strategy"), text(node, path, "id"), values);
    }

    private static String text(JsonNode node, String path, String member) {
        JsonNode child = node.get(member);
        InvalidInput.unless(child != null, path + "." + member, "absent", "given");
        InvalidInput.unless(child != null && child.isTextual(), path + "." + member, kind(child), "a text");
        return child == null ? "" : child.textValue();
    }

    private static Object value(JsonNode node, String path, boolean mayBeList) {
        if (node.isTextual()) {
            return node.textValue();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isNumber()) {
            double number = node.doubleValue();
            InvalidInput.unless(Double.isFinite(number), path, node.asText(), "a finite number");
            return number;
        }
        InvalidInput.unless(
                mayBeList && node.isArray(), path, kind(node), "a number, a text, true or false, or a list of them");
        List<Object> values = new ArrayList<>();
        for (int k = 0; k < node.size(); k++) {
            values.add(value(node.get(k), path + "[" + k + "]", false));
        }
        return List.copyOf(values);
    }

    private static String kind(@org.jspecify.annotations.Nullable JsonNode node) {
        return node == null ? "absent" : node.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
    }

    static String write(StrategySpec spec) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("strategy", spec.strategy());
        root.put("id", spec.id());
        ObjectNode parameters = root.putObject("parameters");
        spec.parameters().forEach((name, value) -> parameters.set(name, node(value)));
        try {
            return MAPPER.writeValueAsString(root);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of texts and numbers cannot be written", impossible);
        }
    }

    private static JsonNode node(Object value) {
        if (value instanceof List<?> list) {
            ArrayNode array = MAPPER.createArrayNode();
            list.forEach(element -> array.add(node(element)));
            return array;
        }
        if (value instanceof Double number) {
            boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
            return whole
                    ? MAPPER.getNodeFactory().numberNode(number.longValue())
                    : MAPPER.getNodeFactory().numberNode(number);
        }
        return MAPPER.valueToTree(value);
    }
}
