package io.bondtrader.strategies.error;

import io.bondtrader.core.error.ErrorCode;

/** The failures of {@code bondtrader-strategies}: {@code BT-41nn}. Bad input keeps the codes of core. */
public enum TradingErrorCode implements ErrorCode {
    /** An event does not follow from the state that an order is in. */
    ILLEGAL_TRANSITION("BT-4101", "An order cannot do that in its state.", false),
    /** Something asked for data that was not published yet. */
    LOOK_AHEAD("BT-4102", "Data was asked for before it was published.", false),
    /** No strategy of that name is registered. */
    UNKNOWN_STRATEGY("BT-4103", "There is no strategy of that name.", false);

    private final String id;
    private final String summary;
    private final boolean retryable;

    TradingErrorCode(String id, String summary, boolean retryable) {
        this.id = id;
        this.summary = summary;
        this.retryable = retryable;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String summary() {
        return summary;
    }

    @Override
    public boolean retryable() {
        return retryable;
    }
}
