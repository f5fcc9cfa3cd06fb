package io.bondtrader.strategies.engine;

import io.bondtrader.core.error.InvalidInput;
import java.util.Objects;
import java.util.Optional;

/**
 * By whom, how often and from how much of the past capital is allocated.
 *
 * <p>Immutable; safe for use by many threads if the allocator is.
 *
 * @param allocator decides on the shares
 * @param everyDays business days between two allocations, positive
 * @param windowDays how many of the newest days count, 2 or more
 * @param firstDays how many days there must be before the first allocation, 2 or more; until then everybody takes full risk
 * @param breaker takes risk off all when they move together, if wished
 */
public record CapitalPlan(
        CapitalAllocator allocator,
        int everyDays,
        int windowDays,
        int firstDays,
        Optional<CorrelationBreaker> breaker) {

    /**
     * Checks the plan.
     *
     * @throws InvalidInput if a number is out of its range
     */
    public CapitalPlan {
        Objects.requireNonNull(allocator);
        Objects.requireNonNull(breaker);
        InvalidInput.unless(everyDays > 0, "everyDays", everyDays, "positive");
        InvalidInput.unless(windowDays >= 2, "windowDays", windowDays, "2 or more");
        InvalidInput.unless(firstDays >= 2, "firstDays", firstDays, "2 or more");
    }

    /**
     * Returns a plan that allocates every 21 days from the last 504, first after 126.
     *
     * @param allocator decides on the shares
     * @return the plan
     */
    public static CapitalPlan monthly(CapitalAllocator allocator) {
        return new CapitalPlan(allocator, 21, 504, 126, Optional.empty());
    }

    /**
     * Returns the plan with a correlation breaker.
     *
     * @param newBreaker takes risk off all when they move together
     * @return the copy
     */
    public CapitalPlan guardedBy(CorrelationBreaker newBreaker) {
        return new CapitalPlan(allocator, everyDays, windowDays, firstDays, Optional.of(newBreaker));
    }
}
