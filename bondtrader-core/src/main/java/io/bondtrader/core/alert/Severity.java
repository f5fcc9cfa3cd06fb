package io.bondtrader.core.alert;

/** How urgently an alert wants a person, in rising order. */
public enum Severity {
    /** Worth knowing; nobody has to act. */
    INFO,
    /** Something is worse than it should be, and the answer says so itself. */
    WARNING,
    /** Somebody should act today. */
    ERROR,
    /** Somebody should act now. */
    CRITICAL
}
