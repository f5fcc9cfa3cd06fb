package io.bondtrader.security.key;

/** Where a version of a key stands. It moves forward, but for a rollback and for a version that is enabled again. */
public enum KeyState {
    /** Known to whoever verifies, not used for new work yet. */
    PENDING(true),
    /** Used for new work. At most one version of a keyring. */
    PRIMARY(true),
    /** Opens and verifies old work. */
    RETIRING(true),
    /** Kept but not used, so that a mistake can be undone. */
    DISABLED(false),
    /** Gone for ever. */
    DESTROYED(false);

    private final boolean reads;

    KeyState(boolean reads) {
        this.reads = reads;
    }

    /** {@return whether what a version in this state made is still opened and verified} */
    public boolean reads() {
        return reads;
    }
}
