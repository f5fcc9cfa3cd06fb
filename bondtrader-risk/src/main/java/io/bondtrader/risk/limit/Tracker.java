package io.bondtrader.risk.limit;

import org.jspecify.annotations.Nullable;

/**
 * One measure of one scope, kept up to date as positions change, for each {@link Look}. Guarded by the engine.
 *
 * <p>The value for an order is that of the order's own group, where there are groups, and of the whole scope otherwise.
 */
abstract class Tracker {

    final Scope scope;

    Tracker(Scope scope) {
        this.scope = scope;
    }

    /** Whether the instrument has all that the measure needs. */
    boolean supports(Instrument instrument) {
        return true;
    }

    /** The place of the holding's group, -1 where there are no groups. */
    int group(Holding holding) {
        return -1;
    }

    /** Takes the change of a position. */
    abstract void apply(int look, Holding holding, int group, double from, double to);

    /** The value of the whole scope. */
    abstract double value(int look);

    /** The value for orders of a holding, before the order. */
    double before(int look, Holding holding, int group) {
        return value(look);
    }

    /** The value for orders of a holding, if its face were another. */
    abstract double after(int look, Holding holding, int group, double from, double to);

    /** Whether negative values are as bad as positive ones. */
    boolean isSigned() {
        return false;
    }

    /** Whether an order passes beyond the limit only by making its own position smaller. */
    boolean isHeldToReduction() {
        return false;
    }

    /** The group that has the value of the whole scope, null where there are no groups. */
    @Nullable
    String largestGroup(int look) {
        return null;
    }

    static boolean reduces(double from, double to) {
        return Math.abs(to) < Math.abs(from) && from * to >= 0;
    }
}
