package io.bondtrader.strategies.engine;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Sums of money by what they came from. */
final class Effects {

    private final EnumMap<Effect, BigDecimal> sums = new EnumMap<>(Effect.class);

    Effects() {
        for (Effect effect : Effect.values()) {
            sums.put(effect, BigDecimal.ZERO);
        }
    }

    void add(Effect effect, BigDecimal amount) {
        if (amount.signum() != 0) {
            sums.merge(effect, amount, BigDecimal::add);
        }
    }

    BigDecimal total() {
        BigDecimal total = BigDecimal.ZERO;
        for (BigDecimal sum : sums.values()) {
            total = total.add(sum);
        }
        return total;
    }

    Map<Effect, BigDecimal> toMap() {
        return Collections.unmodifiableMap(new EnumMap<>(sums));
    }
}
