package io.bondtrader.strategies.strategy;

import java.util.List;

/** The strategies that come with the library. */
final class BuiltIn {

    private BuiltIn() {}

    static List<StrategyType> types() {
        return List.of(
                HoldingStrategy.buyAndHold(),
                HoldingStrategy.ladder(),
                MomentumStrategy.type(),
                MeanReversionStrategy.type(),
                MeanReversionStrategy.creditSpread(),
                VolatilityBreakoutStrategy.type(),
                CarryStrategy.type(),
                CurveShapeStrategy.slope(),
                CurveShapeStrategy.butterfly(),
                RichCheapStrategy.type());
    }
}
