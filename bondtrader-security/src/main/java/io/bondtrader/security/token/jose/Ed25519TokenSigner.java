package io.bondtrader.security.token.jose;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.key.KeyKind;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * An Ed25519 key in memory. Prints as its identifier; {@link #close} wipes it.
 *
 * <p>Safe for use by many threads. Source: RFC 8037, section 3.1.
 */
public final class Ed25519TokenSigner implements TokenSigner, AutoCloseable {

    private final VerificationKey verificationKey;
    private final String keyId;
    private final byte[] seed;
    private final byte[] publicKey = new byte[Ed25519.PUBLIC_KEY_SIZE];
    private volatile boolean closed;

    private Ed25519TokenSigner(String keyId, byte[] seed) {
        this.keyId = keyId;
        this.seed = seed;
        Ed25519.generatePublicKey(seed, 0, publicKey, 0);
        this.verificationKey = VerificationKey.ofEd25519(keyId, publicKey);
    }

    /**
     * Makes a new key.
     *
     * @param keyId how tokens name it: 1 to 128 visible ASCII characters
     * @param random where its 32 bytes come from
     * @return the signer
     */
    public static Ed25519TokenSigner generate(String keyId, SecureRandom random) {
        byte[] seed = new byte[Ed25519.SECRET_KEY_SIZE];
        random.nextBytes(seed);
        return new Ed25519TokenSigner(keyId, seed);
    }

    /**
     * Takes a key that was stored.
     *
     * @param keyId how tokens name it: 1 to 128 visible ASCII characters
     * @param seed the private key's 32 bytes, copied; wipe yours
     * @return the signer
     * @throws InvalidInput if there are not 32 bytes; the message does not hold them
     */
    public static Ed25519TokenSigner ofSeed(String keyId, byte[] seed) {
        InvalidInput.unless(seed.length == Ed25519.SECRET_KEY_SIZE, "length of seed", seed.length, "32 bytes");
        return new Ed25519TokenSigner(keyId, seed.clone());
    }

    /**
     * Returns keys for a keyring. Each version has an identifier of its own.
     *
     * @param prefix of the identifiers, to which the version is added: 1 to 100 visible ASCII characters
     * @return the kind
     */
    public static KeyKind<Ed25519TokenSigner> kind(String prefix) {
        InvalidInput.unless(
                prefix.length() <= 100 && JwsHeader.isKeyId(prefix),
                "prefix",
                prefix,
                "1 to 100 visible ASCII characters");
        return new TokenSignerKind(prefix);
    }

    @Override
    public String algorithm() {
        return SignatureAlgorithm.EDDSA.joseName();
    }

    @Override
    public String keyId() {
        return keyId;
    }

    /** {@return the public side, to publish} */
    public VerificationKey verificationKey() {
        return verificationKey;
    }

    @Override
    public byte[] sign(byte[] message) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        byte[] own = seed.clone();
        try {
            // Given the public key too, signing cannot be led to use the seed with another.
            Ed25519.sign(own, 0, publicKey, 0, message, 0, message.length, signature, 0);
        } finally {
            Arrays.fill(own, (byte) 0);
        }
        // Looked at last: a key that was wiped meanwhile has signed nothing that gets out.
        if (closed) {
            throw new IllegalStateException("signer " + keyId + " is closed");
        }
        return signature;
    }

    /** Wipes the key. Closing twice does nothing more. */
    @Override
    public void close() {
        closed = true;
        Arrays.fill(seed, (byte) 0);
    }

    @Override
    public String toString() {
        return "Ed25519TokenSigner[" + keyId + "]";
    }
}
