package io.bondtrader.security.token.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.KeyRefused;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Sets of keys, written and read again, and the signers whose public sides they hold. */
final class VerificationKeysTest {

    static final String RSA_WITHOUT_ALGORITHM = "{\"kty\":\"RSA\",\"e\":\"AQAB\",\"n\":\""
            + "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknj"
            + "hMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQ"
            + "vRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzK"
            + "nqDKgw\"}";

    private static final SecureRandom RANDOM = new SecureRandom();

    @Test
    void whatIsPublishedIsReadAsTheSame() {
        VerificationKeys keys = VerificationKeys.of(
                Ed25519TokenSigner.generate("ed\"1\\", RANDOM).verificationKey(),
                Es256TokenSigner.generate("p256", RANDOM).verificationKey(),
                VerificationKey.readJwk(
                        RSA_WITHOUT_ALGORITHM.replace("{", "{\"kid\":\"rsa\","), Set.of(SignatureAlgorithm.PS512)));

        VerificationKeys read = VerificationKeys.read(keys.toJson(), EnumSet.allOf(SignatureAlgorithm.class));

        assertThat(read.keys()).isEqualTo(keys.keys());
        assertThat(read.keys()).hasSameHashCodeAs(keys.keys());
        assertThat(keys.toString()).contains("ES256, p256");
    }

    @Test
    void keysForOtherUsesArePassedOver() {
        String json = "{\"keys\":[" + RSA_WITHOUT_ALGORITHM.replace("{", "{\"kid\":\"e\",\"use\":\"enc\",")
                + ",{\"kty\":\"EC\",\"crv\":\"secp256k1\",\"kid\":\"k\",\"x\":\"AA\",\"y\":\"AA\"},"
                + "{\"kty\":\"OKP\",\"crv\":\"X25519\",\"kid\":\"x\",\"x\":\"AA\"},"
                + RSA_WITHOUT_ALGORITHM.replace("{", "{\"kid\":\"s\",\"alg\":\"RS256\",") + "]}";

        VerificationKeys keys = VerificationKeys.read(json, Set.of(SignatureAlgorithm.RS256));

        assertThat(keys.keys()).extracting(VerificationKey::keyId).containsExactly(java.util.Optional.of("s"));
        assertThat(keys.find("e")).isEqualTo(new KeyLookup.Unknown());
        assertThat(keys.find(null)).isInstanceOf(KeyLookup.Found.class);
    }

    @Test
    void twoOfOneNameAreNoSet() {
        VerificationKey key = Ed25519TokenSigner.generate("same", RANDOM).verificationKey();

        assertThatThrownBy(() -> VerificationKeys.of(key, key)).isInstanceOf(KeyRefused.class);
        assertThatThrownBy(() -> VerificationKeys.of()).isInstanceOf(KeyRefused.class);
    }

    @Test
    void aP256SignerTakesPairsThatBelongTogether() throws Exception {
        KeyPair one = p("secp256r1");
        KeyPair other = p("secp256r1");
        byte[] message = {1, 2, 3};

        Es256TokenSigner signer = Es256TokenSigner.of("k", one, RANDOM);

        assertThat(signer.verificationKey().verifies(message, signer.sign(message)))
                .isTrue();
        assertThat(signer.sign(message)).hasSize(64);
        assertThat(signer).hasToString("Es256TokenSigner[k]");
        assertThatThrownBy(() -> Es256TokenSigner.of("k", new KeyPair(one.getPublic(), other.getPrivate()), RANDOM))
                .isInstanceOf(KeyRefused.class);
        assertThatThrownBy(() -> Es256TokenSigner.of("k", p("secp384r1"), RANDOM))
                .isInstanceOf(InvalidInput.class);
        KeyPair rsa = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        assertThatThrownBy(() -> Es256TokenSigner.of("k", rsa, RANDOM)).isInstanceOf(InvalidInput.class);
    }

    private static KeyPair p(String curve) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }
}
