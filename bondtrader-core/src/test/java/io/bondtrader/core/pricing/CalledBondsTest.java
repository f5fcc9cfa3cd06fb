package io.bondtrader.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.CallableBond;
import io.bondtrader.core.bond.ExerciseRight;
import io.bondtrader.core.bond.FixedCouponBond;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Coupons of a bond that is called on a day that is not its own. */
final class CalledBondsTest {

    private static final BondConvention MARKET = BondConvention.builder("CALL").build();
    private static final LocalDate SETTLEMENT = LocalDate.of(2026, 3, 17);

    private static ExerciseRight call(String date, double price) {
        return new ExerciseRight(LocalDate.parse(date), price, ExerciseRight.Kind.CALL);
    }

    private static CallablePricing pricing(FixedCouponBond straight, ExerciseRight... rights) {
        return CallablePricing.of(new CallableBond(straight, List.of(rights)), SETTLEMENT);
    }

    @Test
    void aCallInALongFirstPeriodPaysInterestOnce() {
        FixedCouponBond fresh = FixedCouponBond.of(MARKET, 0.06, "2026-01-15", "2034-05-15")
                .withFirstCouponDate(LocalDate.of(2026, 11, 15));
        BondPricing to = pricing(fresh, call("2026-10-01", 100.0)).to(LocalDate.of(2026, 10, 1));
        double accrued = BondPricing.of(fresh, LocalDate.of(2026, 10, 1)).accruedInterest();
        assertThat(to.cashFlows()).singleElement().satisfies(flow -> {
            assertThat(flow.coupon()).isCloseTo(accrued, within(1e-14));
            assertThat(flow.principal()).isEqualTo(100.0);
            assertThat(flow.dueDate()).isEqualTo("2026-10-01");
        });
    }

    @Test
    void couponsKeepTheirDaysWhenABondIsCalledInFebruary() {
        FixedCouponBond onThe30th =
                FixedCouponBond.of(MARKET.toBuilder().endOfMonth(false).build(), 0.06, "2024-08-30", "2034-08-30");
        BondPricing to = pricing(onThe30th, call("2028-02-29", 100.0)).to(LocalDate.of(2028, 2, 29));
        assertThat(to.cashFlows().stream().map(flow -> flow.dueDate().toString()))
                .containsExactly("2026-08-30", "2027-02-28", "2027-08-30", "2028-02-29");
        assertThat(to.cashFlows()).allMatch(flow -> flow.coupon() == 3.0);
    }
}
