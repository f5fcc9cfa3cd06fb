package io.bondtrader.risk.pnl;

import io.bondtrader.core.error.InvalidInput;
import java.util.HashSet;
import java.util.List;

/**
 * The order in which a sequential attribution lets things happen.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param name by which results tell it
 * @param steps each of the four, once
 */
public record AttributionOrder(String name, List<Step> steps) {

    /** What happens. */
    public enum Step {
        /** Time passes: carry and roll-down. */
        TIME,
        /** Key rates move, from the shortest to the longest. */
        RATES,
        /** The spread moves. */
        SPREAD,
        /** The exchange rate moves. */
        FX
    }

    /** Time, rates, spread, exchange rate. */
    public static final AttributionOrder TIME_FIRST =
            new AttributionOrder("time, rates, spread, FX", List.of(Step.TIME, Step.RATES, Step.SPREAD, Step.FX));

    /** Rates, spread, time, exchange rate. */
    public static final AttributionOrder MARKET_FIRST =
            new AttributionOrder("rates, spread, time, FX", List.of(Step.RATES, Step.SPREAD, Step.TIME, Step.FX));

    /**
     * Checks that every step is there.
     *
     * @throws InvalidInput if the name is blank, or a step is missing or stands twice
     */
    public AttributionOrder {
        InvalidInput.unless(!name.isBlank(), "name", name, "not blank");
        steps = List.copyOf(steps);
        InvalidInput.unless(
                steps.size() == Step.values().length && new HashSet<>(steps).size() == steps.size(),
                "steps",
                steps,
                "each of the four, once");
    }
}
