package io.bondtrader.security.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.token.jose.Ed25519TokenSigner;
import io.bondtrader.security.token.jose.KeyLookup;
import io.bondtrader.security.token.jose.KeySource;
import io.bondtrader.security.token.jose.PublicKeyVerifier;
import io.bondtrader.security.token.jose.Refusal;
import io.bondtrader.security.token.jose.SignatureAlgorithm;
import io.bondtrader.security.token.jose.VerificationKeys;
import io.bondtrader.security.token.revocation.AccessClass;
import io.bondtrader.security.token.revocation.InMemoryRevocations;
import io.bondtrader.security.token.revocation.RevocationCheck;
import io.bondtrader.security.token.revocation.RevocationStore;
import io.bondtrader.security.token.revocation.TokenReference;
import io.bondtrader.testdata.Asvs;
import io.bondtrader.testdata.Attack;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Access tokens of others, of other times and of other kinds. */
@Asvs("10.3.1")
final class AccessTokenAttackTest {

    private final Forge forge = new Forge();
    private final InMemoryRevocations revoked = new InMemoryRevocations(forge);

    private static TokenExpectations.Builder expected() {
        return TokenExpectations.builder()
                .issuer(Forge.ISSUER)
                .audience(Forge.AUDIENCE)
                .type("at+jwt");
    }

    private AccessTokenVerifier verifier(TokenExpectations expectations) {
        return AccessTokenVerifier.builder(forge.verifier(), expectations, forge, forge)
                .revocations(RevocationCheck.of(revoked, forge, forge))
                .build();
    }

    private @Nullable Refusal why(TokenExpectations expectations, String token) {
        return why(verifier(expectations), token);
    }

    private @Nullable Refusal why(AccessTokenVerifier verifier, String token) {
        TokenVerdict<AccessToken> verdict = verifier.verify(token, AccessClass.ORDER, TokenContext.none());
        if (verdict instanceof TokenVerdict.Refused<AccessToken> refused) {
            assertThat(forge.reported(
                            SecurityEventType.AUTHN_LOGIN_FAIL, refused.why().word()))
                    .isTrue();
            return refused.why();
        }
        assertThat(forge.events).isEmpty();
        return null;
    }

    private @Nullable Refusal whyWith(String name, @Nullable Object value) {
        return why(expected().build(), forge.sign("at+jwt", Forge.with(Forge.accessClaims(), name, value)));
    }

    @Test
    void aTokenInOrderSaysWhoMayDoWhat() {
        String text = forge.sign(
                "application/at+JWT", Forge.with(Forge.accessClaims(), "scope", "orders:enter orders:cancel"));

        AccessToken token = verifier(expected().build())
                .verify(text, AccessClass.ORDER, TokenContext.none())
                .token()
                .orElseThrow();

        assertThat(token.holder()).isEqualTo(new TokenSubject(Forge.ISSUER, "u-17"));
        assertThat(token.clientId()).contains("blotter");
        assertThat(token.scopes()).containsExactlyInAnyOrder("orders:enter", "orders:cancel");
        assertThat(token.audience()).containsExactly(Forge.AUDIENCE);
        assertThat(token.expiresAt()).contains(Forge.NOW.plusSeconds(600));
        assertThat(token).hasToString("AccessToken[EdDSA]");
        assertThat(forge.events).isEmpty();
    }

