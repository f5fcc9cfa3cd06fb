package io.bondtrader.risk.limit;

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
import io.bondtrader.risk.error.ContradictoryConstraints;
import io.bondtrader.risk.sensitivity.Dimension;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Limits as JSON. What is read is what {@link LimitSet} would take as Java, and nothing else: an unknown member, a member
 * that stands twice, a number where a text belongs is refused with the path to it, as in {@code $.limits[2].scope.not}.
 *
 * <p>Holds no state; safe for use by many threads.
 */
public final class LimitJson {

    private static final int LONGEST = 4 << 20;
    private static final int MOST_LIMITS = 20_000;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(40)
                            .maxStringLength(10_000)
                            .maxNumberLength(60)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private LimitJson() {}

    /**
     * Reads limits.
     *
     * @param json the text, at most 4 MiB with at most 20,000 limits
     * @return the limits
     * @throws InvalidInput if the text is no JSON, or says something that is no limit; the message names the path
     * @throws ContradictoryConstraints if no portfolio keeps all limits of some time
     */
    public static LimitSet read(String json) {
        InvalidInput.unless(json.length() <= LONGEST, "length of the limits", json.length(), "at most " + LONGEST);
        JsonNode tree;
        try {
            tree = MAPPER.readTree(json);
        } catch (JsonProcessingException unreadable) {
            throw InvalidInput.unreadable(
                    "limits", first(json), "JSON: " + unreadable.getOriginalMessage() + at(unreadable));
        }
        JsonPath root = JsonPath.of(tree);
        root.requireMembers(Set.of("limits"), Set.of("domains"));
        Map<Dimension, Set<String>> domains = new EnumMap<>(Dimension.class);
        if (root.has("domains")) {
            JsonPath given = root.get("domains");
            for (String name : given.names()) {
                JsonPath values = given.get(name);
                Set<String> groups = new TreeSet<>();
                values.elements().forEach(value -> groups.add(value.text()));
                InvalidInput.unless(!groups.isEmpty(), values.path(), "empty", "not empty");
                domains.put(given.constant(Dimension.class, name), groups);
            }
        }
        List<JsonPath> elements = root.get("limits").elements();
        InvalidInput.unless(elements.size() <= MOST_LIMITS, "limits", elements.size(), "at most " + MOST_LIMITS);
        List<Limit> limits = new ArrayList<>();
        elements.forEach(element -> limits.add(LimitReader.limit(element)));
        return LimitSet.of(limits, domains);
    }

    private static String first(String json) {
        return json.length() > 40 ? json.substring(0, 40) + "…" : json;
    }

    private static String at(JsonProcessingException unreadable) {
        return unreadable.getLocation() == null
                ? ""
                : " (line " + unreadable.getLocation().getLineNr() + ", column "
                        + unreadable.getLocation().getColumnNr() + ")";
    }

    /**
     * Writes limits.
     *
     * @param limits the limits
     * @return JSON that {@link #read} reads as the same limits
     */
    public static String write(LimitSet limits) {
        ObjectNode root = MAPPER.createObjectNode();
        if (!limits.domains().isEmpty()) {
            ObjectNode domains = root.putObject("domains");
            limits.domains().forEach((dimension, values) -> {
                ArrayNode array = domains.putArray(JsonPath.name(dimension));
                values.forEach(array::add);
            });
        }
        ArrayNode array = root.putArray("limits");
        limits.limits().forEach(limit -> LimitWriter.write(limit, array.addObject()));
        try {
            return MAPPER.writeValueAsString(root);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of texts and numbers cannot be written", impossible);
        }
    }
}
