package io.bondtrader.strategies.execution;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How good the price of a fill was beside the middle of the market then and later. Per 100 face.
 *
 * <pre>
 * effective spread   2 · side · (price - middle at the fill)
 * realised spread    2 · side · (price - middle after the first horizon)
 * markout            side · (middle after a horizon - price)
 * </pre>
 *
 * <p>The effective spread is what was paid, the realised spread what the other side kept; a negative markout says that the
 * market went against the fill. Source: Huang and Stoll, <i>Dealer versus Auction Markets</i>, Journal of Financial Economics
 * 41 (1996). Immutable and safe for use by many threads.
 *
 * @param order its order
 * @param fill the fill
 * @param effectiveSpread absent if the middle is not known
 * @param realisedSpread absent if the middle is not known, or there is no horizon
 * @param markouts one a horizon, each absent if the middle is not known
 */
public record FillQuality(
        ExecutedOrder order,
        ExecutedFill fill,
        OptionalDouble effectiveSpread,
        OptionalDouble realisedSpread,
        List<OptionalDouble> markouts) {

    /** Copies the markouts. */
    public FillQuality {
        markouts = List.copyOf(markouts);
    }
}
