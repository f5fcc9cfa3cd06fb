package io.bondtrader.strategies.execution;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a venue knows of positions, for orders that may only reduce one: what it is told, or the sum of its own fills. */
final class VenuePositions {

    private final @Nullable Function<String, BigDecimal> told;
    private final Map<String, BigDecimal> own = new HashMap<>();

    VenuePositions(@Nullable Function<String, BigDecimal> told) {
        this.told = told;
    }

    void add(WorkingOrder order, BigDecimal done) {
        if (told == null) {
            own.merge(order.security().id(), order.buys() ? done : done.negate(), BigDecimal::add);
        }
    }

    /** The face by which an order can bring the position nearer to zero; negative or zero if it cannot. */
    BigDecimal reducible(WorkingOrder order) {
        String security = order.security().id();
        BigDecimal position = told != null ? told.apply(security) : own.getOrDefault(security, BigDecimal.ZERO);
        return order.buys() ? position.negate() : position;
    }
}
