package io.bondtrader.risk.liquidity;

import io.bondtrader.core.error.InvalidInput;
import java.util.Objects;

/**
 * A position with what is known of its market.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param id of the security or position
 * @param book it belongs to
 * @param bucket it is counted in, such as a rating, a sector or a tenor
 * @param value in one currency for all positions, negative if short
 * @param capacity what a day can take
 * @param cost of trading
 */
public record LiquidityPosition(
        String id, String book, String bucket, double value, TradingCapacity capacity, TradingCost cost) {

    /**
     * Checks the position.
     *
     * @throws InvalidInput if a text is blank or the value not finite
     */
    public LiquidityPosition {
        requireText("id", id);
        requireText("book", book);
        requireText("bucket", bucket);
        InvalidInput.unless(Double.isFinite(value), "value", value, "finite");
        Objects.requireNonNull(capacity);
        Objects.requireNonNull(cost);
    }

    private static void requireText(String name, String text) {
        InvalidInput.unless(!text.isBlank(), name, text, "not blank");
    }
}
