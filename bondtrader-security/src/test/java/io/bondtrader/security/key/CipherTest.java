package io.bondtrader.security.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.DecryptionRefused;
import io.bondtrader.security.error.KeyStateRefused;
import io.bondtrader.testdata.Asvs;
import io.bondtrader.testdata.Attack;
import io.bondtrader.testdata.Canary;
import io.bondtrader.testdata.SharedVectors;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

@Asvs({"11.2.5", "11.3.1", "11.3.2", "11.3.3", "11.3.4"})
final class CipherTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] SECRET = Canary.bytes("plain", 40);

    private final SymmetricKey first = SymmetricKey.generate(RANDOM);
    private Keyring<SymmetricKey> ring =
            Keyring.<SymmetricKey>named("data").publish(first, NOON).promote(1, NOON);
    private final KeyringCipher cipher = KeyringCipher.of(() -> ring, RANDOM);
    private final EnvelopeEncryption envelope = EnvelopeEncryption.of(cipher, RANDOM);
    private final EncryptionContext clara =
            EncryptionContext.purpose("totp-secret").with("account", "clara");
    private final EncryptionContext jonas =
            EncryptionContext.purpose("totp-secret").with("account", "jonas");

    @Test
    void opensWhatItSealed() {
        assertThat(cipher.unwrap(cipher.wrap(SECRET, clara), clara)).isEqualTo(SECRET);
        assertThat(cipher.unwrap(cipher.wrap(new byte[0], clara), clara)).isEmpty();
        assertThat(envelope.decrypt(envelope.encrypt(SECRET, clara), clara)).isEqualTo(SECRET);
        assertThat(cipher.wrap(SECRET, clara)).hasSize(SECRET.length + 33);
        assertThat(new String(envelope.encrypt(SECRET, clara), StandardCharsets.ISO_8859_1))
                .doesNotContain(Canary.MARK);
    }

    @Attack("A64")
    @Test
    void a64AnotherUsersBlobDoesNotOpen() {
        assertThatThrownBy(() -> cipher.unwrap(cipher.wrap(SECRET, clara), jonas))
                .isInstanceOf(DecryptionRefused.class);
        assertThatThrownBy(() -> envelope.decrypt(envelope.encrypt(SECRET, clara), jonas))
                .isInstanceOf(DecryptionRefused.class);
        assertThatThrownBy(() -> cipher.unwrap(cipher.wrap(SECRET, clara), EncryptionContext.purpose("totp-secret")))
                .isInstanceOf(DecryptionRefused.class);
    }

    @Attack("A64")
    @Test
    void a64EveryAlteredOrMissingByteIsFound() {
        byte[] sealed = cipher.wrap(SECRET, clara);
        byte[] enclosed = envelope.encrypt(SECRET, clara);
        for (int i = 0; i < sealed.length; i++) {
            byte[] altered = sealed.clone();
            altered[i] ^= 1;
            int length = i;
            assertThatThrownBy(() -> cipher.unwrap(altered, clara)).isInstanceOf(DecryptionRefused.class);
            assertThatThrownBy(() -> cipher.unwrap(Arrays.copyOf(sealed, length), clara))
                    .isInstanceOf(DecryptionRefused.class);
        }
        for (int i = 0; i < enclosed.length; i++) {
            byte[] altered = enclosed.clone();
            altered[i] ^= 1;
            int length = i;
            assertThatThrownBy(() -> envelope.decrypt(altered, clara)).isInstanceOf(DecryptionRefused.class);
            assertThatThrownBy(() -> envelope.decrypt(Arrays.copyOf(enclosed, length), clara))
                    .isInstanceOf(DecryptionRefused.class);
        }
    }

    @Attack("A64")
    @Test
    void a64AnOlderVersionCannotBePassedOffAsAnother() {
        byte[] sealed = cipher.wrap(SECRET, clara);
        // The same key under another number: the number is bound, so even then it does not open.
        ring = ring.publish(first, NOON).promote(2, NOON);
        byte[] renumbered = sealed.clone();
        renumbered[4] = 2;

        assertThatThrownBy(() -> cipher.unwrap(renumbered, clara)).isInstanceOf(DecryptionRefused.class);
        renumbered[4] = 7;
        assertThatThrownBy(() -> cipher.unwrap(renumbered, clara))
                .isInstanceOf(DecryptionRefused.class)
                .hasMessageContaining("unknown or out of use");
        assertThat(cipher.unwrap(sealed, clara)).isEqualTo(SECRET);
    }

    @Attack("A64")
    @Test
    void a64NoncesAreNewAndAKeyWearsOut() {
        Set<String> nonces = new HashSet<>();
        for (int i = 0; i < 2_000; i++) {
            nonces.add(HexFormat.of().formatHex(cipher.wrap(SECRET, clara), 5, 17));
        }
        assertThat(nonces).hasSize(2_000);
        assertThat(first.messages()).isEqualTo(2_000);

        first.countMessages(SymmetricKey.MESSAGES - 1);
        cipher.wrap(SECRET, clara);
        assertThatThrownBy(() -> cipher.wrap(SECRET, clara))
                .isInstanceOf(KeyStateRefused.class)
                .hasMessageContaining("rotate");
        ring = ring.publish(SymmetricKey.generate(RANDOM), NOON).promote(2, NOON);
        assertThat(cipher.unwrap(cipher.wrap(SECRET, clara), clara)).isEqualTo(SECRET);
    }

    @Test
    void contextsThatLookAlikeAreDifferent() {
        byte[] sealed = cipher.wrap(SECRET, EncryptionContext.purpose("p").with("a", "bc"));

        assertThatThrownBy(() ->
                        cipher.unwrap(sealed, EncryptionContext.purpose("p").with("ab", "c")))
                .isInstanceOf(DecryptionRefused.class);
        assertThatThrownBy(() -> EncryptionContext.purpose(" ")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> clara.with("account", "jonas")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> clara.with("x", "y".repeat(1025))).isInstanceOf(InvalidInput.class);
        assertThat(cipher.unwrap(
                        cipher.wrap(
                                SECRET,
                                EncryptionContext.purpose("p").with("a", "1").with("b", "2")),
                        EncryptionContext.purpose("p").with("b", "2").with("a", "1")))
                .as("order of giving")
                .isEqualTo(SECRET);
    }

    @Attack("A61")
    @Test
    void a61NoKeyIsPrinted() {
        byte[] bytes = Canary.bytes("data-key", 32);
        SymmetricKey key = SymmetricKey.of(bytes);
        assertThat(key + " " + ring + " " + cipher).doesNotContain(Canary.MARK);
        assertThatThrownBy(() -> SymmetricKey.of(Canary.bytes("short", 20)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageNotContaining(Canary.MARK);
        key.close();
        assertThatThrownBy(key::exportKey).isInstanceOf(IllegalStateException.class);
    }

    /** Wycheproof aes_gcm: the platform's cipher on all cases, and ours on those with its sizes. */
    @Test
    void wycheproofAgrees() throws IOException {
        JsonNode file = new ObjectMapper()
                .readTree(SharedVectors.file("wycheproof/aes_gcm_test.json").toFile());
        int cases = 0;
        int ours = 0;
        for (JsonNode group : file.path("testGroups")) {
            for (JsonNode one : group.path("tests")) {
                byte[] key = hex(one, "key");
                byte[] nonce = hex(one, "iv");
                byte[] sealed = concatenated(hex(one, "ct"), hex(one, "tag"));
                boolean valid = !one.path("result").asText().equals("invalid");
                assertThat(opens(key, nonce, hex(one, "aad"), sealed, hex(one, "msg")))
                        .as("case %s: %s", one.path("tcId"), one.path("comment"))
                        .isEqualTo(valid);
                cases++;
                if (key.length == 32 && nonce.length == 12) {
                    ours++;
                    byte[] whole = concatenated(nonce, sealed);
                    SymmetricKey own = SymmetricKey.of(key);
                    if (valid) {
                        assertThat(AesGcm.open(own, 0, whole, hex(one, "aad"))).isEqualTo(hex(one, "msg"));
                    } else {
                        assertThatThrownBy(() -> AesGcm.open(own, 0, whole, hex(one, "aad")))
                                .isInstanceOf(DecryptionRefused.class);
                    }
                }
            }
        }
        assertThat(cases).isEqualTo(316);
        assertThat(ours).isGreaterThan(50);
    }

    private static boolean opens(byte[] key, byte[] nonce, byte[] aad, byte[] sealed, byte[] message) {
        try {
            Cipher gcm = Cipher.getInstance("AES/GCM/NoPadding");
            gcm.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
            gcm.updateAAD(aad);
            return Arrays.equals(gcm.doFinal(sealed), message);
        } catch (GeneralSecurityException | IllegalArgumentException refused) {
            return false;
        }
    }

    private static byte[] hex(JsonNode node, String name) {
        return HexFormat.of().parseHex(node.path(name).asText());
    }

    private static byte[] concatenated(byte[] one, byte[] two) {
        byte[] all = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, all, one.length, two.length);
        return all;
    }
}
