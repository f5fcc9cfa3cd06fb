package io.bondtrader.strategies.execution;

import io.bondtrader.core.trade.Security;
import io.bondtrader.strategies.order.SpotPricing;
import java.math.BigDecimal;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** How a simulated venue matches. */
record VenueTerms(
        String name,
        SimulatedVenue.Matching matching,
        SimulatedVenue.FirstLook firstLook,
        SimulatedVenue.QueueModel queue,
        boolean atMid,
        double touchProbability,
        double participation,
        @Nullable ToDoubleFunction<Security> valuationHalfSpread,
        Commission commission,
        @Nullable SpotPricing spotPricing,
        @Nullable Function<String, BigDecimal> positions) {

    boolean book() {
        return matching == SimulatedVenue.Matching.BOOK;
    }
}
