package io.bondtrader.compliance.surveillance;

/** What a detector looks for. */
public enum DetectorKind {
    /** One large order that was never meant to trade, withdrawn after the other side traded. */
    SPOOFING_ORDER("spoofing by one order"),
    /** Large orders on one side withdrawn again and again after small trades on the other. */
    SPOOFING_PATTERN("spoofing by size asymmetry"),
    /** Orders on several levels of one side withdrawn after a trade on the other. */
    LAYERING("layering"),
    /** A trade whose two sides belong to one owner. */
    WASH_TRADE("wash trade within one owner"),
    /** Two owners whose prearranged trades cancel out. */
    WASH_MATCHED("wash trades by matched orders"),
    /** Owners who pass a bond around in a circle. */
    WASH_CYCLE("wash trades in a circle"),
    /** Prints that make a bond look traded and change nobody's position. */
    PAINTING_TAPE("painting the tape"),
    /** Trades that move the price at the fix, which then comes back. */
    MARKING_CLOSE("marking the close"),
    /** A trade ahead of a client's order, closed after it. */
    FRONT_RUNNING("front running"),
    /** An unusual trade before news that made it profitable. */
    INSIDER_DEALING("insider dealing"),
    /** Trades that drive the price one way and are then unwound into it. */
    RAMPING("ramping"),
    /** Orders in masses, withdrawn at once. */
    QUOTE_STUFFING("quote stuffing"),
    /** Too many orders for the trades of a session. */
    ORDER_TO_TRADE("order-to-trade ratio"),
    /** Orders too far from the market to be meant. */
    NO_INTENT("orders without intent to trade"),
    /** A trade far from the market. */
    OFF_MARKET("off-market price"),
    /** One owner controls so much of an issue that others cannot borrow it. */
    CONCENTRATION("squeeze or concentration"),
    /** A related market moved for the profit of a trade in the bond. */
    CROSS_PRODUCT("cross-product manipulation"),
    /** A trade in a bond that was closed to the owner. */
    RESTRICTED_LIST("restricted list"),
    /** A personal trade that nobody cleared, or closed too early. */
    PERSONAL_ACCOUNT("personal account"),
    /** Blocks allocated after the market has shown which were good. */
    LATE_ALLOCATION("late allocation");

    private final String title;

    DetectorKind(String title) {
        this.title = title;
    }

    /** {@return what it is called in a report} */
    public String title() {
        return title;
    }
}
