package io.bondtrader.compliance.transparency;

import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/**
 * When a bond counts as liquid.
 *
 * @param method how that is found
 * @param currency of its amounts
 * @param averageDailyNotional for {@code QUARTERLY}: at least so much a day
 * @param tradesPerDay for {@code QUARTERLY}: at least so many a day
 * @param daysTradedPct for {@code QUARTERLY}: on at least so many per cent of the trading days
 * @param minimum issuance from which on a type is liquid: for {@code QUARTERLY} before there are figures, for {@code
 *     ISSUANCE_SIZE} always; a type that is absent never is
 */
record LiquidityRule(
        Method method,
        String currency,
        BigDecimal averageDailyNotional,
        BigDecimal tradesPerDay,
        BigDecimal daysTradedPct,
        Map<BondClass, BigDecimal> minimum) {

    /** How liquidity is found. */
    enum Method {
        /** By the figures of a quarter, published by the authority. */
        QUARTERLY,
        /** By type and issuance. */
        ISSUANCE_SIZE,
        /** Not at all: the rule does not ask for it. */
        NONE
    }

    static LiquidityRule read(JsonMembers json) {
        Method method = json.constant("method", Method.class);
        String currency = "";
        BigDecimal notional = BigDecimal.ZERO;
        BigDecimal trades = BigDecimal.ZERO;
        BigDecimal days = BigDecimal.ZERO;
        Map<BondClass, BigDecimal> minimum = new EnumMap<>(BondClass.class);
        if (method != Method.NONE) {
            currency = json.text("currency");
            minimum = byClass(json.object("minimum"));
        }
        if (method == Method.QUARTERLY) {
            notional = json.decimal("averageDailyNotional");
            trades = json.decimal("tradesPerDay");
            days = json.decimal("daysTradedPct");
        }
        return new LiquidityRule(method, currency, notional, trades, days, Map.copyOf(minimum));
    }

    private static Map<BondClass, BigDecimal> byClass(JsonMembers json) {
        Map<BondClass, BigDecimal> minimum = new EnumMap<>(BondClass.class);
        json.decimals().forEach((name, amount) -> {
            for (BondClass one : BondClass.values()) {
                if (one.name().equals(name)) {
                    minimum.put(one, amount);
                }
            }
            InvalidInput.unless(amount.signum() > 0, "minimum of " + name, amount, "positive");
        });
        json.requireAllRead();
        return minimum;
    }

    boolean enough(BondClass type, BigDecimal issuance) {
        BigDecimal least = minimum.get(type);
        return least != null && issuance.compareTo(least) >= 0;
    }
}
