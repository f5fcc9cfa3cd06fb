package io.bondtrader.strategies.execution;

/**
 * What a trade costs before it is done: for back-tests, for signals net of cost, for deciding whether to trade at all.
 *
 * <p>Implementations must be safe for use by many threads and give the same answer to the same question.
 */
@FunctionalInterface
public interface TransactionCostModel {

    /**
     * Returns the cost of a trade.
     *
     * @param trade the trade
     * @return its cost per 100 face
     * @throws io.bondtrader.core.error.MissingData if nothing is known about such a trade
     */
    TransactionCost cost(TradeToCost trade);

    /** {@return a model by which nothing costs anything: for comparison only} */
    static TransactionCostModel free() {
        return trade -> TransactionCost.NONE;
    }

    /**
     * Returns a model with one spread for everything.
     *
     * @param halfSpread from the middle to the bid or the offer, per 100 face
     * @return the model
     * @throws io.bondtrader.core.error.InvalidInput if it is negative or not finite
     */
    static TransactionCostModel ofHalfSpread(double halfSpread) {
        TransactionCost cost = new TransactionCost(halfSpread, 0, 0);
        return trade -> cost;
    }

    /**
     * Returns this model with every part multiplied: what if trading costs twice as much?
     *
     * @param factor 0 or more
     * @return the scaled model
     * @throws io.bondtrader.core.error.InvalidInput if it is negative or not finite
     */
    default TransactionCostModel times(double factor) {
        double checked = Amounts.notNegative("factor", factor);
        return trade -> {
            TransactionCost cost = cost(trade);
            return new TransactionCost(cost.halfSpread() * checked, cost.impact() * checked, cost.fees() * checked);
        };
    }
}
