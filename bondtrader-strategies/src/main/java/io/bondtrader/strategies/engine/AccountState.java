package io.bondtrader.strategies.engine;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an account holds and has earned at one time. Money is in the engine's currency, exact: the sum of the effects is the
 * equity, to the last digit.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param strategy whose account it is
 * @param equity profit since the start: cash, settled or not, and positions with interest
 * @param settledCash on the balance, negative if owed
 * @param unsettledCash of trades and coupons that are not paid yet
 * @param grossValue of all positions, regardless of sign, with interest
 * @param dv01 currency units for one basis point, long less short
 * @param grossDv01 the same regardless of sign
 * @param traded value of all trades since the start, with interest
 * @param costs of trading since the start: prices against marks, and fees
 * @param faces by identifier of the security
 * @param effects what the equity came from
 */
public record AccountState(
        String strategy,
        BigDecimal equity,
        BigDecimal settledCash,
        BigDecimal unsettledCash,
        BigDecimal grossValue,
        double dv01,
        double grossDv01,
        BigDecimal traded,
        BigDecimal costs,
        Map<String, BigDecimal> faces,
        Map<Effect, BigDecimal> effects) {

    /** Copies the maps. */
    public AccountState {
        faces = Collections.unmodifiableMap(new TreeMap<>(faces));
        effects = Collections.unmodifiableMap(new TreeMap<>(effects));
    }

    /**
     * Returns what came from one cause.
     *
     * @param effect the cause
     * @return money, negative for a loss
     */
    public BigDecimal effect(Effect effect) {
        return effects.getOrDefault(effect, BigDecimal.ZERO);
    }
}
