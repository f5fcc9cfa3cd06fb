package io.bondtrader.security.signing;

import java.util.List;

/**
 * What a verified note says. Immutable and safe for use by any thread. {@link TrustedKeys#open} makes it.
 *
 * @param text of the note, with its final newline
 * @param signers the trusted keys whose signatures verified, in the note's order
 */
public record OpenedNote(String text, List<NoteVerifier> signers) {

    /** Copies the list. */
    public OpenedNote {
        signers = List.copyOf(signers);
    }
}
