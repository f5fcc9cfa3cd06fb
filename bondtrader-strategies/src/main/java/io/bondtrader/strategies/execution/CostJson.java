package io.bondtrader.strategies.execution;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.credit.RatingCategory;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Cost tables as JSON: nothing unknown, nothing twice, every refusal with its path. */
final class CostJson {

    private static final int LONGEST = 1 << 20;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(20)
                            .maxStringLength(10_000)
                            .maxNumberLength(60)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private CostJson() {}

    static CostTables read(String json) {
        InvalidInput.unless(json.length() <= LONGEST, "length of the cost tables", json.length(), "at most " + LONGEST);
        JsonNode tree;
        try {
            tree = MAPPER.readTree(json);
        } catch (JsonProcessingException unreadable) {
            throw InvalidInput.unreadable("cost tables", json, "JSON: " + unreadable.getOriginalMessage());
        }
        members(tree, "$", "tables");
        List<CostTable> tables = new ArrayList<>();
        for (JsonNode table : array(tree, "$", "tables")) {
            String path = "$.tables[" + tables.size() + "]";
            tables.add(table(table, path));
        }
        return new CostTables(tables);
    }

    private static CostTable table(JsonNode node, String path) {
        members(node, path, "validFrom", "source", "groups", "impact", "feePer100");
        LocalDate from;
        try {
            from = LocalDate.parse(text(node, path, "validFrom"));
        } catch (DateTimeException unreadable) {
            throw InvalidInput.unreadable(
                    path + ".validFrom", node.get("validFrom").asText(), "a date such as 2025-07-14");
        }
        List<CostGroup> groups = new ArrayList<>();
        for (JsonNode group : array(node, path, "groups")) {
            groups.add(group(group, path + ".groups[" + groups.size() + "]"));
        }
        JsonNode impact = node.get("impact");
        members(impact, path + ".impact", "coefficient", "exponent");
        return new CostTable(
                from,
                text(node, path, "source"),
                groups,
                new MarketImpact(
                        number(impact, path + ".impact", "coefficient"), number(impact, path + ".impact", "exponent")),
                number(node, path, "feePer100"));
    }

    private static CostGroup group(JsonNode node, String path) {
        members(node, path, "name", "sectors", "ratings", "buckets");
        Set<String> sectors = new LinkedHashSet<>();
        for (JsonNode sector : array(node, path, "sectors")) {
            InvalidInput.unless(sector.isTextual(), path + ".sectors", sector, "texts");
            sectors.add(sector.textValue());
        }
        Set<RatingCategory> ratings = EnumSet.noneOf(RatingCategory.class);
        for (JsonNode rating : array(node, path, "ratings")) {
            ratings.add(category(rating, path + ".ratings"));
        }
        List<CostBucket> buckets = new ArrayList<>();
        for (JsonNode bucket : array(node, path, "buckets")) {
            String place = path + ".buckets[" + buckets.size() + "]";
            members(bucket, place, "upToYears", "halfSpread", "dailyVolume", "dailyVolatility");
            buckets.add(new CostBucket(
                    number(bucket, place, "upToYears"),
                    number(bucket, place, "halfSpread"),
                    number(bucket, place, "dailyVolume"),
                    number(bucket, place, "dailyVolatility")));
        }
        return new CostGroup(text(node, path, "name"), sectors, ratings, buckets);
    }

    private static RatingCategory category(JsonNode node, String path) {
        for (RatingCategory category : RatingCategory.values()) {
            if (category.name().equals(node.textValue())) {
                return category;
            }
        }
        throw new InvalidInput(path, node, "one of " + List.of(RatingCategory.values()));
    }

    /** All of these members and no other. */
    private static void members(JsonNode node, String path, String... names) {
        InvalidInput.unless(node.isObject(), path, node.getNodeType(), "an object");
        Set<String> known = new LinkedHashSet<>(List.of(names));
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new InvalidInput(path + "." + name, "unknown", "one of " + known);
            }
        });
        for (String name : names) {
            InvalidInput.unless(node.has(name), path + "." + name, "absent", "given");
        }
    }

    private static JsonNode array(JsonNode node, String path, String name) {
        JsonNode array = node.get(name);
        InvalidInput.unless(array.isArray(), path + "." + name, array.getNodeType(), "an array");
        return array;
    }

    private static String text(JsonNode node, String path, String name) {
        JsonNode text = node.get(name);
        InvalidInput.unless(text.isTextual(), path + "." + name, text.getNodeType(), "a text");
        return text.textValue();
    }

    private static double number(JsonNode node, String path, String name) {
        JsonNode number = node.get(name);
        InvalidInput.unless(
                number.isNumber() && Double.isFinite(number.doubleValue()),
                path + "." + name,
                number,
                "a finite number");
        return number.doubleValue();
    }

    static String write(CostTables tables) {
        ObjectNode root = MAPPER.createObjectNode();
        var array = root.putArray("tables");
        for (CostTable table : tables.tables()) {
            ObjectNode node = array.addObject();
            node.put("validFrom", table.validFrom().toString());
            node.put("source", table.source());
            var groups = node.putArray("groups");
            for (CostGroup group : table.groups()) {
                ObjectNode one = groups.addObject();
                one.put("name", group.name());
                group.sectors().forEach(one.putArray("sectors")::add);
                var ratings = one.putArray("ratings");
                group.ratings().forEach(rating -> ratings.add(rating.name()));
                var buckets = one.putArray("buckets");
                for (CostBucket bucket : group.buckets()) {
                    buckets.addObject()
                            .put("upToYears", bucket.upToYears())
                            .put("halfSpread", bucket.halfSpread())
                            .put("dailyVolume", bucket.dailyVolume())
                            .put("dailyVolatility", bucket.dailyVolatility());
                }
            }
            node.putObject("impact")
                    .put("coefficient", table.impact().coefficient())
                    .put("exponent", table.impact().exponent());
            node.put("feePer100", table.feePer100());
        }
        try {
            return MAPPER.writeValueAsString(root);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of texts and numbers cannot be written", impossible);
        }
    }
}
