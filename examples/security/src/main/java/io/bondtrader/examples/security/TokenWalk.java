package io.bondtrader.examples.security;

import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.session.SessionStore;
import io.bondtrader.security.token.AccessToken;
import io.bondtrader.security.token.AccessTokenVerifier;
import io.bondtrader.security.token.IssuedToken;
import io.bondtrader.security.token.TokenContext;
import io.bondtrader.security.token.TokenDraft;
import io.bondtrader.security.token.TokenExpectations;
import io.bondtrader.security.token.TokenIssuer;
import io.bondtrader.security.token.TokenVerdict;
import io.bondtrader.security.token.jose.Ed25519TokenSigner;
import io.bondtrader.security.token.jose.PublicKeyVerifier;
import io.bondtrader.security.token.jose.SignatureAlgorithm;
import io.bondtrader.security.token.jose.SigningKeys;
import io.bondtrader.security.token.jose.VerificationKeys;
import io.bondtrader.security.token.refresh.InMemoryRefreshFamilies;
import io.bondtrader.security.token.refresh.RefreshOutcome;
import io.bondtrader.security.token.refresh.RefreshOutcome.RefreshToken;
import io.bondtrader.security.token.refresh.RefreshTokens;
import io.bondtrader.security.token.revocation.AccessClass;
import io.bondtrader.security.token.revocation.InMemoryRevocations;
import io.bondtrader.security.token.revocation.RevocationCheck;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/** Access tokens, and refresh tokens that betray their thief. */
final class TokenWalk {

    private static final String ISSUER = "https://id.halvorsen.example";
    private static final String ORDERS = "https://orders.halvorsen.example";
    private static final TokenContext CONTEXT = TokenContext.none();

    private final House house;
    private final Transcript transcript;
    private final User mia;
    private final TokenIssuer issuer;
    private final AccessTokenVerifier verifier;
    private final RefreshTokens refresh;

    TokenWalk(House house, Transcript transcript, User mia) {
        this.house = house;
        this.transcript = transcript;
        this.mia = mia;
        var revocations = new InMemoryRevocations(house.clock);
        var check = RevocationCheck.of(revocations, house.clock, house.trail);
        var signer = Ed25519TokenSigner.generate("2026-1", house.random);
        issuer = TokenIssuer.of(
                ISSUER, SigningKeys.always(signer), Duration.ofHours(1), house.clock, house.random, house.trail);
        verifier = AccessTokenVerifier.builder(
                        PublicKeyVerifier.of(
                                Set.of(SignatureAlgorithm.EDDSA), VerificationKeys.of(signer.verificationKey())),
                        TokenExpectations.builder()
                                .issuer(ISSUER)
                                .audience(ORDERS)
                                .type("at+jwt")
                                .build(),
                        house.clock,
                        house.trail)
                .revocations(check)
                .build();
        byte[] key = new byte[32];
        house.random.nextBytes(key);
        refresh = RefreshTokens.of(
                        new InMemoryRefreshFamilies(house.clock),
                        key,
                        check,
                        RefreshTokens.RefreshLimits.ofAWorkingDay(),
                        house.clock,
                        house.random,
                        house.trail)
                .onReuse(family ->
                        house.service.sessions().revoke(mia.account, new SessionStore.All(), "refresh token copied"));
    }

    void run() {
        transcript.step("Tokens");
        String token = issue(ORDERS);
        TokenVerdict<AccessToken> verdict = verifier.verify(token, AccessClass.ORDER, CONTEXT);
        transcript.allowed(
                "an access token for mia is issued and verified",
                verdict.token().isPresent(),
                "at+jwt, EdDSA, " + verdict.token().map(AccessToken::scopes).orElse(Set.of()));
        String[] parts = token.split("\\.", -1);
        transcript.attack(
                "A01",
                "the same claims, signed by nobody: alg none",
                () -> refused(
                        encoded("{\"alg\":\"none\",\"typ\":\"at+jwt\",\"kid\":\"2026-1\"}") + "." + parts[1] + "."));
        transcript.attack(
                "A05",
                "a token that brings its own key",
                () -> refused(encoded(
                                "{\"alg\":\"EdDSA\",\"typ\":\"at+jwt\",\"kid\":\"2026-1\",\"jku\":\"https://evil.example/keys\"}")
                        + "." + parts[1] + "." + parts[2]));
        transcript.attack(
                "A12", "a token for another service", () -> refused(issue("https://reports.halvorsen.example")));

        var holder = new RefreshTokens.Holder(ISSUER, mia.name, "blotter", null, "orders:enter");
        RefreshToken first = refresh.start(holder, CONTEXT);
        house.handOut(first.text());
        transcript.attack("A11", "a refresh token as an access token", () -> refused(first.text()));
        RefreshOutcome renewed = refresh.renew(first.text(), "blotter", null, CONTEXT);
        RefreshOutcome again = refresh.renew(first.text(), "blotter", null, CONTEXT);
        transcript.allowed(
                "the refresh token is renewed, and once more as after a lost answer",
                renewed instanceof RefreshOutcome.Renewed && renewed.equals(again),
                "one successor, within ten seconds");
        if (!(renewed instanceof RefreshOutcome.Renewed successor)) {
            return;
        }
        house.handOut(successor.token().text());
        house.trail.call(successor.family().id(), "of mia");
        transcript.attack("A15", "a copy of the first one, a minute later", () -> {
            house.clock.pass(Duration.ofMinutes(1));
            return refresh.renew(first.text(), "blotter", null, CONTEXT) instanceof RefreshOutcome.Refused not
                    ? Optional.of(not.why().name())
                    : Optional.empty();
        });
        transcript.attack(
                "A15",
                "its successor: whoever holds it, the family is dead",
                () -> refresh.renew(successor.token().text(), "blotter", null, CONTEXT)
                                instanceof RefreshOutcome.Refused not
                        ? Optional.of(not.why().name())
                        : Optional.empty());
        transcript.attack(
                "A15",
                "and the sessions: mia's own cookie",
                () -> house.service
                                .sessions()
                                .check(mia.session, mia.source.address())
                                .isPresent()
                        ? Optional.empty()
                        : Optional.of("ended with the family"));
        boolean told =
                house.trail.events().stream().anyMatch(event -> event.type() == SecurityEventType.AUTHN_TOKEN_REUSE);
        house.signIn(mia);
        transcript.allowed(
                "mia signs in again", told && !house.principal(mia).evidence().isEmpty(), "by password and app");
        transcript.attack("A13", "the access token, eleven minutes later", () -> {
            house.clock.pass(Duration.ofMinutes(11));
            return refused(token);
        });
    }

    private String issue(String audience) {
        IssuedToken issued = issuer.issue(TokenDraft.of(mia.name, "blotter", audience, Duration.ofMinutes(10))
                .withScopes(Set.of("orders:enter")));
        house.trail.call(issued.tokenId(), "token of mia");
        return house.handOut(issued.text());
    }

    private Optional<String> refused(String token) {
        return verifier.verify(token, AccessClass.ORDER, CONTEXT) instanceof TokenVerdict.Refused<AccessToken> not
                ? Optional.of(not.why().name())
                : Optional.empty();
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
