package io.bondtrader.security.error;

/** Somebody else changed a keyring while this change was prepared. Nothing was done. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class KeyringChanged extends SecurityFailure {

    /**
     * Reports which keyring.
     *
     * @param keyring its name
     */
    public KeyringChanged(String keyring) {
        super(SecurityErrorCode.KEYRING_CHANGED, "keyring " + keyring + " was changed by somebody else meanwhile");
    }
}
