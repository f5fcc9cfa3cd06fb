package io.bondtrader.compliance.audit.query;

import io.bondtrader.compliance.audit.EventCodec;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.security.signing.Checkpoint;
import io.bondtrader.security.signing.HashValue;
import io.bondtrader.security.signing.InclusionProof;
import io.bondtrader.security.signing.TrustedKeys;
import java.nio.charset.StandardCharsets;

/**
 * An event with all that shows, without the log, that it stands in it. Immutable.
 *
 * @param entry the event as it stands in the log: one line of canonical JSON
 * @param proof leads from its hash to the checkpoint's
 * @param signedCheckpoint the checkpoint as a signed note
 */
public record ProvenEvent(String entry, InclusionProof proof, String signedCheckpoint) {

    /**
     * Checks the proof and reads the event.
     *
     * @param origin the log's name
     * @param keys that its checkpoints are signed by
     * @return the event
     * @throws io.bondtrader.security.error.SignatureRejected if no known key signed the checkpoint
     * @throws io.bondtrader.security.error.ProofRejected if the proof does not lead to it
     * @throws io.bondtrader.core.error.InvalidInput if the entry is no event
     */
    public LoggedEvent verified(String origin, TrustedKeys keys) {
        byte[] bytes = entry.getBytes(StandardCharsets.UTF_8);
        proof.require(HashValue.ofRecord(bytes), Checkpoint.open(signedCheckpoint, origin, keys));
        return EventCodec.decode(proof.leafIndex(), bytes);
    }
}
