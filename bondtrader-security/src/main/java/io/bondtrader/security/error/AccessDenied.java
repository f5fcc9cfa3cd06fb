package io.bondtrader.security.error;

/**
 * A request that is not permitted, or not yet. The client's message of a denial is one constant, also for what does not
 * exist: nobody learns from it what others have.
 */
@SuppressWarnings("serial") // thrown and read, never stored
public final class AccessDenied extends SecurityFailure {

    private AccessDenied(SecurityErrorCode code, String detail) {
        super(code, detail);
    }

    /**
     * Returns a denial.
     *
     * @param detail why, for the log
     * @return the failure, coded {@link SecurityErrorCode#ACCESS_DENIED}
     */
    public static AccessDenied denied(String detail) {
        return new AccessDenied(SecurityErrorCode.ACCESS_DENIED, detail);
    }

    /**
     * Returns the answer for something that does not exist. To a client it is the same as a denial.
     *
     * @param detail what was asked for, for the log
     * @return the failure, coded {@link SecurityErrorCode#ACCESS_DENIED}
     */
    public static AccessDenied notFound(String detail) {
        return new AccessDenied(SecurityErrorCode.ACCESS_DENIED, detail);
    }

    /**
     * Returns the demand for another proof.
     *
     * @param detail which, for the log
     * @return the failure, coded {@link SecurityErrorCode#STEP_UP_REQUIRED}
     */
    public static AccessDenied stepUp(String detail) {
        return new AccessDenied(SecurityErrorCode.STEP_UP_REQUIRED, detail);
    }

    /**
     * Returns the demand for approvals.
     *
     * @param detail whose, for the log
     * @return the failure, coded {@link SecurityErrorCode#APPROVAL_REQUIRED}
     */
    public static AccessDenied approval(String detail) {
        return new AccessDenied(SecurityErrorCode.APPROVAL_REQUIRED, detail);
    }
}
