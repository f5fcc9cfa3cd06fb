package io.bondtrader.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.CouponRule;
import io.bondtrader.core.bond.ExCouponRule;
import io.bondtrader.core.bond.PerpetualBond;
import io.bondtrader.core.bond.YieldConvention;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.DayCounts;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Perpetual bonds against the sum of their first ten thousand coupons. */
final class PerpetualPricingTest {

    private static final BondConvention MARKET =
            BondConvention.builder("PERPETUAL").build();
    private static final LocalDate START = LocalDate.of(2026, 1, 20);
    private static final LocalDate FIRST = LocalDate.of(2026, 5, 15);
    private static final LocalDate SETTLEMENT = LocalDate.of(2026, 3, 17);

    /** The first coupon is {@code first}, every later one {@code later}, growing, from {@code toFirst} periods on. */
    private static double sum(double first, double later, double growth, double toFirst, double yield) {
        double factor = StrictMath.pow(1.0 + yield / 2.0, -toFirst);
        double price = first * factor;
        double coupon = later;
        for (int k = 1; k < 10_000; k++) {
            factor /= 1.0 + yield / 2.0;
            price += coupon * factor;
            coupon *= 1.0 + growth;
        }
        return price;
    }

    @Test
    void couponsAfterAShortFirstPeriodAreWhole() {
        PerpetualBond bond = PerpetualBond.of(MARKET, START, FIRST, 0.06);
        BondPricing pricing = BondPricing.of(bond, SETTLEMENT);
        // 20 January to 15 May are 115 of the 181 days since 15 November; settlement leaves 59 of them.
        assertThat(pricing.dirtyPriceFromYield(0.05))
                .isCloseTo(sum(3.0 * 115 / 181, 3.0, 0.0, 59 / 181.0, 0.05), within(1e-10));
        assertThat(pricing.accruedInterest()).isCloseTo(3.0 * 56 / 181, within(1e-14));
        assertThat(pricing.yieldFromDirtyPrice(pricing.dirtyPriceFromYield(0.05)))
                .isCloseTo(0.05, within(1e-15));
    }

    @Test
    void couponsGrowFromTheFirst() {
        PerpetualBond bond = new PerpetualBond(MARKET, LocalDate.of(2025, 11, 15), FIRST, 0.06, 0.004, null);
        BondPricing pricing = BondPricing.of(bond, SETTLEMENT);
        assertThat(pricing.dirtyPriceFromYield(0.05))
                .isCloseTo(sum(3.0, 3.0 * 1.004, 0.004, 59 / 181.0, 0.05), within(1e-10));
        BondPricing later = BondPricing.of(bond, LocalDate.of(2026, 5, 15));
        assertThat(later.dirtyPriceFromYield(0.05))
                .isCloseTo(sum(3.0 * 1.004, 3.0 * 1.004 * 1.004, 0.004, 1.0, 0.05), within(1e-10));
        assertThat(later.currentYield(100.0)).isCloseTo(0.06 * 1.004, within(1e-16));
    }

    @Test
    void exCouponTheNextCouponIsTheSellers() {
        BondConvention ex =
                MARKET.toBuilder().exCoupon(ExCouponRule.calendarDays(7)).build();
        PerpetualBond bond = PerpetualBond.of(ex, LocalDate.of(2025, 11, 15), FIRST, 0.06);
        BondPricing pricing = BondPricing.of(bond, LocalDate.of(2026, 5, 10));
        assertThat(pricing.isExCoupon()).isTrue();
        assertThat(pricing.accruedInterest()).isCloseTo(-3.0 * 5 / 181, within(1e-14));
        assertThat(pricing.dirtyPriceFromYield(0.05)).isCloseTo(sum(0.0, 3.0, 0.0, 5 / 181.0, 0.05), within(1e-10));
    }

    @Test
    void aLongFirstPeriodHasNoCouponInside() {
        PerpetualBond bond = PerpetualBond.of(MARKET, LocalDate.of(2025, 11, 15), LocalDate.of(2026, 11, 15), 0.06);
        BondPricing pricing = BondPricing.of(bond, LocalDate.of(2026, 8, 15));
        assertThat(pricing.accruedInterest()).isCloseTo(3.0 + 3.0 * 92 / 184, within(1e-14));
        assertThat(pricing.dirtyPriceFromYield(0.05)).isCloseTo(sum(6.0, 3.0, 0.0, 0.5, 0.05), within(1e-10));
    }

    @Test
    void aCouponOnTheThirtyFirstStaysThere() {
        BondConvention plain = MARKET.toBuilder().endOfMonth(false).build();
        PerpetualBond bond = PerpetualBond.of(plain, LocalDate.of(2025, 2, 28), LocalDate.of(2025, 8, 31), 0.06);
        BondPricing pricing =
                BondPricing.of(bond, LocalDate.of(2025, 9, 10)); // period to 28 February, not from the 28th
        assertThat(pricing.accruedInterest()).isCloseTo(3.0 * 10 / 181, within(1e-14));
    }

    @ParameterizedTest
    @EnumSource(CouponRule.class)
    void couponsFollowTheirRule(CouponRule rule) {
        BondConvention convention =
                MARKET.toBuilder().dayCount(DayCounts.ACT_365F).couponRule(rule).build();
        PerpetualBond bond = PerpetualBond.of(convention, LocalDate.of(2025, 11, 15), FIRST, 0.06);
        double first = switch (rule) {
            case BY_DAY_COUNT -> 6.0 * 181 / 365;
            case EQUAL_PARTS -> 3.0;
            case EFFECTIVE -> 100.0 * (StrictMath.sqrt(1.06) - 1.0);
        };
        double later = rule == CouponRule.EFFECTIVE ? first : 3.0;
        double toFirst = 2.0 * (181 / 365.0 - 122 / 365.0);
        assertThat(BondPricing.of(bond, SETTLEMENT).dirtyPriceFromYield(0.05))
                .isCloseTo(sum(first, later, 0.0, toFirst, 0.05), within(1e-10));
    }

    @Test
    void yieldsThatDoNotCompoundWithTheCouponsAreRefused() {
        PerpetualBond bond = PerpetualBond.of(MARKET, START, FIRST, 0.06);
        for (YieldConvention other : java.util.List.of(
                YieldConvention.ICMA_ANNUAL,
                YieldConvention.CONTINUOUS,
                YieldConvention.US_TREASURY,
                YieldConvention.TRUE_YIELD,
                YieldConvention.MONEY_MARKET)) {
            assertThatThrownBy(() -> BondPricing.of(bond, SETTLEMENT, other)).isInstanceOf(InvalidInput.class);
        }
        BondPricing pricing = BondPricing.of(bond, SETTLEMENT);
        assertThat(pricing.cashFlows()).isEmpty();
        assertThatThrownBy(pricing::averageLife).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> pricing.dirtyPriceFromYield(0.0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> pricing.explain(0.05)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> HoldingPeriod.of(bond, SETTLEMENT, SETTLEMENT.plusDays(9)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("perpetual");
    }
}
