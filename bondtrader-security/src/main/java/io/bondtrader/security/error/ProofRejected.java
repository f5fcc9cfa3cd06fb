package io.bondtrader.security.error;

/** A proof of a record, or of a log's growth, that proves nothing. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class ProofRejected extends SecurityFailure {

    /**
     * Reports what was not proven.
     *
     * @param detail what the proof was of, without the record's content
     */
    public ProofRejected(String detail) {
        super(SecurityErrorCode.PROOF_REJECTED, detail);
    }
}
