package io.bondtrader.security.error;

/** What an identity provider sent back proves no identity. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class IdentityRejected extends SecurityFailure {

    /**
     * Reports why.
     *
     * @param detail which rule was broken, without a code, token or state
     */
    public IdentityRejected(String detail) {
        super(SecurityErrorCode.IDENTITY_REJECTED, detail);
    }
}
