package io.bondtrader.compliance.error;

/** A log that cannot take events: closed, or its disk failed. What was acknowledged before is kept. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class LogUnavailable extends ComplianceFailure {

    /**
     * Creates the failure.
     *
     * @param detail why, for the log of the application
     */
    public LogUnavailable(String detail) {
        super(ComplianceErrorCode.LOG_UNAVAILABLE, detail);
    }

    /**
     * Creates the failure with what caused it.
     *
     * @param detail why, for the log of the application
     * @param cause what failed underneath
     */
    public LogUnavailable(String detail, Throwable cause) {
        super(ComplianceErrorCode.LOG_UNAVAILABLE, detail, cause);
    }
}
