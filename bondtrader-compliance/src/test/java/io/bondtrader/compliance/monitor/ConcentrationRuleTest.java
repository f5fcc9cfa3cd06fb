package io.bondtrader.compliance.monitor;

import io.bondtrader.compliance.contract.MonitorRuleContract;
import io.bondtrader.core.trade.Side;
import java.math.BigDecimal;

final class ConcentrationRuleTest extends MonitorRuleContract {

    private static MonitorRule rule(int limit) {
        ConcentrationLimit both = new ConcentrationLimit(BigDecimal.ONE, new BigDecimal(limit));
        return ConcentrationRule.of(Trades.bonds(), Trades.positions(), both, both);
    }

    @Override
    protected MonitorRule rule() {
        return rule(100);
    }

    @Override
    protected MonitorRule otherwise() {
        return rule(101);
    }

    @Override
    protected MonitoredTrade trade() {
        return Trades.trade(Side.BUY, Trades.CORPORATE, "5");
    }
}
