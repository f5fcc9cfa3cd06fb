package io.bondtrader.security.token;

import io.bondtrader.security.token.jose.VerifiedJws;
import java.util.Optional;

/**
 * An identity provider's word that a user, or one session, has ended. It names one of them or both.
 *
 * <p>Immutable. Source: OpenID Connect Back-Channel Logout 1.0, section 2.4.
 */
public final class LogoutToken extends VerifiedToken {

    LogoutToken(VerifiedJws jws) {
        super(jws);
    }

    /** {@return which session ended; if none is named, all of the subject's} */
    public Optional<String> sessionId() {
        return claims().text("sid");
    }
}
