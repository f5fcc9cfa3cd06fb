package io.bondtrader.security.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.token.jose.Ed25519TokenSigner;
import io.bondtrader.security.token.jose.Refusal;
import io.bondtrader.security.token.jose.SignatureAlgorithm;
import io.bondtrader.security.token.revocation.AccessClass;
import io.bondtrader.testdata.Asvs;
import io.bondtrader.testdata.Attack;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Proofs of possession, with the values of RFC 9449, and those who hold none. */
final class DpopAttackTest {

    private static final String RFC_KEY =
            "eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIiwieCI6Imw4dEZyaHgtMzR0VjNoUklD"
                    + "UkRZOXpDa0RscEJoRjQyVVFVZldWQVdCRnMiLCJ5IjoiOVZFNGpmX09rX282NHpiVFRsY3VOSmFqSG10NnY5VERWclUwQ2R2R1JEQSIsImNydiI6IlAtMjU2In19";
    private static final String RFC_TOKEN_REQUEST = RFC_KEY
            + ".eyJqdGkiOiItQndDM0VTYzZhY2MybFRjIiwiaHRtIjoiUE9TVCIsImh0dSI6Imh0dHBzOi8vc2VydmVyLmV4YW1wbGUuY29tL3Rva2VuIiwiaWF0IjoxNTYyMjYyNjE2fQ"
            + ".2-GxA6T8lP4vfrg8v-FdWP0A0zdrj8igiMLvqRMUvwnQg4PtFLbdLXiOSsX0x7NVY-FNyJK70nfbV37xRZT3Lg";
    private static final String RFC_RESOURCE_REQUEST = RFC_KEY
            + ".eyJqdGkiOiJlMWozVl9iS2ljOC1MQUVCIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9yZXNvdXJjZS5leGFtcGxlLm9yZy9wcm90ZWN0ZWRyZXNvdXJjZSIs"
            + "ImlhdCI6MTU2MjI2MjYxOCwiYXRoIjoiZlVIeU8ycjJaM0RaNTNFc05yV0JiMHhXWG9hTnk1OUlpS0NBcWtzbVFFbyJ9"
            + ".2oW9RP35yRqzhrtNP86L-Ey71EOptxRimPPToA1plemAgR6pxHF8y6-yqyVnmcw6Fy1dqd-jfxSYoMxhAJpLjA";
    private static final URI ORDERS = URI.create("https://orders.halvorsen.example/v1/orders");

    private final Forge forge = new Forge();
    private final Ed25519TokenSigner client = Ed25519TokenSigner.generate("client", new SecureRandom());
    private InMemoryReplays replays = new InMemoryReplays(forge, 100);

    private DpopProofVerifier verifier() {
        return DpopProofVerifier.of(
                Set.of(SignatureAlgorithm.ES256, SignatureAlgorithm.EDDSA),
                Duration.ofMinutes(5),
                replays,
                forge,
                forge);
    }

    private static Map<String, Object> claims() {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("jti", "p-1");
        claims.put("htm", "POST");
        claims.put("htu", ORDERS.toString());
        claims.put("iat", Forge.NOW.getEpochSecond());
        return claims;
    }

    private String proof(Map<String, Object> claims) {
        return proof("dpop+jwt", client.verificationKey().thumbprint(), claims);
    }

    private String proof(String type, String key, Map<String, Object> claims) {
        String x = client.verificationKey().toJwk().replaceAll(".*\"x\":\"([^\"]+)\".*", "$1");
        Map<String, Object> jwk = Map.of("kty", "OKP", "crv", "Ed25519", "x", key.isEmpty() ? "AA" : x);
        return Forge.signed(client, Map.of("typ", type, "alg", "EdDSA", "jwk", jwk), claims);
    }

    private @Nullable Refusal why(String proof, DpopRequest request) {
        TokenVerdict<DpopProof> verdict = verifier().verify(proof, request, TokenContext.none());
        if (verdict instanceof TokenVerdict.Refused<DpopProof> refused) {
            SecurityEventType type = refused.why() == Refusal.REPLAYED
                    ? SecurityEventType.AUTHN_TOKEN_REUSE
                    : SecurityEventType.AUTHN_LOGIN_FAIL;
            assertThat(forge.reported(type, refused.why().word())).isTrue();
            return refused.why();
        }
        return null;
    }

    private @Nullable Refusal whyWith(String name, @Nullable Object value) {
        return why(proof(Forge.with(claims(), name, value)), new DpopRequest("POST", ORDERS, null, null));
    }

