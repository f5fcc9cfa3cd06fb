package io.bondtrader.security.error;

/** A request has a longer body than its endpoint takes. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class RequestTooLarge extends SecurityFailure {

    /**
     * Reports the limit.
     *
     * @param most bytes that the endpoint takes
     */
    public RequestTooLarge(long most) {
        super(SecurityErrorCode.REQUEST_TOO_LARGE, "the body must have at most " + most + " bytes");
    }
}
