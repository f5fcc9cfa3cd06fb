package io.bondtrader.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.AmortisingBond;
import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.bond.PerpetualBond;
import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class HoldingPeriodTest {

    private static final LocalDate FROM = LocalDate.of(2026, 3, 17);

    private static final FixedCouponBond BOND =
            FixedCouponBond.of(BondConventions.US_TREASURY, 0.0425, "2025-11-15", "2035-11-15");

    @Property(tries = 300)
    void theImpliedRepoIsTheRateThatMadeTheForward(
            @ForAll @IntRange(min = 1, max = 900) int days,
            @ForAll @DoubleRange(min = 50.0, max = 150.0) double clean,
            @ForAll @DoubleRange(min = -0.05, max = 0.2) double repo) {
        HoldingPeriod period = HoldingPeriod.of(BOND, FROM, FROM.plusDays(days));
        double forward = period.forwardCleanPrice(clean, repo);
        assertThat(period.impliedRepo(clean, forward)).isCloseTo(repo, within(1e-12 * (1.0 + 360.0 / days)));
        assertThat(period.carry(clean, repo)).isCloseTo(clean - forward, within(1e-12));
        double breakEven = period.breakEvenYield(clean, repo);
        assertThat(period.end().cleanPriceFromYield(breakEven)).isCloseTo(forward, within(1e-11));
        // At the break-even yield, what is left in the end just repays the loan.
        assertThat(period.totalReturn(clean, breakEven, repo)).isCloseTo(repo * days / 360.0, within(1e-12));
    }

    /** Borrow the dirty price, pay daily interest, and repay from each coupon: what is owed in the end is the forward. */
    @Property(tries = 100)
    void aFinancingAccountOwesTheForwardPrice(
            @ForAll @IntRange(min = 1, max = 900) int days, @ForAll @DoubleRange(min = 0.0, max = 0.1) double repo) {
        HoldingPeriod period = HoldingPeriod.of(BOND, FROM, FROM.plusDays(days));
        double principal = 98.0 + period.start().accruedInterest();
        double interest = 0.0;
        for (int day = 1; day <= days; day++) {
            interest += principal * repo / 360.0;
            LocalDate date = FROM.plusDays(day);
            if (date.getDayOfMonth() == 15 && (date.getMonthValue() == 5 || date.getMonthValue() == 11)) {
                principal -= 2.125;
            }
        }
        assertThat(period.forwardCleanPrice(98.0, repo))
                .isCloseTo(principal + interest - period.end().accruedInterest(), within(1e-10));
    }

    @Test
    void withoutCouponsInBetweenTheForwardIsThePriceAndItsInterest() {
        HoldingPeriod period = HoldingPeriod.of(BOND, FROM, LocalDate.of(2026, 5, 14));
        assertThat(period.received()).isEmpty();
        double dirty = 98.0 + period.start().accruedInterest();
        assertThat(period.forwardCleanPrice(98.0, 0.04))
                .isCloseTo(dirty * (1.0 + 0.04 * 58 / 360.0) - period.end().accruedInterest(), within(1e-12));
        assertThat(period.toString()).contains("2026-03-17 to 2026-05-14", "0 flows");
        HoldingPeriod withCoupon = HoldingPeriod.of(BOND, FROM, LocalDate.of(2026, 5, 15));
        assertThat(withCoupon.received()).singleElement().satisfies(flow -> {
            assertThat(flow.amount()).isEqualTo(2.125);
            assertThat(flow.dueDate()).isEqualTo("2026-05-15");
        });
    }

    @Test
    void aSaleInTheExCouponPeriodKeepsTheCoupon() {
        FixedCouponBond gilt = FixedCouponBond.of(BondConventions.UK_GILT, 0.0425, "2025-12-07", "2035-12-07");
        HoldingPeriod before = HoldingPeriod.of(gilt, FROM, LocalDate.of(2026, 5, 26));
        HoldingPeriod after = HoldingPeriod.of(gilt, FROM, LocalDate.of(2026, 6, 1));
        assertThat(before.received()).isEmpty();
        assertThat(after.received()).hasSize(1);
        assertThat(after.end().isExCoupon()).isTrue();
        double earned = after.end().accruedInterest() + 2.125 - before.end().accruedInterest();
        assertThat(earned).isCloseTo(2.125 * 6 / 182.0, within(1e-6)); // six days more
        assertThat(after.forwardCleanPrice(100.0, 0.0))
                .isCloseTo(
                        100.0 + after.start().accruedInterest() - after.end().accruedInterest() - 2.125, within(1e-12));
        // Bought and sold in one ex-coupon period: the coupon is the seller's before both.
        HoldingPeriod within = HoldingPeriod.of(gilt, LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 4));
        assertThat(within.received()).allMatch(flow -> flow.amount() == 0.0);
    }

    @Test
    void holdingPeriodsThatAreNoneAreRefused() {
        assertThatThrownBy(() -> HoldingPeriod.of(BOND, FROM, FROM)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> HoldingPeriod.of(BOND, FROM, LocalDate.of(2035, 11, 15)))
                .isInstanceOf(InvalidInput.class);
        BondConvention convention = BondConventions.US_TREASURY;
        AmortisingBond sinking = AmortisingBond.linear(convention, BOND.dates(), 0.05);
        assertThatThrownBy(() -> HoldingPeriod.of(sinking, FROM, FROM.plusDays(200)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("repays nothing");
        PerpetualBond consol = PerpetualBond.of(convention, FROM, FROM.plusMonths(6), 0.05);
        assertThatThrownBy(() -> HoldingPeriod.of(consol, FROM, FROM.plusDays(200)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("perpetual");
    }
}
