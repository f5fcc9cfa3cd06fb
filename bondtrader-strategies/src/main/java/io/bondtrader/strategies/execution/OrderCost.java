package io.bondtrader.strategies.execution;

import io.bondtrader.core.trade.Money;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What an order cost against doing all of it at once, for nothing, at the middle of the market when it was decided
 * (implementation shortfall). Positive is a cost.
 *
 * <pre>
 * delay        side · done · (arrival - decision) / 100
 * trading      side · Σ face · (price - arrival) / 100
 * opportunity  side · (ordered - done) · (end - decision) / 100
 * </pre>
 *
 * <p>with middles of the market at decision, arrival and end; the three and the fees add up exactly. Accrued interest is left
 * out: it is the same on both sides. Source: Perold, <i>The Implementation Shortfall: Paper versus Reality</i>, Journal of
 * Portfolio Management 14 (1988); the split after Wagner and Edwards, <i>Best Execution</i>, Financial Analysts Journal 49
 * (1993).
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param order the order
 * @param decisionPrice middle of the market when it was decided
 * @param arrivalPrice middle when it reached the market
 * @param endPrice middle when it was over
 * @param delay cost of the time from decision to arrival, on what was done
 * @param trading cost of prices away from arrival
 * @param opportunity cost of what was not done
 * @param fees fees of the fills
 * @param averagePrice mean price of the fills by face, absent without a fill
 * @param meanMiddle mean middle from arrival to end, absent if it is not known throughout
 * @param marketAverage volume-weighted price of everybody's trades from arrival to end, absent if nothing was recorded
 */
public record OrderCost(
        ExecutedOrder order,
        BigDecimal decisionPrice,
        BigDecimal arrivalPrice,
        BigDecimal endPrice,
        Money delay,
        Money trading,
        Money opportunity,
        Money fees,
        OptionalDouble averagePrice,
        OptionalDouble meanMiddle,
        OptionalDouble marketAverage) {

    /** {@return the implementation shortfall, exactly the sum of its parts} */
    public Money total() {
        return delay.plus(trading).plus(opportunity).plus(fees);
    }

    /** {@return the shortfall in basis points of the order's clean value at the decision} */
    public double totalBp() {
        return 1e4 * total().toDouble() / (order.order().face().doubleValue() * decisionPrice.doubleValue() / 100);
    }

    /** {@return how much worse than the middle at arrival the fills were, per 100; absent without a fill} */
    public OptionalDouble againstArrival() {
        return against(OptionalDouble.of(arrivalPrice.doubleValue()));
    }

    /** {@return how much worse than the mean middle while it was worked, per 100; absent if either is unknown} */
    public OptionalDouble againstInterval() {
        return against(meanMiddle);
    }

    /** {@return how much worse than the volume-weighted price of everybody, per 100; absent if either is unknown} */
    public OptionalDouble againstMarket() {
        return against(marketAverage);
    }

    private OptionalDouble against(OptionalDouble benchmark) {
        return averagePrice.isPresent() && benchmark.isPresent()
                ? OptionalDouble.of(
                        order.order().side().sign() * (averagePrice.getAsDouble() - benchmark.getAsDouble()))
                : OptionalDouble.empty();
    }

    /** {@return the shortfall and its parts} */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "OrderCost[%s %s: delay %s, trading %s, opportunity %s, fees %s; %.2f bp]",
                order.order().id(),
                total(),
                delay,
                trading,
                opportunity,
                fees,
                totalBp());
    }
}
