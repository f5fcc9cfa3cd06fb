package io.bondtrader.security.error;

/** An issuer's public keys that could not be fetched, or not in time, or not in form. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class KeysUnavailable extends SecurityFailure {

    /**
     * Reports it.
     *
     * @param detail what went wrong, without addresses
     */
    public KeysUnavailable(String detail) {
        super(SecurityErrorCode.KEYS_UNAVAILABLE, detail);
    }
}
