package io.bondtrader.security.session;

import java.time.Instant;
import java.util.Objects;

/**
 * A session as it is kept.
 *
 * <p>Immutable.
 *
 * @param digest of the token; unique
 * @param session what the token opens
 * @param epoch of the account when the session was opened
 * @param live whether it has not ended; what has ended may be kept to tell a late use from a guess
 * @param keepUntil when it may be forgotten, whether or not it was ended
 */
public record StoredSession(String digest, Session session, long epoch, boolean live, Instant keepUntil) {

    /** Checks that nothing is missing. */
    public StoredSession {
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(keepUntil, "keepUntil");
    }

    /** {@return this session after its end} */
    public StoredSession ended() {
        return new StoredSession(digest, session, epoch, false, keepUntil);
    }
}
