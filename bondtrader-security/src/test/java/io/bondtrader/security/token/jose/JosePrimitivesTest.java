package io.bondtrader.security.token.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bondtrader.testdata.Asvs;
import io.bondtrader.testdata.Attack;
import io.bondtrader.testdata.SharedVectors;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Project Wycheproof's cases of the signatures themselves, on the code that checks tokens. */
@Asvs("11.2.1")
final class JosePrimitivesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    @Attack("A09")
    void a09EveryCaseOfP256EndsAsItSays() throws IOException {
        assertThat(wrong("ecdsa_secp256r1_sha256_p1363", 262, group -> ecdsa(group, SignatureAlgorithm.ES256)))
                .isEmpty();
    }

    @Test
    @Attack("A09")
    void a09EveryCaseOfP384EndsAsItSays() throws IOException {
        assertThat(wrong("ecdsa_secp384r1_sha384_p1363", 280, group -> ecdsa(group, SignatureAlgorithm.ES384)))
                .isEmpty();
    }

    @Test
    @Attack("A09")
    void a09EveryCaseOfEd25519EndsAsItSays() throws IOException {
        assertThat(wrong(
                        "ed25519",
                        151,
                        group -> Ed25519Check.partly(hex(group.get("publicKey").get("pk")))))
                .isEmpty();
    }

    @Test
    void everyCaseOfRsaEndsAsItSays() throws IOException {
        assertThat(wrong("rsa_signature_2048_sha256", 259, group -> rsa(group, SignatureAlgorithm.RS256)))
                .isEmpty();
    }

    @Test
    void everyCaseOfPssEndsAsItSays() throws IOException {
        assertThat(wrong("rsa_pss_2048_sha256_mgf1_32", 108, group -> rsa(group, SignatureAlgorithm.PS256)))
                .isEmpty();
    }

    @Test
    void everyCaseOfHmacEndsAsItSays() throws IOException {
        assertThat(hmacWrong("hmac_sha256", 174, "HmacSHA256")).isEmpty();
        assertThat(hmacWrong("hmac_sha1", 170, "HmacSHA1")).isEmpty();
    }

    private static List<Integer> wrong(String name, int cases, Function<JsonNode, SignatureCheck> check)
            throws IOException {
        List<Integer> wrong = new ArrayList<>();
        int count = 0;
        for (JsonNode group : groups(name)) {
            SignatureCheck key = check.apply(group);
            for (JsonNode test : group.get("tests")) {
                count++;
                boolean verifies = key.verifies(hex(test.get("msg")), hex(test.get("sig")));
                // "acceptable" is for what is neither: a missing NULL in PKCS#1. We are as strict as with the rest.
                boolean agrees = test.get("result").textValue().equals("valid") == verifies
                        || test.get("result").textValue().equals("acceptable");
                if (!agrees) {
                    wrong.add(test.get("tcId").intValue());
                }
            }
        }
        assertThat(count).isEqualTo(cases);
        return wrong;
    }

    /** Some cases hold a part of the seal: tokens never do, so the primitive is cut for them and compared as ours is. */
    private static List<Integer> hmacWrong(String name, int cases, String algorithm) throws IOException {
        List<Integer> wrong = new ArrayList<>();
        int count = 0;
        for (JsonNode group : groups(name)) {
            int bytes = group.get("tagSize").intValue() / 8;
            for (JsonNode test : group.get("tests")) {
                count++;
                byte[] tag = hex(test.get("tag"));
                byte[] key = hex(test.get("key"));
                boolean verifies;
                if (algorithm.equals("HmacSHA256") && bytes == 32 && key.length >= 32) {
                    verifies = MacKey.of("k", MacAlgorithm.HS256, key).verifies(hex(test.get("msg")), tag);
                } else {
                    verifies = MessageDigest.isEqual(
                            Arrays.copyOf(hmac(algorithm, key, hex(test.get("msg"))), bytes), tag);
                }
                if (test.get("result").textValue().equals("valid") != verifies) {
                    wrong.add(test.get("tcId").intValue());
                }
            }
        }
        assertThat(count).isEqualTo(cases);
        return wrong;
    }

    private static byte[] hmac(String algorithm, byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static SignatureCheck ecdsa(JsonNode group, SignatureAlgorithm algorithm) {
        byte[] point = hex(group.get("publicKey").get("uncompressed"));
        int half = (point.length - 1) / 2;
        return EcdsaCheck.of(
                algorithm, Arrays.copyOfRange(point, 1, 1 + half), Arrays.copyOfRange(point, 1 + half, point.length));
    }

    private static SignatureCheck rsa(JsonNode group, SignatureAlgorithm algorithm) {
        JsonNode key = group.get("publicKey");
        return RsaCheck.unchecked(
                algorithm,
                new BigInteger(key.get("modulus").textValue(), 16),
                new BigInteger(key.get("publicExponent").textValue(), 16));
    }

    private static JsonNode groups(String name) throws IOException {
        return JSON.readTree(
                        SharedVectors.file("wycheproof/" + name + "_test.json").toFile())
                .get("testGroups");
    }

    private static byte[] hex(JsonNode text) {
        return HexFormat.of().parseHex(text.textValue());
    }
}
