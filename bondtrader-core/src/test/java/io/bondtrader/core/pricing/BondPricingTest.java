package io.bondtrader.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.AmortisingBond;
import io.bondtrader.core.bond.Bond;
import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.CallableBond;
import io.bondtrader.core.bond.CouponDates;
import io.bondtrader.core.bond.ExerciseRight;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.bond.FloatingRateNote;
import io.bondtrader.core.bond.PerpetualBond;
import io.bondtrader.core.bond.YieldConvention;
import io.bondtrader.core.bond.ZeroCouponBond;
import io.bondtrader.core.error.CoreErrorCode;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.time.Frequency;
import io.bondtrader.core.time.Tenor;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BondPricingTest {

    private static final FixedCouponBond NOTE =
            FixedCouponBond.of(BondConventions.US_TREASURY, 0.04, "2025-05-15", "2035-05-15");
    private static final BondPricing PRICING = BondPricing.of(NOTE, LocalDate.of(2025, 7, 17));
    private static final BondPricing ON_COUPON_DATE = BondPricing.of(NOTE, LocalDate.of(2025, 11, 15));

    @ParameterizedTest
    @ValueSource(
            doubles = {
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                -2.0,
                -2.5,
                1e6,
                -1.9999999999999998
            })
    void aYieldWithoutAPriceIsRefusedByEveryMeasure(double yield) {
        assertRefused(() -> PRICING.dirtyPriceFromYield(yield));
        assertRefused(() -> PRICING.cleanPriceFromYield(yield));
        assertRefused(() -> PRICING.roundedCleanPriceFromYield(yield));
        assertRefused(() -> PRICING.sensitivities(yield));
        assertRefused(() -> PRICING.modifiedDuration(yield));
        assertRefused(() -> PRICING.macaulayDuration(yield));
        assertRefused(() -> PRICING.simpleDuration(yield));
        assertRefused(() -> PRICING.convexity(yield));
        assertRefused(() -> PRICING.dv01(yield));
        assertRefused(() -> PRICING.yieldValueOf32nd(yield));
        assertRefused(() -> PRICING.explain(yield));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.0, -5.0})
    void aPriceThatIsNotPositiveHasNoYield(double price) {
        assertRefused(() -> PRICING.yieldFromDirtyPrice(price));
        assertRefused(() -> ON_COUPON_DATE.yieldFromCleanPrice(price));
        assertRefused(() -> PRICING.solveYieldFromDirtyPrice(price));
        assertRefused(() -> ON_COUPON_DATE.solveYieldFromCleanPrice(price));
        assertRefused(() -> PRICING.currentYield(price));
    }

    @ParameterizedTest
    @CsvSource({"2025-05-14", "2035-05-15", "2035-05-16", "1900-01-01", "9999-12-31"})
    void aSettlementOutsideTheLifeOfTheBondIsRefused(LocalDate settlement) {
        ZeroCouponBond zero =
                ZeroCouponBond.of(BondConventions.US_TREASURY, LocalDate.of(2025, 5, 15), LocalDate.of(2035, 5, 15));

        assertRefused(() -> BondPricing.of(NOTE, settlement));
        assertRefused(() -> BondPricing.of(zero, settlement));
    }

    @Test
    void aFloatingRateNoteHasNoYieldWithoutAForecast() {
        FloatingRateNote note = new FloatingRateNote(
                BondConventions.US_FRN,
                CouponDates.of(LocalDate.of(2025, 1, 31), LocalDate.of(2027, 1, 31), Frequency.QUARTERLY, true),
                "13-week bill",
                Tenor.parse("3M"),
                0.0012,
                null,
                new TreeMap<>(),
                null);

        assertRefused(() -> BondPricing.of(note, LocalDate.of(2025, 7, 17)));
    }

    @Test
    void aPerpetualBondIsRefusedAConventionThatItsFormulaDoesNotKnow() {
        LocalDate start = LocalDate.of(2025, 1, 15);
        PerpetualBond consol = PerpetualBond.of(BondConventions.UK_GILT, start, LocalDate.of(2025, 7, 15), 0.035);

        assertRefused(() -> BondPricing.of(consol, start, YieldConvention.CONTINUOUS));
        assertRefused(() -> BondPricing.of(consol, start, YieldConvention.ICMA_ANNUAL));
        assertRefused(() -> BondPricing.of(consol, start.minusDays(1)));
        assertRefused(() -> BondPricing.of(consol, start).averageLife());
        assertRefused(() -> BondPricing.of(consol, start).dirtyPriceFromYield(0.0));
    }

    /** A half-year coupon of 1.75 for ever at 1.75% a half year is worth 100. */
    @Test
    void aPerpetualBondAtItsCouponIsWorthParOnACouponDate() {
        PerpetualBond consol =
                PerpetualBond.of(BondConventions.UK_GILT, LocalDate.of(2025, 1, 15), LocalDate.of(2025, 7, 15), 0.035);
        BondPricing pricing = BondPricing.of(consol, LocalDate.of(2027, 1, 15));

        assertThat(pricing.dirtyPriceFromYield(0.035)).isEqualTo(100.0, within(1e-12));
        assertThat(pricing.dirtyPriceFromYield(0.07)).isEqualTo(50.0, within(1e-12));
        assertThat(pricing.yieldFromDirtyPrice(50.0)).isEqualTo(0.07, within(1e-15));
        assertThat(pricing.modifiedDuration(0.07)).isEqualTo(1.0 / 0.07, within(1e-12));
        assertThat(pricing.currentYield(50.0)).isEqualTo(0.07, within(1e-16));
        assertThat(pricing.cashFlows()).isEmpty();
    }

    /** On a coupon date at its coupon rate, whatever the terms, a bond is worth par. */
    @Test
    void aBondAtItsCouponIsWorthParOnACouponDate() {
        assertThat(ON_COUPON_DATE.accruedInterest()).isZero();
        assertThat(ON_COUPON_DATE.cleanPriceFromYield(0.04)).isEqualTo(100.0, within(1e-12));
        assertThat(ON_COUPON_DATE.yieldFromCleanPrice(100.0)).isEqualTo(0.04, within(1e-16));
    }

    @Test
    void withoutInterestABondIsWorthTheSumOfItsFlows() {
        assertThat(PRICING.dirtyPriceFromYield(0.0)).isEqualTo(140.0, within(1e-12));
        assertThat(PRICING.simpleDuration(0.0)).isEqualTo(PRICING.modifiedDuration(0.0), within(1e-13));
    }

    @Test
    void durationsStandInTheRelationsThatDefineThem() {
        for (double yield : new double[] {-0.01, 0.0, 0.03, 0.12}) {
            Sensitivities at = PRICING.sensitivities(yield);

            assertThat(PRICING.macaulayDuration(yield))
                    .isEqualTo(PRICING.modifiedDuration(yield) * (1.0 + yield / 2.0), within(1e-13));
            assertThat(PRICING.simpleDuration(yield)).isEqualTo(PRICING.macaulayDuration(yield), within(1e-13));
            assertThat(PRICING.dv01(yield)).isEqualTo(at.modifiedDuration() * at.dirtyPrice() * 1e-4, within(1e-15));
            assertThat(PRICING.yieldValueOf32nd(yield))
                    .isEqualTo(1.0 / 32.0 / (PRICING.dv01(yield) * 1e4), within(1e-16));
            assertThat(at.dirtyPrice()).isEqualTo(PRICING.dirtyPriceFromYield(yield), within(1e-12));
        }
    }

    @Test
    void theYieldValueOfA32ndMovesThePriceByOne() {
        double step = PRICING.yieldValueOf32nd(0.04);

        assertThat(PRICING.cleanPriceFromYield(0.04 - step / 2.0) - PRICING.cleanPriceFromYield(0.04 + step / 2.0))
                .isEqualTo(1.0 / 32.0, within(1e-8));
    }

    /** Simple interest at first: the time-weighted average and the growth-weighted derivative part ways. */
    @Test
    void whereInterestIsSimpleAtFirstTheTwoDurationsDiffer() {
        BondPricing auction = BondPricing.of(NOTE, LocalDate.of(2025, 7, 17), YieldConvention.US_TREASURY);

        assertThat(auction.simpleDuration(0.05)).isLessThan(auction.macaulayDuration(0.05));
        assertThat(auction.macaulayDuration(0.05)).isEqualTo(auction.modifiedDuration(0.05) * 1.025, within(1e-13));
    }

    @Test
    void aZeroCouponBondsDurationIsItsTerm() {
        ZeroCouponBond strip =
                ZeroCouponBond.of(BondConventions.US_TREASURY, LocalDate.of(2025, 5, 15), LocalDate.of(2045, 5, 15));
        BondPricing pricing = BondPricing.of(strip, LocalDate.of(2025, 11, 15));

        assertThat(pricing.macaulayDuration(0.05)).isEqualTo(19.5, within(1e-12));
        assertThat(pricing.dirtyPriceFromYield(0.05)).isEqualTo(100.0 * StrictMath.pow(1.025, -39.0), within(1e-12));
        assertThat(pricing.accruedInterest()).isZero();
        assertThat(pricing.currentYield(40.0)).isZero();
    }

    @Test
    void theCurrentYieldIsTheCouponOverTheCleanPrice() {
        assertThat(PRICING.currentYield(80.0)).isEqualTo(0.05, within(1e-16));
    }

    @Test
    void theAverageLifeOfABulletIsItsTermAndOfASinkerTheMeanOfItsParts() {
        LocalDate start = LocalDate.of(2025, 1, 15);
        AmortisingBond sinker = AmortisingBond.linear(
                BondConventions.EUROBOND,
                CouponDates.of(start, LocalDate.of(2028, 1, 15), Frequency.ANNUAL, true),
                0.03);

        assertThat(PRICING.averageLife()).isEqualTo(3589.0 / 365.0, within(1e-13));
        // Thirds after 365, 730 and 1095 days.
        assertThat(BondPricing.of(sinker, start).averageLife()).isEqualTo(2.0, within(1e-13));
    }

    @Test
    void aCallableBondIsPricedAsIfItLivedToMaturity() {
        Bond callable = new CallableBond(
                NOTE, List.of(new ExerciseRight(LocalDate.of(2030, 5, 15), 100.0, ExerciseRight.Kind.CALL)));

        assertThat(BondPricing.of(callable, PRICING.settlement()).cleanPriceFromYield(0.03))
                .isEqualTo(PRICING.cleanPriceFromYield(0.03));
    }

    @Test
    void theMarketsRoundingIsAppliedWhereItIsAskedFor() {
        FixedCouponBond bond = FixedCouponBond.of(BondConventions.US_MUNICIPAL, 0.04, "2025-05-15", "2035-05-15");
        BondPricing pricing = BondPricing.of(bond, LocalDate.of(2025, 7, 17));
        double exact = pricing.cleanPriceFromYield(0.0391);

        assertThat(pricing.roundedCleanPriceFromYield(0.0391)).isEqualTo(Math.floor(exact * 1000.0) / 1000.0);
        assertThat(exact).isNotEqualTo(pricing.roundedCleanPriceFromYield(0.0391));
    }

    private static void assertRefused(Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(InvalidInput.class, refused -> {
            assertThat(refused.code()).isEqualTo(CoreErrorCode.INVALID_INPUT);
            assertThat(refused.clientMessage()).isEqualTo("BT-1001: An input breaks a documented rule.");
        });
    }

    /** With coupons on 30 August and the last of February, both are coupon dates: nothing has accrued and par is par. */
    @ParameterizedTest
    @CsvSource({"true, 2025-08-30", "false, 2025-08-30", "true, 2026-02-28", "false, 2026-02-28"})
    void aPerpetualBondAccruesNothingOnItsCouponDatesAfterAShortMonth(boolean endOfMonth, LocalDate day) {
        PerpetualBond consol = PerpetualBond.of(
                BondConventions.US_TREASURY.toBuilder().endOfMonth(endOfMonth).build(),
                LocalDate.of(2024, 2, 29),
                LocalDate.of(2024, 8, 30),
                0.04);
        BondPricing pricing = BondPricing.of(consol, day);

        assertThat(pricing.accruedInterest()).isZero();
        assertThat(pricing.cleanPriceFromYield(0.04)).isEqualTo(100.0, within(1e-12));
    }
}
