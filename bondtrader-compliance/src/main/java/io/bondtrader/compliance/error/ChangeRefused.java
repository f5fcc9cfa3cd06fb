package io.bondtrader.compliance.error;

/** A step of a change that its state or the segregation of duties does not allow. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class ChangeRefused extends ComplianceFailure {

    /**
     * Creates the failure.
     *
     * @param detail which change and which rule, for the log
     */
    public ChangeRefused(String detail) {
        super(ComplianceErrorCode.CHANGE_REFUSED, detail);
    }
}
