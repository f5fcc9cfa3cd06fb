package io.bondtrader.security.error;

/** There is no room to keep one more thing, and nothing kept may be dropped. Nothing was granted. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class StateFull extends SecurityFailure {

    /**
     * Reports the limit that was reached.
     *
     * @param what is kept
     * @param capacity how many there may be
     */
    public StateFull(String what, int capacity) {
        super(SecurityErrorCode.STATE_FULL, what + " must be at most " + capacity);
    }
}
