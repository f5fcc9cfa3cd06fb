package io.bondtrader.compliance.error;

/** A report that a receiver did not take. The same may be tried again. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class ReportUndelivered extends ComplianceFailure {

    /**
     * Creates the failure.
     *
     * @param detail which report and what the receiver answered, for the log
     */
    public ReportUndelivered(String detail) {
        super(ComplianceErrorCode.REPORT_UNDELIVERED, detail);
    }

    /**
     * Creates the failure of a call that got no answer.
     *
     * @param detail which report, for the log
     * @param cause what failed underneath
     */
    public ReportUndelivered(String detail, Throwable cause) {
        super(ComplianceErrorCode.REPORT_UNDELIVERED, detail, cause);
    }
}
