package io.bondtrader.compliance.error;

/** Records that may not be deleted: a clock or a hold keeps them, or who asks may not alone. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class DeletionRefused extends ComplianceFailure {

    /**
     * Creates the failure.
     *
     * @param detail what keeps them and until when, for the log
     */
    public DeletionRefused(String detail) {
        super(ComplianceErrorCode.DELETION_REFUSED, detail);
    }
}
