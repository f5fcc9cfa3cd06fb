package io.bondtrader.strategies.performance;

/** When money is paid in or out on its day: what it earned that day depends on it. */
public enum FlowTiming {
    /** Before the day's trading: it earns the day's return, E(t) / (E(t-1) + F(t)) - 1. */
    START_OF_DAY,
    /** After it: it earns from the next day on, (E(t) - F(t)) / E(t-1) - 1. */
    END_OF_DAY
}
