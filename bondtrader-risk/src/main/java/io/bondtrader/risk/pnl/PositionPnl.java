package io.bondtrader.risk.pnl;

import io.bondtrader.core.trade.Money;
import io.bondtrader.core.trade.TradingBook;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * The profit and loss of a book's position in one security, in the security's currency.
 *
 * <pre>
 *   total = realised + unrealised + interest + accrued − fees = cash + market value
 * </pre>
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param book that holds it
 * @param securityId of the security
 * @param face that is held, negative if short
 * @param lots it consists of
 * @param cleanPrice it is marked at, per 100; 0 if nothing is held and there was no quote
 * @param accruedInterest of that mark, per 100
 * @param realised by prices of closed lots
 * @param unrealised by prices of open lots
 * @param interest coupons received, and accrued interest of sales less that of purchases
 * @param accrued interest that has accrued on what is held
 * @param fees of all trades
 * @param cash balance of all trades, coupons and repayments
 * @param marketValue of what is held, with accrued interest
 */
public record PositionPnl(
        TradingBook book,
        String securityId,
        BigDecimal face,
        List<Lot> lots,
        double cleanPrice,
        double accruedInterest,
        Money realised,
        Money unrealised,
        Money interest,
        Money accrued,
        Money fees,
        Money cash,
        Money marketValue) {

    /** Keeps the lots. */
    public PositionPnl {
        lots = List.copyOf(lots);
    }

    /** {@return all parts together} */
    public Money total() {
        return realised.plus(unrealised).plus(interest).plus(accrued).minus(fees);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s %s: realised %s, unrealised %s, interest %s, accrued %s, fees %s, total %s",
                securityId,
                face.toPlainString(),
                realised,
                unrealised,
                interest,
                accrued,
                fees,
                total());
    }
}
