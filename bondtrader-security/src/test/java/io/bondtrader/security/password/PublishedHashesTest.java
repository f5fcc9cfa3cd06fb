package io.bondtrader.security.password;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bondtrader.testdata.SharedVectors;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of the standards and of the reference implementations. */
final class PublishedHashesTest {

    private static final PasswordHashing HASHING = PasswordHashing.standard();

    @Test
    void argon2idGivesTheTagOfRfc9106Section53() {
        byte[] tag = Derivation.argon2id(
                new PasswordScheme.Argon2id(32, 3, 4), filled(32, 1), filled(16, 2), 32, filled(8, 3), filled(12, 4));

        assertThat(HexFormat.of().formatHex(tag))
                .isEqualTo("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
    }

    /** From the tests of the reference implementation, phc-winner-argon2, src/test.c. */
    @Test
    void argon2idReadsTheTextOfTheReferenceImplementation() {
        String stored = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        assertThat(HASHING.verify("password".toCharArray(), stored).matches()).isTrue();
        assertThat(HASHING.verify("passwore".toCharArray(), stored).matches()).isFalse();
    }

    /** Openwall's crypt_blowfish set and the table of jBCrypt's tests. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "U*U, $2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "U*U, $2b$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "U*U, $2y$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW",
                "U*U*U, $2a$05$XXXXXXXXXXXXXXXXXXXXXOAcXxm9kjPGEMsLznoKqmqw7tc8WCx4a",
                "a, $2a$06$m0CrhHm10qJ3lXRY.5zDGO3rS2KdeeWLuGmsfGlMfOxih58VYVfxe",
                "abc, $2a$06$If6bvum7DFjUnE9p2uDeDu0YHzrHM6tf.iqN8.yx.jNN1ILEf7h0i",
                "abcdefghijklmnopqrstuvwxyz, $2a$06$.rCVZVOThsIa97pEDOxvGuRRgzG64bvtJ0938xuqzv18d3ZpQhstC",
                "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789,"
                        + " $2a$05$abcdefghijklmnopqrstuu5s2v8.iXieOjg/.AySBTTZIIVFJeBui"
            })
    void bcryptReadsKnownAnswers(String password, String stored) {
        assertThat(HASHING.verify(password.toCharArray(), stored))
                .isInstanceOf(PasswordVerdict.MatchNeedsUpgrade.class);
    }

    /** Wycheproof's 60 cases, RFC 7914 section 11 among them; what is no UTF-8 cannot be typed as a password. */
    @Test
    void pbkdf2AgreesWithWycheproofAndRfc7914() throws Exception {
        JsonNode file = new ObjectMapper()
                .readTree(SharedVectors.file("wycheproof/pbkdf2_hmacsha256_test.json")
                        .toFile());
        int checked = 0;
        int untypable = 0;
        for (JsonNode test : file.at("/testGroups/0/tests")) {
            byte[] password = HexFormat.of().parseHex(test.get("password").asText());
            if (!isUtf8(password)) {
                untypable++;
                continue;
            }
            byte[] derived = Derivation.derive(
                    new PasswordScheme.Pbkdf2(test.get("iterationCount").asInt()),
                    password,
                    HexFormat.of().parseHex(test.get("salt").asText()),
                    test.get("dkLen").asInt());
            assertThat(HexFormat.of().formatHex(derived))
                    .as("tcId %s", test.get("tcId"))
                    .isEqualTo(test.get("dk").asText());
            checked++;
        }

        assertThat(checked + untypable).isEqualTo(60);
        assertThat(checked).isGreaterThan(30);
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException no) {
            return false;
        }
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
