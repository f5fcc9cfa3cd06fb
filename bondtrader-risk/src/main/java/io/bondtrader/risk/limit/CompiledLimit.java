package io.bondtrader.risk.limit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** A limit with the tracker of its measure and what supplies its threshold. Guarded by the engine. */
final class CompiledLimit {

    /** What rounding may add to a sum without its being beyond a threshold. */
    private static final double ROUNDING = 1e-12;

    final Limit limit;
    final Tracker tracker;
    private final DoubleSupplier threshold;
    final List<TemporaryOverride> overrides = new ArrayList<>();
    final boolean minimum;
    boolean active;
    boolean exceeded; // by what is filled, when it was last looked at

    CompiledLimit(Limit limit, Tracker tracker, DoubleSupplier threshold) {
        this.limit = limit;
        this.tracker = tracker;
        this.threshold = threshold;
        this.minimum = limit.bound() == LimitBound.MINIMUM;
    }

    boolean warnsOnly() {
        return limit.action() == LimitAction.WARN;
    }

    /** NaN if it is not available. */
    double threshold(Instant now) {
        for (int k = overrides.size() - 1; k >= 0; k--) {
            if (overrides.get(k).isInForce(now)) {
                return overrides.get(k).threshold();
            }
        }
        double value = threshold.getAsDouble();
        return Double.isFinite(value) && (minimum || value >= 0) ? value : Double.NaN;
    }

    /** Whether an order that takes the measure of a position's face from one value to another passes. */
    boolean passes(double limitAt, double before, double after, double from, double to) {
        double slack = ROUNDING * Math.abs(limitAt);
        if (tracker.isHeldToReduction()) {
            return after <= limitAt + slack || Tracker.reduces(from, to);
        }
        if (minimum) {
            return after >= Math.min(limitAt, before) - slack;
        }
        boolean notAbove = after <= Math.max(limitAt, before) + slack;
        return tracker.isSigned() ? notAbove && after >= Math.min(-limitAt, before) - slack : notAbove;
    }

    /** How much is used of what is filled; null if the threshold or the measure is not available. */
    @Nullable
    Utilisation utilisation(Instant now) {
        double limitAt = threshold(now);
        double value = tracker.value(Look.FILLED);
        double worst = value;
        for (int look = Look.WITH_PURCHASES; look < Look.COUNT; look++) {
            double other = tracker.value(look);
            if (utilisation(limit, other, limitAt) > utilisation(limit, worst, limitAt)) {
                worst = other;
            }
        }
        if (Double.isNaN(limitAt) || Double.isNaN(value)) {
            return null;
        }
        return new Utilisation(
                limit,
                value,
                worst,
                limitAt,
                utilisation(limit, value, limitAt),
                isWithin(limit, value, limitAt),
                tracker.largestGroup(Look.FILLED));
    }

    static boolean isWithin(Limit limit, double value, double limitAt) {
        double slack = ROUNDING * Math.abs(limitAt);
        return limit.bound() == LimitBound.MINIMUM
                ? value >= limitAt - slack
                : magnitude(limit, value) <= limitAt + slack;
    }

    static double utilisation(Limit limit, double value, double limitAt) {
        double used = limit.bound() == LimitBound.MINIMUM ? limitAt : magnitude(limit, value);
        double available = limit.bound() == LimitBound.MINIMUM ? value : limitAt;
        if (used <= 0) {
            return 0;
        }
        return available > 0 ? Math.min(Double.MAX_VALUE, used / available) : Double.MAX_VALUE;
    }

    /** A loss below zero is a gain and uses nothing; a net exposure counts on either side. */
    private static double magnitude(Limit limit, double value) {
        return isSigned(limit.measure()) ? Math.abs(value) : value;
    }

    /** Whether amounts below zero are as bad as those above. */
    static boolean isSigned(LimitMeasure measure) {
        if (measure instanceof LimitMeasure.Exposure exposure) {
            return exposure.netting() == Netting.NET;
        }
        return measure instanceof LimitMeasure.KeyRateDv01 key && key.netting() == Netting.NET;
    }
}
