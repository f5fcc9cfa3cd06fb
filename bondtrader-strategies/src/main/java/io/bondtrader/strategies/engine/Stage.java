package io.bondtrader.strategies.engine;

/** What happened to an intent, in this order. */
public enum Stage {
    /** The strategy stated it. */
    SIGNALLED,
    /** It was not looked at further: the reason says why. */
    REFUSED,
    /** It became a face to hold. */
    SIZED,
    /** What is held or on its way is near enough. */
    UNCHANGED,
    /** Part of it was done with another strategy, at the middle of the market. */
    NETTED,
    /** Less of it was ordered than was wanted. */
    REDUCED,
    /** Nothing of it was ordered: a limit says no. */
    REJECTED,
    /** An order was sent. */
    ORDERED,
    /** An order for it was filled, whole or in part. */
    FILLED,
    /** An order for it ended with some of it undone. */
    ENDED
}
