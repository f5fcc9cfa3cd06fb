package io.bondtrader.security.error;

/** A key that tokens must not be checked or sealed with. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class KeyRefused extends SecurityFailure {

    /**
     * Reports it.
     *
     * @param detail which rule it breaks, without the key
     */
    public KeyRefused(String detail) {
        super(SecurityErrorCode.KEY_REFUSED, detail);
    }
}
