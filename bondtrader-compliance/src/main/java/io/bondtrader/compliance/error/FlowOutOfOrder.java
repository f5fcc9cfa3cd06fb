package io.bondtrader.compliance.error;

/** An event of the order flow that is earlier than one already taken. Whoever merges streams sorts them first. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class FlowOutOfOrder extends ComplianceFailure {

    /**
     * Creates the failure.
     *
     * @param detail which event, for the log
     */
    public FlowOutOfOrder(String detail) {
        super(ComplianceErrorCode.FLOW_OUT_OF_ORDER, detail);
    }
}
