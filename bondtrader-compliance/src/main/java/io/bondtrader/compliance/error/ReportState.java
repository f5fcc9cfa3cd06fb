package io.bondtrader.compliance.error;

/** A report that cannot do what was asked in the state it is in. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class ReportState extends ComplianceFailure {

    /**
     * Creates the failure.
     *
     * @param detail which report, its state and what was asked, for the log
     */
    public ReportState(String detail) {
        super(ComplianceErrorCode.REPORT_STATE, detail);
    }
}
