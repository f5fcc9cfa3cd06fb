package io.bondtrader.risk.limit;

import io.bondtrader.core.trade.Order;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The answer to an order. A refusal is an answer, not an exception. Immutable and safe for use by many threads.
 */
public sealed interface Decision {

    /** {@return the order that was asked about} */
    Order order();

    /** {@return what the order does to each limit that it touches, in the order of limits} */
    List<LimitImpact> impacts();

    /** {@return why it was refused, cut or warned of; empty if it was not} */
    List<Denial> reasons();

    /**
     * Returns the face that may be traded: of what was accepted, or the largest that would be.
     *
     * @return in whole lots; zero if nothing may be traded
     */
    BigDecimal largestFace();

    /** {@return whether something may be traded now: the whole order, or the reduced one} */
    default boolean isAccepted() {
        return !(this instanceof Rejected);
    }

    /**
     * Returns the limit that decides: of those that stop the order, the one that leaves least of it; of an order that
     * nothing stops, the one that is used most.
     *
     * @return what the order does to it; empty if no limit touches the order
     */
    default Optional<LimitImpact> bindingLimit() {
        LimitImpact binding = null;
        for (LimitImpact impact : impacts()) {
            if (binding == null || binds(impact, binding)) {
                binding = impact;
            }
        }
        return Optional.ofNullable(binding);
    }

    private static boolean binds(LimitImpact one, LimitImpact other) {
        boolean oneStops = !one.passes() && one.limit().action() != LimitAction.WARN;
        boolean otherStops = !other.passes() && other.limit().action() != LimitAction.WARN;
        if (oneStops != otherStops) {
            return oneStops;
        }
        BigDecimal oneFace = one.largestFace();
        BigDecimal otherFace = other.largestFace();
        int less = oneStops && oneFace != null && otherFace != null ? oneFace.compareTo(otherFace) : 0;
        return less != 0 ? less < 0 : one.utilisation() > other.utilisation();
    }

    /**
     * The order is within all limits.
     *
     * @param order the order
     * @param impacts what it does to each limit
     */
    record Accepted(Order order, List<LimitImpact> impacts) implements Decision {

        @Override
        public List<Denial> reasons() {
            return List.of();
        }

        @Override
        public BigDecimal largestFace() {
            return order.face();
        }
    }

    /**
     * The order passes, and somebody should know that a limit that only warns is exceeded, or that one is exceeded already
     * and the order takes it no further.
     *
     * @param order the order
     * @param impacts what it does to each limit
     * @param reasons the warnings
     */
    record AcceptedWithWarnings(Order order, List<LimitImpact> impacts, List<Denial> reasons) implements Decision {

        @Override
        public BigDecimal largestFace() {
            return order.face();
        }
    }

    /**
     * The order passes in a smaller size.
     *
     * @param order the order that was asked about
     * @param impacts what it would do to each limit in its full size
     * @param reasons the limits that cut it, then what the smaller order is warned of
     * @param reduced the order that passes
     */
    record Reduced(Order order, List<LimitImpact> impacts, List<Denial> reasons, Order reduced) implements Decision {

        @Override
        public BigDecimal largestFace() {
            return reduced.face();
        }
    }

    /**
     * The order does not pass.
     *
     * @param order the order
     * @param impacts what it would do to each limit in its full size
     * @param reasons what stops it
     * @param largestFace the largest face that would pass, in whole lots
     */
    record Rejected(Order order, List<LimitImpact> impacts, List<Denial> reasons, BigDecimal largestFace)
            implements Decision {}
}
