package io.bondtrader.compliance.error;

/** An export that does not lead to what was signed: something in it was changed, left out or added. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class ExportRejected extends ComplianceFailure {

    /**
     * Creates the failure.
     *
     * @param detail what does not fit, and where
     */
    public ExportRejected(String detail) {
        super(ComplianceErrorCode.EXPORT_REJECTED, detail);
    }
}
