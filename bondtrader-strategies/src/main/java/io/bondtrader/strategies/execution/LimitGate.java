package io.bondtrader.strategies.execution;

import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.trade.Order;
import io.bondtrader.risk.limit.Decision;
import io.bondtrader.risk.limit.LimitEngine;
import java.util.Objects;

/**
 * Holds a desk's orders to the limits of {@code bondtrader-risk}. An order that passes counts as working until it is done or
 * has ended; one that would pass only in part does not pass. Give the engine's {@link LimitEngine#record} to the desk's
 * blotter, so that it hears of fills.
 *
 * <p>A change to more is checked and not counted: what it adds counts as it is filled. As safe for threads as the engine.
 */
public final class LimitGate implements OrderDesk.Gate {

    private final LimitEngine limits;

    private LimitGate(LimitEngine limits) {
        this.limits = limits;
    }

    /**
     * Returns a gate.
     *
     * @param limits the limits; their securities must be those that are traded
     * @return the gate
     */
    public static LimitGate of(LimitEngine limits) {
        return new LimitGate(Objects.requireNonNull(limits));
    }

    @Override
    public String refusal(Order order) {
        String reason = reason(limits.check(order));
        if (!reason.isEmpty()) {
            return reason;
        }
        Decision decision = limits.submit(order);
        String changed = reason(decision);
        if (!changed.isEmpty() && decision.isAccepted()) {
            ended(order.id()); // another order came between: what would have passed is not wanted
        }
        return changed;
    }

    @Override
    public String refusalOfMore(Order more) {
        return reason(limits.check(more));
    }

    private static String reason(Decision decision) {
        boolean whole = decision.isAccepted() && !(decision instanceof Decision.Reduced);
        if (whole) {
            return "";
        }
        String largest = "at most " + decision.largestFace().toPlainString() + " passes";
        return decision.reasons().isEmpty() ? largest : decision.reasons().get(0) + "; " + largest;
    }

    @Override
    public void ended(String orderId) {
        try {
            limits.cancel(orderId);
        } catch (MissingData doneAlready) {
            // what was changed to more and filled beyond its first size is no longer counted as working
        }
    }
}
