package io.bondtrader.security.token.jose;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON objects with one reading: well-formed UTF-8 and Unicode, no member twice, nothing after the end, bounded depth,
 * length and numbers.
 */
final class StrictJson {

    /** The longest token or JSON text inside one, in bytes. */
    static final int LONGEST = 16 * 1024;

    /** The longest set of keys, in bytes. */
    static final int LONGEST_KEY_SET = 256 * 1024;

    /** What {@code null} is read as: a value of no useful kind. */
    static final Object NULL = new Object();

    private static final int DEEPEST = 8;
    private static final int LONGEST_NUMBER = 32;
    private static final int LARGEST_SCALE = 64;
    private static final JsonFactory TOKENS = factory(LONGEST);
    private static final JsonFactory KEY_SETS = factory(LONGEST_KEY_SET);

    private StrictJson() {}

    private static JsonFactory factory(int longest) {
        return JsonFactory.builder()
                // Names come from strangers: they enter no table that others share.
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxDocumentLength(longest)
                        .maxStringLength(longest)
                        .maxNameLength(1024)
                        .maxNumberLength(LONGEST_NUMBER)
                        .build())
                .build();
    }

    /** The object in a token's header or claims. */
    static Claims object(byte[] utf8) {
        return object(utf8, LONGEST, TOKENS);
    }

    static Claims keySet(byte[] utf8) {
        return object(utf8, LONGEST_KEY_SET, KEY_SETS);
    }

    private static Claims object(byte[] utf8, int longest, JsonFactory factory) {
        if (utf8.length > longest) {
            throw new RefusedToken(Refusal.MALFORMED);
        }
        try (JsonParser parser = factory.createParser(text(utf8))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new RefusedToken(Refusal.JSON);
            }
            Map<String, Object> members = members(parser);
            if (parser.nextToken() != null) {
                throw new RefusedToken(Refusal.JSON);
            }
            return new Claims(members);
        } catch (IOException | ArithmeticException | NumberFormatException unreadable) {
            throw new RefusedToken(Refusal.JSON);
        }
    }

    private static String text(byte[] utf8) throws CharacterCodingException {
        for (byte b : utf8) {
            if (b < 0) {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(utf8))
                        .toString();
            }
        }
        return new String(utf8, StandardCharsets.ISO_8859_1);
    }

    private static Map<String, Object> members(JsonParser parser) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            if (token != JsonToken.FIELD_NAME) {
                throw new RefusedToken(Refusal.JSON);
            }
            String name = wellFormed(parser.currentName());
            if (members.put(name, value(parser, parser.nextToken())) != null) {
                throw new RefusedToken(Refusal.JSON);
            }
        }
        return members;
    }

    private static Object value(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_STRING -> wellFormed(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> NULL;
            case START_OBJECT -> new Claims(members(parser));
            case START_ARRAY -> elements(parser);
            default -> throw new RefusedToken(Refusal.JSON);
        };
    }

    private static List<Object> elements(JsonParser parser) throws IOException {
        List<Object> elements = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            elements.add(value(parser, token));
        }
        return List.copyOf(elements);
    }

    private static Object number(JsonParser parser) throws IOException {
        JsonParser.NumberType type = parser.getNumberType();
        if (type == JsonParser.NumberType.INT || type == JsonParser.NumberType.LONG) {
            return parser.getLongValue();
        }
        BigDecimal number = parser.getDecimalValue();
        // 1e400 is short to write and long to add to.
        if (Math.abs(number.scale()) > LARGEST_SCALE) {
            throw new RefusedToken(Refusal.JSON);
        }
        return number;
    }

    /** Half a surrogate pair becomes a question mark somewhere later, and two names one. */
    private static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    throw new RefusedToken(Refusal.JSON);
                }
                i++;
            }
        }
        return text;
    }
}
