package io.bondtrader.compliance.error;

/** A step that a person's request cannot take now. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class RequestStateRefused extends ComplianceFailure {

    /**
     * Creates the failure.
     *
     * @param detail which request and which rule, for the log
     */
    public RequestStateRefused(String detail) {
        super(ComplianceErrorCode.REQUEST_STATE, detail);
    }
}
