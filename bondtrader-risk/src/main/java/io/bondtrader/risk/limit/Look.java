package io.bondtrader.risk.limit;

/** The ways in which the portfolio is looked at while orders are working. */
final class Look {

    /** As it is. */
    static final int FILLED = 0;

    /** As if all working purchases were done, and no sale. */
    static final int WITH_PURCHASES = 1;

    /** As if all working sales were done, and no purchase. */
    static final int WITH_SALES = 2;

    /** As if all working orders were done. */
    static final int WITH_ALL = 3;

    static final int COUNT = 4;

    private Look() {}
}
