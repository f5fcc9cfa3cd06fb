package io.bondtrader.risk.regulatory;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Rules as JSON: a published version can be written, amended and read again, and whoever maintains parameters outside a
 * program reads them from a file. The members of an object are the components of the record, dates are ISO 8601, enum
 * constants are their names.
 *
 * <p>Reading is strict: members that are missing, unknown or there twice are refused, and so is whatever the record itself
 * refuses, texts of more than a million characters and nesting beyond 32 levels. Safe for use by many threads.
 */
public final class RuleFile {

    private static final int LONGEST = 1_000_000;
    private static final JsonMapper MAPPER = mapper();

    private RuleFile() {}

    /**
     * Writes rules.
     *
     * @param rules any version
     * @return the JSON text, indented
     */
    public static String write(DatedRules rules) {
        try {
            return MAPPER.writeValueAsString(rules);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Rules are records of numbers and texts", impossible);
        }
    }

    /**
     * Reads rules.
     *
     * @param json the text
     * @param type of the rules, such as {@code FrtbRules.class}
     * @param <R> the type
     * @return the rules
     * @throws InvalidInput if the text is no such rules; the message names the place in the text
     */
    public static <R extends DatedRules> R read(String json, Class<R> type) {
        InvalidInput.unless(json.length() <= LONGEST, "length of the text", json.length(), "at most " + LONGEST);
        try {
            R rules = MAPPER.readValue(json, type);
            InvalidInput.unless(rules != null, "rules", "null", "an object");
            return rules;
        } catch (JsonProcessingException unreadable) {
            InvalidInput refusal =
                    InvalidInput.unreadable(place(unreadable), near(json, unreadable), reason(unreadable));
            refusal.initCause(unreadable);
            throw refusal;
        }
    }

    private static String place(JsonProcessingException unreadable) {
        StringBuilder place = new StringBuilder("$");
        if (unreadable instanceof JsonMappingException mapping) {
            for (JsonMappingException.Reference step : mapping.getPath()) {
                if (step.getFieldName() == null) {
                    place.append('[').append(step.getIndex()).append(']');
                } else {
                    place.append('.').append(step.getFieldName());
                }
            }
        }
        return place.toString();
    }

    private static String near(String json, JsonProcessingException unreadable) {
        long offset =
                unreadable.getLocation() == null ? -1 : unreadable.getLocation().getCharOffset();
        int from = (int) Math.max(0, Math.min(json.length(), offset) - 30);
        return json.substring(from, Math.min(json.length(), from + 60));
    }

    /** What the record refused, or else what the reader did. */
    private static String reason(JsonProcessingException unreadable) {
        return unreadable.getCause() instanceof BondTraderException refused
                ? "so that " + refused.getMessage()
                : "readable rules: " + unreadable.getOriginalMessage();
    }

    private static JsonMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(32)
                        .maxDocumentLength(LONGEST)
                        .maxStringLength(10_000)
                        .maxNumberLength(100)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .disable(SerializationFeature.FAIL_ON_ORDER_MAP_BY_INCOMPARABLE_KEY) // currencies, sorted already
                .addModule(dates())
                .build();
    }

    private static SimpleModule dates() {
        SimpleModule module = new SimpleModule("dates");
        module.addSerializer(LocalDate.class, new DateWriter());
        module.addDeserializer(LocalDate.class, new DateReader());
        module.addKeyDeserializer(LocalDate.class, new DateKeyReader());
        return module;
    }

    @SuppressWarnings("serial") // never serialised by Java's own means
    private static final class DateWriter extends StdSerializer<LocalDate> {

        DateWriter() {
            super(LocalDate.class);
        }

        @Override
        public void serialize(LocalDate date, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(date.toString());
        }
    }

    @SuppressWarnings("serial") // never serialised by Java's own means
    private static final class DateReader extends StdDeserializer<LocalDate> {

        DateReader() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.getText();
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException unreadable) {
                return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "not a date as 2026-01-31");
            }
        }
    }

    private static final class DateKeyReader extends KeyDeserializer {

        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            try {
                return LocalDate.parse(key);
            } catch (DateTimeException unreadable) {
                return context.handleWeirdKey(LocalDate.class, key, "not a date as 2026-01-31");
            }
        }
    }
}
