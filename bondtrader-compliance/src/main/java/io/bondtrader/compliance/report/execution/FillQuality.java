package io.bondtrader.compliance.report.execution;

import io.bondtrader.compliance.audit.EventIndices;
import java.math.BigDecimal;

/**
 * How good one execution was. With s = 1 for a purchase and -1 for a sale, prices in per cent of nominal, and all results in
 * basis points of nominal (1 bp = 0.01 per 100):
 *
 * <ul>
 *   <li>arrival slippage = s (price - mid at the order's arrival) x 100; positive is a cost. Source: A. F. Perold, The
 *       Implementation Shortfall, 1988.
 *   <li>effective spread = 2 s (price - mid at the execution) x 100; positive is a cost. Source: R. D. Huang and H. R. Stoll,
 *       1996. Rule 605 of the SEC takes the mid at the order's arrival instead; twice the arrival slippage is that figure.
 *   <li>price improvement = s (ask for a purchase, bid for a sale, at the execution - price) x 100; positive is a gain.
 * </ul>
 *
 * <p>The sources are recalled. Immutable.
 *
 * @param execution its name
 * @param order its order
 * @param venue where
 * @param nominal how much
 * @param arrivalBp arrival slippage
 * @param effectiveSpreadBp effective spread
 * @param improvementBp price improvement
 * @param millis from the order's arrival to the execution
 * @param outlier whether its slippage is far from that of its class
 * @param events order, execution and the two quotes
 */
public record FillQuality(
        String execution,
        OrderArrived order,
        String venue,
        BigDecimal nominal,
        BigDecimal arrivalBp,
        BigDecimal effectiveSpreadBp,
        BigDecimal improvementBp,
        long millis,
        boolean outlier,
        EventIndices events) {

    FillQuality flagged() {
        return new FillQuality(
                execution, order, venue, nominal, arrivalBp, effectiveSpreadBp, improvementBp, millis, true, events);
    }
}
