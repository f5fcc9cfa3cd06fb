package io.bondtrader.security.token.revocation;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What must be known of a token to tell whether it was revoked.
 *
 * @param issuer who issued it
 * @param tokenId the token's own identifier; null if it has none
 * @param subject whom it speaks for
 * @param clientId which client got it; null if it does not say
 * @param issuedAt when
 */
public record TokenReference(
        String issuer,
        @Nullable String tokenId,
        String subject,
        @Nullable String clientId,
        Instant issuedAt) {

    /** Checks that nothing is missing. */
    public TokenReference {
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(issuedAt, "issuedAt");
    }
}
