package io.bondtrader.compliance.error;

/** An event that does not fit into an entry of the log. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class EventTooLarge extends ComplianceFailure {

    /**
     * Creates the failure.
     *
     * @param detail its length and the limit, for the log
     */
    public EventTooLarge(String detail) {
        super(ComplianceErrorCode.EVENT_TOO_LARGE, detail);
    }
}
