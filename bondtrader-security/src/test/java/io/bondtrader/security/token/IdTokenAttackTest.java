package io.bondtrader.security.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.token.jose.Refusal;
import io.bondtrader.testdata.Asvs;
import io.bondtrader.testdata.Attack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What identity providers send, and what others send in their name: ID, logout and client tokens. */
@Asvs("6.8.4")
final class IdTokenAttackTest {

    private static final String NONCE = "n-0123456789abcdef";

    private final Forge forge = new Forge();
    private final InMemoryReplays replays = new InMemoryReplays(forge, 100);
    private final IdTokenVerifier ids = IdTokenVerifier.of(forge.verifier(), expected("JWT"), forge, forge);

    private static TokenExpectations expected(String type) {
        return TokenExpectations.builder()
                .issuer(Forge.ISSUER)
                .audience("blotter")
                .type(type)
                .build();
    }

    private @Nullable Refusal why(Map<String, Object> claims, IdTokenRequest request) {
        TokenVerdict<IdToken> verdict = ids.verify(forge.sign("JWT", claims), request, TokenContext.none());
        if (verdict instanceof TokenVerdict.Refused<IdToken> refused) {
            assertThat(forge.reported(
                            SecurityEventType.AUTHN_LOGIN_FAIL, refused.why().word()))
                    .isTrue();
            return refused.why();
        }
        return null;
    }

    private @Nullable Refusal whyWith(String name, @Nullable Object value) {
        return why(Forge.with(Forge.idClaims(), name, value), IdTokenRequest.withNonce(NONCE));
    }

    private IdToken accepted(Map<String, Object> claims) {
        return ids.verify(forge.sign("JWT", claims), IdTokenRequest.withNonce(NONCE), TokenContext.none())
                .token()
                .orElseThrow();
    }

    @Test
    @Attack("A19")
    @Asvs("10.5.1")
    void a19TheAnswerMustCarryTheNonceOfTheRequest() {
        assertThat(whyWith("nonce", NONCE)).isNull();
        assertThat(whyWith("nonce", NONCE + "x")).isEqualTo(Refusal.NONCE);
        assertThat(whyWith("nonce", "")).isEqualTo(Refusal.NONCE);
        assertThat(whyWith("nonce", null)).isEqualTo(Refusal.NONCE);
        assertThat(whyWith("nonce", 7)).isEqualTo(Refusal.CLAIM);
        assertThat(why(Forge.idClaims(), IdTokenRequest.ignoringNonce())).isNull();
        assertThatThrownBy(() -> IdTokenRequest.withNonce("short")).isInstanceOf(InvalidInput.class);
    }

