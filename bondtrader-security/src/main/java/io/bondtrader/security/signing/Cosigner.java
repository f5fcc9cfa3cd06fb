package io.bondtrader.security.signing;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.ProofRejected;
import io.bondtrader.security.error.SignatureRejected;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/**
 * A witness: signs another's checkpoint with the time, once it has seen that the log only grew. Safe for use by any thread.
 *
 * <p>Source: C2SP tlog-cosignature, Ed25519 ({@code cosignature/v1}, type 0x04). The witness keeps the last checkpoint that
 * it signed of each log, and sees to it that two threads do not both go on from the same one: this keeps nothing.
 */
public final class Cosigner implements NoteSigner {

    private final NoteSigner key;
    private final NoteVerifier verifier;
    private final InstantSource clock;

    private Cosigner(NoteSigner key, NoteVerifier verifier, InstantSource clock) {
        this.key = key;
        this.verifier = verifier;
        this.clock = clock;
    }

    /**
     * Makes a witness.
     *
     * @param key the witness's, which signs nothing else
     * @param clock what tells the time
     * @return the witness
     * @throws InvalidInput if the key is a witness already
     */
    public static Cosigner of(NoteSigner key, InstantSource clock) {
        NoteVerifier plain = key.verifier();
        InvalidInput.unless(!plain.isWitness(), "key of a witness", plain, "a key that signs bytes as they are");
        return new Cosigner(key, NoteVerifier.witness(plain.name(), plain.publicKey()), clock);
    }

    /**
     * Signs a later checkpoint of a log that is known.
     *
     * @param note the log's signed checkpoint
     * @param log the keys of the log
     * @param earlier the last checkpoint of the log that this signed, or that it began with
     * @param growth the proof that the log only grew since
     * @return the note with one more signature
     * @throws InvalidInput if it is no signed checkpoint, or has this witness's signature
     * @throws SignatureRejected if the log did not sign it, or it is another log's
     * @throws ProofRejected if the log did not only grow
     */
    public String cosign(String note, TrustedKeys log, Checkpoint earlier, ConsistencyProof growth) {
        Checkpoint.open(note, earlier.origin(), log).requireExtends(earlier, growth);
        return SignedNote.append(note, this);
    }

    /**
     * Signs the first checkpoint of a log that this sees.
     *
     * @param note the log's signed checkpoint
     * @param log the keys of the log
     * @param origin the name of the log that is meant
     * @return the note with one more signature
     * @throws InvalidInput if it is no signed checkpoint, or has this witness's signature
     * @throws SignatureRejected if the log did not sign it, or it is another log's
     */
    public String cosignFirst(String note, TrustedKeys log, String origin) {
        Checkpoint.open(note, origin, log);
        return SignedNote.append(note, this);
    }

    /** {@return the public side: the key, as a witness's} */
    @Override
    public NoteVerifier verifier() {
        return verifier;
    }

    /**
     * Signs a checkpoint's text with the time. Whoever calls this has seen that the log grew: {@link #cosign} does.
     *
     * @param message the text of a checkpoint
     * @return the time's 8 bytes and the signature's 64
     * @throws InvalidInput if it is no checkpoint, or the clock stands before 1970
     */
    @Override
    public byte[] sign(byte[] message) {
        Checkpoint.parse(new String(message, StandardCharsets.UTF_8));
        long seconds = clock.instant().getEpochSecond();
        InvalidInput.unless(Cosignature.isTime(seconds), "time", seconds, "1970 or later");
        return Cosignature.of(seconds, key.sign(Cosignature.message(seconds, message)));
    }

    @Override
    public String toString() {
        return "Cosigner[" + verifier.name() + "+" + verifier.keyId() + "]";
    }
}
