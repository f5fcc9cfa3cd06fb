package io.bondtrader.security.token;

import io.bondtrader.security.token.jose.VerificationKey;
import io.bondtrader.security.token.jose.VerifiedJws;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Proof that the sender of a request holds a key. Says nothing of who the sender is: the key must be known from elsewhere.
 *
 * <p>Immutable. Source: RFC 9449.
 */
public final class DpopProof extends VerifiedToken {

    private final String thumbprint;

    DpopProof(VerifiedJws jws) {
        super(jws);
        this.thumbprint = jws.key().map(VerificationKey::thumbprint).orElseThrow();
    }

    /** {@return the key's thumbprint, as in {@code jkt}} */
    public String thumbprint() {
        return thumbprint;
    }

    /** Whether the proof names a token by its hash. */
    boolean isFor(String accessToken) {
        byte[] named = claims().text("ath").orElse("").getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(TokenDigest.base64(accessToken).getBytes(StandardCharsets.US_ASCII), named);
    }
}
