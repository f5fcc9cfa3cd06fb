package io.bondtrader.security.access.receipt;

import io.bondtrader.core.error.InvalidInput;

/**
 * A statement and its signatures, which may be kept apart. Together they are a signed note (C2SP signed-note), which other
 * tools verify too. Nothing is verified yet.
 *
 * <p>Immutable.
 *
 * @param statement what is signed
 * @param signatures one line each
 */
public record SignedReceipt(String statement, String signatures) {

    /**
     * Takes a note apart.
     *
     * @param note the note
     * @return statement and signatures, not verified
     * @throws InvalidInput if it has no empty line between them
     */
    public static SignedReceipt ofNote(String note) {
        int split = note.lastIndexOf("\n\n");
        if (split < 0) {
            throw InvalidInput.unreadable("receipt", note, "a statement, an empty line and signatures");
        }
        return new SignedReceipt(note.substring(0, split + 1), note.substring(split + 2));
    }

    /** {@return both in one} */
    public String note() {
        return statement + "\n" + signatures;
    }
}
