package io.bondtrader.security.signing;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a verified note says. Immutable and safe for use by any thread. {@link TrustedKeys#open} makes it.
 *
 * @param text of the note, with its final newline
 * @param signers the trusted keys whose signatures verified, in the note's order
 * @param cosignedAt when the witnesses among them signed, by their own clocks
 */
public record OpenedNote(String text, List<NoteVerifier> signers, Map<NoteVerifier, Instant> cosignedAt) {

    /** Copies both. */
    public OpenedNote {
        signers = List.copyOf(signers);
        cosignedAt = Map.copyOf(cosignedAt);
    }
}
