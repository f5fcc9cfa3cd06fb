package io.bondtrader.risk.limit;

import io.bondtrader.core.trade.Order;
import java.math.BigDecimal;

/**
 * An order that was accepted and is not done yet: what is open of it counts against the limits.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param order the order as it was accepted
 * @param open face that is not filled yet
 */
public record WorkingOrder(Order order, BigDecimal open) {}
