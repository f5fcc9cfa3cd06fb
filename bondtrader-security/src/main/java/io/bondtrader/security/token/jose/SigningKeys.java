package io.bondtrader.security.token.jose;

import java.util.Objects;

/**
 * Which key signs at present. Asked anew for every token, so that a rotation takes effect at once.
 *
 * <p>Safe for use by many threads.
 */
@FunctionalInterface
public interface SigningKeys {

    /** {@return the key that signs now} */
    TokenSigner current();

    /**
     * Returns keys that never change.
     *
     * @param signer the one
     * @return the keys
     */
    static SigningKeys always(TokenSigner signer) {
        Objects.requireNonNull(signer, "signer");
        return () -> signer;
    }
}
