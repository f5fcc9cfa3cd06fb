package io.bondtrader.security.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.event.SecurityEvent;
import io.bondtrader.security.event.SecurityEventType;
import io.bondtrader.security.token.jose.Es256TokenSigner;
import io.bondtrader.security.token.jose.JwsVerifier;
import io.bondtrader.security.token.jose.MacAlgorithm;
import io.bondtrader.security.token.jose.MacKey;
import io.bondtrader.security.token.jose.MacKeys;
import io.bondtrader.security.token.jose.MacTokenSigner;
import io.bondtrader.security.token.jose.MacVerifier;
import io.bondtrader.security.token.jose.PublicKeyVerifier;
import io.bondtrader.security.token.jose.SignatureAlgorithm;
import io.bondtrader.security.token.jose.SigningKeys;
import io.bondtrader.security.token.jose.TokenSigner;
import io.bondtrader.security.token.jose.VerificationKeys;
import io.bondtrader.security.token.revocation.AccessClass;
import io.bondtrader.testdata.Asvs;
import io.bondtrader.testdata.Attack;
import io.bondtrader.testdata.Canary;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tokens of our own, and what they may not say. */
@Asvs("9.2.4")
final class TokenIssuerTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Forge forge = new Forge();

    private TokenIssuer issuer(TokenSigner signer) {
        return TokenIssuer.of(Forge.ISSUER, SigningKeys.always(signer), HOUR, forge, new SecureRandom(), forge);
    }

    private static TokenDraft draft() {
        return TokenDraft.of("u-17", "blotter", Forge.AUDIENCE, Duration.ofMinutes(10));
    }

    private AccessToken verified(JwsVerifier verifier, String text) {
        TokenExpectations expected = TokenExpectations.builder()
                .issuer(Forge.ISSUER)
                .audience(Forge.AUDIENCE)
                .type("at+jwt")
                .build();
        return AccessTokenVerifier.builder(verifier, expected, forge, forge)
                .ignoreRevocation()
                .build()
                .verify(text, AccessClass.ORDER, TokenContext.none())
                .token()
                .orElseThrow();
    }

    @Test
    void whatIsIssuedIsVerifiedUnderEachKindOfKey() {
        Es256TokenSigner p256 = Es256TokenSigner.generate("p256", new SecureRandom());
        MacKey secret = MacKey.of("mac", MacAlgorithm.HS512, Canary.bytes("secret of tokens", 64));
        TokenDraft draft = draft().withScopes(Set.of("orders:enter", "orders:cancel"))
                .with("desk", "rates \"\\ é😀")
                .with("books", List.of("b1", "b2"));

        AccessToken ed =
                verified(forge.verifier(), issuer(forge.signer).issue(draft).text());
        AccessToken ec = verified(
                PublicKeyVerifier.of(Set.of(SignatureAlgorithm.ES256), VerificationKeys.of(p256.verificationKey())),
                issuer(p256).issue(draft).text());
        AccessToken mac = verified(
                MacVerifier.of(Set.of(MacAlgorithm.HS512), MacKeys.of(secret)),
                issuer(MacTokenSigner.of(secret)).issue(draft).text());

        for (AccessToken token : List.of(ed, ec, mac)) {
            assertThat(token.holder()).isEqualTo(new TokenSubject(Forge.ISSUER, "u-17"));
            assertThat(token.scopes()).containsExactlyInAnyOrder("orders:enter", "orders:cancel");
            assertThat(token.claims().text("desk")).contains("rates \"\\ é😀");
            assertThat(token.claims().texts("books")).containsExactly("b1", "b2");
            assertThat(token.issuedAt()).contains(Forge.NOW);
            assertThat(token.boundTo()).isEmpty();
        }
        assertThat(ed.tokenId()).isNotEqualTo(ec.tokenId());
    }

    @Test
    void eachIsReportedBeforeItIsHandedOut() {
        IssuedToken token = issuer(forge.signer).issue(draft());

        SecurityEvent event = forge.event();
        assertThat(event.type()).isEqualTo(SecurityEventType.AUTHN_TOKEN_CREATED);
        assertThat(event.subject()).isEqualTo(token.tokenId());
        assertThat(event.toString()).doesNotContain(token.text());
        assertThat(token.toString()).doesNotContain(token.text());
        TokenIssuer mute =
                TokenIssuer.of(Forge.ISSUER, SigningKeys.always(forge.signer), HOUR, forge, new SecureRandom(), e -> {
                    throw new IllegalStateException("full");
                });
        assertThatThrownBy(() -> mute.issue(draft())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @Attack("A13")
    void a13NothingIsIssuedForLongerThanAgreed() {
        TokenIssuer issuer = issuer(forge.signer);
        forge.now = Forge.NOW.plusMillis(999);

        assertThat(issuer.issue(TokenDraft.of("s", "c", "a", HOUR)).expiresAt()).isEqualTo(Forge.NOW.plus(HOUR));
        assertThatThrownBy(() -> issuer.issue(TokenDraft.of("s", "c", "a", HOUR.plusNanos(1))))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> TokenIssuer.of(
                        "i", SigningKeys.always(forge.signer), Duration.ofHours(25), forge, new SecureRandom(), forge))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    @Attack("A57")
    void a57NoDraftSpeaksForTheIssuer() {
        for (String own : List.of(
                "iss",
                "sub",
                "aud",
                "exp",
                "nbf",
                "iat",
                "jti",
                "client_id",
                "scope",
                "cnf",
                "nonce",
                "at_hash",
                "events",
                "")) {
            assertThatThrownBy(() -> draft().with(own, "x")).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> draft().with(own, List.of("x"))).isInstanceOf(InvalidInput.class);
        }
        for (String scope : List.of("", "a b", "a\"b", "a\\b", "é")) {
            assertThatThrownBy(() -> draft().withScopes(Set.of(scope))).isInstanceOf(InvalidInput.class);
        }
        assertThatThrownBy(() -> draft().boundTo("short")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> TokenDraft.of("", "c", "a", HOUR)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> TokenDraft.of("s", "c", "a", Duration.ofMillis(999)))
                .isInstanceOf(InvalidInput.class);
        String half = "\ud800";
        assertThatThrownBy(() -> TokenDraft.of(half, "c", "a", HOUR)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> draft().with(half, "x")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> draft().with("x", half)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> draft().with("x", List.of(half))).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aBoundTokenNamesItsKey() {
        String key = forge.signer.verificationKey().thumbprint();

        IssuedToken token = issuer(forge.signer).issue(draft().boundTo(key));

        String text = token.text();
        String claims = new String(
                Base64.getUrlDecoder().decode(text.substring(text.indexOf('.') + 1, text.lastIndexOf('.'))),
                StandardCharsets.UTF_8);
        assertThat(claims).contains("\"cnf\":{\"jkt\":\"" + key + "\"}");
    }
}
