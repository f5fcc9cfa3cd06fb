package io.bondtrader.compliance.surveillance;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened in one instrument, as far as windows reach back. */
final class InstrumentFlow {

    static final long SECOND = 1_000_000_000L;
    static final long DAY = 86_400 * SECOND;
    static final long WINDOW = 3_600 * SECOND;

    /** Over how long volatility is averaged. */
    private static final double VOLATILITY_SECONDS = 7_200;

    private static final int MOST_TRADES = 2_048;
    private static final int DAYS = 60;

    final InstrumentTerms terms;
    final Map<String, Activity> byAccount = new HashMap<>();
    final Map<String, Activity> byOwner = new HashMap<>();
    final Map<String, LiveOrder> orders = new HashMap<>();
    /** The buyer's side of each trade, or the seller's where nobody sees the buyer's. */
    final Recent<Fill> trades = new Recent<>(MOST_TRADES);

    final @Nullable Object[] memory;

    long day = Long.MIN_VALUE;

    @Nullable
    FlowEvent last;

    double bid;
    double ask;
    double mid;
    double halfSpread;
    double bidDepth;
    double askDepth;
    long quotedNanos;
    double varianceRate;

    private double orderSizes;
    private long orderCount;
    /** The mean size of the orders of the day before; 0 while there is none. */
    double priorMeanOrder;

    private final double[] dailyMoves = new double[DAYS];
    private int days;
    private double lastClose;

    InstrumentFlow(InstrumentTerms terms, int detectors) {
        this.terms = terms;
        this.memory = new Object[detectors];
    }

    void quote(FlowEvent event) {
        double before = mid;
        long gap = event.timeNanos() - quotedNanos;
        bid = event.price();
        ask = event.otherPrice();
        mid = 0.5 * (bid + ask);
        halfSpread = 0.5 * (ask - bid);
        bidDepth = event.size();
        askDepth = event.otherSize();
        if (quotedNanos > 0 && gap < WINDOW) {
            double seconds = Math.max(0.001, (double) gap / SECOND);
            double weight = seconds / (VOLATILITY_SECONDS + seconds);
            varianceRate += weight * ((mid - before) * (mid - before) / seconds - varianceRate);
        }
        quotedNanos = event.timeNanos();
    }

    void entered(double size) {
        orderSizes += size;
        orderCount++;
    }

    /** Closes the books of a day; what idles for a year, or an order that nobody ended in a month, is forgotten. */
    void startDay(long newDay, long now) {
        if (day != Long.MIN_VALUE) {
            if (orderCount > 0) {
                priorMeanOrder = orderSizes / orderCount;
            }
            if (lastClose != 0 && mid != 0) { // 0 is "not known yet"
                dailyMoves[days % DAYS] = Math.abs(mid - lastClose);
                days++;
            }
            lastClose = mid;
            orderSizes = 0;
            orderCount = 0;
            trades.forgetBefore(now - WINDOW);
            forget(now);
        }
        day = newDay;
    }

    private void forget(long now) {
        Iterator<LiveOrder> open = orders.values().iterator();
        while (open.hasNext()) {
            LiveOrder order = open.next();
            if (order.enteredNanos < now - 30 * DAY) {
                open.remove();
                order.activity.live(order.sign).remove(order);
            }
        }
        for (Activity activity : byOwner.values()) {
            activity.fills.forgetBefore(now - WINDOW);
            activity.ended.forgetBefore(now - WINDOW);
        }
        byOwner.values().removeIf(activity -> idle(activity, now));
        byAccount.values().removeIf(activity -> idle(activity, now));
    }

    private static boolean idle(Activity activity, long now) {
        return activity.lastNanos < now - 366 * DAY && activity.bids.isEmpty() && activity.offers.isEmpty();
    }

    /** The mean absolute move of the last sixty days scaled to a standard deviation, or 0 with fewer than five. */
    double dailyDeviation() {
        int known = Math.min(days, DAYS);
        if (known < 5) {
            return 0;
        }
        double sum = 0;
        for (int i = 0; i < known; i++) {
            sum += dailyMoves[i];
        }
        return 1.2533141373155003 * sum / known; // sqrt(pi / 2), if moves are normal
    }

    int watchedDays() {
        return days;
    }

    int kept() {
        int sum = orders.size() + trades.size() + byAccount.size() + 1;
        for (Activity activity : byOwner.values()) {
            sum += activity.kept();
        }
        return sum;
    }
}
