package io.bondtrader.security.access.request;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.identity.Factor;
import java.time.Instant;
import java.util.Objects;

/**
 * A proof that was given for one content and for nothing else: the user saw the order, and the code or the token's answer
 * was asked for its digest. A stolen session cannot use it for another order.
 *
 * <p>Immutable.
 *
 * @param factor by what
 * @param provedAt when, by the clock of whoever checked it
 * @param contentDigest SHA-256 of the content's canonical JSON, 64 lower-case hexadecimal digits
 */
public record BoundEvidence(Factor factor, Instant provedAt, String contentDigest) {

    /**
     * Checks the form.
     *
     * @throws InvalidInput if the digest is none
     */
    public BoundEvidence {
        Objects.requireNonNull(factor, "factor");
        Objects.requireNonNull(provedAt, "provedAt");
        boolean hex = contentDigest.length() == 64
                && contentDigest.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
        InvalidInput.unless(hex, "content digest", contentDigest, "64 lower-case hexadecimal digits");
    }
}
