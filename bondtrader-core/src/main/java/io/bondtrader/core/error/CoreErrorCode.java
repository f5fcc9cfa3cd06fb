package io.bondtrader.core.error;

/** The failures of {@code bondtrader-core}: {@code BT-1nnn} bad input, {@code BT-2nnn} data, {@code BT-3nnn} numbers. */
public enum CoreErrorCode implements ErrorCode {
    /** An input breaks a documented rule; the same call will fail again. */
    INVALID_INPUT("BT-1001", "An input breaks a documented rule.", false),
    /** A text cannot be read as what it should be: a date, a tenor, a quote, an identifier, a name. */
    UNREADABLE_TEXT("BT-1002", "A text could not be read.", false),
    /** The terms of a bond do not fit the market convention that it claims. */
    CONVENTION_MISMATCH("BT-1003", "The terms of a bond do not fit its market convention.", false),
    /** Data is absent today; the same call may succeed once it has been loaded. */
    MISSING_DATA("BT-2001", "Data that the answer depends on is missing.", true),
    /** A holiday calendar was asked about a day outside the range it is known for. */
    CALENDAR_HORIZON("BT-2002", "A holiday calendar is not known for that date.", true),
    /** A sink or service that the answer must not go without failed; the same call may succeed once it is back. */
    UNAVAILABLE("BT-2003", "A service that the answer depends on is unavailable.", true),
    /** A solver gave up; the equation has no root in its domain, or double precision does not reach it. */
    NOT_CONVERGED("BT-3001", "A calculation did not converge.", false),
    /** Two independent calculations of one number disagree by more than their tolerance. */
    DISCREPANCY("BT-3002", "Two independent calculations disagree.", false);

    private final String id;
    private final String summary;
    private final boolean retryable;

    CoreErrorCode(String id, String summary, boolean retryable) {
        this.id = id;
        this.summary = summary;
        this.retryable = retryable;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String summary() {
        return summary;
    }

    @Override
    public boolean retryable() {
        return retryable;
    }
}
