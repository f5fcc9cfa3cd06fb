package io.bondtrader.security.token;

import java.time.Instant;
import java.util.Objects;

/**
 * A token that was just made. It prints without its text.
 *
 * @param text the token, for the client alone
 * @param tokenId its own identifier, for logs and revocation
 * @param expiresAt until when it is good
 */
public record IssuedToken(String text, String tokenId, Instant expiresAt) {

    /** Checks that nothing is missing. */
    public IssuedToken {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(tokenId, "tokenId");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }

    @Override
    public String toString() {
        return "IssuedToken[" + tokenId + ", until " + expiresAt + "]";
    }
}
