package io.bondtrader.risk.pnl;

import io.bondtrader.core.trade.Money;
import java.util.Currency;

/**
 * Profit and loss by kind, in one currency.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param realised by prices of closed lots
 * @param unrealised by prices of open lots
 * @param interest coupons received, and accrued interest of sales less that of purchases
 * @param accrued interest that has accrued on what is held
 * @param financing earned, negative if it cost
 * @param fees paid
 */
public record PnlAmounts(Money realised, Money unrealised, Money interest, Money accrued, Money financing, Money fees) {

    /**
     * Returns nothing.
     *
     * @param currency of which there is none
     * @return zeros
     */
    public static PnlAmounts zero(Currency currency) {
        Money none = Money.zero(currency);
        return new PnlAmounts(none, none, none, none, none, none);
    }

    /**
     * Adds amounts of the same currency.
     *
     * @param other the others
     * @return the sums
     */
    public PnlAmounts plus(PnlAmounts other) {
        return new PnlAmounts(
                realised.plus(other.realised),
                unrealised.plus(other.unrealised),
                interest.plus(other.interest),
                accrued.plus(other.accrued),
                financing.plus(other.financing),
                fees.plus(other.fees));
    }

    /** {@return all kinds together, fees deducted} */
    public Money total() {
        return realised.plus(unrealised)
                .plus(interest)
                .plus(accrued)
                .plus(financing)
                .minus(fees);
    }

    /** {@return all kinds in a line} */
    @Override
    public String toString() {
        return "realised " + realised + ", unrealised " + unrealised + ", interest " + interest + ", accrued " + accrued
                + ", financing " + financing + ", fees " + fees + ", total " + total();
    }
}
