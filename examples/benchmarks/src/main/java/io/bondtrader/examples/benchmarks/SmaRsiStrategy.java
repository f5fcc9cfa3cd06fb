package io.bondtrader.examples.benchmarks;

import io.bondtrader.strategies.market.Bar;
import io.bondtrader.strategies.market.MarketView;
import io.bondtrader.strategies.signal.Indicator;
import io.bondtrader.strategies.signal.RelativeStrengthIndex;
import io.bondtrader.strategies.signal.SimpleMovingAverage;
import io.bondtrader.strategies.strategy.Direction;
import io.bondtrader.strategies.strategy.Intent;
import io.bondtrader.strategies.strategy.Strategy;
import java.util.List;

/** Long while a fast average crossed above a slow one, unless the relative strength says that it is too late. */
final class SmaRsiStrategy implements Strategy {

    private static final List<Intent> ENTER = List.of(Intent.of("X", Direction.LONG, 1.0));
    private static final List<Intent> LEAVE = List.of(Intent.flat("X"));

    private final Indicator fast = SimpleMovingAverage.of(50);
    private final Indicator slow = SimpleMovingAverage.of(200);
    private final Indicator strength = RelativeStrengthIndex.of(14);
    private double gap;
    private boolean held;

    @Override
    public List<Intent> onEvent(MarketView view) {
        double close = ((Bar) view.event()).close();
        double before = gap;
        gap = fast.update(close) - slow.update(close);
        double index = strength.update(close);
        if (!slow.isReady()) {
            return List.of();
        }
        if (!held && before <= 0.0 && gap > 0.0 && index < 70.0) {
            held = true;
            return ENTER;
        }
        if (held && ((before >= 0.0 && gap < 0.0) || index > 80.0)) {
            held = false;
            return LEAVE;
        }
        return List.of();
    }

    @Override
    public int warmUp() {
        return 201;
    }
}
