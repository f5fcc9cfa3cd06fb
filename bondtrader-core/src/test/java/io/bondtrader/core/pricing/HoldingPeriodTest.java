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
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HoldingPeriodTest {

    private static final FixedCouponBond NOTE =
            FixedCouponBond.of(BondConventions.US_TREASURY, 0.045, "2024-05-15", "2034-05-15");
    private static final FixedCouponBond GILT =
            FixedCouponBond.of(BondConventions.UK_GILT, 0.08, "1996-06-07", "2021-06-07");

    @Test
    void withoutACouponTheForwardPriceIsThePriceWithItsFinancingLessAccrued() {
        // 61 of the 184 days of the period from 15 May to 15 November accrue.
        HoldingPeriod holding = HoldingPeriod.of(NOTE, LocalDate.of(2025, 5, 15), LocalDate.of(2025, 7, 15));

        assertThat(holding.received()).isEmpty();
        assertThat(holding.forwardCleanPrice(98.5, 0.04))
                .isEqualTo(98.5 * (1.0 + 0.04 * 61.0 / 360.0) - 2.25 * 61.0 / 184.0, within(1e-13));
    }

    @Test
    void aCouponInBetweenIsReinvestedUntilTheEnd() {
        // From 15 April to 15 July: 151 of 181 days have accrued, 91 are financed, the coupon works for 61.
        HoldingPeriod holding = HoldingPeriod.of(NOTE, LocalDate.of(2025, 4, 15), LocalDate.of(2025, 7, 15));

        double dirty = 98.5 + 2.25 * 151.0 / 181.0;
        assertThat(holding.received()).extracting(CashFlow::coupon).containsExactly(2.25);
        assertThat(holding.forwardCleanPrice(98.5, 0.04))
                .isEqualTo(
                        dirty * (1.0 + 0.04 * 91.0 / 360.0) - 2.25 * (1.0 + 0.04 * 61.0 / 360.0) - 2.25 * 61.0 / 184.0,
                        within(1e-13));
    }

    @Test
    void atParFromCouponToCouponTheCarryIsZeroWhereRepoPaysWhatTheBondDoes() {
        HoldingPeriod holding = HoldingPeriod.of(NOTE, LocalDate.of(2025, 5, 15), LocalDate.of(2025, 11, 15));
        double runningYield = 0.0225 * 360.0 / 184.0;

        assertThat(holding.carry(100.0, runningYield)).isEqualTo(0.0, within(1e-13));
        assertThat(holding.carry(100.0, runningYield - 0.01)).isEqualTo(0.01 * 100.0 * 184.0 / 360.0, within(1e-13));
        assertThat(holding.impliedRepo(100.0, 100.0)).isEqualTo(runningYield, within(1e-15));
        assertThat(holding.totalReturn(100.0, 0.045, 0.0)).isEqualTo(0.0225, within(1e-15));
    }

    @Test
    void theBreakEvenYieldIsThatOfTheForwardPrice() {
        HoldingPeriod holding = HoldingPeriod.of(NOTE, LocalDate.of(2025, 4, 15), LocalDate.of(2025, 7, 15));
        double breakEven = holding.breakEvenYield(98.5, 0.04);

        assertThat(holding.end().cleanPriceFromYield(breakEven))
                .isEqualTo(holding.forwardCleanPrice(98.5, 0.04), within(1e-11));
        // Bought with borrowed money, reinvested at the same rate: what is earned is what is paid.
        assertThat(holding.totalReturn(98.5, breakEven, 0.04)).isEqualTo(0.04 * 91.0 / 360.0, within(1e-13));
    }

    /** Sold on 3 June 2013, after the gilt went ex on 30 May: the holder keeps the coupon of 7 June. */
    @Test
    void aGiltSoldExCouponLeavesTheCouponWithTheHolder() {
        HoldingPeriod holding = HoldingPeriod.of(GILT, LocalDate.of(2013, 5, 1), LocalDate.of(2013, 6, 3));

        assertThat(holding.end().isExCoupon()).isTrue();
        assertThat(holding.received()).extracting(CashFlow::coupon).containsExactly(4.0);
        // 145 of the 182 days from 7 December have accrued, 4 are owed back, both to six decimals; the coupon is
        // discounted by 4 days.
        double dirty = 130.0 + 3.186813;
        assertThat(holding.forwardCleanPrice(130.0, 0.005))
                .isEqualTo(
                        dirty * (1.0 + 0.005 * 33.0 / 360.0) - 4.0 * (1.0 - 0.005 * 4.0 / 360.0) + 0.087912,
                        within(1e-12));
    }

    @Test
    void aGiltBoughtAndSoldExCouponPaysNoneOfIt() {
        HoldingPeriod holding = HoldingPeriod.of(GILT, LocalDate.of(2013, 5, 30), LocalDate.of(2013, 6, 3));

        assertThat(holding.received().stream().mapToDouble(CashFlow::amount).sum())
                .isZero();
    }

    @Test
    void daysOutOfOrderOrOutsideTheLifeAreRefused() {
        LocalDate day = LocalDate.of(2025, 7, 15);

        assertThatThrownBy(() -> HoldingPeriod.of(NOTE, day, day)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> HoldingPeriod.of(NOTE, day, day.minusDays(1))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> HoldingPeriod.of(NOTE, day, LocalDate.of(2034, 5, 15)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> HoldingPeriod.of(NOTE, LocalDate.of(2024, 5, 14), day))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void aBondThatRepaysInBetweenIsRefused() {
        AmortisingBond bond = AmortisingBond.linear(
                BondConventions.EUROBOND,
                CouponDates.of(LocalDate.of(2025, 1, 15), LocalDate.of(2029, 1, 15), Frequency.ANNUAL, true),
                0.03);

        assertThatThrownBy(() -> HoldingPeriod.of(bond, LocalDate.of(2025, 6, 1), LocalDate.of(2026, 6, 1)))
                .isInstanceOf(InvalidInput.class);
        assertThat(HoldingPeriod.of(bond, LocalDate.of(2025, 6, 1), LocalDate.of(2025, 9, 1))
                        .received())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoNumberIsRefused(double bad) {
        HoldingPeriod holding = HoldingPeriod.of(NOTE, LocalDate.of(2025, 4, 15), LocalDate.of(2025, 7, 15));

        assertThatThrownBy(() -> holding.forwardCleanPrice(bad, 0.04)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> holding.forwardCleanPrice(98.0, bad)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> holding.carry(98.0, bad)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> holding.impliedRepo(bad, 98.0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> holding.impliedRepo(98.0, bad)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> holding.totalReturn(bad, 0.04, 0.04)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> holding.totalReturn(98.0, bad, 0.04)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> holding.totalReturn(98.0, 0.04, bad)).isInstanceOf(InvalidInput.class);
    }

    @Property(tries = 200)
    void theImpliedRepoOfAForwardPriceIsTheRepoItWasFinancedAt(
            @ForAll @IntRange(min = 0, max = 2_000) int from,
            @ForAll @IntRange(min = 1, max = 900) int days,
            @ForAll @DoubleRange(min = 60.0, max = 140.0) double cleanPrice,
            @ForAll @DoubleRange(min = -0.02, max = 0.2) double repo) {
        LocalDate start = LocalDate.of(2024, 5, 15).plusDays(from);
        HoldingPeriod holding = HoldingPeriod.of(NOTE, start, start.plusDays(days));
        double forward = holding.forwardCleanPrice(cleanPrice, repo);

        assertThat(holding.impliedRepo(cleanPrice, forward)).isEqualTo(repo, within(1e-13 * (1.0 + 360.0 / days)));
    }

    /** Its flows cannot be listed, so that none of them could be counted. */
    @Test
    void aPerpetualBondIsRefused() {
        PerpetualBond consol =
                PerpetualBond.of(BondConventions.UK_GILT, LocalDate.of(2025, 1, 15), LocalDate.of(2025, 7, 15), 0.04);

        assertThatThrownBy(() -> HoldingPeriod.of(consol, LocalDate.of(2025, 6, 1), LocalDate.of(2025, 8, 1)))
                .isInstanceOf(InvalidInput.class);
    }
}
