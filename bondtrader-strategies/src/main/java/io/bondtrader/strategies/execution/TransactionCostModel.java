package io.bondtrader.strategies.execution;

import io.bondtrader.core.trade.Security;
import io.bondtrader.core.trade.Side;
import io.bondtrader.strategies.market.Quote;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

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

    /**
     * Returns the quote that a middle of the market becomes by these costs: for back-tests on prices without bid and offer. Fees
     * are not in it; they are paid beside the price.
     *
     * @param security what is quoted
     * @param day by which costs are chosen
     * @param middle clean price per 100
     * @param face that both sides are good for, and whose size the price bears, positive
     * @param at when it is known
     * @return the quote
     * @throws io.bondtrader.core.error.InvalidInput if the face is not positive, or the bid would not be
     * @throws io.bondtrader.core.error.MissingData if nothing is known about such a trade
     */
    default Quote quote(Security security, LocalDate day, double middle, long face, Instant at) {
        BigDecimal size = BigDecimal.valueOf(face);
        double below = cost(new TradeToCost(security, Side.SELL, size, day)).priceConcession();
        double above = cost(new TradeToCost(security, Side.BUY, size, day)).priceConcession();
        return Quote.of(security.id(), middle - below, middle + above, face, at);
    }
}
