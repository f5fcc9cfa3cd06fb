package io.bondtrader.risk.limit;

/** What happens to an order that would take a measure beyond a limit, in rising order. */
public enum LimitAction {
    /** It passes, with a warning. */
    WARN,
    /** It passes in the largest size that stays within the limit. */
    REDUCE,
    /** It is refused. */
    BLOCK,
    /** It is refused, and trading in the limit's scope is halted. */
    KILL_SWITCH
}
