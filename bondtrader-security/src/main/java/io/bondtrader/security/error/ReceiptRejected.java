package io.bondtrader.security.error;

/** A receipt that a trusted key signed and that still does not prove what it should. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class ReceiptRejected extends SecurityFailure {

    /**
     * Reports what is not proven.
     *
     * @param detail what does not agree
     */
    public ReceiptRejected(String detail) {
        super(SecurityErrorCode.RECEIPT_REJECTED, detail);
    }
}
