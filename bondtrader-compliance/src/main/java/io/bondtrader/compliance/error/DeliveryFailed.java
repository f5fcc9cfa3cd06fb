package io.bondtrader.compliance.error;

/** Events that a system outside did not take. They come again, unless it refuses them for good. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class DeliveryFailed extends ComplianceFailure {

    private final boolean refusedForGood;

    /**
     * Creates the failure.
     *
     * @param detail what the system answered, for the log; no token, no content of events
     * @param refusedForGood whether trying the same again is of no use
     */
    public DeliveryFailed(String detail, boolean refusedForGood) {
        super(refusedForGood ? ComplianceErrorCode.DELIVERY_REFUSED : ComplianceErrorCode.DELIVERY_FAILED, detail);
        this.refusedForGood = refusedForGood;
    }

    /**
     * Creates the failure of a call that got no answer.
     *
     * @param detail what was tried, for the log
     * @param cause what failed underneath
     */
    public DeliveryFailed(String detail, Throwable cause) {
        super(ComplianceErrorCode.DELIVERY_FAILED, detail, cause);
        this.refusedForGood = false;
    }

    /** {@return whether trying the same again is of no use} */
    public boolean isFinal() {
        return refusedForGood;
    }
}
