package io.bondtrader.security.token.jose;

import io.bondtrader.core.error.InvalidInput;

/**
 * Seals tokens under a shared secret: for a service that checks its own tokens, and nobody else.
 *
 * <p>Immutable; safe for use by many threads.
 */
public final class MacTokenSigner implements TokenSigner {

    private final MacKey key;
    private final String keyId;

    private MacTokenSigner(MacKey key, String keyId) {
        this.key = key;
        this.keyId = keyId;
    }

    /**
     * Returns a signer.
     *
     * @param key a secret with an identifier
     * @return the signer
     * @throws InvalidInput if it has no identifier
     */
    public static MacTokenSigner of(MacKey key) {
        String keyId =
                key.keyId().orElseThrow(() -> new InvalidInput("key identifier", "none", "given for a key that signs"));
        return new MacTokenSigner(key, keyId);
    }

    @Override
    public String algorithm() {
        return key.algorithm().joseName();
    }

    @Override
    public String keyId() {
        return keyId;
    }

    @Override
    public byte[] sign(byte[] message) {
        return key.seal(message);
    }

    @Override
    public String toString() {
        return "MacTokenSigner[" + keyId + "]";
    }
}