    @Test
    @Attack("A11")
    @Asvs("9.2.2")
    void a11ATokenOfAnotherKindIsNoAccessToken() {
        assertThat(why(expected().build(), forge.sign("JWT", Forge.with(Forge.idClaims(), "aud", Forge.AUDIENCE))))
                .isEqualTo(Refusal.TYPE);
        for (String type : List.of("logout+jwt", "dpop+jwt", "rt+jwt", "JWT", "", "at+jwt2", "xat+jwt")) {
            assertThat(why(expected().build(), forge.sign(type, Forge.accessClaims())))
                    .isEqualTo(Refusal.TYPE);
        }
        // Even where an issuer's access tokens are plain, what only an ID or logout token has gives it away.
        TokenExpectations plain = TokenExpectations.builder()
                .issuer(Forge.ISSUER)
                .audience(Forge.AUDIENCE)
                .type("JWT")
                .build();
        assertThat(why(plain, forge.sign("JWT", Forge.accessClaims()))).isNull();
        for (String claim : List.of("nonce", "at_hash", "events")) {
            assertThat(why(plain, forge.sign("JWT", Forge.with(Forge.accessClaims(), claim, "x"))))
                    .isEqualTo(Refusal.TYPE);
        }
        TokenExpectations any = TokenExpectations.builder()
                .issuer(Forge.ISSUER)
                .audience(Forge.AUDIENCE)
                .ignoreType()
                .build();
        assertThatThrownBy(() -> AccessTokenVerifier.builder(forge.verifier(), any, forge, forge))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    @Attack("A12")
    @Asvs("9.2.3")
    void a12IssuerAndAudienceAreComparedCharacterByCharacter() {
        for (String issuer : List.of(
                Forge.ISSUER + "/", Forge.ISSUER.toUpperCase(java.util.Locale.ROOT), "", "https://evil.example")) {
            assertThat(whyWith("iss", issuer)).isEqualTo(Refusal.ISSUER);
        }
        assertThat(whyWith("iss", null)).isEqualTo(Refusal.ISSUER);
        assertThat(whyWith("iss", List.of(Forge.ISSUER))).isEqualTo(Refusal.CLAIM);
        for (Object audience :
                List.of("https://other.example", Forge.AUDIENCE + "/", List.of(), List.of("a", "b"), "")) {
            assertThat(whyWith("aud", audience)).isEqualTo(Refusal.AUDIENCE);
        }
        assertThat(whyWith("aud", null)).isEqualTo(Refusal.AUDIENCE);
        assertThat(whyWith("aud", List.of(7))).isEqualTo(Refusal.CLAIM);
        assertThat(whyWith("aud", List.of("a", Forge.AUDIENCE))).isNull();
        assertThat(whyWith("sub", null)).isEqualTo(Refusal.CLAIM);
        assertThatThrownBy(() -> TokenExpectations.builder().issuer("https://login.example/{tenantid}/v2.0"))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    @Attack("A12")
    void a12TheTenantMustBeOurs() {
        TokenExpectations ours = expected().claim("tid", "tenant-a").build();

        assertThat(why(ours, forge.sign("at+jwt", Forge.with(Forge.accessClaims(), "tid", "tenant-a"))))
                .isNull();
        assertThat(why(ours, forge.sign("at+jwt", Forge.with(Forge.accessClaims(), "tid", "tenant-b"))))
                .isEqualTo(Refusal.CLAIM);
        assertThat(why(ours, forge.sign("at+jwt", Forge.accessClaims()))).isEqualTo(Refusal.CLAIM);
    }

    @Test
    @Attack("A13")
    @Asvs("9.2.1")
    void a13TimesAreHeldToTheSecond() {
        long now = Forge.NOW.getEpochSecond();
        assertThat(whyWith("exp", null)).isEqualTo(Refusal.CLAIM);
        assertThat(whyWith("exp", now - 59)).isNull();
        assertThat(whyWith("exp", now - 60)).isEqualTo(Refusal.EXPIRED);
        assertThat(whyWith("nbf", now + 60)).isNull();
        assertThat(whyWith("nbf", now + 61)).isEqualTo(Refusal.NOT_YET_VALID);
        assertThat(whyWith("iat", now + 60)).isNull();
        assertThat(whyWith("iat", now + 61)).isEqualTo(Refusal.NOT_YET_VALID);
        assertThat(whyWith("exp", now + 86_400)).isNull();
        assertThat(whyWith("exp", now + 86_401)).isEqualTo(Refusal.LIFETIME);
        assertThat(whyWith("exp", now + 50L * 365 * 86_400)).isEqualTo(Refusal.LIFETIME);
        assertThat(whyWith("iat", null)).isEqualTo(Refusal.CLAIM);
        for (Object odd : List.of("1800000600", -1, 253_402_300_800L, true, 1e40)) {
            assertThat(whyWith("exp", odd)).isEqualTo(Refusal.CLAIM);
        }
        assertThat(whyWith("exp", now + 0.5)).isNull();
        assertThatThrownBy(() -> expected().skew(Duration.ofSeconds(601))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> expected().skew(Duration.ofSeconds(-1))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> expected().maxLifetime(Duration.ofDays(367))).isInstanceOf(InvalidInput.class);
        TokenExpectations strict = expected().skew(Duration.ZERO).build();
        forge.now = Forge.NOW.plusSeconds(600).minusMillis(1);
        assertThat(why(strict, forge.sign("at+jwt", Forge.accessClaims()))).isNull();
        forge.now = Forge.NOW.plusSeconds(600);
        assertThat(why(strict, forge.sign("at+jwt", Forge.accessClaims()))).isEqualTo(Refusal.EXPIRED);
    }

    @Test
    void whatIsLeftOutWhenTheProgramStartsStopsIt() {
        assertThatThrownBy(() ->
                        TokenExpectations.builder().audience("a").type("at+jwt").build())
                .hasMessageContaining("issuer must be expected or ignored");
        assertThatThrownBy(() ->
                        TokenExpectations.builder().issuer("a").type("at+jwt").build())
                .hasMessageContaining("audience must be expected or ignored");
        assertThatThrownBy(() ->
                        TokenExpectations.builder().issuer("a").audience("a").build())
                .hasMessageContaining("type must be expected or ignored");
        assertThatThrownBy(() -> PublicKeyVerifier.of(Set.of(), VerificationKeys.of(forge.signer.verificationKey())))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> AccessTokenVerifier.builder(
                                forge.verifier(), expected().build(), forge, forge)
                        .build())
                .hasMessageContaining("revocation must be asked for or ignored");
    }

    @Test
    @Attack("A17")
    @Asvs("7.4.1")
    void a17WhatIsRevokedEndsWithTheNextRequest() {
        String text = forge.sign("at+jwt", Forge.accessClaims());
        AccessTokenVerifier remembering = AccessTokenVerifier.builder(
                        forge.verifier(), expected().build(), forge, forge)
                .revocations(RevocationCheck.of(revoked, forge, forge))
                .remembering(100)
                .build();
        assertThat(why(remembering, text)).isNull();
        assertThat(why(remembering, text)).isNull();

        revoked.denyToken(Forge.ISSUER, "t-1", Forge.NOW.plusSeconds(600));

        assertThat(why(remembering, text)).isEqualTo(Refusal.REVOKED);
        String other = forge.sign("at+jwt", Forge.with(Forge.accessClaims(), "jti", "t-2"));
        assertThat(why(remembering, other)).isNull();
        revoked.denySubject(Forge.ISSUER, "u-17", Forge.NOW.plusMillis(1));
        assertThat(why(remembering, other)).isEqualTo(Refusal.REVOKED);
        Map<String, Object> later =
                Forge.with(Forge.with(Forge.accessClaims(), "jti", "t-3"), "iat", Forge.NOW.getEpochSecond() + 1);
        assertThat(why(remembering, forge.sign("at+jwt", later))).isNull();
        revoked.denyClient(Forge.ISSUER, "blotter", Forge.NOW.plusSeconds(1));
        assertThat(why(remembering, forge.sign("at+jwt", later))).isEqualTo(Refusal.REVOKED);
    }

    @Test
    void whatIsRememberedIsStillHeldAgainstTheClock() {
        String text = forge.sign("at+jwt", Forge.accessClaims());
        AccessTokenVerifier remembering = AccessTokenVerifier.builder(
                        forge.verifier(), expected().build(), forge, forge)
                .ignoreRevocation()
                .remembering(100)
                .build();
        assertThat(why(remembering, text)).isNull();

        forge.now = Forge.NOW.plusSeconds(660).minusMillis(1);
        assertThat(why(remembering, text)).isNull();
        forge.now = Forge.NOW.plusSeconds(660);
        assertThat(why(remembering, text)).isEqualTo(Refusal.EXPIRED);
        forge.now = Forge.NOW.minusSeconds(61);
        assertThat(why(remembering, text)).isEqualTo(Refusal.NOT_YET_VALID);
    }

    @Test
    void whatIsRememberedIsForgottenWithItsKey() {
        var keys = new KeySource() {
            VerificationKeys now = VerificationKeys.of(forge.signer.verificationKey());
            long generation;

            @Override
            public KeyLookup find(@Nullable String keyId) {
                return now.find(keyId);
            }

            @Override
            public long generation() {
                return generation;
            }
        };
        String text = forge.sign("at+jwt", Forge.accessClaims());
        AccessTokenVerifier remembering = AccessTokenVerifier.builder(
                        PublicKeyVerifier.of(Set.of(SignatureAlgorithm.EDDSA), keys),
                        expected().build(),
                        forge,
                        forge)
                .ignoreRevocation()
                .remembering(100)
                .build();
        assertThat(why(remembering, text)).isNull();

        keys.now = VerificationKeys.of(
                Ed25519TokenSigner.generate("k2", new SecureRandom()).verificationKey());
        keys.generation = 1;
        assertThat(why(remembering, text)).isEqualTo(Refusal.KEY_UNKNOWN);

        // Nothing is remembered, and nothing recalled, while there are no keys to be had.
        keys.now = VerificationKeys.of(forge.signer.verificationKey());
        keys.generation = -1;
        assertThat(why(remembering, text)).isNull();
        keys.now = VerificationKeys.of(
                Ed25519TokenSigner.generate("k2", new SecureRandom()).verificationKey());
        assertThat(why(remembering, text)).isEqualTo(Refusal.KEY_UNKNOWN);
    }

    @Test
    @Attack("A18")
    void a18WithoutTheStoreOnlyWhatWasNamedGoesOn() {
        var down = new RevocationStore() {
            boolean answers;

            @Override
            public void denyToken(String issuer, String tokenId, Instant until) {}

            @Override
            public void denySubject(String issuer, String subject, Instant epoch) {}

            @Override
            public void denyClient(String issuer, String clientId, Instant epoch) {}

            @Override
            public boolean isRevoked(TokenReference token) {
                if (!answers) {
                    throw new IllegalStateException("out of reach");
                }
                return false;
            }
        };
        String text = forge.sign("at+jwt", Forge.accessClaims());
        RevocationCheck strict = RevocationCheck.of(down, forge, forge);
        RevocationCheck lenient = strict.allowingWithoutStore(Set.of(AccessClass.READ));
        AccessTokenVerifier.Builder builder =
                AccessTokenVerifier.builder(forge.verifier(), expected().build(), forge, forge);

        for (AccessClass access : AccessClass.values()) {
            assertThat(builder.revocations(strict).build().verify(text, access, TokenContext.none()))
                    .isEqualTo(new TokenVerdict.Refused<>(Refusal.REVOCATION_UNKNOWN));
        }
        assertThat(forge.events.stream().filter(e -> e.type() == SecurityEventType.SYS_MONITOR_DISABLED))
                .hasSize(1);
        assertThat(forge.events).hasSize(1 + AccessClass.values().length);
        forge.events.clear();

        TokenVerdict<AccessToken> read =
                builder.revocations(lenient).build().verify(text, AccessClass.READ, TokenContext.none());
        assertThat(read)
                .isInstanceOfSatisfying(
                        TokenVerdict.Accepted.class,
                        a -> assertThat(a.degraded()).isTrue());
        for (AccessClass access :
                List.of(AccessClass.ORDER, AccessClass.APPROVE, AccessClass.CHANGE, AccessClass.ADMINISTER)) {
            assertThat(builder.build().verify(text, access, TokenContext.none()).token())
                    .isEmpty();
        }
        forge.events.clear();
        down.answers = true;
        TokenVerdict<AccessToken> again = builder.build().verify(text, AccessClass.ORDER, TokenContext.none());
        assertThat(again)
                .isInstanceOfSatisfying(
                        TokenVerdict.Accepted.class,
                        a -> assertThat(a.degraded()).isFalse());
        assertThat(forge.event().type()).isEqualTo(SecurityEventType.SYS_MONITOR_ENABLED);
    }

    @Test
    void aSinkThatTakesNothingLetsNoRefusalPassQuietly() {
        AccessTokenVerifier loud = AccessTokenVerifier.builder(
                        forge.verifier(), expected().build(), forge, event -> {
                            throw new IllegalStateException("full");
                        })
                .ignoreRevocation()
                .build();

        assertThatThrownBy(() -> loud.verify("x", AccessClass.READ, TokenContext.none()))
                .isInstanceOf(IllegalStateException.class);
    }
}
