package io.bondtrader.compliance.monitor;

import io.bondtrader.compliance.contract.PositionsContract;
import io.bondtrader.core.bond.Isin;
import java.math.BigDecimal;

final class InMemoryPositionsTest extends PositionsContract {

    @Override
    protected Positions positions() {
        InMemoryPositions positions = Trades.positions();
        positions.add("book", Isin.of("DE0007164600"), "I", new BigDecimal("100"));
        positions.add("book", Isin.of("DE0007164600"), "I", new BigDecimal("-30"));
        positions.add("book", Isin.of("FR0000131104"), "I", new BigDecimal("-20"));
        return positions;
    }
}
