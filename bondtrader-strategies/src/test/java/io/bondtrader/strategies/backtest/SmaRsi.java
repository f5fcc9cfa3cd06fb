package io.bondtrader.strategies.backtest;

import io.bondtrader.strategies.market.Bar;
import io.bondtrader.strategies.market.MarketView;
import io.bondtrader.strategies.signal.Indicator;
import io.bondtrader.strategies.signal.RelativeStrengthIndex;
import io.bondtrader.strategies.signal.SimpleMovingAverage;
import io.bondtrader.strategies.strategy.Direction;
import io.bondtrader.strategies.strategy.Intent;
import io.bondtrader.strategies.strategy.Strategy;
import java.util.List;

/** Long one unit when the fast average crosses above the slow one and the index is below 70. */
final class SmaRsi implements Strategy {

    private static final List<Intent> ENTER = List.of(Intent.of("X", Direction.LONG, 1.0));
    private static final List<Intent> LEAVE = List.of(Intent.flat("X"));

    private final Indicator fast = SimpleMovingAverage.of(50);
    private final Indicator slow = SimpleMovingAverage.of(200);
    private final Indicator index = RelativeStrengthIndex.of(14);
    private double gap;
    private boolean isLong;

    @Override
    public List<Intent> onEvent(MarketView view) {
        double close = ((Bar) view.event()).close();
        double before = gap;
        gap = fast.update(close) - slow.update(close);
        double strength = index.update(close);
        if (!slow.isReady()) {
            return List.of();
        }
        if (!isLong && before <= 0.0 && gap > 0.0 && strength < 70.0) {
            isLong = true;
            return ENTER;
        }
        if (isLong && ((before >= 0.0 && gap < 0.0) || strength > 80.0)) {
            isLong = false;
            return LEAVE;
        }
        return List.of();
    }

    @Override
    public int warmUp() {
        return 201;
    }
}
