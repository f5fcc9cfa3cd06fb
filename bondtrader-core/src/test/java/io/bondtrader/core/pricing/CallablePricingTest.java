package io.bondtrader.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.CallableBond;
import io.bondtrader.core.bond.ExerciseRight;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.pricing.CallablePricing.Workout;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CallablePricingTest {

    private static final BondConvention MARKET = BondConvention.builder("CALL").build();
    private static final LocalDate SETTLEMENT = LocalDate.of(2026, 3, 17);
    private static final FixedCouponBond STRAIGHT = FixedCouponBond.of(MARKET, 0.06, "2024-05-15", "2034-05-15");

    private static ExerciseRight call(String date, double price) {
        return new ExerciseRight(LocalDate.parse(date), price, ExerciseRight.Kind.CALL);
    }

    private static ExerciseRight put(String date, double price) {
        return new ExerciseRight(LocalDate.parse(date), price, ExerciseRight.Kind.PUT);
    }

    private static CallablePricing pricing(FixedCouponBond straight, ExerciseRight... rights) {
        return CallablePricing.of(new CallableBond(straight, List.of(rights)), SETTLEMENT);
    }

    @Test
    void aBondCalledAtParOnACouponDateIsABondThatMaturesThen() {
        CallablePricing pricing = pricing(STRAIGHT, call("2029-05-15", 100.0));
        BondPricing shorter = BondPricing.of(FixedCouponBond.of(MARKET, 0.06, "2024-05-15", "2029-05-15"), SETTLEMENT);
        Workout call = pricing.workouts(104.0).get(0);
        assertThat(call.yield()).isCloseTo(shorter.yieldFromCleanPrice(104.0), within(1e-15));
        assertThat(call.kind()).isEqualTo(Workout.Kind.CALL);
        assertThat(pricing.to(LocalDate.of(2029, 5, 15)).modifiedDuration(0.05))
                .isCloseTo(shorter.modifiedDuration(0.05), within(1e-13));
    }

    @Test
    void aPremiumIsPaidWithTheLastCoupon() {
        CallablePricing pricing = pricing(STRAIGHT, call("2026-05-15", 103.0));
        // One flow of 103 + 3 in 59/181 of a half-year.
        double yield = pricing.workouts(101.0).get(0).yield();
        double dirty = 101.0 + 3.0 * 122 / 181.0;
        assertThat(dirty * StrictMath.pow(1.0 + yield / 2.0, 59 / 181.0)).isCloseTo(106.0, within(1e-11));
    }

    @Test
    void aCallBetweenCouponsPaysTheInterestAccruedUntilThen() {
        CallablePricing pricing = pricing(STRAIGHT, call("2026-08-01", 100.0));
        BondPricing to = pricing.to(LocalDate.of(2026, 8, 1));
        double accrued = 3.0 * 78 / 184.0; // 15 May to 1 August of 15 May to 15 November
        assertThat(to.cashFlows()).hasSize(2);
        assertThat(to.cashFlows().get(1).coupon()).isCloseTo(accrued, within(1e-14));
        double dirty = to.dirtyPriceFromYield(0.05);
        double first = StrictMath.pow(1.025, -59 / 181.0);
        assertThat(dirty)
                .isCloseTo(3.0 * first + (100.0 + accrued) * first * StrictMath.pow(1.025, -78 / 184.0), within(1e-12));
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

    @Test
    void theWorstYieldIsTheLowestOfCallsAndMaturity() {
        CallablePricing pricing =
                pricing(STRAIGHT, call("2029-05-15", 101.0), call("2031-05-15", 100.0), put("2027-05-15", 90.0));
        assertThat(pricing.yieldToWorst(110.0).date()).isEqualTo("2029-05-15");
        assertThat(pricing.yieldToWorst(90.0).kind()).isEqualTo(Workout.Kind.MATURITY);
        assertThat(pricing.workouts(99.0).stream().map(Workout::kind))
                .containsExactly(Workout.Kind.PUT, Workout.Kind.CALL, Workout.Kind.CALL, Workout.Kind.MATURITY);
        for (double clean : new double[] {80.0, 95.0, 100.0, 102.0, 106.0, 120.0}) {
            double worst = pricing.yieldToWorst(clean).yield();
            assertThat(pricing.workouts(clean))
                    .filteredOn(workout -> workout.kind() != Workout.Kind.PUT)
                    .allMatch(workout -> workout.yield() >= worst);
        }
        assertThat(pricing.toString()).contains("4 workouts");
    }

    @Test
    void atParEveryParCallYieldsTheCouponAndTheEarliestIsNamed() {
        LocalDate onCoupon = LocalDate.of(2026, 5, 15);
        CallablePricing pricing = CallablePricing.of(
                new CallableBond(STRAIGHT, List.of(call("2031-05-15", 100.0), call("2029-05-15", 100.0))), onCoupon);
        assertThat(pricing.workouts(100.0)).allMatch(workout -> Math.abs(workout.yield() - 0.06) < 1e-14);
        assertThat(pricing.workouts(100.0).get(2).date()).isEqualTo("2034-05-15");
    }

    @Test
    void rightsOfThePastAreOver() {
        CallablePricing pricing = pricing(STRAIGHT, call("2025-05-15", 100.0), call("2026-03-17", 100.0));
        assertThat(pricing.workouts(100.0)).singleElement().satisfies(workout -> {
            assertThat(workout.kind()).isEqualTo(Workout.Kind.MATURITY);
            assertThat(workout.yield())
                    .isEqualTo(BondPricing.of(STRAIGHT, SETTLEMENT).yieldFromCleanPrice(100.0));
        });
        assertThatThrownBy(() -> pricing.to(LocalDate.of(2025, 5, 15))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> pricing.workouts(Double.NaN)).isInstanceOf(InvalidInput.class);
    }
}
