package io.bondtrader.compliance.transparency;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The members of a JSON object, each asked for by name; one that nobody asked for is an error, and errors name the place. */
final class JsonMembers {

    private static final int DEEPEST = 16;
    private static final int LONGEST = 1 << 20;
    private static final int LONGEST_NUMBER = 40;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxDocumentLength(LONGEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final JsonNode object;
    private final String path;
    private final TreeSet<String> unread = new TreeSet<>();

    private JsonMembers(JsonNode object, String path) {
        InvalidInput.unless(object.isObject(), path, object.getNodeType(), "an object");
        this.object = object;
        this.path = path;
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            unread.add(names.next());
        }
    }

    static JsonMembers parse(String text) {
        InvalidInput.unless(text.length() <= LONGEST, "JSON", text.length() + " characters", "at most " + LONGEST);
        try {
            return new JsonMembers(JSON.readTree(text), "$");
        } catch (JsonProcessingException unreadable) {
            throw InvalidInput.unreadable(
                    "JSON", text, "one object without duplicate names: " + unreadable.getOriginalMessage());
        }
    }

    boolean has(String name) {
        return object.has(name);
    }

    String text(String name) {
        JsonNode value = member(name);
        InvalidInput.unless(value != null && value.isTextual(), path + "." + name, value, "a text");
        return value == null ? "" : value.textValue();
    }

    Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    boolean flag(String name) {
        JsonNode value = member(name);
        InvalidInput.unless(value != null && value.isBoolean(), path + "." + name, value, "true or false");
        return value != null && value.booleanValue();
    }

    Optional<Boolean> optionalFlag(String name) {
        return has(name) ? Optional.of(flag(name)) : Optional.empty();
    }

    int integer(String name) {
        JsonNode value = member(name);
        InvalidInput.unless(value != null && value.isInt(), path + "." + name, value, "an integer");
        return value == null ? 0 : value.intValue();
    }

    /** Amounts are texts: a number of JSON is a binary fraction. */
    BigDecimal decimal(String name) {
        return read(name, text(name), JsonMembers::amount, "a decimal number in a text");
    }

    Optional<BigDecimal> optionalDecimal(String name) {
        return has(name) ? Optional.of(decimal(name)) : Optional.empty();
    }

    LocalDate date(String name) {
        return read(name, text(name), LocalDate::parse, "a day such as 2026-03-02");
    }

    <T> T read(String name, String text, Function<String, T> reader, String rule) {
        try {
            return reader.apply(text);
        } catch (DateTimeException | ArithmeticException | IllegalArgumentException other) {
            throw InvalidInput.unreadable(path + "." + name, text, rule);
        } catch (InvalidInput other) {
            throw new InvalidInput(path + "." + name, text, "valid: " + other.getMessage());
        }
    }

    <E extends Enum<E>> E constant(String name, Class<E> type) {
        return constant(path + "." + name, text(name), type);
    }

    <E extends Enum<E>> List<E> constants(String name, Class<E> type) {
        List<E> all = new ArrayList<>();
        for (String text : texts(name)) {
            all.add(constant(path + "." + name, text, type));
        }
        return all;
    }

    List<String> texts(String name) {
        List<String> all = new ArrayList<>();
        for (JsonNode value : array(name)) {
            InvalidInput.unless(value.isTextual(), path + "." + name, value, "a list of texts");
            all.add(value.textValue());
        }
        return all;
    }

    List<JsonMembers> objects(String name) {
        List<JsonMembers> all = new ArrayList<>();
        for (JsonNode value : array(name)) {
            all.add(new JsonMembers(value, path + "." + name + "[" + all.size() + "]"));
        }
        return all;
    }

    JsonMembers object(String name) {
        JsonNode value = member(name);
        InvalidInput.unless(value != null, path + "." + name, "nothing", "an object");
        return new JsonMembers(value == null ? object : value, path + "." + name);
    }

    /** Reads the amounts of an object whose members are of one kind. */
    Map<String, BigDecimal> decimals() {
        Map<String, BigDecimal> all = new TreeMap<>();
        for (String name : new ArrayList<>(unread)) {
            all.put(name, decimal(name));
        }
        return all;
    }

    List<String> names() {
        return List.copyOf(unread);
    }

    void requireAllRead() {
        InvalidInput.unless(unread.isEmpty(), path, unread, "without members that mean nothing here");
    }

    private static <E extends Enum<E>> E constant(String where, String text, Class<E> type) {
        for (E one : type.getEnumConstants()) {
            if (one.name().equals(text)) {
                return one;
            }
        }
        throw new InvalidInput(where, text, "one of " + List.of(type.getEnumConstants()));
    }

    private static BigDecimal amount(String text) {
        InvalidInput.unless(text.length() <= LONGEST_NUMBER, "amount", text, "of at most 40 characters");
        BigDecimal amount = new BigDecimal(text);
        InvalidInput.unless(
                amount.scale() >= -LONGEST_NUMBER && amount.scale() <= LONGEST_NUMBER, "amount", text, "of sane size");
        return amount;
    }

    private JsonNode array(String name) {
        JsonNode value = member(name);
        InvalidInput.unless(value != null && value.isArray(), path + "." + name, value, "a list");
        return value == null ? object : value;
    }

    private @Nullable JsonNode member(String name) {
        unread.remove(name);
        return object.get(name);
    }
}
