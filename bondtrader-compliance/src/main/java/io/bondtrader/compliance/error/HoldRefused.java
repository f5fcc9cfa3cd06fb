package io.bondtrader.compliance.error;

/** A legal hold that cannot be placed or released so. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class HoldRefused extends ComplianceFailure {

    /**
     * Creates the failure.
     *
     * @param detail which hold and which rule, for the log
     */
    public HoldRefused(String detail) {
        super(ComplianceErrorCode.HOLD_REFUSED, detail);
    }
}
