package io.bondtrader.risk.pnl;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A bond's market at the close of a day.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param settlement for which the price is
 * @param curve that the bond's spread is over; its reference date is not after the settlement
 * @param dirtyPrice per 100, positive
 * @param exchangeRate units of the reporting currency for one of the bond's, positive
 */
public record MarketState(LocalDate settlement, DiscountCurve curve, double dirtyPrice, double exchangeRate) {

    /**
     * Checks the numbers.
     *
     * @throws InvalidInput if one is not positive and finite
     */
    public MarketState {
        Objects.requireNonNull(settlement);
        Objects.requireNonNull(curve);
        InvalidInput.unless(
                dirtyPrice > 0.0 && dirtyPrice < Double.POSITIVE_INFINITY, "dirtyPrice", dirtyPrice, "positive");
        InvalidInput.unless(
                exchangeRate > 0.0 && exchangeRate < Double.POSITIVE_INFINITY,
                "exchangeRate",
                exchangeRate,
                "positive");
    }
}
