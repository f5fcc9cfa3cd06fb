package io.bondtrader.core.trade;

/** Which way a trade goes, seen from the book. */
public enum Side {
    /** The book gets the bond and pays. */
    BUY(1),
    /** The book gives the bond and is paid. */
    SELL(-1);

    private final int sign;

    Side(int sign) {
        this.sign = sign;
    }

    /** {@return 1 for a purchase, -1 for a sale} */
    public int sign() {
        return sign;
    }

    /** {@return the other side} */
    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }
}
