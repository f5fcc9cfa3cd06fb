package io.bondtrader.security.signing;

/**
 * Signs notes with one Ed25519 key, wherever the key is: in memory ({@link Ed25519Signer}), in a hardware module or with a
 * service. Implementations are safe for use by any thread. Called once for each note that is signed; every signature is
 * verified before it leaves, so that a faulty signer yields an error and no note.
 */
public interface NoteSigner {

    /** {@return the public side of the key; always the same} */
    NoteVerifier verifier();

    /**
     * Signs.
     *
     * @param message the bytes to sign, not to be kept or changed
     * @return the 64 bytes of the signature
     * @throws io.bondtrader.core.error.BondTraderException if the key cannot be reached
     */
    byte[] sign(byte[] message);
}
