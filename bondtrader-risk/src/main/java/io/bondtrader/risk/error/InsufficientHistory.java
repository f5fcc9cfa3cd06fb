package io.bondtrader.risk.error;

/** Fewer observations than an estimate needs. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class InsufficientHistory extends RiskException {

    private final int observations;
    private final int needed;

    /**
     * Reports a history that is too short.
     *
     * @param what the estimate, and what would make it possible
     * @param observations how many observations there are
     * @param needed how many it takes
     */
    public InsufficientHistory(String what, int observations, int needed) {
        super(
                RiskErrorCode.INSUFFICIENT_HISTORY,
                what + " must have at least " + needed + " observations, had " + observations);
        this.observations = observations;
        this.needed = needed;
    }

    /** {@return how many observations there were} */
    public int observations() {
        return observations;
    }

    /** {@return how many the estimate needs} */
    public int needed() {
        return needed;
    }
}
