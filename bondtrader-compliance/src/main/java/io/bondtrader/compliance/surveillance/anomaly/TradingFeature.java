package io.bondtrader.compliance.surveillance.anomaly;

/**
 * What is measured of a window of trading. Counts and faces are logarithms, so that twice as much is the same step for a
 * small and a large trader; shares are pulled to one half by one imagined event, so that a window with one order is not
 * extreme.
 */
public enum TradingFeature {
    /** Orders entered: {@code log(1 + n)}. */
    ORDERS("orders entered", 0.1, true),
    /** Orders withdrawn, of all that were withdrawn or filled. */
    CANCELLATION("share withdrawn", 0.05, true),
    /** Messages for each fill: {@code log((1 + messages) / (1 + fills))}. */
    MESSAGES("messages for each fill", 0.1, true),
    /** Mean face of the orders entered: {@code log(1 + face)}. */
    SIZE("mean order size", 0.1, true),
    /** Fills that took liquidity, of all fills. */
    AGGRESSION("share of aggressive fills", 0.05, true),
    /** Face bought less face sold, over both: from -1 to 1. */
    IMBALANCE("bought less sold", 0.05, true),
    /** Different accounts on the other side of fills: {@code log(1 + n)}. */
    COUNTERPARTIES("counterparties", 0.1, true),
    /** Gain of the window's own fills at the middle at its end, in price points for each unit of face. */
    PROFIT("gain for each unit of face", 0.001, true),
    /** Face left open by the window's own fills, summed over instruments: {@code log(1 + face)}. */
    INVENTORY("position left open", 0.1, true),
    /** Hour of the day, from 0 to 24, compared with all windows and not with those of the same hour. */
    HOUR("hour of the day", 0.5, false);

    private final String title;
    private final double resolution;
    private final boolean seasonal;

    TradingFeature(String title, double resolution, boolean seasonal) {
        this.title = title;
        this.resolution = resolution;
        this.seasonal = seasonal;
    }

    /** {@return the feature in words} */
    public String title() {
        return title;
    }

    /** {@return the smallest deviation that means anything; a robust scale below it is taken to be it} */
    double resolution() {
        return resolution;
    }

    /** {@return whether a window is compared with those of its own hour and weekday} */
    boolean seasonal() {
        return seasonal;
    }
}
