package io.bondtrader.security.access.policy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bondtrader.core.error.InvalidInput;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Reads policies from JSON, strictly: every member must be there, none may be unknown or twice, nothing may follow, and
 * every role and permission must be declared. Whatever is wrong is named by its JSON path. {@link AccessPolicy#json} writes.
 *
 * <p>Immutable and safe for use by any thread.
 */
public final class PolicyJson {

    private static final int LONGEST = 16 * 1024 * 1024;

    private static final ObjectMapper STRICT = new ObjectMapper(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxStringLength(1024)
                            .maxNumberLength(32)
                            .maxDocumentLength(LONGEST)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final Map<String, Predicate<Facts>> conditions;

    private PolicyJson(Map<String, Predicate<Facts>> conditions) {
        this.conditions = Map.copyOf(conditions);
    }

    /** {@return a reader that knows no named conditions} */
    public static PolicyJson strict() {
        return new PolicyJson(Map.of());
    }

    /**
     * Returns a reader that knows conditions written in Java.
     *
     * @param named by their names in JSON
     * @return the reader
     */
    public PolicyJson knowing(Map<String, Predicate<Facts>> named) {
        return new PolicyJson(named);
    }

    /**
     * Reads a policy.
     *
     * @param text its JSON, at most 16 million characters
     * @return the policy
     * @throws InvalidInput if anything in it is wrong; the message names the place by its JSON path
     */
    public AccessPolicy read(String text) {
        InvalidInput.unless(text.length() <= LONGEST, "length of policy", text.length(), "at most " + LONGEST);
        JsonNode root;
        try {
            root = STRICT.readTree(text);
        } catch (JsonProcessingException unreadable) {
            var location = unreadable.getLocation();
            String place =
                    location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
            throw new InvalidInput("$" + place, unreadable.getOriginalMessage(), "strict JSON");
        }
        if (root == null || root.isMissingNode()) {
            throw new InvalidInput("$", "empty", "an object");
        }
        return new PolicyReader(conditions).read(JsonPlace.of(root));
    }
}
