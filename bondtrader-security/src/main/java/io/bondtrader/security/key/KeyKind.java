package io.bondtrader.security.key;

import io.bondtrader.security.signing.Ed25519Signer;
import java.security.SecureRandom;

/**
 * What a keyring holds: how a key is made, and how it is read from the bytes that are kept. Implementations are safe for use
 * by many threads.
 *
 * @param <K> the key
 */
public interface KeyKind<K> {

    /**
     * Makes the bytes of a new key.
     *
     * @param random a secure source
     * @return the bytes; wiped by the caller
     */
    byte[] generate(SecureRandom random);

    /**
     * Reads a key.
     *
     * @param version of the key in its keyring
     * @param bytes as they were generated; wiped by the caller afterwards
     * @return the key
     */
    K read(int version, byte[] bytes);

    /**
     * Makes a key useless, when its version is destroyed.
     *
     * @param key read by this
     */
    void wipe(K key);

    /** {@return keys of 256 bits for AES-GCM and HMAC-SHA-256} */
    static KeyKind<SymmetricKey> symmetric() {
        return SymmetricKey.KIND;
    }

    /**
     * Returns keys that sign notes. All versions sign under one name; readers tell them apart by the hash of the public key.
     *
     * @param name of the note's signer
     * @return the kind
     */
    static KeyKind<Ed25519Signer> noteSigner(String name) {
        return new NoteSignerKind(name);
    }
}
