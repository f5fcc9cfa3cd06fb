package io.bondtrader.strategies.strategy;

import io.bondtrader.core.error.InvalidInput;

/**
 * When to bet on a way back: from {@code entry} deviations on, until {@code exit} deviations are left; not beyond {@code stop}, where
 * the bet is given up until the series has been back within the entry.
 */
final class ReversionRule {

    static final Parameter ENTRY =
            Parameter.number("entry", 2, 0.1, 20, "deviations", "how far out a bet on the way back begins");
    static final Parameter EXIT =
            Parameter.number("exit", 0.5, 0, 20, "deviations", "how far out it ends; below entry");
    static final Parameter STOP =
            Parameter.number("stop", 4, 0.2, 100, "deviations", "how far out it is given up; above entry");

    private final double entry;
    private final double exit;
    private final double stop;
    private int side;
    private boolean stopped;

    ReversionRule(double entry, double exit, double stop) {
        check(entry, exit, stop);
        this.entry = entry;
        this.exit = exit;
        this.stop = stop;
    }

    static void check(double entry, double exit, double stop) {
        ENTRY.check(entry);
        EXIT.check(exit);
        STOP.check(stop);
        InvalidInput.unless(exit < entry, "parameter exit", exit, "below entry, " + entry);
        InvalidInput.unless(stop > entry, "parameter stop", stop, "above entry, " + entry);
    }

    /** The side of the series from now on: 1 if it is to rise, -1 if it is to fall, 0 for none. */
    int next(double score, boolean allowed) {
        double size = Math.abs(score);
        stopped &= size >= entry;
        if (!allowed) {
            side = 0;
        } else if (side != 0 && (size >= stop || -side * score <= exit)) {
            stopped = size >= stop;
            side = 0;
        }
        if (allowed && side == 0 && !stopped && size >= entry && size < stop) {
            side = score > 0 ? -1 : 1;
        }
        return side;
    }

    /** Whether there is a bet to be begun or kept. */
    boolean asks(double score) {
        return side != 0 || Math.abs(score) >= entry;
    }

    /** How sure to be: one half at entry, all at one and a half times it. */
    double conviction(double score) {
        return Math.max(0.5, Math.min(1, Math.abs(score) / entry - 0.5));
    }
}
