package io.bondtrader.risk.liquidity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

/** Laws of liquidity, on random positions. */
final class LiquidityLawsTest {

    @Property(tries = 200, seed = "31")
    void aScheduleSellsWhatThereIsAndNeverMoreThanTheCapacity(
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 1e6) double value,
            @ForAll @Scale(6) @DoubleRange(min = 1e3, max = 1e6) double volume,
            @ForAll @Scale(6) @DoubleRange(min = 0.05, max = 1) double participation) {
        TradingCapacity capacity = new TradingCapacity(volume, participation);
        LiquidationSchedule schedule = LiquidationSchedule.fastest(value, capacity, new TradingCost(0.001, 0.01, 0.5));

        assertThat(schedule.days().stream()
                        .mapToDouble(LiquidationSchedule.Day::traded)
                        .sum())
                .isCloseTo(value, within(1e-6));
        assertThat(schedule.days()).allSatisfy(day -> assertThat(day.traded()).isLessThanOrEqualTo(capacity.perDay()));
        assertThat((double) schedule.days().size())
                .isBetween(
                        Math.floor(capacity.daysToLiquidate(value)), Math.ceil(capacity.daysToLiquidate(value)) + 1e-9);
    }

    @Property(tries = 200, seed = "32")
    void moreParticipationIsSoonerAndDearer(
            @ForAll @Scale(6) @DoubleRange(min = 1e3, max = 1e6) double value,
            @ForAll @Scale(6) @DoubleRange(min = 0.05, max = 0.5) double participation) {
        TradingCost cost = new TradingCost(0.001, 0.01, 0.5);
        TradingCapacity slow = new TradingCapacity(1e5, participation);
        TradingCapacity fast = new TradingCapacity(1e5, 2 * participation);

        assertThat(fast.daysToLiquidate(value)).isLessThan(slow.daysToLiquidate(value));
        assertThat(LiquidationSchedule.fastest(value, fast, cost).cost())
                .isGreaterThanOrEqualTo(
                        LiquidationSchedule.fastest(value, slow, cost).cost() - 1e-9);
        assertThat(slow.shareLiquidated(value, 3)).isLessThanOrEqualTo(fast.shareLiquidated(value, 3));
    }

    @Property(tries = 200, seed = "33")
    void liquidityOnlyAddsToRiskAndScalesWithThePosition(
            @ForAll @Scale(6) @DoubleRange(min = 1, max = 1e6) double value,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 0.2) double volatility,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 0.1) double spread) {
        LiquidityAdjustedVar one =
                LiquidityAdjustedVar.of(value, volatility, 2.33, new SpreadRisk(spread, spread / 3, 3));
        LiquidityAdjustedVar two =
                LiquidityAdjustedVar.of(2 * value, volatility, 2.33, new SpreadRisk(spread, spread / 3, 3));

        assertThat(one.total()).isGreaterThanOrEqualTo(one.marketRisk());
        assertThat(two.total()).isCloseTo(2 * one.total(), within(1e-9 * (1 + one.total())));
    }
}
