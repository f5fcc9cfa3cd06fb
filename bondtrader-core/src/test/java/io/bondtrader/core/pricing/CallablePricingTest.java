package io.bondtrader.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.CallableBond;
import io.bondtrader.core.bond.CashFlow;
import io.bondtrader.core.bond.ExerciseRight;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.pricing.CallablePricing.Workout;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CallablePricingTest {

    private static final FixedCouponBond STRAIGHT =
            FixedCouponBond.of(BondConventions.US_CORPORATE, 0.06, "2022-03-15", "2032-03-15");
    private static final LocalDate SETTLEMENT = LocalDate.of(2025, 7, 17);
    private static final LocalDate FIRST_CALL = LocalDate.of(2027, 3, 15);
    private static final LocalDate SECOND_CALL = LocalDate.of(2029, 3, 15);
    private static final LocalDate PUT = LocalDate.of(2026, 3, 15);

    private static final CallablePricing PRICING = CallablePricing.of(
            new CallableBond(
                    STRAIGHT,
                    List.of(
                            new ExerciseRight(SECOND_CALL, 101.0, ExerciseRight.Kind.CALL),
                            new ExerciseRight(FIRST_CALL, 102.0, ExerciseRight.Kind.CALL),
                            new ExerciseRight(PUT, 95.0, ExerciseRight.Kind.PUT),
                            new ExerciseRight(LocalDate.of(2025, 3, 15), 103.0, ExerciseRight.Kind.CALL))),
            SETTLEMENT);

    @Test
    void workoutsAreInOrderOfDateAndLeaveOutWhatHasPassed() {
        assertThat(PRICING.workouts(104.0))
                .extracting(Workout::date)
                .containsExactly(PUT, FIRST_CALL, SECOND_CALL, LocalDate.of(2032, 3, 15));
        assertThat(PRICING.workouts(104.0))
                .extracting(Workout::kind)
                .containsExactly(Workout.Kind.PUT, Workout.Kind.CALL, Workout.Kind.CALL, Workout.Kind.MATURITY);
    }

    @Test
    void theWorstOfAPremiumIsTheEarliestCallAndOfADiscountMaturity() {
        assertThat(PRICING.yieldToWorst(110.0).date()).isEqualTo(FIRST_CALL);
        assertThat(PRICING.yieldToWorst(90.0).kind()).isEqualTo(Workout.Kind.MATURITY);
    }

    @Test
    void theWorstIsTheLowestYieldThatTheIssuerCanBringAbout() {
        for (double price = 85.0; price < 115.0; price += 0.5) {
            double lowest = PRICING.workouts(price).stream()
                    .filter(workout -> workout.kind() != Workout.Kind.PUT)
                    .mapToDouble(Workout::yield)
                    .min()
                    .orElseThrow();

            assertThat(PRICING.yieldToWorst(price).yield()).isEqualTo(lowest);
        }
    }

    @Test
    void theHoldersOwnPutIsNeverTheWorst() {
        // At 100 the put at 95 would lose five points within a year.
        assertThat(PRICING.workouts(100.0).get(0).yield()).isLessThan(0.0);
        assertThat(PRICING.yieldToWorst(100.0).kind()).isNotEqualTo(Workout.Kind.PUT);
    }

    @Test
    void aCallAtParOnACouponDateIsTheShorterBond() {
        CallableBond bond =
                new CallableBond(STRAIGHT, List.of(new ExerciseRight(FIRST_CALL, 100.0, ExerciseRight.Kind.CALL)));
        BondPricing called = CallablePricing.of(bond, SETTLEMENT).to(FIRST_CALL);
        BondPricing shorter = BondPricing.of(
                FixedCouponBond.of(BondConventions.US_CORPORATE, 0.06, "2022-03-15", "2027-03-15"), SETTLEMENT);

        assertThat(called.cashFlows()).isEqualTo(shorter.cashFlows());
        assertThat(called.cleanPriceFromYield(0.051)).isEqualTo(shorter.cleanPriceFromYield(0.051));
        assertThat(called.yieldFromCleanPrice(101.3)).isEqualTo(shorter.yieldFromCleanPrice(101.3));
    }

    @Test
    void aCallPriceAboveParIsPaidForTheFace() {
        BondPricing called = PRICING.to(FIRST_CALL);
        List<CashFlow> flows = called.cashFlows();

        assertThat(flows.get(flows.size() - 1).principal()).isEqualTo(102.0);
        assertThat(flows.get(flows.size() - 1).coupon()).isEqualTo(3.0, within(1e-14));
        assertThat(called.dirtyPriceFromYield(0.0)).isEqualTo(102.0 + 3.0 * flows.size(), within(1e-12));
    }

    @Test
    void betweenCouponDatesTheCallPaysTheInterestAccruedByThen() {
        // 45 days of 30/360 from 15 March to 30 April 2027.
        LocalDate call = LocalDate.of(2027, 4, 30);
        CallableBond bond =
                new CallableBond(STRAIGHT, List.of(new ExerciseRight(call, 100.0, ExerciseRight.Kind.CALL)));
        BondPricing called = CallablePricing.of(bond, SETTLEMENT).to(call);
        List<CashFlow> flows = called.cashFlows();

        assertThat(flows.get(flows.size() - 1).dueDate()).isEqualTo(call);
        assertThat(flows.get(flows.size() - 1).coupon()).isEqualTo(6.0 * 45.0 / 360.0, within(1e-14));
        assertThat(flows.get(flows.size() - 2).dueDate()).isEqualTo(FIRST_CALL);
        assertThat(called.accruedInterest())
                .isEqualTo(BondPricing.of(STRAIGHT, SETTLEMENT).accruedInterest());
    }

    @Test
    void toMaturityItIsTheStraightBond() {
        BondPricing straight = BondPricing.of(STRAIGHT, SETTLEMENT);

        assertThat(PRICING.to(STRAIGHT.maturity()).yieldFromCleanPrice(97.0))
                .isEqualTo(straight.yieldFromCleanPrice(97.0));
    }

    @Test
    void aDayOnWhichTheBondCannotEndIsRefused() {
        assertThatThrownBy(() -> PRICING.to(LocalDate.of(2028, 3, 15))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> PRICING.to(LocalDate.of(2025, 3, 15))).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aPriceThatIsNoPriceHasNoWorkouts() {
        assertThatThrownBy(() -> PRICING.workouts(Double.NaN)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> PRICING.yieldToWorst(-50.0)).isInstanceOf(InvalidInput.class);
    }

    /** Coupons on the 30th and the last of February: called on 28 February, they keep falling on the 30th of August. */
    @Test
    void aBondCalledAtTheEndOfFebruaryKeepsItsOwnCouponDays() {
        FixedCouponBond bond = FixedCouponBond.of(
                BondConventions.US_TREASURY.toBuilder().endOfMonth(false).build(), 0.04, "2024-02-28", "2034-08-30");
        LocalDate call = LocalDate.of(2029, 2, 28);
        CallableBond callable =
                new CallableBond(bond, List.of(new ExerciseRight(call, 100.0, ExerciseRight.Kind.CALL)));

        for (LocalDate day : List.of(LocalDate.of(2025, 8, 30), LocalDate.of(2025, 12, 1))) {
            assertThat(CallablePricing.of(callable, day).to(call).accruedInterest())
                    .isEqualTo(BondPricing.of(bond, day).accruedInterest());
        }
    }
}
