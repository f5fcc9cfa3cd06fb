package io.bondtrader.security.error;

/** A secret cannot be had now; nothing was put in its place. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class SecretUnavailable extends SecurityFailure {

    /**
     * Reports which secret.
     *
     * @param name of the secret
     * @param detail why, without the source's own words
     */
    public SecretUnavailable(String name, String detail) {
        super(SecurityErrorCode.SECRET_UNAVAILABLE, "secret " + name + " " + detail);
    }
}
