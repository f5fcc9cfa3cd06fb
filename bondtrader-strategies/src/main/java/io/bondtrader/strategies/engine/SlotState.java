package io.bondtrader.strategies.engine;

/** What an engine lets a strategy do. */
public enum SlotState {
    /** It trades. */
    ENABLED,
    /** It sees events but its intents are refused; what it holds stays as it is and is not rolled. */
    DISABLED,
    /** All it holds is closed, and it trades never again. */
    KILLED
}
