package io.bondtrader.security.session;

import io.bondtrader.security.guard.OpaqueToken;
import java.util.Objects;

/**
 * A session and the secret that opens it: for the user's browser, once.
 *
 * <p>Immutable. Never prints the secret.
 *
 * @param token the secret; send it in a cookie that is Secure, HttpOnly and SameSite, with the prefix {@code __Host-}
 * @param session what it opens
 */
public record OpenSession(OpaqueToken token, Session session) {

    /** Checks that nothing is missing. */
    public OpenSession {
        Objects.requireNonNull(token, "token");
        Objects.requireNonNull(session, "session");
    }
}
