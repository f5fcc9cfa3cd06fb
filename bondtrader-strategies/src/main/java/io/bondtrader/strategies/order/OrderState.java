package io.bondtrader.strategies.order;

/** Where an order is in its life. */
public enum OrderState {
    /** Made, not looked at yet. */
    INITIALISED(Stage.LOCAL),
    /** Held back: its trigger is watched here, not at a venue. */
    EMULATED(Stage.LOCAL),
    /** Its trigger was reached, or its parent was filled. */
    RELEASED(Stage.LOCAL),
    /** Sent, no answer yet. */
    SUBMITTED(Stage.IN_FLIGHT),
    /** A cancel was sent, no answer yet. */
    PENDING_CANCEL(Stage.IN_FLIGHT),
    /** A change was sent, no answer yet. */
    PENDING_REPLACE(Stage.IN_FLIGHT),
    /** Works at the venue. */
    ACCEPTED(Stage.OPEN),
    /** Its stop was reached, it works as what it became. */
    TRIGGERED(Stage.OPEN),
    /** Part of it is done. */
    PARTIALLY_FILLED(Stage.OPEN),
    /** Refused before it left the house. */
    DENIED(Stage.ENDED),
    /** Refused by the venue. */
    REJECTED(Stage.ENDED),
    /** Withdrawn. */
    CANCELLED(Stage.ENDED),
    /** Its time ran out. */
    EXPIRED(Stage.ENDED),
    /** All of it is done. */
    FILLED(Stage.ENDED);

    /** The four parts of a life. */
    public enum Stage {
        /** Has not left the house. */
        LOCAL,
        /** Waits for an answer of the venue. */
        IN_FLIGHT,
        /** Works. */
        OPEN,
        /** Is over: no more than a late fill can happen. */
        ENDED
    }

    private final Stage stage;

    OrderState(Stage stage) {
        this.stage = stage;
    }

    /** {@return the part of its life} */
    public Stage stage() {
        return stage;
    }

    /** {@return whether it is over} */
    public boolean ended() {
        return stage == Stage.ENDED;
    }

    /** {@return whether a venue may know of it and it is not over} */
    public boolean atVenue() {
        return stage == Stage.IN_FLIGHT || stage == Stage.OPEN;
    }

    @SuppressWarnings("EnumOrdinal") // a place in a word of bits that lives as long as the program
    int bit() {
        return 1 << ordinal();
    }
}
