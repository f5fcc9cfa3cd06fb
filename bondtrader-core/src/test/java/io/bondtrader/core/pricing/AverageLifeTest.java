package io.bondtrader.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.AmortisingBond;
import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.CashFlow;
import io.bondtrader.core.bond.CouponDates;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.bond.PerpetualBond;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.Frequency;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Yields to average life. */
final class AverageLifeTest {

    private static final LocalDate START = LocalDate.of(2025, 3, 15);

    /** Half of the face after one year, half after three: on average, two years of 365 days and half a leap day. */
    private static final AmortisingBond SINKER = AmortisingBond.of(
            BondConventions.EUROBOND,
            CouponDates.of(START, LocalDate.of(2028, 3, 15), Frequency.ANNUAL, true),
            0.05,
            List.of(100.0, 50.0, 50.0));

    @Test
    void aSinkingBondIsTakenForABulletDueOnItsAverageLifeDate() {
        BondPricing bullet = BondPricing.of(SINKER, START).toAverageLife();

        List<CashFlow> flows = bullet.cashFlows();
        // (365 + 1096) / 2 = 730.5 days, rounded up.
        assertThat(flows.get(flows.size() - 1).dueDate()).isEqualTo(START.plusDays(731));
        assertThat(flows.get(flows.size() - 1).principal()).isEqualTo(100.0);
        assertThat(flows.get(0).coupon()).isEqualTo(5.0, within(1e-12));
    }

    @Test
    void atParTheYieldToAverageLifeIsTheCouponAndOtherwiseDiscountsAreEarnedByThen() {
        BondPricing pricing = BondPricing.of(SINKER, START);
        double toAverageLife = pricing.toAverageLife().yieldFromCleanPrice(95.0);

        // But for the odd day at the end, which earns simple interest and is discounted by compound interest.
        assertThat(pricing.toAverageLife().yieldFromCleanPrice(100.0)).isEqualTo(0.05, within(1e-5));
        // A bullet of the same average life earns its discount later than the half that is repaid first.
        assertThat(toAverageLife).isBetween(0.077, pricing.yieldFromCleanPrice(95.0));
    }

    @Test
    void aBondThatRepaysAtMaturityIsItsOwnBullet() {
        FixedCouponBond bond = FixedCouponBond.of(BondConventions.DE_BUND, 0.02, "2025-01-04", "2031-01-04");
        BondPricing pricing = BondPricing.of(bond, START);

        assertThat(pricing.toAverageLife()).isSameAs(pricing);
    }

    @Test
    void aBondThatNeverRepaysHasNoAverageLife() {
        PerpetualBond consol = PerpetualBond.of(BondConventions.UK_GILT, START, LocalDate.of(2025, 9, 15), 0.035);

        assertThatThrownBy(() -> BondPricing.of(consol, START).toAverageLife()).isInstanceOf(InvalidInput.class);
    }
}
