package io.bondtrader.security.error;

/** Something signed that no trusted key has signed. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class SignatureRejected extends SecurityFailure {

    /**
     * Reports what was not signed, and what it lacks.
     *
     * @param detail what was signed and what it lacks, without a secret
     */
    public SignatureRejected(String detail) {
        super(SecurityErrorCode.SIGNATURE_REJECTED, detail);
    }
}
