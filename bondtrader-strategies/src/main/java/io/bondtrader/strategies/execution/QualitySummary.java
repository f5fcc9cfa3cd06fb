package io.bondtrader.strategies.execution;

import io.bondtrader.core.trade.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How good the fills of a venue or a dealer were. Means are weighted by face, over the fills for which the figure is known, and
 * absent if it is for none.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param name of the venue or dealer
 * @param fills how many
 * @param face their face in all
 * @param fees their fees
 * @param effectiveSpread mean, per 100
 * @param realisedSpread mean, per 100
 * @param markouts means, one a horizon, per 100
 */
public record QualitySummary(
        String name,
        int fills,
        BigDecimal face,
        Money fees,
        OptionalDouble effectiveSpread,
        OptionalDouble realisedSpread,
        List<OptionalDouble> markouts) {

    /** Copies the markouts. */
    public QualitySummary {
        markouts = List.copyOf(markouts);
    }
}
