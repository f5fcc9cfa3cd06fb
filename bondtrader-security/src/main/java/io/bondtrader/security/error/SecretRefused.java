package io.bondtrader.security.error;

/** A secret that this reader may not read, or that does not exist: the same to whoever asks. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class SecretRefused extends SecurityFailure {

    /**
     * Reports which secret.
     *
     * @param name of the secret
     */
    public SecretRefused(String name) {
        super(SecurityErrorCode.SECRET_REFUSED, "secret " + name + " does not exist for this reader");
    }
}
