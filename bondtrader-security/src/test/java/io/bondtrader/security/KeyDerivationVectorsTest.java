package io.bondtrader.security;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import io.bondtrader.testdata.Asvs;
import io.bondtrader.testdata.SharedVectors;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.crypto.DataLengthException;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;

/** Project Wycheproof's cases of key derivation, on the implementations that are there to derive with. */
@Asvs("11.2.1")
final class KeyDerivationVectorsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everyCaseOfHkdfEndsAsItSays() throws IOException {
        assertThat(wrong("hkdf_sha256", 86, KeyDerivationVectorsTest::hkdfAgrees))
                .isEmpty();
    }

    /** So the cases of HKDF say what Bouncy Castle does, and nothing of the product. */
    @Test
    void theProductDerivesNoKeyWithHkdf() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(HKDFBytesGenerator.class.getName())
                .check(new ClassFileImporter()
                        .withImportOption(new DoNotIncludeTests())
                        .importPackages("io.bondtrader.security"));
    }

    @Test
    void everyCaseOfPbkdf2WithSha256EndsAsItSays() throws IOException {
        assertThat(wrong("pbkdf2_hmacsha256", 60, test -> pbkdf2Agrees(test, new SHA256Digest())))
                .isEmpty();
        assertThat(typable("pbkdf2_hmacsha256", "PBKDF2WithHmacSHA256")).isEqualTo(43);
    }

    @Test
    void everyCaseOfPbkdf2WithSha512EndsAsItSays() throws IOException {
        assertThat(wrong("pbkdf2_hmacsha512", 58, test -> pbkdf2Agrees(test, new SHA512Digest())))
                .isEmpty();
        assertThat(typable("pbkdf2_hmacsha512", "PBKDF2WithHmacSHA512")).isEqualTo(41);
    }

    private static List<Integer> wrong(String name, int cases, Predicate<JsonNode> agrees) throws IOException {
        List<Integer> wrong = new ArrayList<>();
        List<JsonNode> tests = tests(name);
        for (JsonNode test : tests) {
            if (!agrees.test(test)) {
                wrong.add(test.get("tcId").intValue());
            }
        }
        assertThat(tests).hasSize(cases);
        return wrong;
    }

    /** The JDK's factory, which the product uses, takes text: it has no way to take bytes that are no UTF-8. */
    private static int typable(String name, String algorithm) throws IOException {
        int typable = 0;
        for (JsonNode test : tests(name)) {
            try {
                char[] password = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(hex(test, "password")))
                        .toString()
                        .toCharArray();
                PBEKeySpec specification = new PBEKeySpec(
                        password,
                        hex(test, "salt"),
                        test.get("iterationCount").intValue(),
                        8 * test.get("dkLen").intValue());
                assertThat(SecretKeyFactory.getInstance(algorithm)
                                .generateSecret(specification)
                                .getEncoded())
                        .as("case %s", test.get("tcId"))
                        .isEqualTo(hex(test, "dk"));
                typable++;
            } catch (CharacterCodingException noText) {
                assertThat(test.get("flags").toString()).contains("NonUtf8");
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }
        return typable;
    }

    private static boolean pbkdf2Agrees(JsonNode test, Digest digest) {
        PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(digest);
        generator.init(
                hex(test, "password"),
                hex(test, "salt"),
                test.get("iterationCount").intValue());
        KeyParameter key = (KeyParameter)
                generator.generateDerivedMacParameters(8 * test.get("dkLen").intValue());
        return Arrays.equals(key.getKey(), hex(test, "dk"));
    }

    private static boolean hkdfAgrees(JsonNode test) {
        boolean valid = test.get("result").textValue().equals("valid");
        HKDFBytesGenerator generator = new HKDFBytesGenerator(new SHA256Digest());
        generator.init(new HKDFParameters(hex(test, "ikm"), hex(test, "salt"), hex(test, "info")));
        byte[] derived = new byte[test.get("size").intValue()];
        try {
            generator.generateBytes(derived, 0, derived.length);
        } catch (DataLengthException tooMuch) {
            return !valid;
        }
        return valid && Arrays.equals(derived, hex(test, "okm"));
    }

    private static List<JsonNode> tests(String name) throws IOException {
        List<JsonNode> tests = new ArrayList<>();
        JSON.readTree(SharedVectors.file("wycheproof/" + name + "_test.json").toFile())
                .get("testGroups")
                .forEach(group -> group.get("tests").forEach(tests::add));
        return tests;
    }

    private static byte[] hex(JsonNode test, String field) {
        return HexFormat.of().parseHex(test.get(field).textValue());
    }
}
