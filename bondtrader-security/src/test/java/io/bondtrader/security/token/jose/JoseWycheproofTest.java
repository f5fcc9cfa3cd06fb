package io.bondtrader.security.token.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bondtrader.security.error.KeyRefused;
import io.bondtrader.testdata.Asvs;
import io.bondtrader.testdata.Attack;
import io.bondtrader.testdata.SharedVectors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Project Wycheproof's cases of signed tokens and their keys. Where we differ, the case is named with the reason. */
@Asvs({"6.8.2", "11.6.1"})
final class JoseWycheproofTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> PRIVATE = Set.of("d", "p", "q", "dp", "dq", "qi");

    /** Cases that contradict their own keys, each other or RFC 7515. */
    private static final Map<Integer, String> NAMED = new TreeMap<>(Map.of(
            346, "valid, but the key is for PS256 and the token says PS384: a key is for one algorithm",
            350, "as 346, with key_ops in place of use",
            347, "valid, but the key's algorithm is ES521, which does not exist (meant: ES512)",
            351, "as 347, with key_ops in place of use",
            367, "invalid, but byte for byte the valid case 357",
            370, "invalid, but byte for byte the valid case 357",
            372, "valid, but a question mark stands inside Base64url",
            373, "valid, but a question mark stands inside Base64url"));

    @Test
    @Attack({"A01", "A08", "A09"})
    @Asvs({"9.1.1", "9.1.2"})
    void a08SignaturesEndAsTheySayInAllButTheNamedCases() throws IOException {
        Result result = run("json_web_signature");

        assertThat(result.count).isEqualTo(401);
        assertThat(result.differing).containsExactlyElementsOf(NAMED.keySet());
    }

    @Test
    @Attack({"A02", "A10"})
    void a10KeysEndAsTheySay() throws IOException {
        Result result = run("json_web_key");

        assertThat(result.count).isEqualTo(26);
        assertThat(result.differing).isEmpty();
    }

    @Test
    void signedMessagesAmongTheCryptoCasesEndAsTheySay() throws IOException {
        Result result = run("json_web_crypto");

        assertThat(result.count).isEqualTo(83);
        assertThat(result.differing).isEmpty();
        // Encrypted ones are refused, valid or not: none is ever decrypted here.
        assertThat(result.encrypted).isEqualTo(34);
    }

    @Test
    void theNamedCasesAreWhatTheReasonsSay() throws IOException {
        Map<Integer, String> tokens = new TreeMap<>();
        for (JsonNode group : groups("json_web_signature")) {
            group.get("tests")
                    .forEach(test -> tokens.put(
                            test.get("tcId").intValue(), test.get("jws").textValue()));
        }

        assertThat(mended(346, "PS256", "PS384")).isTrue();
        assertThat(mended(347, "ES521", "ES512")).isTrue();
        assertThat(tokens.get(367)).isEqualTo(tokens.get(357));
        assertThat(tokens.get(370)).isEqualTo(tokens.get(357));
        assertThat(tokens.get(372)).contains("?");
        assertThat(tokens.get(373)).contains("?");
    }

    /** RFC 7520, 4.2 and 4.3: with the algorithm that was meant in the key, the token is accepted. */
    private static boolean mended(int id, String written, String meant) throws IOException {
        for (JsonNode group : groups("json_web_signature")) {
            for (JsonNode test : group.get("tests")) {
                if (test.get("tcId").intValue() == id) {
                    return accepts(
                            keySet(group).replace(written, meant),
                            test.get("jws").textValue());
                }
            }
        }
        return false;
    }

    private static final class Result {
        private int count;
        private int encrypted;
        private final List<Integer> differing = new ArrayList<>();
    }

    private static JsonNode groups(String name) throws IOException {
        return JSON.readTree(
                        SharedVectors.file("wycheproof/" + name + "_test.json").toFile())
                .get("testGroups");
    }

    private static Result run(String name) throws IOException {
        Result result = new Result();
        for (JsonNode group : groups(name)) {
            String keys = keySet(group);
            for (JsonNode test : group.get("tests")) {
                result.count++;
                boolean encrypted = test.has("jwe");
                result.encrypted += encrypted ? 1 : 0;
                boolean valid = !encrypted && test.get("result").textValue().equals("valid");
                JsonNode text = test.get(encrypted ? "jwe" : "jws");
                // Some stand there as JSON: the other form, which is refused.
                String token = text.isTextual() ? text.textValue() : text.toString();
                if (accepts(keys, token) != valid) {
                    result.differing.add(test.get("tcId").intValue());
                }
            }
        }
        return result;
    }

    /** As a service would: the keys decide which verifier there is, the token has no say. */
    private static boolean accepts(String keys, String token) {
        try {
            return PublicKeyVerifier.untested(
                                    EnumSet.allOf(SignatureAlgorithm.class),
                                    VerificationKeys.read(keys, EnumSet.allOf(SignatureAlgorithm.class)))
                            .verify(token)
                    instanceof JwsOutcome.Verified;
        } catch (KeyRefused notPublic) {
            try {
                return MacVerifier.untested(
                                        EnumSet.allOf(MacAlgorithm.class),
                                        MacKeys.read(keys, EnumSet.allOf(MacAlgorithm.class)))
                                .verify(token)
                        instanceof JwsOutcome.Verified;
            } catch (KeyRefused notSecret) {
                return false;
            }
        }
    }

    private static String keySet(JsonNode group) {
        JsonNode key = group.has("public") ? group.get("public") : group.get("private");
        ObjectNode set = JSON.createObjectNode();
        ArrayNode keys = set.putArray("keys");
        for (JsonNode one : key.has("keys") ? key.get("keys") : List.of(key)) {
            keys.add(group.has("public") ? one.deepCopy() : one);
        }
        if (group.has("public")) {
            keys.forEach(one -> ((ObjectNode) one).remove(PRIVATE));
        }
        return set.toString();
    }
}
