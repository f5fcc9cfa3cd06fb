package io.bondtrader.compliance.surveillance;

/** An order as the flow has shown it so far, and the market when it was entered. */
final class LiveOrder {

    final String id;
    final String venue;
    final Activity activity;
    final int sign;
    final long enteredNanos;
    final long enteredIndex;
    /** The middle of the market and half its spread at entry; 0 while there was no market. */
    final double mid;

    final double halfSpread;
    /** How far behind the best price of its own side it was entered, in half-spreads; negative inside the market. */
    final double depth;
    /** What its side displayed on five levels at entry. */
    final double sideDepth;

    double price;
    double size;
    double filled;
    /** The closest it ever was to the middle, in daily volatilities; infinite while there is no volatility. */
    double closestSigmas;

    long endedNanos;
    boolean cancelled;
    /** When, at its end, its owner had last traded on the other side. */
    long oppositeFillNanos = Long.MIN_VALUE;

    LiveOrder(FlowEvent event, Activity activity) {
        InstrumentFlow instrument = activity.instrument;
        this.id = event.orderId();
        this.venue = event.venue();
        this.activity = activity;
        this.sign = event.sign();
        this.enteredNanos = event.timeNanos();
        this.enteredIndex = event.index();
        this.mid = instrument.mid;
        this.halfSpread = instrument.halfSpread;
        double best = sign > 0 ? instrument.bid : instrument.ask;
        this.depth = halfSpread > 0 ? sign * (best - event.price()) / halfSpread : Double.NEGATIVE_INFINITY;
        this.sideDepth = sign > 0 ? instrument.bidDepth : instrument.askDepth;
        this.price = event.price();
        this.size = event.size();
        this.closestSigmas = sigmasAway(event.price());
    }

    void amend(double newPrice, double newSize) {
        price = newPrice;
        size = newSize;
        closestSigmas = Math.min(closestSigmas, sigmasAway(newPrice));
    }

    double open() {
        return Math.max(0, size - filled);
    }

    private double sigmasAway(double at) {
        double sigma = activity.instrument.dailyDeviation();
        return sigma > 0 ? sign * (activity.instrument.mid - at) / sigma : 0;
    }
}
