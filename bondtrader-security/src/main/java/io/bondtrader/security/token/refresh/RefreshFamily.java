package io.bondtrader.security.token.refresh;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a line of refresh tokens: no token, but hashes of the head and of the one before, and what the head can be
 * made from again by whoever shows the one before.
 *
 * <p>Immutable.
 *
 * @param id names the family, in logs too
 * @param version rises with each change
 * @param issuer who issues the access tokens that it renews
 * @param subject whom they speak for
 * @param clientId which client holds it
 * @param proofKey the thumbprint of the key that the client must prove to hold; null for none
 * @param scope what was granted, for the access tokens
 * @param startedAt when the user signed in
 * @param endsAt when it ends, however often it was renewed
 * @param idleUntil when the head ends if it is not used
 * @param generation how often it was renewed
 * @param headHash SHA-256 of the head, hexadecimal
 * @param previousHash SHA-256 of the one before, hexadecimal; null at the start
 * @param successorNonce what the head was derived with, hexadecimal; null at the start
 * @param rotatedAt when the head followed; null at the start
 * @param revokedBecause why it was revoked; null while it is good
 */
public record RefreshFamily(
        String id,
        long version,
        String issuer,
        String subject,
        String clientId,
        @Nullable String proofKey,
        String scope,
        Instant startedAt,
        Instant endsAt,
        Instant idleUntil,
        int generation,
        String headHash,
        @Nullable String previousHash,
        @Nullable String successorNonce,
        @Nullable Instant rotatedAt,
        @Nullable String revokedBecause) {

    /** Checks that nothing is missing. */
    public RefreshFamily {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(endsAt, "endsAt");
        Objects.requireNonNull(idleUntil, "idleUntil");
        Objects.requireNonNull(headHash, "headHash");
    }

    /** {@return whether it was revoked} */
    public boolean isRevoked() {
        return revokedBecause != null;
    }

    RefreshFamily followedBy(String newHead, String nonce, Instant now, Instant newIdleUntil) {
        return new RefreshFamily(
                id,
                version + 1,
                issuer,
                subject,
                clientId,
                proofKey,
                scope,
                startedAt,
                endsAt,
                newIdleUntil,
                generation + 1,
                newHead,
                headHash,
                nonce,
                now,
                revokedBecause);
    }

    RefreshFamily revoked(String because) {
        return new RefreshFamily(
                id,
                version + 1,
                issuer,
                subject,
                clientId,
                proofKey,
                scope,
                startedAt,
                endsAt,
                idleUntil,
                generation,
                headHash,
                previousHash,
                null,
                rotatedAt,
                because);
    }

    @Override
    public String toString() {
        return "RefreshFamily[" + id + ", generation " + generation + (isRevoked() ? ", revoked]" : "]");
    }
}
