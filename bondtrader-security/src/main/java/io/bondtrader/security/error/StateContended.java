package io.bondtrader.security.error;

/** A store refused every update. Nothing was granted. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class StateContended extends SecurityFailure {

    /**
     * Reports what could not be updated.
     *
     * @param what is kept
     */
    public StateContended(String what) {
        super(SecurityErrorCode.STATE_CONTENDED, what + " changed each time they were to be updated");
    }
}
