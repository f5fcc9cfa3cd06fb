package io.bondtrader.security.token;

import io.bondtrader.security.token.jose.Claims;
import io.bondtrader.security.token.jose.JwsHeader;
import io.bondtrader.security.token.jose.VerificationKey;
import io.bondtrader.security.token.jose.VerifiedJws;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A token that a verifier for its purpose has accepted; nothing else makes one, so that claims of an unverified token
 * cannot be read at all. That it was accepted then does not say that it still would be.
 *
 * <p>Immutable. Prints neither itself nor its claims.
 */
public abstract sealed class VerifiedToken permits AccessToken, IdToken, LogoutToken, DpopProof, ClientAssertion {

    private final VerifiedJws jws;
    private final Claims claims;

    VerifiedToken(VerifiedJws jws) {
        this.jws = jws;
        this.claims = jws.claims().orElseThrow();
    }

    /** {@return all claims} */
    public Claims claims() {
        return claims;
    }

    /** {@return who issued it} */
    public Optional<String> issuer() {
        return claims.text("iss");
    }

    /** {@return whom it speaks for, by the issuer's own identifier} */
    public Optional<String> subject() {
        return claims.text("sub");
    }

    /** {@return for whom it is} */
    public List<String> audience() {
        return claims.texts("aud");
    }

    /** {@return its own identifier} */
    public Optional<String> tokenId() {
        return claims.text("jti");
    }

    /** {@return when it was issued} */
    public Optional<Instant> issuedAt() {
        return claims.time("iat");
    }

    /** {@return until when it is good} */
    public Optional<Instant> expiresAt() {
        return claims.time("exp");
    }

    JwsHeader header() {
        return jws.header();
    }

    Optional<VerificationKey> key() {
        return jws.key();
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + "[" + jws.header().algorithm() + "]";
    }
}
