package io.bondtrader.strategies.engine;

import io.bondtrader.core.trade.Execution;
import io.bondtrader.core.trade.Money;
import io.bondtrader.core.trade.Security;
import io.bondtrader.core.trade.Side;
import io.bondtrader.strategies.market.Valuation;
import java.math.BigDecimal;
import java.time.Instant;

/** Trades as the desk's vocabulary has them, in the name of the engine's book. */
final class Executions {

    private final EngineConfig config;
    private final Ledger ledger;

    Executions(EngineConfig config, Ledger ledger) {
        this.config = config;
        this.ledger = ledger;
    }

    Execution of(
            String id,
            String orderId,
            Security security,
            BigDecimal change,
            BigDecimal price,
            BigDecimal fees,
            Valuation mark,
            Instant at) {
        BigDecimal face = change.abs();
        BigDecimal accrued =
                face.multiply(BigDecimal.valueOf(mark.accruedInterest())).movePointLeft(2);
        return new Execution(
                id,
                orderId,
                security,
                config.book(),
                config.trader(),
                change.signum() > 0 ? Side.BUY : Side.SELL,
                face,
                price,
                new Money(accrued, security.currency()),
                new Money(fees, security.currency()),
                ledger.settlementDay(),
                at);
    }
}
