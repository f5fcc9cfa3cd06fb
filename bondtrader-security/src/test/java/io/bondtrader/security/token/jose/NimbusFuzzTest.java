package io.bondtrader.security.token.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.testdata.Canary;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * 100,000 tokens, altered at random and signed anew or not, before our verifiers and those of Nimbus JOSE+JWT. We accept
 * none that Nimbus refuses; where Nimbus accepts and we do not, the reason is one of those listed.
 */
final class NimbusFuzzTest {

    private static final int TOKENS = 100_000;
    private static final String CLAIMS =
            "{\"iss\":\"https://id.example\",\"sub\":\"u-17\",\"aud\":[\"a\",\"b\"],\"exp\":1800000600,"
                    + "\"iat\":1.8e9,\"jti\":\"t-1\",\"nested\":{\"x\":[1,true,null,\"é\"]}}";

    /** Why we refuse what Nimbus takes. */
    private enum Difference {
        /** Characters outside Base64url, padding, or bits beyond the value, which Nimbus skips (RFC 7515, section 2). */
        SPELLING,
        /** Members twice, depth, huge numbers, bad UTF-8 or half surrogates, which Nimbus reads (RFC 8725, section 3.2). */
        JSON,
        /** A key or a place of one in the header, which Nimbus ignores and we take as an attack. */
        KEY_IN_HEADER,
        /** Compression, nesting, or an extension that is not marked critical, which Nimbus leaves to its caller. */
        EXTENSION,
        /** A registered claim of another kind than RFC 7519, section 4.1, says, where Nimbus converts. */
        CLAIM,
        /** No key identifier of ours: Nimbus's verifiers hold one key and do not look. */
        KEY_UNKNOWN
    }

    private final SplittableRandom random = new SplittableRandom(20_260_521L);
    private final Map<Difference, Integer> differences = new EnumMap<>(Difference.class);
    private int bothAccept;
    private int bothRefuse;

    /** One algorithm with both verifiers and the key to sign anew. */
    private record Party(String algorithm, JwsVerifier ours, JWSVerifier theirs, Function<byte[], byte[]> sign) {}

    @Test
    void weAcceptNothingThatNimbusRefuses() throws Exception {
        Party hmac = hmac();
        Party rsa = rsa();
        Party ec = ec();
        for (int i = 0; i < TOKENS; i++) {
            int kind = i % 50;
            Party party = kind == 0 ? ec : kind <= 2 ? rsa : hmac;
            judge(party, altered(party));
        }

        assertThat(bothAccept
                        + bothRefuse
                        + differences.values().stream().mapToInt(n -> n).sum())
                .isEqualTo(TOKENS);
        // The fuzz is worth something only if all of these happen.
        assertThat(bothAccept).isGreaterThan(TOKENS / 50);
        assertThat(bothRefuse).isGreaterThan(TOKENS / 10);
        assertThat(differences.keySet()).containsExactly(Difference.values());
    }

    private void judge(Party party, String token) {
        JwsOutcome ours = readable(party.ours.verifyClaims(token));
        boolean theirs = nimbusAccepts(party, token);
        if (ours instanceof JwsOutcome.Refused refused) {
            if (theirs) {
                differences.merge(explained(refused.why(), token), 1, Integer::sum);
            } else {
                bothRefuse++;
            }
            return;
        }
        assertThat(theirs).as("accepted by us alone: %s", token).isTrue();
        bothAccept++;
    }

    /** The registered claims are read as every verifier for a purpose does; Nimbus reads them when it parses. */
    private static JwsOutcome readable(JwsOutcome outcome) {
        if (outcome instanceof JwsOutcome.Verified verified) {
            Claims claims = verified.jws().claims().orElseThrow();
            try {
                List.of("iss", "sub", "jti").forEach(claims::text);
                List.of("exp", "nbf", "iat").forEach(claims::time);
                claims.texts("aud");
            } catch (InvalidInput wrongKind) {
                return new JwsOutcome.Refused(Refusal.CLAIM);
            }
        }
        return outcome;
    }

    private static Difference explained(Refusal why, String token) {
        return switch (why) {
            case MALFORMED -> Difference.SPELLING;
            case JSON -> Difference.JSON;
            case KEY_IN_HEADER -> Difference.KEY_IN_HEADER;
            case EXTENSION -> Difference.EXTENSION;
            case CLAIM -> Difference.CLAIM;
            case KEY_UNKNOWN -> Difference.KEY_UNKNOWN;
            default -> throw new AssertionError("refused by us alone for " + why + ": " + token);
        };
    }

