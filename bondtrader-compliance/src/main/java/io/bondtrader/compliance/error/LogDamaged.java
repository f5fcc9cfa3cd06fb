package io.bondtrader.compliance.error;

/** Bytes of the log that are not what was signed. Nothing is read past them. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class LogDamaged extends ComplianceFailure {

    /**
     * Creates the failure.
     *
     * @param detail where, and what does not fit, for the log
     */
    public LogDamaged(String detail) {
        super(ComplianceErrorCode.LOG_DAMAGED, detail);
    }
}
