package io.bondtrader.security.authentication;

import io.bondtrader.security.guard.OpaqueToken;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;

/**
 * One sign-in by an identity provider under way: state, nonce and PKCE verifier belong together, to one browser and one
 * provider, and are used once. Kept on our side.
 *
 * <p>Immutable. Prints no secret.
 *
 * @param issuer of the provider that was asked
 * @param state comes back through the browser
 * @param nonce comes back inside the provider's statement
 * @param codeVerifier proves that whoever redeems the code is who asked for it (RFC 7636)
 * @param callback address at which the browser comes back
 * @param browser digest of the secret that the browser was given
 * @param returnTo registered address to go to in the end
 * @param until when it is of no use any more
 */
public record FederatedTransaction(
        String issuer,
        String state,
        String nonce,
        String codeVerifier,
        String callback,
        String browser,
        String returnTo,
        Instant until) {

    /** Checks that nothing is missing. */
    public FederatedTransaction {
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(nonce, "nonce");
        Objects.requireNonNull(codeVerifier, "codeVerifier");
        Objects.requireNonNull(callback, "callback");
        Objects.requireNonNull(browser, "browser");
        Objects.requireNonNull(returnTo, "returnTo");
        Objects.requireNonNull(until, "until");
    }

    /** {@return the challenge of the verifier by the method S256; there is no other} */
    public String codeChallenge() {
        return codeChallenge(codeVerifier);
    }

    static String codeChallenge(String verifier) {
        byte[] digest = HexFormat.of().parseHex(OpaqueToken.digest(verifier));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    @Override
    public String toString() {
        return "FederatedTransaction[" + issuer + "]";
    }
}
