package io.bondtrader.security.signing;

import io.bondtrader.core.error.InvalidInput;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * An Ed25519 key in memory. Safe for use by any thread; {@link #close} wipes the key. It prints as its public side.
 *
 * <p>Source: RFC 8032, section 5.1.6; signatures are deterministic.
 */
public final class Ed25519Signer implements NoteSigner, AutoCloseable {

    private final NoteVerifier verifier;
    private final byte[] seed;
    private boolean closed;

    private Ed25519Signer(String name, byte[] seed) {
        this.seed = seed;
        byte[] publicKey = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(seed, 0, publicKey, 0);
        this.verifier = NoteVerifier.of(name, publicKey);
    }

    /**
     * Makes a new key.
     *
     * @param name the key's, by the rule of {@link NoteVerifier#of}
     * @param random where its 32 bytes come from
     * @return the signer
     * @throws InvalidInput if the name is none
     */
    public static Ed25519Signer generate(String name, SecureRandom random) {
        NoteVerifier.requireName(name);
        byte[] seed = new byte[Ed25519.SECRET_KEY_SIZE];
        random.nextBytes(seed);
        return new Ed25519Signer(name, seed);
    }

    /**
     * Takes a key that was stored.
     *
     * @param name the key's, by the rule of {@link NoteVerifier#of}
     * @param seed the private key's 32 bytes, copied; wipe yours
     * @return the signer
     * @throws InvalidInput if the name is none, or there are not 32 bytes; the message does not hold them
     */
    public static Ed25519Signer ofSeed(String name, byte[] seed) {
        NoteVerifier.requireName(name);
        InvalidInput.unless(seed.length == Ed25519.SECRET_KEY_SIZE, "length of seed", seed.length, "32 bytes");
        return new Ed25519Signer(name, seed.clone());
    }

    @Override
    public NoteVerifier verifier() {
        return verifier;
    }

    @Override
    public synchronized byte[] sign(byte[] message) {
        if (closed) {
            throw new IllegalStateException("signer " + verifier.name() + " is closed");
        }
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        // Given the public key too, signing cannot be led to use the seed with another.
        Ed25519.sign(seed, 0, verifier.publicKey(), 0, message, 0, message.length, signature, 0);
        return signature;
    }

    /** Wipes the key. Closing twice does nothing more. */
    @Override
    public synchronized void close() {
        closed = true;
        Arrays.fill(seed, (byte) 0);
    }

    @Override
    public String toString() {
        return "Ed25519Signer[" + verifier.name() + "+" + verifier.keyId() + "]";
    }
}
