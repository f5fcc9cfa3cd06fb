package io.bondtrader.strategies.execution;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Order;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * An order that is over, with its fills and the times from which its costs are counted.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param order what was to be traded
 * @param strategy who wanted it
 * @param decidedAt when it was decided
 * @param arrivedAt when it reached the market, not before the decision
 * @param endedAt when it was done or given up, not before the arrival
 * @param fills what was done, of the same security and side and no more than the order
 */
public record ExecutedOrder(
        Order order, String strategy, Instant decidedAt, Instant arrivedAt, Instant endedAt, List<ExecutedFill> fills) {

    /**
     * Copies the fills.
     *
     * @throws InvalidInput if times are in disorder, a fill is of another security or side, or there is more than the order
     */
    public ExecutedOrder {
        Objects.requireNonNull(order);
        InvalidInput.unless(!strategy.isBlank(), "strategy", strategy, "not blank");
        InvalidInput.unless(
                !arrivedAt.isBefore(decidedAt), "arrivedAt", arrivedAt, "not before the decision, " + decidedAt);
        InvalidInput.unless(!endedAt.isBefore(arrivedAt), "endedAt", endedAt, "not before the arrival, " + arrivedAt);
        fills = List.copyOf(fills);
        BigDecimal done = BigDecimal.ZERO;
        for (ExecutedFill fill : fills) {
            InvalidInput.unless(
                    fill.execution().security().id().equals(order.security().id())
                            && fill.execution()
                                    .security()
                                    .currency()
                                    .equals(order.security().currency()),
                    "security of fill " + fill.execution().id(),
                    fill.execution().security().id(),
                    "that of the order, " + order.security().id());
            InvalidInput.unless(
                    fill.execution().side() == order.side(),
                    "side of fill " + fill.execution().id(),
                    fill.execution().side(),
                    "that of the order, " + order.side());
            done = done.add(fill.execution().face());
        }
        InvalidInput.unless(done.compareTo(order.face()) <= 0, "face of the fills", done, "at most " + order.face());
    }

    /** {@return face of all fills} */
    public BigDecimal filledFace() {
        return fills.stream().map(fill -> fill.execution().face()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
