package io.bondtrader.compliance.transparency;

/** Where somebody trades or wants to. */
public enum ExecutionPlace {
    /** A regulated market. */
    REGULATED_MARKET(true),
    /** A multilateral trading facility. */
    MTF(true),
    /** An organised trading facility. */
    OTF(true),
    /** A systematic internaliser, outside a venue. */
    SYSTEMATIC_INTERNALISER(false),
    /** Over the counter. */
    OTC(false);

    private final boolean venue;

    ExecutionPlace(boolean venue) {
        this.venue = venue;
    }

    /** {@return whether it is a trading venue} */
    public boolean venue() {
        return venue;
    }
}
