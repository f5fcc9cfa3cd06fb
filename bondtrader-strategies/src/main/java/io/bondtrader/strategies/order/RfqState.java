package io.bondtrader.strategies.order;

/** Where a request for quotes is in its life. */
public enum RfqState {
    /** Sent to the dealers, no live quote yet. */
    REQUESTED(false),
    /** At least one dealer has answered. */
    QUOTED(false),
    /** A quote was taken; its dealer looks at it for the last time. */
    ACCEPTED(false),
    /** The dealer has agreed to a spread or a yield; the price is set at the spot. */
    TO_SPOT(false),
    /** Done with a dealer. */
    DONE(true),
    /** Done elsewhere. */
    DONE_AWAY(true),
    /** Its time ran out. */
    EXPIRED(true),
    /** Withdrawn. */
    CANCELLED(true),
    /** Every dealer declined. */
    DECLINED(true);

    private final boolean ended;

    RfqState(boolean ended) {
        this.ended = ended;
    }

    /** {@return whether it is over} */
    public boolean ended() {
        return ended;
    }

    @SuppressWarnings("EnumOrdinal") // a place in a word of bits that lives as long as the program
    int bit() {
        return 1 << ordinal();
    }
}
