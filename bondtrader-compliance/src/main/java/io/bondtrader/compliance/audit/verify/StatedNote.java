package io.bondtrader.compliance.audit.verify;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.signing.HashValue;

/**
 * What a checkpoint states, before anybody has verified its signatures.
 *
 * @param origin of the log
 * @param size of it
 * @param root over it
 * @param note the whole note
 */
record StatedNote(String origin, long size, HashValue root, String note) {

    /** Stands for one that cannot be read: of no log. */
    static final StatedNote UNREADABLE = new StatedNote("", 0, HashValue.of(new byte[HashValue.BYTES]), "");

    static StatedNote of(String note) {
        String[] lines = note.split("\n", 4);
        if (lines.length < 4 || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            throw InvalidInput.unreadable("checkpoint", note, "a signed note of an origin, a size and a root");
        }
        return new StatedNote(lines[0], Long.parseLong(lines[1]), HashValue.parse(lines[2]), note);
    }
}
