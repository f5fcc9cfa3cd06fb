package io.bondtrader.security.error;

/** A version of a key cannot do what was asked of it where it stands. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class KeyStateRefused extends SecurityFailure {

    /**
     * Reports which keyring refused, and why.
     *
     * @param keyring its name
     * @param detail what it has or cannot do
     */
    public KeyStateRefused(String keyring, String detail) {
        super(SecurityErrorCode.KEY_STATE, "keyring " + keyring + " " + detail);
    }
}
