package io.bondtrader.compliance.error;

/** Personal data whose key was destroyed: it cannot be read any more, by anybody. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class ErasedData extends ComplianceFailure {

    /**
     * Creates the failure.
     *
     * @param detail whose and where, by pseudonym, for the log
     */
    public ErasedData(String detail) {
        super(ComplianceErrorCode.DATA_ERASED, detail);
    }
}