    @Test
    void theProofsOfRfc9449() {
        forge.now = Instant.ofEpochSecond(1_562_262_620L);
        String accessToken = "Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU";

        DpopProof first = verifier()
                .verify(
                        RFC_TOKEN_REQUEST,
                        new DpopRequest("POST", URI.create("https://server.example.com/token"), null, null),
                        TokenContext.none())
                .token()
                .orElseThrow();
        DpopProof second = verifier()
                .verify(
                        RFC_RESOURCE_REQUEST,
                        DpopRequest.using(
                                "GET", URI.create("https://resource.example.org/protectedresource"), accessToken),
                        TokenContext.none())
                .token()
                .orElseThrow();

        assertThat(first.thumbprint()).isEqualTo("0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I");
        assertThat(second.thumbprint()).isEqualTo(first.thumbprint());
        assertThat(TokenDigest.base64(accessToken)).isEqualTo("fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo");
    }

    @Test
    void theChallengeOfRfc7636() {
        assertThat(TokenDigest.base64("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
                .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    @Test
    @Attack("A14")
    void a14AProofIsOfThisRequestFreshAndUsedOnce() {
        assertThat(whyWith("jti", "p-1")).isNull();
        assertThat(whyWith("jti", "p-1")).isEqualTo(Refusal.REPLAYED);
        assertThat(whyWith("jti", null)).isEqualTo(Refusal.CLAIM);
        assertThat(whyWith("jti", "x".repeat(257))).isEqualTo(Refusal.CLAIM);
        for (String method : List.of("GET", "post", "POST ")) {
            assertThat(whyWith("htm", method)).isEqualTo(Refusal.BINDING);
        }
        for (String address : List.of(
                "https://orders.halvorsen.example/v1/order",
                "http://orders.halvorsen.example/v1/orders",
                "https://evil.example/v1/orders",
                "https://orders.halvorsen.example:8443/v1/orders",
                "https://u@orders.halvorsen.example/v1/orders",
                "/v1/orders",
                "::",
                "https://orders.halvorsen.example/v1/Orders",
                "https://orders.halvorsen.example/v1/orders/")) {
            assertThat(whyWith("htu", address)).isEqualTo(Refusal.BINDING);
        }
        long now = Forge.NOW.getEpochSecond();
        assertThat(whyWith("iat", now - 360)).isEqualTo(Refusal.EXPIRED);
        assertThat(whyWith("iat", now + 61)).isEqualTo(Refusal.NOT_YET_VALID);
        assertThat(whyWith("iat", null)).isEqualTo(Refusal.CLAIM);
        Map<String, Object> other = Forge.with(Forge.with(claims(), "jti", "p-2"), "iat", now - 359);
        assertThat(why(
                        proof(Forge.with(other, "htu", "HTTPS://Orders.Halvorsen.Example:443/v1/orders?x=1#y")),
                        new DpopRequest("POST", URI.create(ORDERS + "?z=2"), null, null)))
                .isNull();
    }

    @Test
    @Attack("A14")
    void a14AProofOfAnotherKindOrKeyIsNone() {
        assertThat(why(proof("JWT", "k", claims()), new DpopRequest("POST", ORDERS, null, null)))
                .isEqualTo(Refusal.TYPE);
        assertThat(why(proof("dpop+jwt", "", claims()), new DpopRequest("POST", ORDERS, null, null)))
                .isEqualTo(Refusal.KEY_UNKNOWN);
        assertThat(why(forge.sign("dpop+jwt", claims()), new DpopRequest("POST", ORDERS, null, null)))
                .isEqualTo(Refusal.KEY_UNKNOWN);
        String x = client.verificationKey().toJwk().replaceAll(".*\"x\":\"([^\"]+)\".*", "$1");
        Map<String, Object> withPrivate = Map.of("kty", "OKP", "crv", "Ed25519", "x", x, "d", x);
        String leaked = Forge.signed(client, Map.of("typ", "dpop+jwt", "alg", "EdDSA", "jwk", withPrivate), claims());
        assertThat(why(leaked, new DpopRequest("POST", ORDERS, null, null))).isEqualTo(Refusal.KEY_UNKNOWN);
        String textKey = Forge.signed(client, Map.of("typ", "dpop+jwt", "alg", "EdDSA", "jwk", x), claims());
        assertThat(why(textKey, new DpopRequest("POST", ORDERS, null, null))).isEqualTo(Refusal.JSON);
        String symmetric =
                Forge.signed(client, Map.of("typ", "dpop+jwt", "alg", "HS256", "jwk", withPrivate), claims());
        assertThat(why(symmetric, new DpopRequest("POST", ORDERS, null, null))).isEqualTo(Refusal.ALGORITHM);
        String forged = Forge.signed(
                forge.signer,
                Map.of("typ", "dpop+jwt", "alg", "EdDSA", "jwk", Map.of("kty", "OKP", "crv", "Ed25519", "x", x)),
                claims());
        assertThat(why(forged, new DpopRequest("POST", ORDERS, null, null))).isEqualTo(Refusal.SIGNATURE);
    }

    @Test
    @Attack("A14")
    void a14AFullStoreRefusesWhatItCannotRemember() {
        replays = new InMemoryReplays(forge, 2);
        assertThat(whyWith("jti", "a")).isNull();
        assertThat(whyWith("jti", "b")).isNull();
        assertThat(whyWith("jti", "c")).isEqualTo(Refusal.REPLAY_UNKNOWN);
        assertThat(whyWith("jti", "a")).isEqualTo(Refusal.REPLAYED);
        forge.now = Forge.NOW.plusSeconds(361);
        Map<String, Object> later = Forge.with(Forge.with(claims(), "jti", "d"), "iat", forge.now.getEpochSecond());
        assertThat(why(proof(later), new DpopRequest("POST", ORDERS, null, null)))
                .isNull();
        DpopProofVerifier broken = DpopProofVerifier.of(
                Set.of(SignatureAlgorithm.EDDSA),
                Duration.ofMinutes(5),
                (digest, until) -> {
                    throw new IllegalStateException("out of reach");
                },
                forge,
                forge);
        assertThat(broken.verify(proof(later), new DpopRequest("POST", ORDERS, null, null), TokenContext.none()))
                .isEqualTo(new TokenVerdict.Refused<>(Refusal.REPLAY_UNKNOWN));
    }

    @Test
    @Attack("A14")
    @Asvs("10.3.5")
    void a14ABoundTokenIsWorthNothingWithoutItsKey() {
        String key = client.verificationKey().thumbprint();
        String bound = forge.sign("at+jwt", Forge.with(Forge.accessClaims(), "cnf", Map.of("jkt", key)));
        String bearer = forge.sign("at+jwt", Forge.accessClaims());
        AccessTokenVerifier tokens = AccessTokenVerifier.builder(
                        forge.verifier(),
                        TokenExpectations.builder()
                                .issuer(Forge.ISSUER)
                                .audience(Forge.AUDIENCE)
                                .type("at+jwt")
                                .build(),
                        forge,
                        forge)
                .ignoreRevocation()
                .remembering(10)
                .build();
        DpopProof proof = proved(Forge.with(claims(), "ath", TokenDigest.base64(bound)), bound);

        for (int time = 0; time < 2; time++) {
            assertThat(tokens.verifyBound(bound, proof, AccessClass.ORDER, TokenContext.none())
                            .token())
                    .isPresent();
            assertThat(tokens.verify(bound, AccessClass.ORDER, TokenContext.none()))
                    .isEqualTo(new TokenVerdict.Refused<>(Refusal.BINDING));
        }
        assertThat(tokens.verifyBound(bearer, proof, AccessClass.ORDER, TokenContext.none())
                        .token())
                .isEmpty();
        String another = forge.sign(
                "at+jwt", Forge.with(Forge.with(Forge.accessClaims(), "jti", "t-9"), "cnf", Map.of("jkt", key)));
        assertThat(tokens.verifyBound(another, proof, AccessClass.ORDER, TokenContext.none())
                        .token())
                .isEmpty();
        String others = forge.sign("at+jwt", Forge.with(Forge.accessClaims(), "cnf", Map.of("jkt", "x".repeat(43))));
        DpopProof forOthers =
                proved(Forge.with(Forge.with(claims(), "jti", "p-3"), "ath", TokenDigest.base64(others)), others);
        assertThat(tokens.verifyBound(others, forOthers, AccessClass.ORDER, TokenContext.none())
                        .token())
                .isEmpty();
        String byCertificate = forge.sign("at+jwt", Forge.with(Forge.accessClaims(), "cnf", Map.of("x5t#S256", "abc")));
        assertThat(tokens.verify(byCertificate, AccessClass.ORDER, TokenContext.none())
                        .token())
                .isEmpty();
    }

    private DpopProof proved(Map<String, Object> claims, String accessToken) {
        return verifier()
                .verify(proof(claims), DpopRequest.using("POST", ORDERS, accessToken), TokenContext.none())
                .token()
                .orElseThrow();
    }

    @Test
    void aProofForAnotherTokenOrNonceIsRefused() {
        assertThat(why(proof(claims()), DpopRequest.using("POST", ORDERS, "token")))
                .isEqualTo(Refusal.BINDING);
        assertThat(why(proof(claims()), new DpopRequest("POST", ORDERS, null, "nonce")))
                .isEqualTo(Refusal.NONCE);
        assertThat(why(proof(Forge.with(claims(), "nonce", "nonce")), new DpopRequest("POST", ORDERS, null, "nonce")))
                .isNull();
        assertThatThrownBy(() -> new DpopRequest("GET", URI.create("http://a.example/"), null, null))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> DpopProofVerifier.of(
                        Set.of(SignatureAlgorithm.EDDSA), Duration.ofMinutes(11), replays, forge, forge))
                .isInstanceOf(InvalidInput.class);
    }
}
