package io.bondtrader.risk.liquidity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.liquidity.LiquidityProfile.Line;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LiquidityTest {

    private static final TradingCapacity FIVE_A_DAY = new TradingCapacity(25, 0.2);
    private static final TradingCost COST = new TradingCost(0.001, 0.02, 0.5);

    /** Bangia et al. (1999): 1 m, sd 1 %, z 2.33, spread 0.25 % with sd 0.08 %, three of them. */
    @Test
    void theExogenousSpreadAddsThePublishedCost() {
        LiquidityAdjustedVar var = LiquidityAdjustedVar.of(1_000_000, 0.01, 2.33, new SpreadRisk(0.0025, 0.0008, 3));

        assertThat(var.total()).isCloseTo(25_480.65, within(0.005));
        assertThat(var.liquidityCost()).isCloseTo(0.5 * 1_000_000 * 0.0049, within(1e-9));
        assertThat(var.toString()).contains("25480.65");
    }

    @Test
    void aPositionLeavesAtItsShareOfTheVolume() {
        assertThat(FIVE_A_DAY.daysToLiquidate(-12)).isCloseTo(2.4, within(1e-15));
        assertThat(FIVE_A_DAY.shareLiquidated(12, 1)).isCloseTo(5.0 / 12, within(1e-15));
        assertThat(FIVE_A_DAY.shareLiquidated(12, 3)).isEqualTo(1);
        assertThat(FIVE_A_DAY.shareLiquidated(0, 0)).isEqualTo(1);
    }

    @Test
    void theFastestScheduleTradesTheCapacityUntilTheRest() {
        LiquidationSchedule schedule = LiquidationSchedule.fastest(12, FIVE_A_DAY, COST);

        assertThat(schedule.days()).extracting(LiquidationSchedule.Day::traded).containsExactly(5.0, 5.0, 2.0);
        assertThat(schedule.days())
                .extracting(LiquidationSchedule.Day::remaining)
                .containsExactly(7.0, 2.0, 0.0);
        double expected = 12 * 0.001 + 0.02 * (10 * Math.sqrt(0.2) + 2 * Math.sqrt(2.0 / 25));
        assertThat(schedule.cost()).isCloseTo(expected, within(1e-15));
        double risk = schedule.valueAtRisk(0.01, 2).marketRisk();
        assertThat(risk).isCloseTo(2 * 0.01 * Math.sqrt(144 + 49 + 4), within(1e-15));
        assertThat(LiquidationSchedule.fastest(0, FIVE_A_DAY, COST).days()).isEmpty();
    }

    @Test
    void slowerSchedulesCostLessAndRiskMore() {
        LiquidationSchedule fast = LiquidationSchedule.even(20, 4, FIVE_A_DAY, COST);
        LiquidationSchedule slow = LiquidationSchedule.even(20, 8, FIVE_A_DAY, COST);

        assertThat(slow.cost()).isLessThan(fast.cost());
        assertThat(slow.valueAtRisk(0.01, 2).marketRisk())
                .isGreaterThan(fast.valueAtRisk(0.01, 2).marketRisk());
    }

    @Test
    void theProfileOfABookAddsUpItsParts() {
        List<LiquidityPosition> positions = List.of(
                new LiquidityPosition("A", "govies", "AAA", 10, new TradingCapacity(100, 0.2), COST),
                new LiquidityPosition("B", "credit", "BBB", -30, FIVE_A_DAY, COST),
                new LiquidityPosition("C", "credit", "BB", 60, new TradingCapacity(10, 0.1), COST));
        LiquidityProfile profile = LiquidityProfile.of(positions, 1, 5, 60);

        Line total = profile.total();
        assertThat(total.grossValue()).isEqualTo(100);
        assertThat(total.sharesLiquidated().get(0)).isCloseTo((10 + 5 + 1) / 100.0, within(1e-15));
        assertThat(total.sharesLiquidated().get(1)).isCloseTo((10 + 25 + 5) / 100.0, within(1e-15));
        assertThat(total.sharesLiquidated().get(2)).isEqualTo(1);
        assertThat(total.daysToLiquidate()).isEqualTo(60);
        assertThat(total.averageDays()).isCloseTo((10 * 0.5 + 30 * 6 + 60 * 60) / 100.0, within(1e-12));
        assertThat(profile.illiquidShare(7)).isEqualTo(0.6);
        assertThat(profile.byBook()).extracting(Line::name).containsExactly("credit", "govies");
        assertThat(profile.byBook().stream().mapToDouble(Line::cost).sum()).isCloseTo(total.cost(), within(1e-12));
        assertThat(profile.byBucket().stream().mapToDouble(Line::grossValue).sum())
                .isEqualTo(100);
        assertThat(profile.byPosition()).hasSize(3);
        assertThat(profile.toString()).contains("60 days");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -1})
    void numbersThatCannotBeAreRefused(double bad) {
        refused(() -> new SpreadRisk(bad, 0, 0));
        refused(() -> new SpreadRisk(0, bad, 0));
        refused(() -> new SpreadRisk(0, 0, bad));
        refused(() -> new TradingCapacity(bad, 0.2));
        refused(() -> new TradingCapacity(1, bad));
        refused(() -> new TradingCost(bad, 0, 1));
        refused(() -> new TradingCost(0, bad, 1));
        refused(() -> new TradingCost(0, 0, bad));
        refused(() -> COST.of(bad, 1));
        refused(() -> COST.of(1, bad));
        refused(() -> new LiquidityAdjustedVar(1, bad));
        refused(() -> LiquidityAdjustedVar.of(bad, 0.1, 2, new SpreadRisk(0, 0, 0)));
        refused(() -> LiquidityAdjustedVar.of(1, bad, 2, new SpreadRisk(0, 0, 0)));
        refused(() -> LiquidityAdjustedVar.of(1, 0.1, bad, new SpreadRisk(0, 0, 0)));
        refused(() -> FIVE_A_DAY.shareLiquidated(1, bad));
        refused(() -> LiquidationSchedule.fastest(1, FIVE_A_DAY, COST).valueAtRisk(bad, 2));
        refused(() -> LiquidationSchedule.fastest(1, FIVE_A_DAY, COST).valueAtRisk(0.1, bad));
        refused(() -> LiquidityProfile.of(List.of(), 1));
        refused(() -> LiquidityProfile.of(List.of(new LiquidityPosition("A", "b", "c", 1, FIVE_A_DAY, COST)), bad));
    }

    @Test
    void positionsWithoutAMarketAreRefused() {
        refused(() -> new SpreadRisk(0, 0, 0).cost(Double.NaN));
        refused(() -> FIVE_A_DAY.daysToLiquidate(Double.NaN));
        refused(() -> LiquidationSchedule.fastest(1e9, FIVE_A_DAY, COST));
        refused(() -> LiquidationSchedule.even(100, 2, FIVE_A_DAY, COST));
        refused(() -> LiquidationSchedule.even(Double.NaN, 2, FIVE_A_DAY, COST));
        refused(() -> LiquidationSchedule.even(1, 0, FIVE_A_DAY, COST));
        refused(() -> new LiquidityPosition(" ", "b", "c", 1, FIVE_A_DAY, COST));
        refused(() -> new LiquidityPosition("A", "b", "c", Double.NaN, FIVE_A_DAY, COST));
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(InvalidInput.class);
    }
}
