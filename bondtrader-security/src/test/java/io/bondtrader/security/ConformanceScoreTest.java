package io.bondtrader.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bondtrader.core.audit.CanonicalJson;
import io.bondtrader.testdata.Asvs;
import io.bondtrader.testdata.HandbookPage;
import io.bondtrader.testdata.SharedVectors;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Every file of other people's cases, how many there are, and the test that runs them, which is run again from here. The
 * handbook's page shows this table and no other.
 */
@Asvs("11.2.1")
final class ConformanceScoreTest {

    private static final String SIGNING = "signing.";
    private static final String JOSE = "token.jose.";

    static final List<Score> SCORES = List.of(
            new Score("jcs/rfc8785", 6, 0, "", "ConformanceScoreTest#theExamplesOfRfc8785AreWrittenByteForByte"),
            new Score("merkle/consistency", 98, 0, "", SIGNING + "MerkleVectorsTest#allConsistencyCasesEndAsTheySay"),
            new Score("merkle/inclusion", 98, 0, "", SIGNING + "MerkleVectorsTest#allInclusionCasesEndAsTheySay"),
            new Score(
                    "wycheproof/aes_gcm_test",
                    316,
                    0,
                    "ours takes 256-bit keys and 96-bit nonces, 66 cases; the JDK's cipher under it runs all",
                    "key.CipherTest#wycheproofAgrees"),
            new Score(
                    "wycheproof/ecdsa_secp256r1_sha256_p1363_test",
                    262,
                    0,
                    "",
                    JOSE + "JosePrimitivesTest#a09EveryCaseOfP256EndsAsItSays"),
            new Score(
                    "wycheproof/ecdsa_secp384r1_sha384_p1363_test",
                    280,
                    0,
                    "",
                    JOSE + "JosePrimitivesTest#a09EveryCaseOfP384EndsAsItSays"),
            new Score(
                    "wycheproof/ed25519_test", 151, 0, "", SIGNING + "Ed25519WycheproofTest#a09EveryCaseEndsAsItSays"),
            new Score(
                    "wycheproof/hkdf_sha256_test",
                    86,
                    0,
                    "Bouncy Castle's: the product derives no key with HKDF",
                    "KeyDerivationVectorsTest#everyCaseOfHkdfEndsAsItSays"),
            new Score("wycheproof/hmac_sha1_test", 170, 0, "", JOSE + "JosePrimitivesTest#everyCaseOfHmacEndsAsItSays"),
            new Score(
                    "wycheproof/hmac_sha256_test", 174, 0, "", JOSE + "JosePrimitivesTest#everyCaseOfHmacEndsAsItSays"),
            new Score(
                    "wycheproof/json_web_crypto_test",
                    83,
                    2,
                    "two valid encrypted tokens: encrypted ones are refused, all 34",
                    JOSE + "JoseWycheproofTest#signedMessagesAmongTheCryptoCasesEndAsTheySay"),
            new Score("wycheproof/json_web_key_test", 26, 0, "", JOSE + "JoseWycheproofTest#a10KeysEndAsTheySay"),
            new Score(
                    "wycheproof/json_web_signature_test",
                    401,
                    8,
                    "346, 347, 350, 351, 367, 370, 372, 373 contradict their keys, each other or RFC 7515",
                    JOSE + "JoseWycheproofTest#a08SignaturesEndAsTheySayInAllButTheNamedCases"),
            new Score(
                    "wycheproof/pbkdf2_hmacsha256_test",
                    60,
                    0,
                    "Bouncy Castle's all; the JDK's, which the product uses, the 43 whose password is text",
                    "KeyDerivationVectorsTest#everyCaseOfPbkdf2WithSha256EndsAsItSays"),
            new Score(
                    "wycheproof/pbkdf2_hmacsha512_test",
                    58,
                    0,
                    "as before, 41; the product has no use for it",
                    "KeyDerivationVectorsTest#everyCaseOfPbkdf2WithSha512EndsAsItSays"),
            new Score(
                    "wycheproof/rsa_pss_2048_sha256_mgf1_32_test",
                    108,
                    0,
                    "",
                    JOSE + "JosePrimitivesTest#everyCaseOfPssEndsAsItSays"),
            new Score(
                    "wycheproof/rsa_signature_2048_sha256_test",
                    259,
                    0,
                    "one of them may end either way",
                    JOSE + "JosePrimitivesTest#everyCaseOfRsaEndsAsItSays"));

    /**
     * A file of cases.
     *
     * @param differing how many do not end as they say, by a decision that the note gives
     * @param test class and method, below the root of the packages
     */
    record Score(String file, int cases, int differing, String note, String test) {

        String row() {
            return "| `%s` | %d | %d | %s | `%s` |"
                    .formatted(
                            file,
                            cases,
                            cases - differing,
                            note,
                            test.substring(test.lastIndexOf('.') + 1).replace('#', '.'));
        }

        /** Whoever runs the tests knows which file it was. */
        @Override
        public String toString() {
            return file;
        }
    }

    @ParameterizedTest
    @FieldSource("SCORES")
    void theFileHasSoManyCasesAndItsTestPasses(Score score) throws Throwable {
        JsonNode file = new ObjectMapper()
                .readTree(SharedVectors.file(score.file() + ".json").toFile());
        int cases = file.isArray() ? file.size() : file.get("numberOfTests").intValue();

        assertThat(cases).isEqualTo(score.cases());
        run(score.test());
    }

    @Test
    void noFileIsLeftOut() throws IOException {
        Path vectors = SharedVectors.file("jcs/rfc8785.json").getParent().getParent();
        Set<String> there = new TreeSet<>();
        for (String folder : List.of("jcs", "merkle", "wycheproof")) {
            try (Stream<Path> files = Files.list(vectors.resolve(folder))) {
                files.map(file -> folder + "/" + file.getFileName()).forEach(there::add);
            }
        }

        assertThat(SCORES.stream().map(score -> score.file() + ".json")).containsExactlyElementsOf(there);
    }

    @Test
    void theHandbookShowsThisTable() {
        int cases = SCORES.stream().mapToInt(Score::cases).sum();
        int differing = SCORES.stream().mapToInt(Score::differing).sum();
        String table = String.join("\n", SCORES.stream().map(Score::row).toList());

        assertThat(cases).isEqualTo(2636);
        assertThat(differing).isEqualTo(10);
        assertThat(HandbookPage.read("security/conformance.md"))
                .contains(table + "\n| **all** | **%d** | **%d** | | |\n".formatted(cases, cases - differing));
    }

    @Test
    void theExamplesOfRfc8785AreWrittenByteForByte() throws IOException {
        ObjectMapper json = new ObjectMapper();
        int right = 0;
        for (JsonNode example :
                json.readTree(SharedVectors.file("jcs/rfc8785.json").toFile())) {
            Object value = json.readValue(example.get("input").asText(), Object.class);
            assertThat(CanonicalJson.of(value).toBytes())
                    .as(example.get("name").asText())
                    .isEqualTo(HexFormat.of().parseHex(example.get("outhex").asText()));
            right++;
        }

        assertThat(right).isEqualTo(6);
    }

    private static void run(String test) throws Throwable {
        String[] parts = test.split("#", -1);
        Class<?> type = Class.forName(ConformanceScoreTest.class.getPackageName() + "." + parts[0]);
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        Method method = type.getDeclaredMethod(parts[1]);
        method.setAccessible(true);
        assertThat(method.isAnnotationPresent(Test.class)).isTrue();
        try {
            method.invoke(constructor.newInstance());
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
