package io.bondtrader.security.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.bondtrader.security.error.InputRejected;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A JSON body that is bound field by field: each by its rule, none twice, none that nobody asked for. All problems are
 * gathered; {@link #done} throws them together, and only after it can a field's value be had. So nothing half-checked is
 * ever used, and no client sets what it was not meant to.
 *
 * <p>Numbers are texts until a rule has looked at them. For one thread.
 */
public final class RequestBody {

    private static final String ROOT = "body";

    private final JsonNode node;
    private final String path;
    private final List<FieldProblem> problems;
    private final List<RequestBody> inner;
    private final Set<String> asked = new TreeSet<>();
    private final boolean[] done;

    private RequestBody(
            JsonNode node, String path, List<FieldProblem> problems, List<RequestBody> inner, boolean[] done) {
        this.node = node;
        this.path = path;
        this.problems = problems;
        this.inner = inner;
        this.done = done;
        inner.add(this);
    }

    /**
     * Reads a body.
     *
     * @param json UTF-8 without a byte order mark
     * @param limits how large it may be
     * @return the body, nothing of which is bound yet
     * @throws InputRejected if it is larger, is not one JSON object, or names a member twice
     */
    public static RequestBody read(byte[] json, JsonLimits limits) {
        if (json.length > limits.bytes()) {
            throw rejected("at most " + limits.bytes() + " bytes");
        }
        JsonNode root;
        try {
            // Jackson takes other encodings for JSON as well; a filter ahead of us may not. Wide ones show by their
            // zeros.
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json));
            for (byte b : json) {
                if (b == 0) {
                    throw rejected("UTF-8");
                }
            }
            root = mapper(limits).readTree(json);
        } catch (CharacterCodingException e) {
            throw rejected("UTF-8");
        } catch (IOException e) {
            throw rejected("one JSON object within its limits, without a member twice");
        }
        if (root == null || !root.isObject() || json[0] == (byte) 0xef || !within(root, limits)) {
            throw rejected("one JSON object within its limits, without a member twice");
        }
        return new RequestBody(root, "", new ArrayList<>(), new ArrayList<>(), new boolean[1]);
    }

    private static JsonMapper mapper(JsonLimits limits) {
        JsonFactory factory = new JsonFactoryBuilder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxStringLength(limits.string())
                        .maxNameLength(256)
                        .maxNumberLength(64)
                        .build())
                .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    private static boolean within(JsonNode node, JsonLimits limits) {
        if (node.size() > limits.members()) {
            return false;
        }
        for (JsonNode child : node) {
            if (!within(child, limits)) {
                return false;
            }
        }
        return true;
    }

    private static InputRejected rejected(String rule) {
        return new InputRejected(List.of(new FieldProblem(ROOT, rule).toString()));
    }

    /**
     * A field whose value can be had once the whole body is in order.
     *
     * @param <T> its value
     */
    public static final class Field<T> {

        private final @Nullable T value;
        private final boolean[] done;

        private Field(@Nullable T value, boolean[] done) {
            this.value = value;
            this.done = done;
        }

        /**
         * Returns the value.
         *
         * @return the value of a field that must be there
         * @throws IllegalStateException before the body is done, or if the field is absent
         */
        public T value() {
            T there = orElse(null);
            if (there == null) {
                throw new IllegalStateException("the field is absent");
            }
            return there;
        }

        /**
         * Returns the value of a field that may be absent.
         *
         * @param absent to be returned then
         * @return the value
         * @throws IllegalStateException before the body is done
         */
        public @Nullable T orElse(@Nullable T absent) {
            if (!done[0]) {
                throw new IllegalStateException("the body is not done: call done() first");
            }
            return value == null ? absent : value;
        }
    }

    /**
     * Binds a text.
     *
     * @param name of the member
     * @param rule that it keeps
     * @return the field
     */
    public Field<String> text(String name, TextRule rule) {
        return required(name, rule.meaning(), node -> node.isTextual() ? rule.apply(node.textValue()) : null);
    }

    /**
     * Binds a text that may be absent.
     *
     * @param name of the member
     * @param rule that it keeps if it is there
     * @return the field
     */
    public Field<String> optionalText(String name, TextRule rule) {
        return optional(name, rule.meaning(), node -> node.isTextual() ? rule.apply(node.textValue()) : null);
    }

    /**
     * Binds a decimal number, given as a number or as a text.
     *
     * @param name of the member
     * @param rule that it keeps
     * @return the field
     */
    public Field<BigDecimal> decimal(String name, DecimalRule rule) {
        return required(name, rule.meaning(), node -> decimal(node, rule));
    }

    /**
     * Binds a decimal number that may be absent, given as a number or as a text.
     *
     * @param name of the member
     * @param rule that it keeps if it is there
     * @return the field
     */
    public Field<BigDecimal> optionalDecimal(String name, DecimalRule rule) {
        return optional(name, rule.meaning(), node -> decimal(node, rule));
    }

    private static @Nullable BigDecimal decimal(JsonNode node, DecimalRule rule) {
        if (node.isNumber()) {
            // 1e30 is a number of one digit and a scale; its plain text is what the rule would have to read.
            BigDecimal number = node.decimalValue();
            boolean sane = Math.abs((long) number.scale()) <= 40;
            return sane ? rule.apply(number.toPlainString()) : null;
        }
        return node.isTextual() ? rule.apply(node.textValue()) : null;
    }

    /**
     * Binds a whole number.
     *
     * @param name of the member
     * @param least not below
     * @param most not above
     * @return the field
     */
    public Field<Long> integer(String name, long least, long most) {
        return required(name, "a whole number from " + least + " to " + most, node -> {
            boolean fits = node.isIntegralNumber() && node.canConvertToLong();
            return fits && node.longValue() >= least && node.longValue() <= most ? (Long) node.longValue() : null;
        });
    }

    /**
     * Binds a date.
     *
     * @param name of the member
     * @param least not before
     * @param most not after
     * @return the field
     */
    public Field<LocalDate> date(String name, LocalDate least, LocalDate most) {
        return required(name, "a date as in 2026-03-02, from " + least + " to " + most, node -> {
            LocalDate date = node.isTextual() ? date(node.textValue()) : null;
            return date == null || date.isBefore(least) || date.isAfter(most) ? null : date;
        });
    }

    /**
     * Binds a time.
     *
     * @param name of the member
     * @return the field, of a time in UTC as in {@code 2026-03-02T12:00:00Z}
     */
    public Field<Instant> instant(String name) {
        return required(name, "a time in UTC as in 2026-03-02T12:00:00Z", node -> {
            String text = node.isTextual() ? node.textValue() : "";
            if (text.length() < 20 || text.length() > 30 || text.charAt(text.length() - 1) != 'Z') {
                return null;
            }
            try {
                return Instant.parse(text);
            } catch (DateTimeException unreadable) {
                return null;
            }
        });
    }

    /**
     * Binds a word of a list.
     *
     * @param <E> the list
     * @param name of the member
     * @param words by the names of the constants, exactly
     * @return the field
     */
    public <E extends Enum<E>> Field<E> oneOf(String name, Class<E> words) {
        List<E> all = List.of(words.getEnumConstants());
        return required(
                name,
                "one of " + all,
                node -> all.stream()
                        .filter(word -> node.isTextual() && word.name().equals(node.textValue()))
                        .findFirst()
                        .orElse(null));
    }

    /**
     * Binds a yes or no.
     *
     * @param name of the member
     * @return the field
     */
    public Field<Boolean> bool(String name) {
        return required(name, "true or false", node -> node.isBoolean() ? (Boolean) node.booleanValue() : null);
    }

    /**
     * Binds an object inside, whose own members are then bound. {@link #done} is called on the outermost alone.
     *
     * @param name of the member
     * @return the object; an empty one where it is absent, which is a problem
     */
    public RequestBody object(String name) {
        JsonNode child = member(name);
        boolean fits = child != null && child.isObject();
        if (!fits) {
            problem(name, "an object");
        }
        JsonNode bound = child == null || !fits ? JsonNodeFactory.instance.objectNode() : child;
        return new RequestBody(bound, at(name), fits ? problems : new ArrayList<>(), inner, done);
    }

    /**
     * Binds a list of objects.
     *
     * @param name of the member
     * @param most how many
     * @return the objects; none where the list is absent, which is a problem
     */
    public List<RequestBody> objects(String name, int most) {
        JsonNode list = member(name);
        if (list == null || !list.isArray() || list.size() > most) {
            problem(name, "a list of at most " + most + " objects");
            return List.of();
        }
        List<RequestBody> objects = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String place = at(name) + "[" + i + "]";
            if (list.get(i).isObject()) {
                objects.add(new RequestBody(list.get(i), place, problems, inner, done));
            } else {
                problems.add(new FieldProblem(place, "an object"));
            }
        }
        return objects;
    }

    /**
     * Says that all has been bound.
     *
     * @throws InputRejected if a field breaks its rule, is missing, or was not asked for; with all of them
     */
    public void done() {
        for (RequestBody each : inner) {
            each.node.fieldNames().forEachRemaining(name -> {
                if (!each.asked.contains(name)) {
                    // Its name is the sender's own text.
                    problems.add(new FieldProblem(each.path.isEmpty() ? ROOT : each.path, "without other members"));
                }
            });
        }
        if (!problems.isEmpty()) {
            throw new InputRejected(problems.stream()
                    .distinct()
                    .limit(20)
                    .map(FieldProblem::toString)
                    .toList());
        }
        done[0] = true;
    }

    private <T> Field<T> required(String name, String rule, Function<JsonNode, @Nullable T> read) {
        JsonNode child = member(name);
        T value = child == null ? null : read.apply(child);
        if (value == null) {
            problem(name, rule);
        }
        return new Field<>(value, done);
    }

    private <T> Field<T> optional(String name, String rule, Function<JsonNode, @Nullable T> read) {
        JsonNode child = member(name);
        T value = child == null ? null : read.apply(child);
        if (child != null && value == null) {
            problem(name, rule + ", or absent");
        }
        return new Field<>(value, done);
    }

    private @Nullable JsonNode member(String name) {
        asked.add(name);
        return node.get(name);
    }

    private void problem(String name, String rule) {
        problems.add(new FieldProblem(at(name), rule));
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static @Nullable LocalDate date(String text) {
        if (text.length() != 10) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
