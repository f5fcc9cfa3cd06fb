package io.bondtrader.security.signing;

import java.util.List;

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
     * @return the 64 bytes of the signature, of a witness 72
     * @throws io.bondtrader.core.error.BondTraderException if the key cannot be reached
     */
    byte[] sign(byte[] message);

    /**
     * Signs a text as a note that {@link TrustedKeys#open} opens. What signs several kinds of text begins each kind with a
     * line of its own, so that none passes for another.
     *
     * @param text of one or more whole lines
     * @return the signed note
     * @throws io.bondtrader.core.error.InvalidInput if the text is none that a note may hold
     * @throws io.bondtrader.security.error.SignatureRejected if what was signed does not verify
     */
    default String note(String text) {
        return SignedNote.sign(text, List.of(this));
    }
}
