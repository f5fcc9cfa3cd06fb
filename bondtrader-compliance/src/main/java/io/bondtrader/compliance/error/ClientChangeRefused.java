package io.bondtrader.compliance.error;

/** A step that a client's category cannot take. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class ClientChangeRefused extends ComplianceFailure {

    /**
     * Creates the failure.
     *
     * @param detail which client and which rule, for the log
     */
    public ClientChangeRefused(String detail) {
        super(ComplianceErrorCode.CLIENT_CHANGE_REFUSED, detail);
    }
}
