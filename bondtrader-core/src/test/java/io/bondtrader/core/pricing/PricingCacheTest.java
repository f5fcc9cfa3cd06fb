package io.bondtrader.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.bond.YieldConvention;
import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PricingCacheTest {

    private static final LocalDate SETTLEMENT = LocalDate.of(2026, 3, 17);

    private final PricingCache cache = PricingCache.ofAtMost(100);

    private static FixedCouponBond bond(double coupon) {
        return FixedCouponBond.of(BondConventions.US_TREASURY, coupon, "2025-11-15", "2035-11-15");
    }

    @Test
    void aBondWithTheSameTermsIsLaidOutOnce() {
        BondPricing first = cache.byYield(bond(0.04), SETTLEMENT);

        assertThat(cache.byYield(bond(0.04), SETTLEMENT)).isSameAs(first);
        assertThat(cache.statisticsByYield()).isEqualTo(new PricingCache.Statistics(1, 1, 0, 1));
        assertThat(cache.statisticsByYield().hitRate()).isEqualTo(0.5);
        assertThat(first.dirtyPriceFromYield(0.05))
                .isEqualTo(BondPricing.of(bond(0.04), SETTLEMENT).dirtyPriceFromYield(0.05));
    }

    @Test
    void otherTermsAnotherDayOrAnotherConventionAreAnotherPricing() {
        BondPricing first = cache.byYield(bond(0.04), SETTLEMENT);

        assertThat(cache.byYield(bond(0.041), SETTLEMENT)).isNotSameAs(first);
        assertThat(cache.byYield(bond(0.04), SETTLEMENT.plusDays(1))).isNotSameAs(first);
        assertThat(cache.byYield(bond(0.04), SETTLEMENT, YieldConvention.COMPOUND))
                .isNotSameAs(first);
        assertThat(cache.byYield(bond(0.04).withFirstCouponDate(LocalDate.of(2026, 5, 15)), SETTLEMENT))
                .isNotSameAs(first);
        assertThat(cache.statisticsByYield().hits()).isZero();
    }

    @Test
    void pricingsOffCurvesStandOnThoseByYield() {
        CurvePricing first = cache.offCurves(bond(0.04), SETTLEMENT);

        assertThat(cache.offCurves(bond(0.04), SETTLEMENT)).isSameAs(first);
        assertThat(cache.byYield(bond(0.04), SETTLEMENT)).isSameAs(first.yieldPricing());
        assertThat(cache.statisticsOffCurves().hits()).isEqualTo(1);
    }

    @Test
    void whatIsForgottenIsLaidOutAgain() {
        BondPricing early = cache.byYield(bond(0.04), SETTLEMENT);
        BondPricing late = cache.byYield(bond(0.04), SETTLEMENT.plusDays(1));
        BondPricing other = cache.byYield(bond(0.05), SETTLEMENT);

        cache.forgetBefore(SETTLEMENT.plusDays(1));
        assertThat(cache.byYield(bond(0.04), SETTLEMENT)).isNotSameAs(early);
        assertThat(cache.byYield(bond(0.04), SETTLEMENT.plusDays(1))).isSameAs(late);
        assertThat(cache.byYield(bond(0.05), SETTLEMENT)).isNotSameAs(other);

        cache.forget(bond(0.04));
        assertThat(cache.byYield(bond(0.04), SETTLEMENT.plusDays(1))).isNotSameAs(late);
        cache.clear();
        assertThat(cache.statisticsByYield().size()).isZero();
    }

    @Test
    void noMoreIsKeptThanThereIsRoomFor() {
        for (int k = 0; k < 500; k++) {
            cache.byYield(bond(k * 0.0001), SETTLEMENT);
        }
        assertThat(cache.statisticsByYield().size()).isLessThanOrEqualTo(100);
        assertThat(cache.statisticsByYield().evictions())
                .isEqualTo(500 - cache.statisticsByYield().size());
    }

    @Test
    void aBondThatCannotBeLaidOutFailsEachTimeAndIsNotKept() {
        LocalDate late = LocalDate.of(2040, 1, 1);
        assertThatThrownBy(() -> cache.byYield(bond(0.04), late)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> cache.offCurves(bond(0.04), late)).isInstanceOf(InvalidInput.class);
        assertThat(cache.statisticsByYield().size()).isZero();
        assertThatThrownBy(() -> PricingCache.ofAtMost(0)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void threadsThatAskAtOnceGetOnePricing() {
        Set<BondPricing> seen = Collections.newSetFromMap(Collections.synchronizedMap(new IdentityHashMap<>()));
        IntStream.range(0, 2_000).parallel().forEach(k -> seen.add(cache.byYield(bond(0.04), SETTLEMENT)));

        assertThat(seen).hasSize(1);
        assertThat(cache.statisticsByYield().misses()).isEqualTo(1);
    }
}
