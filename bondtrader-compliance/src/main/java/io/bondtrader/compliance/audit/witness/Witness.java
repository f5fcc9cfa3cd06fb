package io.bondtrader.compliance.audit.witness;

import io.bondtrader.security.signing.HashValue;
import io.bondtrader.security.signing.NoteVerifier;
import java.util.List;

/**
 * Somebody outside who cosigns a log's checkpoints, so that the log cannot show one history to some and another to others.
 * A witness keeps, for each log, the last checkpoint that it signed, and signs only what extends it.
 *
 * <p>Source: C2SP tlog-witness, {@code add-checkpoint}. Called by the thread that publishes, never by one that appends.
 * Implementations are safe for use by many threads.
 */
public interface Witness {

    /** {@return the key that it signs with, a witness's; always the same} */
    NoteVerifier key();

    /**
     * Asks for a signature.
     *
     * @param oldSize the size that the witness signed last, as far as the caller knows; 0 for none
     * @param proof the hashes that show that the log only grew since; none from size 0
     * @param note the checkpoint, signed by the log
     * @return what it says; whoever cannot be reached has refused
     */
    WitnessAnswer addCheckpoint(long oldSize, List<HashValue> proof, String note);
}
