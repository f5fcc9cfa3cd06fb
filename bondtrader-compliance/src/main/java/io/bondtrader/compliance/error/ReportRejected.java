package io.bondtrader.compliance.error;

/** A report, or a proof of one of its rows, that is not what its root, its publication or its log says. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class ReportRejected extends ComplianceFailure {

    /**
     * Creates the failure.
     *
     * @param detail what does not fit, for the log
     */
    public ReportRejected(String detail) {
        super(ComplianceErrorCode.REPORT_REJECTED, detail);
    }
}
