package io.bondtrader.compliance.report.execution;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Side;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;

/** Members of the body of an event, each a text. */
final class BodyReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_NUMBER = 40;

    private final String action;
    private final JsonNode body;

    private BodyReader(String action, JsonNode body) {
        this.action = action;
        this.body = body;
    }

    static BodyReader of(String action, CanonicalJson body) {
        try {
            return new BodyReader(action, JSON.readTree(body.text()));
        } catch (JsonProcessingException unreadable) {
            throw InvalidInput.unreadable("body of " + action, body.text(), "JSON");
        }
    }

    String text(String member) {
        JsonNode value = body.get(member);
        if (value == null || !value.isTextual()) {
            throw InvalidInput.unreadable(action + "." + member, String.valueOf(value), "a text");
        }
        return value.asText();
    }

    BigDecimal number(String member) {
        String text = text(member);
        boolean plain = text.length() <= LONGEST_NUMBER
                && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-');
        try {
            if (plain) {
                return new BigDecimal(text);
            }
        } catch (NumberFormatException misplaced) {
            throw InvalidInput.unreadable(action + "." + member, text, "a decimal number");
        }
        throw InvalidInput.unreadable(action + "." + member, text, "a decimal number");
    }

    Instant time(String member) {
        String text = text(member);
        try {
            return Instant.parse(text);
        } catch (DateTimeException unreadable) {
            throw InvalidInput.unreadable(action + "." + member, text, "a time in ISO 8601");
        }
    }

    Side side(String member) {
        String text = text(member);
        return switch (text) {
            case "BUY" -> Side.BUY;
            case "SELL" -> Side.SELL;
            default -> throw InvalidInput.unreadable(action + "." + member, text, "BUY or SELL");
        };
    }
}
