package io.bondtrader.security.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.security.event.SecurityEventSink;
import io.bondtrader.security.token.jose.Ed25519TokenSigner;
import io.bondtrader.security.token.jose.PublicKeyVerifier;
import io.bondtrader.security.token.jose.SignatureAlgorithm;
import io.bondtrader.security.token.jose.SigningKeys;
import io.bondtrader.security.token.jose.VerificationKeys;
import io.bondtrader.security.token.jwks.HttpsJwkFetch;
import io.bondtrader.security.token.jwks.JwkSource;
import io.bondtrader.security.token.refresh.InMemoryRefreshFamilies;
import io.bondtrader.security.token.refresh.RefreshOutcome;
import io.bondtrader.security.token.refresh.RefreshTokens;
import io.bondtrader.security.token.revocation.AccessClass;
import io.bondtrader.security.token.revocation.InMemoryRevocations;
import io.bondtrader.security.token.revocation.RevocationCheck;
import io.bondtrader.testdata.Canary;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

/** The samples of the page on tokens. */
final class TokensSampleTest {

    private final InstantSource clock = InstantSource.fixed(Forge.NOW);
    private final SecureRandom random = new SecureRandom();
    private final SecurityEventSink events = SecurityEventSink.none();
    private final InMemoryRevocations revocations = new InMemoryRevocations(clock);

    @Test
    void aTokenIsIssuedVerifiedAndRevoked() {
        var signer = Ed25519TokenSigner.generate("2027-01", random);
        var issuer = TokenIssuer.of(
                "https://id.halvorsen.example", SigningKeys.always(signer), Duration.ofHours(1), clock, random, events);
        IssuedToken issued = issuer.issue(
                TokenDraft.of("u-17", "blotter", "https://orders.halvorsen.example", Duration.ofMinutes(10))
                        .withScopes(Set.of("orders:enter")));

        var expected = TokenExpectations.builder()
                .issuer("https://id.halvorsen.example")
                .audience("https://orders.halvorsen.example")
                .type("at+jwt")
                .build();
        var keys = VerificationKeys.of(signer.verificationKey());
        var verifier = AccessTokenVerifier.builder(
                        PublicKeyVerifier.of(Set.of(SignatureAlgorithm.EDDSA), keys), expected, clock, events)
                .revocations(
                        RevocationCheck.of(revocations, clock, events).allowingWithoutStore(Set.of(AccessClass.READ)))
                .remembering(10_000)
                .build();

        TokenVerdict<AccessToken> verdict = verifier.verify(issued.text(), AccessClass.ORDER, TokenContext.none());
        AccessToken token = verdict.token().orElseThrow();
        TokenSubject holder = token.holder(); // issuer and subject together

        revocations.denySubject(holder.issuer(), holder.subject(), clock.instant());
        boolean stillGood = verifier.verify(issued.text(), AccessClass.ORDER, TokenContext.none())
                .token()
                .isPresent(); // false

        assertThat(token.scopes()).containsExactly("orders:enter");
        assertThat(stillGood).isFalse();
    }

    @Test
    void aRefreshTokenIsRenewed() {
        byte[] key = Canary.bytes("sample key of refresh tokens", 32);
        List<String> told = new ArrayList<>();

        var refresh = RefreshTokens.of(
                        new InMemoryRefreshFamilies(clock),
                        key,
                        RevocationCheck.of(revocations, clock, events),
                        RefreshTokens.RefreshLimits.ofAWorkingDay(),
                        clock,
                        random,
                        events)
                .onReuse(family -> told.add(family.subject())); // end sessions, tell the user
        var holder = new RefreshTokens.Holder("https://id.halvorsen.example", "u-17", "blotter", null, "orders:enter");
        var first = refresh.start(holder, TokenContext.none());

        RefreshOutcome outcome = refresh.renew(first.text(), "blotter", null, TokenContext.none());
        RefreshOutcome again = refresh.renew(first.text(), "blotter", null, TokenContext.none()); // the same successor

        assertThat(again).isEqualTo(outcome);
        assertThat(told).isEmpty();
    }

    @Test
    void anIssuersKeysAreFetched() {
        var keys = JwkSource.of(
                URI.create("https://id.halvorsen.example/keys"),
                HttpsJwkFetch.within(Duration.ofSeconds(5)).allowingPublicAddresses(),
                Set.of(SignatureAlgorithm.ES256),
                JwkSource.JwkTimes.usual(),
                clock,
                events,
                ForkJoinPool.commonPool());
        var signatures = PublicKeyVerifier.of(Set.of(SignatureAlgorithm.ES256), keys);

        assertThat(signatures.keyGeneration()).isNegative();
        assertThat(keys.health().usable()).isFalse();
    }
}
