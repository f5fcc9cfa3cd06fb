package io.bondtrader.strategies.strategy;

/** Which way an intent bets on an instrument's price. */
public enum Direction {
    /** The price is to rise. */
    LONG(1),
    /** Nothing is to be held. */
    FLAT(0),
    /** The price is to fall. */
    SHORT(-1);

    private final int sign;

    Direction(int sign) {
        this.sign = sign;
    }

    /** {@return 1 for long, 0 for flat, -1 for short} */
    public int sign() {
        return sign;
    }

    /**
     * Returns the direction of a signed number.
     *
     * @param signed any number
     * @return long if it is positive, short if negative, else flat
     */
    public static Direction ofSign(double signed) {
        return signed > 0.0 ? LONG : signed < 0.0 ? SHORT : FLAT;
    }
}
