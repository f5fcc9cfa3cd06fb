package io.bondtrader.strategies.error;

/** An event that does not follow from the state that an order is in. The order stays as it was. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class IllegalTransition extends TradingException {

    /**
     * Reports what cannot happen.
     *
     * @param order the order's identifier
     * @param state the state that it is in
     * @param event what was to happen
     */
    public IllegalTransition(String order, String state, String event) {
        super(
                TradingErrorCode.ILLEGAL_TRANSITION,
                "order " + order + " must be in a state that allows " + event + ", was " + state);
    }
}
