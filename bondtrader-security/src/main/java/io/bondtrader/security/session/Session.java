package io.bondtrader.security.session;

import io.bondtrader.security.identity.Principal;
import java.time.Instant;
import java.util.Objects;

/**
 * Somebody who is signed in. Holds nothing that lets another in.
 *
 * <p>Immutable.
 *
 * @param reference names the session for lists, logs and revocation; stays when the token changes and opens nothing
 * @param principal whose it is and what was proved, with when
 * @param startedAt when the user signed in
 * @param lastUsedAt when it was used last, to within a twentieth of the idle limit
 */
public record Session(String reference, Principal principal, Instant startedAt, Instant lastUsedAt) {

    /** Checks that nothing is missing. */
    public Session {
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(principal, "principal");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(lastUsedAt, "lastUsedAt");
    }
}
