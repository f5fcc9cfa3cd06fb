package io.bondtrader.compliance.error;

/** A message to or from an authority that does not follow its schema. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class MessageMalformed extends ComplianceFailure {

    /**
     * Creates the failure.
     *
     * @param detail where, and what is wrong, for the log
     */
    public MessageMalformed(String detail) {
        super(ComplianceErrorCode.MESSAGE_MALFORMED, detail);
    }

    /**
     * Creates the failure with what caused it.
     *
     * @param detail where, and what is wrong, for the log
     * @param cause what failed underneath
     */
    public MessageMalformed(String detail, Throwable cause) {
        super(ComplianceErrorCode.MESSAGE_MALFORMED, detail, cause);
    }
}
