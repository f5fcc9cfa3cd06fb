package io.bondtrader.compliance.audit.witness;

import io.bondtrader.security.signing.NoteVerifier;
import java.util.List;
import java.util.Map;

/**
 * What the witnesses said to a checkpoint. Immutable.
 *
 * @param note the checkpoint with the signatures of the log and of those who cosigned
 * @param cosigners who did
 * @param refusals who did not, by name and key id, with the reason
 * @param required how many were asked for
 */
public record WitnessReport(String note, List<NoteVerifier> cosigners, Map<String, String> refusals, int required) {

    /** Copies both. */
    public WitnessReport {
        cosigners = List.copyOf(cosigners);
        refusals = Map.copyOf(refusals);
    }

    /** {@return whether enough cosigned} */
    public boolean isEnough() {
        return cosigners.size() >= required;
    }
}
