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

    private static final long SAMPLE = 60 * SECOND;
    private static final double WARM_UP_SECONDS = 1_800;

    /** How long the market may take to answer a trade. */
    private static final long ANSWER = 5 * SECOND;

    private static final int MOST_TRADES = 2_048;
    private static final int DAYS = 60;
    private static final int IDLE_DAYS = 366;

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
    private double varianceRate;
    /** How much of the volatility's weights the quotes so far have filled, and over how long. */
    private double varianceWeight;

    private double sampledSeconds;
    /** The middle when it was last sampled, and its move until then for the square root of a second; NaN if unknown. */
    private long sampledNanos;

    private double sampledMid;
    private double sampledMove = Double.NaN;
    private @Nullable Fill newest;
    /** The newest fill that took liquidity, while the market may still answer it. */
    private @Nullable Fill unanswered;

    private boolean answering;

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
        bid = event.price();
        ask = event.otherPrice();
        mid = 0.5 * (bid + ask);
        halfSpread = 0.5 * (ask - bid);
        bidDepth = event.size();
        askDepth = event.otherSize();
        long gap = event.timeNanos() - sampledNanos;
        if (sampledNanos == 0 || gap >= SAMPLE) {
            sample(gap);
            sampledNanos = event.timeNanos();
            sampledMid = mid;
        }
        if (unanswered != null) {
            answer(unanswered, event.timeNanos());
        }
    }

    /**
     * Bipower variation: the product of two moves that follow each other, so that a single jump does not pass for volatility.
     * Source: Barndorff-Nielsen and Shephard 2004, "Power and bipower variation with stochastic volatility and jumps",
     * Journal of Financial Econometrics 2; here with weights that fade.
     */
    private void sample(long gap) {
        double seconds = (double) gap / SECOND;
        double move = sampledNanos == 0 || gap >= WINDOW ? Double.NaN : Math.abs(mid - sampledMid) / Math.sqrt(seconds);
        double both = move * sampledMove;
        if (!Double.isNaN(both)) {
            double weight = seconds / (VOLATILITY_SECONDS + seconds);
            varianceRate += weight * (0.5 * Math.PI * both - varianceRate);
            varianceWeight += weight * (1 - varianceWeight);
            sampledSeconds += seconds;
        }
        sampledMove = move;
    }

    private void answer(Fill fill, long now) {
        if (now - fill.time() <= ANSWER) {
            fill.midAfter = mid;
            answering = true;
        } else {
            unanswered = null;
        }
    }

    /**
     * A trade on its tape: the market's next quotes are its answer. What others trade at the very instant of a trade once the
     * market has begun to answer it is part of the answer: orders that lay on the way.
     */
    void traded(Fill fill) {
        if (newest != null && newest.opposite == null && newest.meets(fill)) {
            newest.opposite = fill;
            fill.opposite = newest;
        }
        newest = fill;
        boolean onTheWay = unanswered != null
                && answering
                && unanswered.time() == fill.time()
                && unanswered.activity != fill.activity;
        if (fill.event.aggressive() && !onTheWay) {
            unanswered = fill;
            answering = false;
        }
    }

    /** The variance of the middle a second; 0 until quotes of half an hour tell it. */
    double knownVarianceRate() {
        return sampledSeconds < WARM_UP_SECONDS ? 0 : varianceRate / varianceWeight;
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

    /** Whether nothing was heard of it for a year: by days, so that it is the same whatever comes in between. */
    boolean idle(long today) {
        return day < today - IDLE_DAYS;
    }

    private static boolean idle(Activity activity, long now) {
        return activity.lastNanos < now - IDLE_DAYS * DAY && activity.bids.isEmpty() && activity.offers.isEmpty();
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
