package io.bondtrader.strategies.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Divides an amount among shares in proportion, to the last unit: boundaries between the shares are rounded down to whole
 * units, so that nobody is more than one unit from his due and the parts add up.
 */
final class ProRata {

    private ProRata() {}

    /**
     * Divides an amount.
     *
     * @param amount to be divided, at most the sum of the shares for parts that exceed no share
     * @param shares 0 or more, not all 0
     * @return a part for each share
     */
    static BigDecimal[] divide(BigDecimal amount, BigDecimal[] shares) {
        BigDecimal total = BigDecimal.ZERO;
        int last = 0;
        for (int i = 0; i < shares.length; i++) {
            total = total.add(shares[i]);
            last = shares[i].signum() == 0 ? last : i;
        }
        BigDecimal[] parts = new BigDecimal[shares.length];
        BigDecimal before = BigDecimal.ZERO;
        BigDecimal prefix = BigDecimal.ZERO;
        for (int i = 0; i < shares.length; i++) {
            prefix = prefix.add(shares[i]);
            BigDecimal boundary = i >= last ? amount : amount.multiply(prefix).divide(total, 0, RoundingMode.DOWN);
            parts[i] = boundary.subtract(before);
            before = boundary;
        }
        return parts;
    }
}
