package io.bondtrader.security.error;

/** A keyring's journal does not say what was written to it. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class JournalDamaged extends SecurityFailure {

    /**
     * Reports where.
     *
     * @param keyring its name
     * @param entry the first bad entry, from 0
     */
    public JournalDamaged(String keyring, int entry) {
        super(
                SecurityErrorCode.JOURNAL_DAMAGED,
                "journal of keyring " + keyring + " is not what was written, from entry " + entry + " on");
    }
}
