package io.bondtrader.strategies.order;

import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;

/** The rules that orders and their events share. */
final class Checks {

    private Checks() {}

    static void name(String name, String value) {
        if (value.isBlank()) {
            throw new InvalidInput(name, value, "not blank");
        }
    }

    static void positive(String name, BigDecimal value) {
        if (value.signum() <= 0) {
            throw new InvalidInput(name, value, "positive");
        }
    }

    static void notNegative(String name, BigDecimal value) {
        if (value.signum() < 0) {
            throw new InvalidInput(name, value, "zero or positive");
        }
    }

    static void finite(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new InvalidInput(name, value, "finite");
        }
    }
}
