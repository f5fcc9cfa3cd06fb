package io.bondtrader.security.token.jose;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message whose signature a verifier has checked; only verifiers make one. That it was signed says neither for whom it is
 * nor that it is still good: see the verifiers for each purpose.
 *
 * <p>Immutable.
 */
public final class VerifiedJws {

    private final JwsHeader header;
    private final byte[] payload;
    private final @Nullable Claims claims;
    private final @Nullable VerificationKey key;

    VerifiedJws(JwsHeader header, byte[] payload, @Nullable Claims claims, @Nullable VerificationKey key) {
        this.header = header;
        this.payload = payload;
        this.claims = claims;
        this.key = key;
    }

    /** {@return what the message says of itself} */
    public JwsHeader header() {
        return header;
    }

    /** {@return a copy of the message} */
    public byte[] payload() {
        return payload.clone();
    }

    /** {@return the claims, if the verifier was asked for them} */
    public Optional<Claims> claims() {
        return Optional.ofNullable(claims);
    }

    /** {@return the public key that it was signed for; nothing if the key is a shared secret} */
    public Optional<VerificationKey> key() {
        return Optional.ofNullable(key);
    }

    @Override
    public String toString() {
        return "VerifiedJws[" + header.algorithm() + "]";
    }
}