    @Test
    @Attack({"A11", "A12"})
    @Asvs("10.5.4")
    void a12AnIdTokenIsForThisClientOfThisProvider() {
        assertThat(whyWith("aud", "other")).isEqualTo(Refusal.AUDIENCE);
        assertThat(whyWith("aud", List.of("blotter", "other"))).isEqualTo(Refusal.AUDIENCE);
        assertThat(why(
                        Forge.with(Forge.with(Forge.idClaims(), "aud", List.of("blotter", "other")), "azp", "blotter"),
                        IdTokenRequest.withNonce(NONCE)))
                .isNull();
        assertThat(whyWith("azp", "other")).isEqualTo(Refusal.AUDIENCE);
        assertThat(whyWith("iss", Forge.ISSUER + "/")).isEqualTo(Refusal.ISSUER);
        assertThat(whyWith("sub", null)).isEqualTo(Refusal.CLAIM);
        assertThat(whyWith("sub", "")).isEqualTo(Refusal.CLAIM);
        assertThat(whyWith("iat", null)).isEqualTo(Refusal.CLAIM);
        assertThat(whyWith("events", Map.of())).isEqualTo(Refusal.CLAIM);
        assertThat(ids.verify(
                                forge.sign("at+jwt", Forge.idClaims()),
                                IdTokenRequest.ignoringNonce(),
                                TokenContext.none())
                        .token())
                .isEmpty();
        TokenExpectations anybody = TokenExpectations.builder()
                .issuer(Forge.ISSUER)
                .ignoreAudience()
                .ignoreType()
                .build();
        assertThatThrownBy(() -> IdTokenVerifier.of(forge.verifier(), anybody, forge, forge))
                .isInstanceOf(InvalidInput.class);
        TokenExpectations anyone = TokenExpectations.builder()
                .ignoreIssuer()
                .audience("blotter")
                .ignoreType()
                .build();
        assertThatThrownBy(() -> IdTokenVerifier.of(forge.verifier(), anyone, forge, forge))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    @Attack("A11")
    @Asvs("9.2.2")
    void a11WhereTheTypeIsIgnoredThoseOfOtherPurposesAreStillRefused() {
        TokenExpectations any = TokenExpectations.builder()
                .issuer(Forge.ISSUER)
                .audience("blotter")
                .ignoreType()
                .build();
        IdTokenVerifier lenient = IdTokenVerifier.of(forge.verifier(), any, forge, forge);
        IdTokenRequest request = IdTokenRequest.withNonce(NONCE);

        assertThat(lenient.verify(forge.sign("whatever", Forge.idClaims()), request, TokenContext.none())
                        .token())
                .isPresent();
        for (String type : List.of("at+jwt", "application/at+jwt", "AT+JWT", "logout+jwt", "dpop+jwt", "rt+jwt")) {
            assertThat(lenient.verify(forge.sign(type, Forge.idClaims()), request, TokenContext.none()))
                    .isEqualTo(new TokenVerdict.Refused<>(Refusal.TYPE));
        }
    }

    @Test
    void theAccessTokenBesideItIsBoundByItsHash() {
        // OpenID Connect Core 1.0, A.3: for RS256; ours is EdDSA, so half of SHA-512.
        String accessToken = "jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y";
        byte[] whole = TokenDigest.hash("SHA-512", accessToken);
        String half =
                java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(java.util.Arrays.copyOf(whole, 32));
        IdTokenRequest request = IdTokenRequest.withNonce(NONCE).withAccessToken(accessToken);

        assertThat(why(Forge.with(Forge.idClaims(), "at_hash", half), request)).isNull();
        assertThat(why(Forge.idClaims(), request)).isEqualTo(Refusal.BINDING);
        assertThat(why(Forge.with(Forge.idClaims(), "at_hash", "77QmUPtjPfzWtF2AnpK9RQ"), request))
                .isEqualTo(Refusal.BINDING);
    }

    @Test
    void anOldOrWeakAuthenticationDoesNotPass() {
        long now = Forge.NOW.getEpochSecond();
        IdTokenRequest fresh = IdTokenRequest.withNonce(NONCE).within(Duration.ofMinutes(5));
        assertThat(why(Forge.idClaims(), fresh)).isEqualTo(Refusal.AUTHENTICATION);
        assertThat(why(Forge.with(Forge.idClaims(), "auth_time", now - 360), fresh))
                .isNull();
        assertThat(why(Forge.with(Forge.idClaims(), "auth_time", now - 361), fresh))
                .isEqualTo(Refusal.AUTHENTICATION);
        assertThat(why(Forge.with(Forge.idClaims(), "auth_time", now + 61), fresh))
                .isEqualTo(Refusal.AUTHENTICATION);
        IdTokenRequest strong = IdTokenRequest.withNonce(NONCE).inContext(Set.of("phr", "phrh"));
        assertThat(why(Forge.idClaims(), strong)).isEqualTo(Refusal.AUTHENTICATION);
        assertThat(why(Forge.with(Forge.idClaims(), "acr", "pwd"), strong)).isEqualTo(Refusal.AUTHENTICATION);
        assertThat(why(Forge.with(Forge.idClaims(), "acr", "phr"), strong)).isNull();
        IdToken token = accepted(Forge.with(Forge.with(Forge.idClaims(), "amr", List.of("pwd", "otp")), "sid", "s-1"));
        assertThat(token.authenticationMethods()).containsExactly("pwd", "otp");
        assertThat(token.sessionId()).contains("s-1");
        assertThat(token.authenticatedAt()).isEmpty();
    }

    @Test
    @Attack("A23")
    void a23GroupsThatAreLeftOutAreUnknownAndNeverNone() {
        assertThat(accepted(Forge.with(Forge.idClaims(), "groups", List.of("traders")))
                        .groups("groups"))
                .isEqualTo(new GroupMembership.Known(Set.of("traders")));
        assertThat(accepted(Forge.with(Forge.idClaims(), "groups", List.of())).groups("groups"))
                .isEqualTo(new GroupMembership.Known(Set.of()));
        assertThat(accepted(Forge.idClaims()).groups("groups")).isEqualTo(new GroupMembership.Unknown());
        assertThat(accepted(Forge.with(Forge.idClaims(), "_claim_names", Map.of("groups", "src1")))
                        .groups("groups"))
                .isEqualTo(new GroupMembership.Unknown());
        Map<String, Object> both = Forge.with(Forge.idClaims(), "groups", List.of("traders"));
        assertThat(accepted(Forge.with(both, "hasgroups", true)).groups("groups"))
                .isEqualTo(new GroupMembership.Unknown());
        assertThat(accepted(Forge.with(both, "_claim_names", Map.of("groups", "src1")))
                        .groups("groups"))
                .isEqualTo(new GroupMembership.Unknown());
    }

    @Test
    @Attack("A24")
    @Asvs("10.5.2")
    void a24TwoProvidersWithTheSameEmailSpeakOfTwoUsers() {
        IdToken ours = accepted(Forge.with(Forge.idClaims(), "email", "mia@halvorsen.example"));
        String other = "https://other.example";
        TokenExpectations theirs = TokenExpectations.builder()
                .issuer(other)
                .audience("blotter")
                .type("JWT")
                .build();
        Map<String, Object> claims = Forge.with(Forge.idClaims(), "email", "mia@halvorsen.example");
        IdToken foreign = IdTokenVerifier.of(forge.verifier(), theirs, forge, forge)
                .verify(
                        forge.sign("JWT", Forge.with(claims, "iss", other)),
                        IdTokenRequest.withNonce(NONCE),
                        TokenContext.none())
                .token()
                .orElseThrow();

        assertThat(foreign.user()).isNotEqualTo(ours.user());
        assertThat(foreign.user().subject()).isEqualTo(ours.user().subject());
    }

    @Test
    @Attack({"A11", "A14"})
    @Asvs("10.5.5")
    void a14ALogoutTokenIsTypedWithoutNonceAndTakenOnce() {
        LogoutTokenVerifier logouts =
                LogoutTokenVerifier.of(forge.verifier(), expected("logout+jwt"), replays, forge, forge);
        Map<String, Object> claims = Forge.logoutClaims();
        String good = forge.sign("logout+jwt", claims);

        LogoutToken token = logouts.verify(good, TokenContext.none()).token().orElseThrow();
        assertThat(token.subject()).contains("u-17");
        assertThat(token.sessionId()).isEmpty();
        assertThat(logouts.verify(good, TokenContext.none())).isEqualTo(new TokenVerdict.Refused<>(Refusal.REPLAYED));
        assertThat(forge.reported(SecurityEventType.AUTHN_TOKEN_REUSE, "replayed"))
                .isTrue();
        Map<String, Object> fresh = Forge.with(claims, "jti", "l-2");
        refused(logouts, forge.sign("JWT", fresh), Refusal.TYPE);
        refused(logouts, forge.sign("logout+jwt", Forge.with(fresh, "nonce", "x")), Refusal.TYPE);
        refused(logouts, forge.sign("logout+jwt", Forge.with(fresh, "events", null)), Refusal.CLAIM);
        refused(
                logouts,
                forge.sign("logout+jwt", Forge.with(fresh, "events", Map.of("other", Map.of()))),
                Refusal.CLAIM);
        refused(logouts, forge.sign("logout+jwt", Forge.with(fresh, "sub", null)), Refusal.CLAIM);
        refused(logouts, forge.sign("logout+jwt", Forge.with(fresh, "jti", null)), Refusal.CLAIM);
        refused(logouts, forge.sign("logout+jwt", Forge.with(fresh, "iat", null)), Refusal.CLAIM);
        assertThat(logouts.verify(
                                forge.sign("logout+jwt", Forge.with(Forge.with(fresh, "sub", null), "sid", "s")),
                                TokenContext.none())
                        .token())
                .isPresent();
        TokenExpectations loose = TokenExpectations.builder()
                .issuer("a")
                .audience("b")
                .ignoreType()
                .build();
        assertThatThrownBy(() -> LogoutTokenVerifier.of(forge.verifier(), loose, replays, forge, forge))
                .isInstanceOf(InvalidInput.class);
    }

    private void refused(LogoutTokenVerifier logouts, String token, Refusal why) {
        assertThat(logouts.verify(token, TokenContext.none())).isEqualTo(new TokenVerdict.Refused<>(why));
        assertThat(forge.reported(SecurityEventType.AUTHN_LOGIN_FAIL, why.word()))
                .isTrue();
    }

    @Test
    @Attack("A14")
    void a14AClientsAssertionIsForUsAloneAndTakenOnce() {
        TokenExpectations expected = TokenExpectations.builder()
                .issuer("blotter")
                .audience("https://id.halvorsen.example/token")
                .ignoreType()
                .maxLifetime(Duration.ofMinutes(5))
                .build();
        ClientAssertionVerifier clients = ClientAssertionVerifier.of(forge.verifier(), expected, replays, forge, forge);
        Map<String, Object> claims = Forge.with(Forge.accessClaims(), "iss", "blotter");
        claims = Forge.with(Forge.with(claims, "sub", "blotter"), "aud", "https://id.halvorsen.example/token");
        claims = Forge.with(claims, "exp", Forge.NOW.getEpochSecond() + 60);
        String good = forge.sign("JWT", claims);

        assertThat(clients.verify(good, TokenContext.none())
                        .token()
                        .orElseThrow()
                        .clientId())
                .isEqualTo("blotter");
        assertThat(clients.verify(good, TokenContext.none())).isEqualTo(new TokenVerdict.Refused<>(Refusal.REPLAYED));
        Map<String, Object> fresh = Forge.with(claims, "jti", "other");
        assertThat(clients.verify(forge.sign("JWT", Forge.with(fresh, "sub", "u-17")), TokenContext.none()))
                .isEqualTo(new TokenVerdict.Refused<>(Refusal.CLAIM));
        List<String> two = List.of("https://id.halvorsen.example/token", "https://evil.example");
        assertThat(clients.verify(forge.sign("JWT", Forge.with(fresh, "aud", two)), TokenContext.none()))
                .isEqualTo(new TokenVerdict.Refused<>(Refusal.AUDIENCE));
        assertThat(clients.verify(forge.sign("JWT", Forge.with(fresh, "jti", null)), TokenContext.none()))
                .isEqualTo(new TokenVerdict.Refused<>(Refusal.CLAIM));
        assertThat(clients.verify(forge.sign("at+jwt", fresh), TokenContext.none()))
                .isEqualTo(new TokenVerdict.Refused<>(Refusal.TYPE));
        TokenExpectations anyone = TokenExpectations.builder()
                .ignoreIssuer()
                .ignoreAudience()
                .ignoreType()
                .build();
        assertThatThrownBy(() -> ClientAssertionVerifier.of(forge.verifier(), anyone, replays, forge, forge))
                .isInstanceOf(InvalidInput.class);
    }
}
