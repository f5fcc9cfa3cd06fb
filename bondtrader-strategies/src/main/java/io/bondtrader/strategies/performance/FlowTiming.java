package io.bondtrader.strategies.performance;

/** When money is paid in or out on its day: what it earned that day depends on it. */
public enum FlowTiming {
    /** Before the day's trading: it earns the day's return, E(t) / (E(t-1) + F(t)) - 1. */
    START_OF_DAY,
    /** After it: it earns from the next day on, (E(t) - F(t)) / E(t-1) - 1. */
    END_OF_DAY;

    /** What there was to earn with. */
    double base(double before, double flow) {
        return this == START_OF_DAY ? before + flow : before;
    }

    /** What it was worth when it had earned. */
    double worth(double equity, double flow) {
        return this == START_OF_DAY ? equity : equity - flow;
    }
}
