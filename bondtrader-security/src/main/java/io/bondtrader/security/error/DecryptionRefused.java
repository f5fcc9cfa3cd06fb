package io.bondtrader.security.error;

/** Something that is not what was encrypted, not where it belongs, or of a key that is out of use. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class DecryptionRefused extends SecurityFailure {

    /**
     * Reports what is wrong, as far as that may be known.
     *
     * @param detail continues "the ciphertext"
     */
    public DecryptionRefused(String detail) {
        super(SecurityErrorCode.DECRYPTION_REFUSED, "the ciphertext " + detail);
    }
}
