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
 * @param fills what was done, no more than the order
 */
public record ExecutedOrder(
        Order order, String strategy, Instant decidedAt, Instant arrivedAt, Instant endedAt, List<ExecutedFill> fills) {

    /**
     * Copies the fills.
     *
     * @throws InvalidInput if the strategy is blank, times are in disorder, fees are in another currency, or more was done than ordered
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
                    fill.fees().currency().equals(order.security().currency()),
                    "fees of fill " + fill.id(),
                    fill.fees(),
                    "in the currency of the security, "
                            + order.security().currency().getCurrencyCode());
            done = done.add(fill.face());
        }
        InvalidInput.unless(done.compareTo(order.face()) <= 0, "face of the fills", done, "at most " + order.face());
    }

    /** {@return face of all fills} */
    public BigDecimal filledFace() {
        return fills.stream().map(ExecutedFill::face).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
