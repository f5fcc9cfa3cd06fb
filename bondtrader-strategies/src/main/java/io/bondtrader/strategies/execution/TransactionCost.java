package io.bondtrader.strategies.execution;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;

/**
 * What a trade costs against the middle of the market, per 100 face.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param halfSpread from the middle to the bid or the offer, 0 or more
 * @param impact further move of the price by the trade's size, 0 or more
 * @param fees commission and clearing, 0 or more; paid beside the price
 */
public record TransactionCost(double halfSpread, double impact, double fees) {

    /** No cost. */
    public static final TransactionCost NONE = new TransactionCost(0, 0, 0);

    /**
     * Checks the parts.
     *
     * @throws InvalidInput if one is negative or not finite
     */
    public TransactionCost {
        Amounts.notNegative("halfSpread", halfSpread);
        Amounts.notNegative("impact", impact);
        Amounts.notNegative("fees", fees);
    }

    /** {@return how far the trade's price is from the middle, per 100 face: below it for a sale, above for a purchase} */
    public double priceConcession() {
        return halfSpread + impact;
    }

    /** {@return all parts, per 100 face} */
    public double total() {
        return halfSpread + impact + fees;
    }

    /**
     * Returns all parts as money, rounded half up to the currency's smallest unit.
     *
     * @param face what is traded
     * @param currency its currency
     * @return the cost
     */
    public Money money(BigDecimal face, Currency currency) {
        BigDecimal amount = face.multiply(BigDecimal.valueOf(total())).movePointLeft(2);
        return new Money(amount, currency).rounded(RoundingMode.HALF_UP);
    }

    /** {@return the parts per 100 face} */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "TransactionCost[half spread %.5f, impact %.5f, fees %.5f per 100]",
                halfSpread,
                impact,
                fees);
    }
}
