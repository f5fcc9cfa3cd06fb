package io.bondtrader.risk.pnl;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.trade.Execution;
import io.bondtrader.core.trade.Money;
import io.bondtrader.core.trade.Security;
import io.bondtrader.core.trade.Side;
import io.bondtrader.core.trade.TradingBook;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;

/** Securities, books and trades of these tests. */
final class PnlFixture {

    static final Currency USD = Currency.getInstance("USD");
    static final Currency EUR = Currency.getInstance("EUR");
    static final TradingBook RATES = new TradingBook("Firm", "Desk", "Rates");
    static final TradingBook CREDIT = new TradingBook("Firm", "Desk", "Credit");
    static final FixedCouponBond BOND =
            FixedCouponBond.of(BondConventions.US_CORPORATE, 0.05, "2024-06-15", "2034-06-15");
    static final Security DOLLAR = Security.of("DOLLAR", BOND, "USD");
    static final Security EURO = Security.of("EURO", BOND, "EUR");
    static final LocalDate DAY = LocalDate.of(2026, 3, 16);
    static final Instant NOW = Instant.parse("2026-03-13T15:00:00Z");

    private PnlFixture() {}

    static Execution execution(String id, Security security, TradingBook book, int face, String price) {
        String code = security.currency().getCurrencyCode();
        return new Execution(
                id,
                "order " + id,
                security,
                book,
                "trader",
                face > 0 ? Side.BUY : Side.SELL,
                BigDecimal.valueOf(Math.abs((long) face)),
                new BigDecimal(price),
                Money.of(
                        BigDecimal.valueOf(Math.abs((long) face))
                                .multiply(new BigDecimal("0.0123"))
                                .toPlainString(),
                        code),
                Money.of("12.34", code),
                DAY,
                NOW);
    }

    static PnlEvent trade(String id, int face, String price) {
        return PnlEvent.Traded.of(execution(id, DOLLAR, RATES, face, price));
    }

    static Money dollars(String amount) {
        return Money.of(amount, "USD");
    }
}
