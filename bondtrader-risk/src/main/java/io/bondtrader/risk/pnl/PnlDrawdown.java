package io.bondtrader.risk.pnl;

import io.bondtrader.core.error.InvalidInput;
import java.util.Locale;

/**
 * How far profit and loss has fallen from its best: the measure of a limit on losses of a day, a month or a trader.
 *
 * <p>Safe for use by many threads.
 */
public final class PnlDrawdown {

    private double start;
    private double peak;
    private double last;
    private double deepest;

    private PnlDrawdown(double start) {
        this.start = start;
        this.peak = start;
        this.last = start;
    }

    /**
     * Returns a measure that starts from a profit.
     *
     * @param profit at the start of the period, in reporting currency
     * @return the measure
     * @throws InvalidInput if the profit is not finite
     */
    public static PnlDrawdown from(double profit) {
        InvalidInput.unless(Double.isFinite(profit), "profit", profit, "finite");
        return new PnlDrawdown(profit);
    }

    /**
     * Takes the profit of now.
     *
     * @param profit in reporting currency
     * @return how far it lies below the best, 0 or more
     * @throws InvalidInput if the profit is not finite
     */
    public synchronized double update(double profit) {
        InvalidInput.unless(Double.isFinite(profit), "profit", profit, "finite");
        last = profit;
        peak = Math.max(peak, profit);
        deepest = Math.max(deepest, peak - profit);
        return peak - profit;
    }

    /** {@return how far the last profit lies below the best, 0 or more} */
    public synchronized double drawdown() {
        return peak - last;
    }

    /** {@return how far a profit has ever lain below the best before it, 0 or more} */
    public synchronized double deepest() {
        return deepest;
    }

    /** {@return how far the last profit lies below the first, 0 or more} */
    public synchronized double lossSinceStart() {
        return Math.max(0.0, start - last);
    }

    /** Begins a new period at the last profit. */
    public synchronized void restart() {
        start = last;
        peak = last;
        deepest = 0.0;
    }

    @Override
    public synchronized String toString() {
        return String.format(Locale.ROOT, "PnlDrawdown[%.2f below %.2f, deepest %.2f]", peak - last, peak, deepest);
    }
}
