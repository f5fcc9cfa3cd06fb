package io.bondtrader.compliance.surveillance;

import org.jspecify.annotations.Nullable;

/** A fill as windows keep it, with the market at its time. */
final class Fill {

    final FlowEvent event;
    final Activity activity;
    final @Nullable LiveOrder order;
    final double mid;
    final double halfSpread;
    /** The variance of the middle a second, as known when it was filled. */
    final double varianceRate;

    Fill(FlowEvent event, Activity activity, @Nullable LiveOrder order) {
        this.event = event;
        this.activity = activity;
        this.order = order;
        this.mid = activity.instrument.mid;
        this.halfSpread = activity.instrument.halfSpread;
        this.varianceRate = activity.instrument.varianceRate;
    }

    long time() {
        return event.timeNanos();
    }

    int sign() {
        return event.sign();
    }

    double size() {
        return event.size();
    }
}
