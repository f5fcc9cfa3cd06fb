package io.bondtrader.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.bond.YieldConvention;
import io.bondtrader.core.bond.ZeroCouponBond;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BondBatchTest {

    private static final BondConvention MARKET = BondConvention.builder("BATCH").build();
    private static final LocalDate SETTLEMENT = LocalDate.of(2026, 3, 17);

    private static final BondPricing LEVEL =
            BondPricing.of(FixedCouponBond.of(MARKET, 0.05, "2025-11-15", "2035-11-15"), SETTLEMENT);
    private static final BondPricing ZERO = BondPricing.of(
            ZeroCouponBond.of(MARKET, LocalDate.of(2025, 11, 15), LocalDate.of(2035, 11, 15)),
            SETTLEMENT,
            YieldConvention.CONTINUOUS);

    @Test
    void aBondThatFailsDoesNotSinkTheBatch() {
        BondBatch batch = BondBatch.of(List.of(LEVEL, ZERO, LEVEL, ZERO));
        BatchResult result = batch.newResult();
        batch.yieldsFromCleanPrices(new double[] {Double.NaN, 70.0, 100.0, -1.0}, result);
        assertThat(result.hasFailed(0)).isTrue();
        assertThat(result.hasFailed(1)).isFalse();
        assertThat(result.value(2)).isEqualTo(LEVEL.yieldFromCleanPrice(100.0));
        assertThat(result.failures().keySet()).containsExactly(0, 3);
        assertThatThrownBy(() -> result.value(3)).isInstanceOf(InvalidInput.class);
        double[] copy = new double[4];
        result.copyTo(copy, -7.0);
        assertThat(copy).containsExactly(-7.0, result.value(1), result.value(2), -7.0);
        assertThat(result.toString()).contains("4 bonds, 2 failed");
        assertThat(batch.toString()).contains("4 bonds");

        batch.yieldsFromDirtyPrices(new double[] {100.0, 70.0, 100.0, 60.0}, result);
        assertThat(result.failures()).isEmpty();
        assertThat(result.hasFailed(0)).isFalse();
    }

    @Test
    void pricesThatOverflowAreFailuresInTheirPlace() {
        BondBatch batch = BondBatch.of(List.of(LEVEL, LEVEL, ZERO));
        BatchResult result = batch.newResult();
        batch.dirtyPricesFromYields(new double[] {-2.5, -1.99, -690.0}, result);
        assertThat(result.failures().keySet()).containsExactly(0, 2);
        assertThat(result.value(1)).isEqualTo(LEVEL.dirtyPriceFromYield(-1.99));
        BatchResult convexities = batch.newResult();
        batch.durationsAndConvexities(new double[] {0.05, Double.NaN, 0.05}, result, convexities);
        assertThat(result.failures().keySet()).containsExactly(1);
        assertThat(convexities.failures().keySet()).containsExactly(1);
        assertThatThrownBy(() -> convexities.value(1)).isInstanceOf(BondTraderException.class);
    }

    @Test
    void anEmptyBookIsABook() {
        BondBatch batch = BondBatch.of(List.of());
        BatchResult result = batch.newResult();
        batch.cleanPricesFromYields(new double[0], result);
        assertThat(result.size()).isZero();
        assertThat(batch.size()).isZero();
    }

    @Test
    void arraysOfAnotherLengthAreRefused() {
        BondBatch batch = BondBatch.of(List.of(LEVEL, ZERO));
        BatchResult result = batch.newResult();
        BatchResult other = BondBatch.of(List.of(LEVEL)).newResult();
        double[] two = {0.05, 0.05};
        double[] three = {0.05, 0.05, 0.05};
        assertThatThrownBy(() -> batch.cleanPricesFromYields(three, result)).hasMessageContaining("yields.length");
        assertThatThrownBy(() -> batch.dirtyPricesFromYields(two, other)).hasMessageContaining("result.size");
        assertThatThrownBy(() -> batch.yieldsFromCleanPrices(three, result)).hasMessageContaining("prices.length");
        assertThatThrownBy(() -> batch.yieldsFromDirtyPrices(two, other)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> batch.durationsAndConvexities(two, result, other))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> batch.durationsAndConvexities(three, result, result))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> result.copyTo(three, 0.0)).hasMessageContaining("target.length");
    }
}
