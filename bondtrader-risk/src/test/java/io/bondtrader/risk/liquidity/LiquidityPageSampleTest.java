package io.bondtrader.risk.liquidity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The Java of docs/liquidity.md. */
final class LiquidityPageSampleTest {

    @Test
    void costs() {
        SpreadRisk spread = new SpreadRisk(0.0025, 0.0008, 3.0);
        LiquidityAdjustedVar var = LiquidityAdjustedVar.of(1_000_000, 0.01, 2.33, spread);

        assertThat(var.total()).isCloseTo(25_480.65, within(0.005));
    }

    @Test
    void schedules() {
        TradingCapacity capacity = new TradingCapacity(5_000_000, 0.20);
        TradingCost cost = new TradingCost(0.0010, 0.02, 0.5);
        double days = capacity.daysToLiquidate(12_000_000);
        LiquidationSchedule fastest = LiquidationSchedule.fastest(12_000_000, capacity, cost);
        LiquidityAdjustedVar slower =
                LiquidationSchedule.even(12_000_000, 24, capacity, cost).valueAtRisk(0.004, 2.33);

        assertThat(days).isCloseTo(12, within(1e-12));
        assertThat(slower.liquidityCost()).isLessThan(fastest.cost());
    }

    @Test
    void profiles() {
        TradingCapacity deep = new TradingCapacity(500_000_000, 0.20);
        TradingCapacity thin = new TradingCapacity(2_000_000, 0.20);
        TradingCost cost = TradingCost.ofHalfSpread(0.0010);
        LiquidityProfile profile = LiquidityProfile.of(
                List.of(
                        new LiquidityPosition("US91282CKQ32", "rates", "AA", 40_000_000, deep, cost),
                        new LiquidityPosition("XS0000000001", "credit", "BB", 10_000_000, thin, cost)),
                1,
                7,
                30);
        List<Double> goneBy = profile.total().sharesLiquidated();
        double takesLongerThanAWeek = profile.illiquidShare(7);

        assertThat(goneBy.get(0)).isCloseTo(0.808, within(1e-12));
        assertThat(takesLongerThanAWeek).isCloseTo(0.2, within(1e-12));
    }
}
