package io.bondtrader.core.bond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.Frequency;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Terms that describe no bond, and what bonds know of themselves. */
final class BondTermsTest {

    private static final LocalDate START = LocalDate.of(2025, 1, 15);
    private static final CouponDates FOUR_YEARS =
            CouponDates.of(START, LocalDate.of(2029, 1, 15), Frequency.ANNUAL, true);
    private static final BondConvention EUROBOND = BondConventions.EUROBOND;

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -0.01, 1.01, 4.25, Double.POSITIVE_INFINITY})
    void aCouponInPercentOrBelowZeroOrNoNumberIsRefusedByEveryBond(double rate) {
        assertThatThrownBy(() -> new FixedCouponBond(EUROBOND, FOUR_YEARS, rate, null))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> StepUpBond.of(EUROBOND, FOUR_YEARS, List.of(0.01, 0.02, rate, 0.03)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> AmortisingBond.linear(EUROBOND, FOUR_YEARS, rate))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> PerpetualBond.of(EUROBOND, START, LocalDate.of(2026, 1, 15), rate))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() ->
                        new InflationLinkedBond(EUROBOND, FOUR_YEARS, rate, Indexation.EURO_HICP, 100.0, true, null))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void aDateThatCannotBeReadIsRefused() {
        for (String bad : List.of("15.01.2025", "2025-02-30", "", "2025-1-5", "tomorrow")) {
            assertThatThrownBy(() -> FixedCouponBond.of(EUROBOND, 0.03, bad, "2035-01-15"))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("BT-1002")
                    .hasMessageContaining("accrualStart");
        }
    }

    @Test
    void aLongFirstOrOddLastPeriodIsACopyThatKeepsTheRest() {
        FixedCouponBond bond = FixedCouponBond.of(BondConventions.US_TREASURY, 0.04, "2025-01-15", "2030-05-15")
                .withIdentifier(Cusip.of("912828U81"));

        FixedCouponBond longFirst = bond.withFirstCouponDate(LocalDate.of(2025, 11, 15));
        FixedCouponBond oddLast = bond.withPenultimateCouponDate(LocalDate.of(2030, 1, 31));

        assertThat(longFirst.dates().firstCouponDate()).isEqualTo(LocalDate.of(2025, 11, 15));
        assertThat(longFirst.identifier()).isEqualTo(bond.identifier());
        assertThat(longFirst.couponRate()).isEqualTo(0.04);
        assertThat(oddLast.dates().anchor()).isEqualTo(LocalDate.of(2030, 1, 31));
        assertThat(oddLast.maturity()).isEqualTo(bond.maturity());
    }

    @Test
    void aStepUpBondHasOneRateForEachPeriod() {
        assertThat(StepUpBond.of(EUROBOND, FOUR_YEARS, List.of(0.01, 0.02, 0.03, 0.04))
                        .couponRates())
                .hasSize(4);
        assertThatThrownBy(() -> StepUpBond.of(EUROBOND, FOUR_YEARS, List.of(0.01, 0.02, 0.03)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("one for each of 4 periods");
        assertThatThrownBy(() -> StepUpBond.of(EUROBOND, FOUR_YEARS, List.of())).isInstanceOf(InvalidInput.class);
    }

    @Test
    void theListOfABondIsItsOwn() {
        List<Double> rates = new ArrayList<>(List.of(0.01, 0.02, 0.03, 0.04));
        StepUpBond bond = StepUpBond.of(EUROBOND, FOUR_YEARS, rates);
        rates.set(0, 0.5);

        assertThat(bond.couponRates().get(0)).isEqualTo(0.01);
    }

    @Test
    void aLinearBondRepaysEqualPartsAndItsPoolFactorFallsOnEachCouponDate() {
        AmortisingBond bond = AmortisingBond.linear(EUROBOND, FOUR_YEARS, 0.03);

        assertThat(bond.outstanding()).containsExactly(100.0, 75.0, 50.0, 25.0);
        assertThat(bond.poolFactor(START)).isEqualTo(1.0);
        assertThat(bond.poolFactor(LocalDate.of(2026, 1, 14))).isEqualTo(1.0);
        assertThat(bond.poolFactor(LocalDate.of(2026, 1, 15))).isEqualTo(0.75);
        assertThat(bond.poolFactor(LocalDate.of(2029, 1, 14))).isEqualTo(0.25);
        assertThatThrownBy(() -> bond.poolFactor(LocalDate.of(2029, 1, 15))).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> bond.poolFactor(START.minusDays(1))).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aFaceThatGrowsVanishesOrHasNoPeriodIsRefused() {
        for (List<Double> outstanding : List.of(
                List.of(100.0, 75.0, 80.0, 25.0),
                List.of(100.0, 75.0, 50.0, 0.0),
                List.of(100.0, 75.0, 50.0, -1.0),
                List.of(100.0, 75.0, Double.NaN, 25.0),
                List.of(Double.POSITIVE_INFINITY, 75.0, 50.0, 25.0),
                List.of(100.0, 75.0, 50.0))) {
            assertThatThrownBy(() -> AmortisingBond.of(EUROBOND, FOUR_YEARS, 0.03, outstanding))
                    .isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void aPerpetualBondPaysForEverFromItsFirstCouponOn() {
        PerpetualBond consol = PerpetualBond.of(BondConventions.UK_GILT, START, LocalDate.of(2025, 8, 31), 0.035);

        assertThat(consol.couponDate(0)).isEqualTo(LocalDate.of(2025, 8, 31));
        assertThat(consol.couponDate(1)).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(consol.couponDate(5)).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(consol.couponDate(200)).isEqualTo(LocalDate.of(2125, 8, 31));
    }

    @Test
    void aPerpetualBondWithoutATermIsStillRefusedWrongOnes() {
        LocalDate first = LocalDate.of(2025, 7, 15);

        assertThatThrownBy(() -> PerpetualBond.of(EUROBOND, START, START, 0.03)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> PerpetualBond.of(EUROBOND, START, first, 0.0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new PerpetualBond(EUROBOND, START, first, 0.03, Double.NaN, null))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new PerpetualBond(EUROBOND, START, first, 0.03, 0.6, null))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void aBillMaturesWithinTwoYearsAndAZeroAfterItsIssue() {
        LocalDate issue = LocalDate.of(2025, 1, 2);

        assertThat(Bill.of(BondConventions.US_BILL, issue, LocalDate.of(2027, 1, 2))
                        .identifier())
                .isNull();
        assertThatThrownBy(() -> Bill.of(BondConventions.US_BILL, issue, LocalDate.of(2027, 1, 3)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Bill.of(BondConventions.US_BILL, issue, issue)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ZeroCouponBond.of(BondConventions.BR_LTN, issue, issue))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void rightsAreInOrderAndWithinTheLifeOfTheBond() {
        FixedCouponBond straight = new FixedCouponBond(EUROBOND, FOUR_YEARS, 0.03, null);
        ExerciseRight late = new ExerciseRight(LocalDate.of(2028, 1, 15), 101.0, ExerciseRight.Kind.CALL);
        ExerciseRight early = new ExerciseRight(LocalDate.of(2027, 1, 15), 102.0, ExerciseRight.Kind.CALL);

        assertThat(new CallableBond(straight, List.of(late, early)).rights()).containsExactly(early, late);
        assertThat(new CallableBond(straight, List.of(late)).convention()).isEqualTo(EUROBOND);
        assertThatThrownBy(() -> new CallableBond(straight, List.of())).isInstanceOf(InvalidInput.class);
        for (LocalDate outside : List.of(START, LocalDate.of(2029, 1, 15), LocalDate.of(2030, 1, 15))) {
            ExerciseRight right = new ExerciseRight(outside, 100.0, ExerciseRight.Kind.PUT);
            assertThatThrownBy(() -> new CallableBond(straight, List.of(right))).isInstanceOf(InvalidInput.class);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, -100.0, 1000.01, Double.NaN, Double.POSITIVE_INFINITY})
    void nobodyExercisesAtSuchAPrice(double price) {
        assertThatThrownBy(() -> new ExerciseRight(START, price, ExerciseRight.Kind.CALL))
                .isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, -1.0, Double.NaN, Double.POSITIVE_INFINITY})
    void aBaseIndexThatIsNotPositiveIsRefused(double base) {
        assertThatThrownBy(() ->
                        new InflationLinkedBond(EUROBOND, FOUR_YEARS, 0.01, Indexation.EURO_HICP, base, true, null))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void aCashFlowIsInterestAndRepayment() {
        assertThat(new CashFlow(START, LocalDate.of(2026, 1, 15), 1.0, 3.0, 25.0).amount())
                .isEqualTo(28.0);
    }

    /** Ten percent effective is 4.8809 per cent a half year: 1.1^½ − 1. */
    @Test
    void aCouponIsPaidByDayCountInEqualPartsOrAtItsEffectiveRate() {
        assertThat(CouponRule.BY_DAY_COUNT.couponPerUnit(0.10, 184.0 / 365.0, true, 2))
                .isEqualTo(0.10 * 184.0 / 365.0, within(1e-17));
        assertThat(CouponRule.EQUAL_PARTS.couponPerUnit(0.10, 184.0 / 365.0, true, 2))
                .isEqualTo(0.05);
        assertThat(CouponRule.EQUAL_PARTS.couponPerUnit(0.10, 92.0 / 365.0, false, 2))
                .isEqualTo(0.10 * 92.0 / 365.0, within(1e-17));
        assertThat(CouponRule.EFFECTIVE.couponPerUnit(0.10, 0.3, true, 2)).isEqualTo(0.048808848, within(1e-9));
        assertThat(CouponRule.EFFECTIVE.couponPerUnit(0.21, 0.5, false, 1)).isEqualTo(0.10, within(1e-15));
    }
}
