package io.bondtrader.risk.pnl;

import io.bondtrader.core.trade.Money;
import io.bondtrader.core.trade.TradingBook;

/**
 * What a book earned and paid in one currency beside its positions.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param book which
 * @param financing earned, negative if it cost
 * @param fees paid
 */
public record BookCash(TradingBook book, Money financing, Money fees) {

    /** {@return what is left of it: the cash it came to} */
    public Money total() {
        return financing.minus(fees);
    }
}
