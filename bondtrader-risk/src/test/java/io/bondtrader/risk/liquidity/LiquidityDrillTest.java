package io.bondtrader.risk.liquidity;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.Verifier;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Faults put into the first path of liquidity figures, one at a time; the second path objects to each. */
final class LiquidityDrillTest {

    private static final VerifiedLiquidity VERIFIED =
            VerifiedLiquidity.of(Verifier.builder().alerts(alert -> {}).build());
    private static final TradingCapacity CAPACITY = new TradingCapacity(25, 0.2);
    private static final TradingCost COST = new TradingCost(0.001, 0.02, 0.6);

    @Test
    void withoutAFaultBothPathsAgree() {
        for (double value : new double[] {0, 1, 5, 12, 12.3, -20, 777}) {
            assertThat(VERIFIED.fastestCost(value, CAPACITY, COST).isAgreed()).isTrue();
        }
        for (int days : new int[] {4, 5, 100}) {
            assertThat(VERIFIED.evenValueAtRisk(-20, days, CAPACITY, COST, 0.004, 2.33)
                            .isAgreed())
                    .isTrue();
        }
    }

    @Test
    void everyFaultIsCaught() {
        Map<String, Verified> faults = new LinkedHashMap<>();
        double cost = LiquidationSchedule.fastest(12, CAPACITY, COST).cost();
        faults.put(
                "the last day forgotten",
                cost(cost - LiquidationSchedule.fastest(2, CAPACITY, COST).cost()));
        faults.put("all in one day", cost(COST.of(12, 25)));
        faults.put(
                "volume for capacity",
                cost(LiquidationSchedule.fastest(12, new TradingCapacity(25, 1), COST)
                        .cost()));
        faults.put("impact forgotten", cost(12 * 0.001));
        faults.put("the whole spread", cost(cost + 12 * 0.001));
        faults.put(
                "square root for the exponent",
                cost(LiquidationSchedule.fastest(12, CAPACITY, new TradingCost(0.001, 0.02, 0.5))
                        .cost()));
        LiquidationSchedule even = LiquidationSchedule.even(20, 5, CAPACITY, COST);
        double risk = even.valueAtRisk(0.004, 2.33).marketRisk();
        faults.put(
                "days' ends for their starts",
                var(2.33 * 0.004 * Math.sqrt(16 * 16 + 12 * 12 + 8 * 8 + 4 * 4) + even.cost()));
        faults.put("the whole position for all days", var(2.33 * 0.004 * 20 * Math.sqrt(5) + even.cost()));
        faults.put("the days added, not their squares", var(2.33 * 0.004 * (20 + 16 + 12 + 8 + 4) + even.cost()));
        faults.put("cost subtracted", var(risk - even.cost()));
        faults.put("without the cost", var(risk));

        assertThat(faults).hasSizeGreaterThanOrEqualTo(8);
        assertThat(faults)
                .allSatisfy((fault, verified) -> assertThat(verified.isAgreed())
                        .as("%s: %s", fault, verified)
                        .isFalse());
    }

    private static Verified cost(double wrong) {
        return VERIFIED.fastestCost(12, CAPACITY, COST, wrong);
    }

    private static Verified var(double wrong) {
        return VERIFIED.evenValueAtRisk(20, 5, CAPACITY, COST, 0.004, 2.33, wrong);
    }
}
