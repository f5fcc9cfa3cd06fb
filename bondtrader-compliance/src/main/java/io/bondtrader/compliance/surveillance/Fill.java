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

    /** The middle once the market has answered: at the last quote within seconds of the fill and before the next one. */
    double midAfter;

    Fill(FlowEvent event, Activity activity, @Nullable LiveOrder order) {
        this.event = event;
        this.activity = activity;
        this.order = order;
        this.mid = activity.instrument.mid;
        this.halfSpread = activity.instrument.halfSpread;
        this.varianceRate = activity.instrument.knownVarianceRate();
        this.midAfter = mid;
    }

    long time() {
        return event.timeNanos();
    }

    /** The other side's fill of the same trade, where it is seen. */
    @Nullable
    Fill opposite;

    /** How far the market moved to the side of this fill in answer to it. */
    double impact() {
        return sign() * (midAfter - mid);
    }

    /** Whether the fill that follows this one in the flow is the other side of the same trade. */
    boolean meets(Fill next) {
        return next.time() == time()
                && next.sign() == -sign()
                && next.size() == size()
                && next.event.price() == event.price();
    }

    /** The time between the entries of the two orders of the trade; 0 where either is not seen. */
    long entriesApart() {
        LiveOrder other = opposite == null ? null : opposite.order;
        return order == null || other == null ? 0 : Math.abs(order.enteredNanos - other.enteredNanos);
    }

    int sign() {
        return event.sign();
    }

    double size() {
        return event.size();
    }
}
