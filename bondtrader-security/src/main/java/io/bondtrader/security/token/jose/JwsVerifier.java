package io.bondtrader.security.token.jose;

import org.jspecify.annotations.Nullable;

/**
 * Checks signatures under the algorithms and keys that were agreed beforehand; what the message's header says selects among
 * those and adds nothing. There are three kinds, and none takes another's keys: {@link PublicKeyVerifier},
 * {@link MacVerifier} and, for proofs of possession alone, {@link EmbeddedKeyVerifier}.
 *
 * <p>Immutable; safe for use by many threads.
 */
public abstract sealed class JwsVerifier permits PublicKeyVerifier, MacVerifier, EmbeddedKeyVerifier {

    JwsVerifier() {}

    /**
     * Checks a message of any content.
     *
     * @param compact header, message and signature in Base64url with dots between, at most 16 KiB
     * @return the message, or why it was refused
     */
    public final JwsOutcome verify(String compact) {
        return verify(compact, false);
    }

    /**
     * Checks a message whose content is a set of claims: one JSON object with one reading, at most 8 deep. It is read
     * before any work is spent on the signature, and given out after.
     *
     * @param compact header, claims and signature in Base64url with dots between, at most 16 KiB
     * @return the message, or why it was refused
     */
    public final JwsOutcome verifyClaims(String compact) {
        return verify(compact, true);
    }

    private JwsOutcome verify(String compact, boolean withClaims) {
        try {
            CompactJws jws = CompactJws.parse(compact, embedsKey());
            requireAgreed(jws.header().algorithm());
            Claims claims = withClaims ? StrictJson.object(jws.payload()) : null;
            VerificationKey key = requireSigned(jws);
            return new JwsOutcome.Verified(new VerifiedJws(jws.header(), jws.payload(), claims, key));
        } catch (RefusedToken refused) {
            return new JwsOutcome.Refused(refused.why());
        }
    }

    /**
     * {@return a number that changes when the keys do: what was verified under another must be verified again}
     */
    public abstract long keyGeneration();

    boolean embedsKey() {
        return false;
    }

    /** Refuses other algorithms than those agreed, before a key is looked for. */
    abstract void requireAgreed(String algorithm);

    /** Refuses what is not signed; returns the public key, if it was one. */
    abstract @Nullable VerificationKey requireSigned(CompactJws jws);
}
