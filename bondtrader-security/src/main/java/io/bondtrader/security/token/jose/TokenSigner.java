package io.bondtrader.security.token.jose;

/**
 * Signs tokens with one key: here, or in hardware. Called once for each token.
 *
 * <p>Safe for use by many threads.
 */
public interface TokenSigner {

    /** {@return the algorithm's name for the header, as {@link SignatureAlgorithm#joseName} or {@link MacAlgorithm#joseName}} */
    String algorithm();

    /** {@return the key's identifier for the header: 1 to 128 visible ASCII characters} */
    String keyId();

    /**
     * Signs.
     *
     * @param message what to sign
     * @return the signature in the form of RFC 7518
     */
    byte[] sign(byte[] message);
}
