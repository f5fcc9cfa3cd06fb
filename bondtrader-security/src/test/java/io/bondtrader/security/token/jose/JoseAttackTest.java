package io.bondtrader.security.token.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.KeyRefused;
import io.bondtrader.testdata.Asvs;
import io.bondtrader.testdata.Attack;
import io.bondtrader.testdata.Canary;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens and keys made to mislead. */
final class JoseAttackTest {

    private static final String HEADER = "{\"alg\":\"EdDSA\",\"kid\":\"k1\"}";
    private static final Ed25519TokenSigner SIGNER = Ed25519TokenSigner.generate("k1", new SecureRandom());

    private final List<String> lookups = new ArrayList<>();

    /** A source that counts who asks: the tripwire. */
    private final KeySource tripwire = new KeySource() {
        @Override
        public KeyLookup find(@Nullable String keyId) {
            lookups.add(String.valueOf(keyId));
            return VerificationKeys.of(SIGNER.verificationKey()).find(keyId);
        }

        @Override
        public long generation() {
            return 0;
        }
    };

    private final PublicKeyVerifier verifier =
            PublicKeyVerifier.untested(Set.of(SignatureAlgorithm.EDDSA, SignatureAlgorithm.ES256), tripwire);

    private static String token(String header, byte[] payload) {
        String signed = Base64Url.encode(header.getBytes(StandardCharsets.UTF_8)) + "." + Base64Url.encode(payload);
        return signed + "." + Base64Url.encode(SIGNER.sign(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String token(String header, String claims) {
        return token(header, claims.getBytes(StandardCharsets.UTF_8));
    }

    private Refusal refusal(String token) {
        JwsOutcome outcome = verifier.verifyClaims(token);
        assertThat(outcome).isInstanceOf(JwsOutcome.Refused.class);
        return ((JwsOutcome.Refused) outcome).why();
    }

    @Test
    void theTokenThatTheOthersAreMadeFromIsAccepted() {
        assertThat(verifier.verifyClaims(token(HEADER, "{}"))).isInstanceOf(JwsOutcome.Verified.class);
        assertThat(lookups).containsExactly("k1");
    }

    @ParameterizedTest
    @Attack("A01")
    @Asvs("9.1.2")
    @ValueSource(
            strings = {
                "{\"alg\":\"none\"}",
                "{\"alg\":\"None\"}",
                "{\"alg\":\"nOnE\"}",
                "{\"alg\":\"\"}",
                "{\"alg\":[\"EdDSA\"]}",
                "{}",
                "{\"alg\":null}",
                "{\"alg\":\"eddsa\"}",
                "{\"alg\":\"RS256\",\"kid\":\"k1\"}",
                "{\"alg\":\"HS256\",\"kid\":\"k1\"}"
            })
    void a01OtherAlgorithmsAreRefusedBeforeAnyKeyIsLookedFor(String header) {
        assertThat(refusal(token(header, "{}"))).isEqualTo(Refusal.ALGORITHM);
        String unsigned = Base64Url.encode(header.getBytes(StandardCharsets.UTF_8)) + ".e30.";
        assertThat(refusal(unsigned)).isEqualTo(Refusal.ALGORITHM);
        assertThat(lookups).isEmpty();
    }

    @Test
    @Attack("A02")
    @Asvs("9.1.2")
    void a02APublicKeyIsNeverASecret() {
        String jwk = SIGNER.verificationKey().toJwk();
        String set = "{\"keys\":[" + jwk + "]}";
        MacKey secretFromPublic = MacKey.of("k1", MacAlgorithm.HS256, jwk.getBytes(StandardCharsets.UTF_8));
        String signed =
                Base64Url.encode("{\"alg\":\"HS256\",\"kid\":\"k1\"}".getBytes(StandardCharsets.UTF_8)) + ".e30";
        String forged =
                signed + "." + Base64Url.encode(secretFromPublic.seal(signed.getBytes(StandardCharsets.US_ASCII)));

        assertThat(refusal(forged)).isEqualTo(Refusal.ALGORITHM);
        assertThatThrownBy(() -> MacKeys.read(set, EnumSet.allOf(MacAlgorithm.class)))
                .isInstanceOf(KeyRefused.class);
        String secret = "{\"keys\":[" + jwk + ",{\"kty\":\"oct\",\"kid\":\"s\",\"alg\":\"HS256\",\"k\":\""
                + "A".repeat(43) + "\"}]}";
        assertThatThrownBy(() -> VerificationKeys.read(secret, EnumSet.allOf(SignatureAlgorithm.class)))
                .isInstanceOf(KeyRefused.class)
                .hasMessageContaining("one set");
        assertThatThrownBy(() -> MacKeys.read(secret, EnumSet.allOf(MacAlgorithm.class)))
                .isInstanceOf(KeyRefused.class);
    }

    @Test
    @Attack("A02")
    void a02AKeyIsForOneAlgorithmWhateverTheHeaderSays() {
        assertThat(refusal(token("{\"alg\":\"ES256\",\"kid\":\"k1\"}", "{}"))).isEqualTo(Refusal.KEY_UNKNOWN);
        MacKey key = MacKey.of("k1", MacAlgorithm.HS256, Canary.bytes("secret of one algorithm", 64));
        MacVerifier seals = MacVerifier.untested(Set.of(MacAlgorithm.HS256, MacAlgorithm.HS512), MacKeys.of(key));
        String signed =
                Base64Url.encode("{\"alg\":\"HS512\",\"kid\":\"k1\"}".getBytes(StandardCharsets.UTF_8)) + ".e30";
        byte[] seal = key.seal(signed.getBytes(StandardCharsets.US_ASCII));

        assertThat(seals.verify(signed + "." + Base64Url.encode(seal)))
                .isEqualTo(new JwsOutcome.Refused(Refusal.KEY_UNKNOWN));
    }

    @Test
    @Attack("A08")
    void a08BitsBeyondTheValueAreRefusedInEveryLength() {
        assertThat(Base64Url.decode("QUI")).containsExactly('A', 'B');
        assertThat(Base64Url.decode("QQ")).containsExactly('A');
        for (String bad : List.of("QUJ", "QUK", "QUL", "QR", "QQ=", "Q", "QUI=", "QU I", "QUéI")) {
            assertThat(Base64Url.decode(bad)).isNull();
        }
    }

    @Test
    @Attack("A03")
    void a03KeyIdentifiersAreLookedUpExactlyOrNotAtAll() {
        for (String kid : List.of("../k1", "k1' OR '1'='1", "K1", "k1.", "unknown")) {
            assertThat(refusal(token("{\"alg\":\"EdDSA\",\"kid\":\"" + kid.replace(" ", "") + "\"}", "{}")))
                    .isEqualTo(Refusal.KEY_UNKNOWN);
        }
        assertThat(lookups).hasSize(5);
        lookups.clear();
        for (String kid : List.of(
                "", "k1\\u0000", "k 1", "k1\\n", "k\\u00e9", "\\ud83d\\ude00", "k".repeat(129), "k".repeat(10_000))) {
            assertThat(refusal(token("{\"alg\":\"EdDSA\",\"kid\":\"" + kid + "\"}", "{}")))
                    .isEqualTo(Refusal.KEY_UNKNOWN);
        }
        assertThat(refusal(token("{\"alg\":\"EdDSA\",\"kid\":7}", "{}"))).isEqualTo(Refusal.KEY_UNKNOWN);
        assertThat(lookups).isEmpty();
    }

    @ParameterizedTest
    @Attack("A05")
    @Asvs("9.1.3")
    @ValueSource(
            strings = {
                "\"jku\":\"https://evil.example/keys\"",
                "\"x5u\":\"https://evil.example/c\"",
                "\"x5c\":[\"MIIB\"]",
                "\"jwk\":{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}"
            })
    void a05KeysInTheHeaderMakeATokenVoid(String source) {
        assertThat(refusal(token("{\"alg\":\"EdDSA\",\"kid\":\"k1\"," + source + "}", "{}")))
                .isEqualTo(Refusal.KEY_IN_HEADER);
        assertThat(lookups).isEmpty();
    }

    @Test
    @Attack("A06")
    void a06ExtensionsCompressionNestingAndEncryptionAreRefused() {
        for (String member : List.of(
                "\"crit\":[\"exp\"],\"exp\":1",
                "\"crit\":[]",
                "\"b64\":false",
                "\"b64\":true",
                "\"zip\":\"DEF\"",
                "\"enc\":\"A128GCM\"",
                "\"cty\":\"JWT\"",
                "\"cty\":\"application/jwt\"")) {
            assertThat(refusal(token("{\"alg\":\"EdDSA\",\"kid\":\"k1\"," + member + "}", "{}")))
                    .isEqualTo(Refusal.EXTENSION);
        }
        assertThat(refusal("a.b.c.d.e")).isEqualTo(Refusal.MALFORMED);
        assertThat(refusal(token(HEADER, token(HEADER, "{}")))).isEqualTo(Refusal.JSON);
        assertThat(lookups).isEmpty();
    }

    @Test
    @Attack("A07")
    @Asvs("1.5.2")
    void a07JsonWithTwoReadingsIsRefusedBeforeAnySignatureIsChecked() {
        String deep = "{\"a\":" + "[".repeat(8) + "]".repeat(8) + "}";
        for (String claims : List.of(
                "{\"sub\":\"a\",\"sub\":\"b\"}",
                "{\"a\":{\"b\":1,\"b\":1}}",
                "{\"a\":null,\"a\":1}",
                "{}x",
                "{}{}",
                "\ufeff{}",
                "[]",
                "\"text\"",
                "",
                " ",
                "{\"a\":1e400}",
                "{\"a\":1e-400}",
                "{\"a\":" + "9".repeat(40) + "}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{'a':1}",
                "{a:1}",
                "{\"a\":1,}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\\ud800\"}",
                "{\"\\udc00\":1}",
                "{\"a\":\"\\x41\"}",
                "/**/{}",
                deep)) {
            assertThat(refusal(token(HEADER, claims)))
                    .as(claims.length() > 40 ? "long" : claims)
                    .isEqualTo(Refusal.JSON);
        }
        assertThat(refusal(token("{\"alg\":\"EdDSA\",\"kid\":\"k1\",\"kid\":\"k1\"}", "{}")))
                .isEqualTo(Refusal.JSON);
        assertThat(refusal(token(HEADER, new byte[] {'{', '"', (byte) 0xc0, (byte) 0x80, '"', ':', '1', '}'})))
                .isEqualTo(Refusal.JSON);
        assertThat(refusal(token(HEADER, "{\"a\":\"" + "x".repeat(1 << 20) + "\"}")))
                .isEqualTo(Refusal.MALFORMED);
        assertThat(lookups).isEmpty();
    }

    @Test
    void jsonWithinTheBoundsIsRead() {
        String deepest = "{\"a\":" + "[".repeat(7) + "]".repeat(7) + "}";
        for (String claims : List.of(
                deepest,
                "{\"a\":1e60}",
                " {\"a\" : -0.5e3 } ",
                "{\"\\u00e9\":\"\\ud83d\\ude00\"}",
                "{\"a\":\"é😀\"}")) {
            assertThat(verifier.verifyClaims(token(HEADER, claims))).isInstanceOf(JwsOutcome.Verified.class);
        }
    }

    @Test
    @Attack("A08")
    void a08OnlyOneSpellingOfATokenIsATokenOfOurs() {
        String good = token(HEADER, "{}");
        int last = good.length() - 1;
        // 64 bytes leave four bits over in the last character, which must be zero.
        char other = (char) (good.charAt(last) == 'A' ? 'B' : good.charAt(last) + 1);
        for (String bad : List.of(
                good + "=",
                good + "==",
                good + "\n",
                " " + good,
                good.replace(".", ".."),
                good + ".",
                "." + good,
                good.substring(0, last) + other,
                good.replace('.', '·'),
                good.substring(0, last),
                good + "A",
                good.replaceFirst("\\.", ""),
                "",
                ".",
                "..",
                "...",
                "{\"payload\":\"e30\",\"signatures\":[]}")) {
            assertThat(verifier.verifyClaims(bad)).isInstanceOf(JwsOutcome.Refused.class);
        }
        for (int i = 0; i < good.length(); i++) {
            String blank = good.substring(0, i) + ' ' + good.substring(i);
            assertThat(verifier.verifyClaims(blank)).isInstanceOf(JwsOutcome.Refused.class);
        }
    }

    @Test
    @Attack("A09")
    void a09SignaturesOfAnotherLengthOrOfASmallOrderKeyAreRefused() {
        String good = token(HEADER, "{}");
        String signed = good.substring(0, good.lastIndexOf('.') + 1);
        byte[] signature = SIGNER.sign(signed.substring(0, signed.length() - 1).getBytes(StandardCharsets.US_ASCII));
        for (byte[] bad :
                List.of(Arrays.copyOf(signature, 65), Arrays.copyOf(signature, 63), new byte[64], new byte[0])) {
            assertThat(refusal(signed + Base64Url.encode(bad))).isEqualTo(Refusal.SIGNATURE);
        }
        byte[] order1 = new byte[32];
        order1[0] = 1;
        for (byte[] key : List.of(order1, new byte[32], new byte[31], new byte[33])) {
            assertThatThrownBy(() -> VerificationKey.ofEd25519("k", key)).isInstanceOf(KeyRefused.class);
        }
    }

    @Test
    @Attack("A10")
    void a10WeakKeysAreRefusedWhenTheyAreLoaded() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        BigInteger good = ((RSAPublicKey) generator.generateKeyPair().getPublic()).getModulus();
        generator.initialize(1024);
        BigInteger small = ((RSAPublicKey) generator.generateKeyPair().getPublic()).getModulus();
        BigInteger e = BigInteger.valueOf(65_537);

        assertThat(VerificationKey.ofRsa("k", SignatureAlgorithm.RS256, good, e).algorithm())
                .isEqualTo(SignatureAlgorithm.RS256);
        assertWeak(small, e);
        assertWeak(BigInteger.ONE.shiftLeft(8192).add(BigInteger.ONE), e);
        assertWeak(good, BigInteger.ONE);
        assertWeak(good, BigInteger.valueOf(3));
        assertWeak(good, BigInteger.valueOf(65_538));
        assertWeak(good, BigInteger.ONE.shiftLeft(65).add(BigInteger.ONE));
        assertWeak(
                good.shiftRight(8).multiply(BigInteger.valueOf(167)).setBit(0).multiply(BigInteger.valueOf(3)), e);
        assertWeak(good.clearBit(0), e);
        for (MacAlgorithm algorithm : MacAlgorithm.values()) {
            byte[] secret = Canary.bytes("short token secret", algorithm.bytes() - 1);
            assertThatThrownBy(() -> MacKey.of("k", algorithm, secret))
                    .isInstanceOf(KeyRefused.class)
                    .hasMessageNotContaining(Canary.MARK);
        }
        byte[] x = new byte[32];
        assertThatThrownBy(() -> VerificationKey.ofPoint("k", SignatureAlgorithm.ES256, x, x))
                .isInstanceOf(KeyRefused.class);
        assertThatThrownBy(() -> VerificationKey.ofPoint("k", SignatureAlgorithm.ES384, x, x))
                .isInstanceOf(KeyRefused.class);
        assertThatThrownBy(() -> VerificationKey.ofPoint("k", SignatureAlgorithm.RS256, x, x))
                .isInstanceOf(InvalidInput.class);
    }

    private static void assertWeak(BigInteger modulus, BigInteger exponent) {
        assertThatThrownBy(() -> VerificationKey.ofRsa("k", SignatureAlgorithm.RS256, modulus, exponent))
                .isInstanceOf(KeyRefused.class);
    }

    @ParameterizedTest
    @Attack("A10")
    @ValueSource(
            strings = {
                "not json",
                "[]",
                "{}",
                "{\"keys\":{}}",
                "{\"keys\":[]}",
                "{\"keys\":[7]}",
                "{\"keys\":[{\"kty\":7}]}",
                "{\"keys\":[{}]}",
                "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AA\"}]}",
                "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\"}]}",
                "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo=\"}]}",
                "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\",\"kid\":\"a b\"}]}",
                "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\",\"d\":\"AA\"}]}",
                "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\",\"use\":\"enc\"}]}",
                "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\",\"key_ops\":[\"sign\"]}]}",
                "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\",\"key_ops\":[\"verify\",\"verify\"]}]}",
                "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\",\"alg\":\"RS256\"}]}",
                "{\"keys\":[{\"kty\":\"RSA\",\"n\":\"AA\",\"e\":\"AQAB\"}]}",
                "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"},"
                        + "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\",\"kid\":\"b\"}]}"
            })
    void a10SetsThatAreNotInOrderAreRefused(String json) {
        assertThatThrownBy(() -> VerificationKeys.read(json, EnumSet.allOf(SignatureAlgorithm.class)))
                .isInstanceOf(KeyRefused.class);
        assertThatThrownBy(() -> MacKeys.read(json, EnumSet.allOf(MacAlgorithm.class)))
                .isInstanceOf(KeyRefused.class);
    }

    @Test
    void aKeyWithoutAnAlgorithmGetsTheOnlyOneThatFits() {
        String rsa = VerificationKeysTest.RSA_WITHOUT_ALGORITHM;

        assertThat(VerificationKey.readJwk(rsa, Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256))
                        .algorithm())
                .isEqualTo(SignatureAlgorithm.RS256);
        assertThatThrownBy(
                        () -> VerificationKey.readJwk(rsa, Set.of(SignatureAlgorithm.RS256, SignatureAlgorithm.PS256)))
                .isInstanceOf(KeyRefused.class)
                .hasMessageContaining("exactly one");
        assertThatThrownBy(() -> VerificationKey.readJwk(rsa, Set.of(SignatureAlgorithm.ES256)))
                .isInstanceOf(KeyRefused.class);
    }

    @Test
    void signersAndSecretsDoNotPrintTheirKeys() {
        MacKey key = MacKey.of("k", MacAlgorithm.HS256, Canary.bytes("token secret", 40));

        assertThat(List.of(
                        key.toString(),
                        MacKeys.of(key).toString(),
                        MacTokenSigner.of(key).toString()))
                .noneMatch(text -> text.contains(Canary.MARK));
        assertThat(SIGNER).hasToString("Ed25519TokenSigner[k1]");
        Ed25519TokenSigner closed = Ed25519TokenSigner.ofSeed("c", Canary.bytes("seed of a token key", 32));
        closed.close();
        assertThatThrownBy(() -> closed.sign(new byte[1])).isInstanceOf(IllegalStateException.class);
    }
}
