package io.bondtrader.strategies.execution;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Prices of the market as exact decimals. */
final class Prices {

    private static final int DIGITS = 10;

    private Prices() {}

    /** The decimal that a price is printed as; computed ones are rounded to ten places. */
    static BigDecimal exact(double price) {
        BigDecimal exact = BigDecimal.valueOf(price);
        return exact.scale() > DIGITS ? exact.setScale(DIGITS, RoundingMode.HALF_EVEN) : exact;
    }
}
