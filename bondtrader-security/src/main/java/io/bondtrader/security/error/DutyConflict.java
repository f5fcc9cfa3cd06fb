package io.bondtrader.security.error;

/** Roles, accounts or a policy that would put duties which exclude each other into one hand. Nothing was changed. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class DutyConflict extends SecurityFailure {

    /**
     * Reports conflicts.
     *
     * @param detail who would hold what, and by which path
     */
    public DutyConflict(String detail) {
        super(SecurityErrorCode.DUTY_CONFLICT, detail);
    }
}