    private static boolean nimbusAccepts(Party party, String token) {
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            return jwt.getHeader().getAlgorithm().getName().equals(party.algorithm)
                    && jwt.verify(party.theirs)
                    && jwt.getJWTClaimsSet() != null;
        } catch (ParseException | JOSEException | RuntimeException refused) {
            return false;
        }
    }

    private String altered(Party party) {
        String header = "{\"alg\":\"" + party.algorithm + "\",\"kid\":\"k\",\"typ\":\"JWT\"}";
        String claims = CLAIMS;
        int way = random.nextInt(10);
        if (way < 4) {
            header = alteredJson(header);
        } else if (way < 7) {
            claims = alteredJson(claims);
        }
        String token = signed(party, header.getBytes(StandardCharsets.UTF_8), bytes(claims));
        // A tenth stays as it was signed, so that acceptance is fuzzed too.
        return way < 7 || way == 9 ? token : alteredText(token);
    }

    private byte[] bytes(String claims) {
        byte[] bytes = claims.getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(20) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static String signed(Party party, byte[] header, byte[] claims) {
        String text = Base64Url.encode(header) + "." + Base64Url.encode(claims);
        return text + "." + Base64Url.encode(party.sign.apply(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static final List<String> MEMBERS = List.of(
            "\"alg\":\"none\"",
            "\"alg\":\"HS512\"",
            "\"kid\":\"k\"",
            "\"kid\":\"x\"",
            "\"kid\":7",
            "\"kid\":null",
            "\"crit\":[\"exp\"]",
            "\"crit\":[]",
            "\"b64\":false",
            "\"b64\":true",
            "\"zip\":\"DEF\"",
            "\"jku\":\"https://e.example\"",
            "\"x5u\":\"https://e.example\"",
            "\"x5c\":[]",
            "\"jwk\":{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}",
            "\"cty\":\"JWT\"",
            "\"cty\":\"text\"",
            "\"enc\":\"A128GCM\"",
            "\"typ\":\"at+jwt\"",
            "\"typ\":7",
            "\"exp\":1e400",
            "\"exp\":\"soon\"",
            "\"n\":123456789012345678901234567890123",
            "\"d\":[[[[[[[[1]]]]]]]]",
            "\"d\":{\"a\":{\"a\":1,\"a\":2}}",
            "\"s\":\"\\ud800\"",
            "\"s\":\"\\u0000\"",
            "\"x\":1,\"x\":2",
            "\"aud\":7",
            "\"iss\":null",
            "\"f\":-0.0",
            "\"f\":1E-5");

    private static final List<String> PIECES = List.of(
            "", " ", "\n", ",", "}", "{", "]", "[", "\"", "\\", "null", "1", "é", "\u0000", "//", "/**/", "'", "NaN",
            "\ufeff", "=", "x");

    private String alteredJson(String json) {
        return switch (random.nextInt(4)) {
            case 0 -> json.substring(0, json.length() - 1) + "," + pick(MEMBERS) + "}";
            case 1 -> "{" + pick(MEMBERS) + "," + json.substring(1);
            case 2 -> {
                int at = random.nextInt(json.length() + 1);
                yield json.substring(0, at) + pick(PIECES) + json.substring(at);
            }
            default -> {
                int from = random.nextInt(json.length());
                int to = Math.min(json.length(), from + 1 + random.nextInt(4));
                yield json.substring(0, from) + pick(PIECES) + json.substring(to);
            }
        };
    }

    private static final String CHARACTERS = "ABCDabcd0123-_+/=. \n?#~é\u0000\"";

    private String alteredText(String token) {
        int at = random.nextInt(4) == 0 ? token.length() - 1 : random.nextInt(token.length());
        char c = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
        return switch (random.nextInt(6)) {
            case 0 -> token.substring(0, at) + c + token.substring(at + 1);
            case 1 -> token.substring(0, at) + c + token.substring(at);
            case 2 -> token.substring(0, at) + token.substring(at + 1);
            case 3 -> token + c;
            case 4 -> c + token;
            default -> {
                int last = token.length() - 1;
                yield token.substring(0, last) + (char) (token.charAt(last) + 1);
            }
        };
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static Party hmac() throws JOSEException {
        byte[] secret = Canary.bytes("secret of the fuzz", 32);
        MacKey key = MacKey.of("k", MacAlgorithm.HS256, secret);
        return new Party(
                "HS256",
                MacVerifier.of(Set.of(MacAlgorithm.HS256), MacKeys.of(key)),
                new MACVerifier(secret),
                key::seal);
    }

    private static Party rsa() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        RSAPublicKey rsa = (RSAPublicKey) pair.getPublic();
        VerificationKey key =
                VerificationKey.ofRsa("k", SignatureAlgorithm.RS256, rsa.getModulus(), rsa.getPublicExponent());
        return new Party(
                "RS256",
                PublicKeyVerifier.of(Set.of(SignatureAlgorithm.RS256), VerificationKeys.of(key)),
                new RSASSAVerifier(RSAKey.parse(key.toJwk())),
                message -> {
                    try {
                        Signature signature = Signature.getInstance("SHA256withRSA");
                        signature.initSign(pair.getPrivate());
                        signature.update(message);
                        return signature.sign();
                    } catch (GeneralSecurityException e) {
                        throw new AssertionError(e);
                    }
                });
    }

    private static Party ec() throws Exception {
        Es256TokenSigner signer = Es256TokenSigner.generate("k", new SecureRandom());
        return new Party(
                "ES256",
                PublicKeyVerifier.of(Set.of(SignatureAlgorithm.ES256), VerificationKeys.of(signer.verificationKey())),
                new ECDSAVerifier(ECKey.parse(signer.verificationKey().toJwk())),
                signer::sign);
    }
}
