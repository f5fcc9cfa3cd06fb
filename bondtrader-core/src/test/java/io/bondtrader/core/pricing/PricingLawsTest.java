package io.bondtrader.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.RandomBonds;
import io.bondtrader.core.RandomBonds.Kind;
import io.bondtrader.core.RandomBonds.Pick;
import io.bondtrader.core.bond.AmortisingBond;
import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.Compounding;
import io.bondtrader.core.bond.CouponDates;
import io.bondtrader.core.bond.CouponPeriods;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.bond.PerpetualBond;
import io.bondtrader.core.bond.StepUpBond;
import io.bondtrader.core.bond.YieldConvention;
import io.bondtrader.core.bond.ZeroCouponBond;
import io.bondtrader.core.error.NotConverged;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.Frequency;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What holds for every bond, settlement, yield convention and yield. */
final class PricingLawsTest {

    private static final int TRIES = 300;

    private static Pick pick(long seed) {
        return RandomBonds.pick(new SplittableRandom(seed));
    }

    private static BondPricing pricing(Pick pick) {
        return BondPricing.of(pick.bond(), pick.settlement(), pick.yieldConvention());
    }

    /** The pick's yield, where the bond has a price at it. */
    private static double yieldOf(Pick pick, BondPricing pricing) {
        return pick.yield() > pricing.lowestYield() + 0.001
                ? pick.yield()
                : Math.max(0.0, pricing.lowestYield()) + Math.abs(pick.yield()) + 0.001;
    }

    private static boolean isTimeless(BondPricing pricing, double yield) {
        return pricing.sensitivities(yield).weightedTime() == 0.0; // exactly: months of thirty days
    }

    @Property(tries = TRIES)
    void pricesFallAsYieldsRiseAndFallEverMoreSlowly(@ForAll long seed) {
        Pick pick = pick(seed);
        BondPricing pricing = pricing(pick);
        double yield = yieldOf(pick, pricing);
        double step = 1e-3;
        double low = pricing.dirtyPriceFromYield(yield);
        double middle = pricing.dirtyPriceFromYield(yield + step);
        double high = pricing.dirtyPriceFromYield(yield + 2.0 * step);

        assertThat(middle).isLessThanOrEqualTo(low);
        assertThat(high).isLessThanOrEqualTo(middle);
        assertThat(low - 2.0 * middle + high).isGreaterThanOrEqualTo(-1e-12 * low);
    }

    @Property(tries = TRIES)
    void aYieldComesBackFromItsPrice(@ForAll long seed) {
        Pick pick = pick(seed);
        BondPricing pricing = pricing(pick);
        double yield = yieldOf(pick, pricing);
        if (isTimeless(pricing, yield)) {
            return;
        }
        double dirty = pricing.dirtyPriceFromYield(yield);
        double back = pricing.yieldFromDirtyPrice(dirty);
        // What the last bit of the price leaves open, in yield.
        double resolution = 1e-14 / Math.max(1e-6, pricing.modifiedDuration(yield));
        assertThat(back).isCloseTo(yield, within(1e-13 + 8.0 * resolution));
        YieldSolution solution = pricing.solveYieldFromCleanPrice(pricing.cleanPriceFromYield(yield));
        assertThat(solution.lowerYield()).isLessThanOrEqualTo(solution.upperYield());
        assertThat(solution.yield()).isBetween(solution.lowerYield(), solution.upperYield());
        assertThat(solution.dirtyPrice() + solution.residual())
                .isEqualTo(pricing.dirtyPriceFromYield(solution.yield()), within(1e-9));
    }

    @Property(tries = TRIES)
    void theDirtyPriceIsTheCleanPriceWithAccruedInterest(@ForAll long seed) {
        Pick pick = pick(seed);
        BondPricing pricing = pricing(pick);
        double yield = yieldOf(pick, pricing);
        assertThat(pricing.cleanPriceFromYield(yield) + pricing.accruedInterest())
                .isCloseTo(
                        pricing.dirtyPriceFromYield(yield), within(1e-15 * pricing.dirtyPriceFromYield(yield) + 1e-13));
        assertThat(pricing.accruedInterest() < 0.0).isEqualTo(pricing.isExCoupon() && pricing.accruedInterest() != 0.0);
    }

    @Property(tries = TRIES)
    void anExplanationAddsUpToThePrice(@ForAll long seed) {
        Pick pick = pick(seed);
        if (pick.bond() instanceof PerpetualBond || pick.yieldConvention().equals(YieldConvention.JGB_SIMPLE)) {
            return;
        }
        BondPricing pricing = pricing(pick);
        double yield = yieldOf(pick, pricing);
        PriceExplanation explanation = pricing.explain(yield);
        double dirty = pricing.dirtyPriceFromYield(yield);
        double sum = 0.0;
        for (PriceExplanation.Row row : explanation.rows()) {
            assertThat(row.presentValue()).isEqualTo((row.coupon() + row.principal()) * row.discountFactor());
            sum += row.presentValue();
        }
        assertThat(explanation.dirtyPrice()).isEqualTo(sum).isCloseTo(dirty, within(1e-12 * Math.max(100.0, dirty)));
        assertThat(explanation.cleanPrice())
                .isCloseTo(pricing.cleanPriceFromYield(yield), within(1e-12 * Math.max(100.0, dirty)));
        assertThat(explanation.toString())
                .contains("clean price")
                .contains(explanation.rows().get(0).dueDate().toString());
    }

    @Property(tries = TRIES)
    void derivativesAreThoseOfThePrice(@ForAll long seed) {
        Pick pick = pick(seed);
        BondPricing pricing = pricing(pick);
        double yield = yieldOf(pick, pricing) + 0.01;
        Sensitivities at = pricing.sensitivities(yield);
        double h = 1e-3 / (1.0 + at.modifiedDuration());
        double up = pricing.dirtyPriceFromYield(yield + h);
        double down = pricing.dirtyPriceFromYield(yield - h);
        assertThat(at.dirtyPrice()).isCloseTo(pricing.dirtyPriceFromYield(yield), within(1e-12 * Math.max(1.0, up)));
        assertThat(at.firstDerivative())
                .isCloseTo((up - down) / (2.0 * h), within(1e-5 * Math.max(1.0, Math.abs(at.firstDerivative()))));
        assertThat(at.secondDerivative())
                .isCloseTo(
                        (up - 2.0 * at.dirtyPrice() + down) / (h * h),
                        within(1e-4 * Math.max(10.0, Math.abs(at.secondDerivative())) + 1e-13 * up / (h * h)));
        assertThat(pricing.dv01(yield)).isEqualTo(-at.firstDerivative() * 1e-4);
        assertThat(pricing.modifiedDuration(yield) * at.dirtyPrice())
                .isCloseTo(-at.firstDerivative(), within(1e-12 * Math.max(1.0, up * 100.0)));
        if (!isTimeless(pricing, yield)) {
            assertThat(pricing.yieldValueOf32nd(yield) * -at.firstDerivative()).isCloseTo(1.0 / 32.0, within(1e-15));
        }
    }

    @Property(tries = TRIES)
    void aBookAnswersAsTheBondDoesToTheLastBit(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Pick pick = random.nextBoolean() ? RandomBonds.pick(random, Kind.FIXED) : RandomBonds.pick(random);
        BondPricing pricing = pricing(pick);
        double yield = yieldOf(pick, pricing);
        double clean = pricing.cleanPriceFromYield(yield);
        double dirty = pricing.dirtyPriceFromYield(yield);
        BondBook book = BondBook.ofPricings(List.of(pricing));
        BookResult result = book.newResult();
        book.cleanPricesFromYields(new double[] {yield}, result);
        assertThat(result.value(0)).isEqualTo(clean);
        book.dirtyPricesFromYields(new double[] {yield}, result);
        assertThat(result.value(0)).isEqualTo(dirty);
        BookMeasures measures = book.newMeasures();
        book.measuresFromYields(new double[] {yield}, measures, Parallelism.callingThread());
        assertThat(measures.modifiedDuration().value(0)).isEqualTo(pricing.modifiedDuration(yield));
        assertThat(measures.convexity().value(0)).isEqualTo(pricing.convexity(yield));
        book.yieldsFromCleanPrices(new double[] {clean}, result);
        try {
            assertThat(result.value(0)).isEqualTo(pricing.yieldFromCleanPrice(clean));
        } catch (NotConverged timeless) {
            assertThat(result.hasFailed(0)).isTrue();
        }
        book.yieldsFromDirtyPrices(new double[] {dirty}, result);
        if (!result.hasFailed(0)) {
            assertThat(result.value(0)).isEqualTo(pricing.yieldFromDirtyPrice(dirty));
        }
    }
    // ---- special cases that are one another ------------------------------------------------------------------------

    private static final BondConvention MARKET = BondConvention.builder("LAW").build();

    private static CouponDates dates(int years, Frequency frequency) {
        return CouponDates.of(
                LocalDate.of(2024, 5, 15), LocalDate.of(2024 + years, 5, 15), frequency, MARKET.endOfMonth());
    }

    @Property(tries = 100)
    void onACouponDateABondAtItsCouponCostsPar(
            @ForAll @DoubleRange(min = 0.0, max = 0.4) double coupon,
            @ForAll @IntRange(min = 1, max = 100) int years,
            @ForAll Frequency frequency) {
        BondConvention convention = MARKET.toBuilder().frequency(frequency).build();
        FixedCouponBond bond = new FixedCouponBond(convention, dates(years, frequency), coupon, null);
        for (YieldConvention yield : List.of(
                YieldConvention.COMPOUND,
                YieldConvention.US_STREET,
                YieldConvention.US_TREASURY,
                YieldConvention.BUND)) {
            BondPricing pricing = BondPricing.of(bond, LocalDate.of(2024, 5, 15), yield);
            assertThat(pricing.accruedInterest()).isZero();
            assertThat(pricing.cleanPriceFromYield(coupon)).isCloseTo(100.0, within(1e-11));
            assertThat(pricing.yieldFromCleanPrice(100.0)).isCloseTo(coupon, within(1e-13));
        }
    }

    @Property(tries = 100)
    void aStepUpWithoutStepsIsAFixedCouponAndSoIsAnAmortisingBondThatDoesNot(
            @ForAll @IntRange(min = 1, max = 40) int years,
            @ForAll @IntRange(min = 0, max = 364) int day,
            @ForAll @DoubleRange(min = -0.05, max = 0.4) double yield) {
        CouponDates dates = dates(years, Frequency.SEMIANNUAL);
        int periods = CouponPeriods.of(dates, MARKET.dayCount()).count();
        LocalDate settlement = dates.accrualStart().plusDays(day);
        BondPricing fixed = BondPricing.of(new FixedCouponBond(MARKET, dates, 0.05, null), settlement);
        BondPricing stepUp =
                BondPricing.of(StepUpBond.of(MARKET, dates, Collections.nCopies(periods, 0.05)), settlement);
        BondPricing bullet =
                BondPricing.of(AmortisingBond.of(MARKET, dates, 0.05, Collections.nCopies(periods, 80.0)), settlement);
        double price = fixed.dirtyPriceFromYield(yield);
        for (BondPricing same : List.of(stepUp, bullet)) {
            assertThat(same.cashFlows()).isEqualTo(fixed.cashFlows());
            assertThat(same.accruedInterest()).isEqualTo(fixed.accruedInterest());
            assertThat(same.dirtyPriceFromYield(yield)).isCloseTo(price, within(1e-12 * Math.max(100.0, price)));
            assertThat(same.modifiedDuration(yield)).isCloseTo(fixed.modifiedDuration(yield), within(1e-11));
            assertThat(same.averageLife()).isCloseTo(fixed.averageLife(), within(1e-12));
        }
    }

    @Property(tries = 100)
    void aBondWithoutCouponsIsAZero(
            @ForAll @IntRange(min = 1, max = 60) int years,
            @ForAll @IntRange(min = 0, max = 364) int day,
            @ForAll @DoubleRange(min = -0.05, max = 0.4) double yield) {
        CouponDates dates = dates(years, Frequency.SEMIANNUAL);
        LocalDate settlement = dates.accrualStart().plusDays(day);
        BondPricing coupons = BondPricing.of(new FixedCouponBond(MARKET, dates, 0.0, null), settlement);
        BondPricing zero =
                BondPricing.of(ZeroCouponBond.of(MARKET, dates.accrualStart(), dates.maturity()), settlement);
        double price = zero.dirtyPriceFromYield(yield);
        assertThat(coupons.dirtyPriceFromYield(yield)).isCloseTo(price, within(1e-12 * Math.max(100.0, price)));
        assertThat(coupons.convexity(yield)).isCloseTo(zero.convexity(yield), within(1e-10 * zero.convexity(yield)));
        assertThat(zero.macaulayDuration(yield))
                .isCloseTo(zero.layout().years(YieldConvention.COMPOUND)[0], within(1e-12));
    }

    @Property(tries = 100)
    void anAgreedFirstCouponDateOnTheRollChangesNothing(
            @ForAll @IntRange(min = 1, max = 30) int years, @ForAll @IntRange(min = 0, max = 364) int day) {
        FixedCouponBond bond = new FixedCouponBond(MARKET, dates(years, Frequency.SEMIANNUAL), 0.05, null);
        FixedCouponBond agreed = bond.withFirstCouponDate(LocalDate.of(2024, 11, 15));
        LocalDate settlement = LocalDate.of(2024, 5, 15).plusDays(day);
        assertThat(BondPricing.of(agreed, settlement).dirtyPriceFromYield(0.04))
                .isEqualTo(BondPricing.of(bond, settlement).dirtyPriceFromYield(0.04));
    }

    @Property(tries = 100)
    void interestAccruesInEqualStepsUntilTheCoupon(@ForAll @IntRange(min = 0, max = 180) int day) {
        FixedCouponBond bond = new FixedCouponBond(MARKET, dates(10, Frequency.SEMIANNUAL), 0.05, null);
        LocalDate start = LocalDate.of(2025, 11, 15); // 181 days to 15 May 2026
        double accrued = BondPricing.of(bond, start.plusDays(day)).accruedInterest();
        assertThat(accrued).isCloseTo(2.5 * day / 181.0, within(1e-14));
        assertThat(bond.convention().dayCount()).isEqualTo(DayCounts.ACT_ACT_ICMA);
    }

    @Property(tries = TRIES)
    void equivalentYieldsComeBack(
            @ForAll @DoubleRange(min = -0.5, max = 0.9) double yield,
            @ForAll Compounding from,
            @ForAll Compounding to,
            @ForAll Frequency frequency) {
        double there = YieldEquivalents.convert(yield, from, to, frequency.perYear());
        assertThat(YieldEquivalents.convert(there, to, from, frequency.perYear()))
                .isCloseTo(yield, within(1e-14));
        if (from == Compounding.SEMIANNUAL && to == Compounding.ANNUAL) {
            assertThat(there).isCloseTo(yield + yield * yield / 4.0, within(1e-15));
        }
    }

    @Property(tries = 100)
    void equivalentConventionsGiveOnePrice(
            @ForAll @DoubleRange(min = -0.05, max = 0.4) double yield, @ForAll @IntRange(min = 0, max = 364) int day) {
        FixedCouponBond bond = new FixedCouponBond(MARKET, dates(12, Frequency.SEMIANNUAL), 0.05, null);
        LocalDate settlement = LocalDate.of(2025, 5, 15).plusDays(day);
        double price = BondPricing.of(bond, settlement).dirtyPriceFromYield(yield);
        double annual = YieldEquivalents.convert(yield, Compounding.SEMIANNUAL, Compounding.ANNUAL, 2);
        double continuous = YieldEquivalents.convert(yield, Compounding.SEMIANNUAL, Compounding.CONTINUOUS, 2);
        assertThat(BondPricing.of(bond, settlement, YieldConvention.ICMA_ANNUAL).dirtyPriceFromYield(annual))
                .isCloseTo(price, within(1e-12 * price));
        assertThat(BondPricing.of(bond, settlement, YieldConvention.CONTINUOUS).dirtyPriceFromYield(continuous))
                .isCloseTo(price, within(1e-12 * price));
    }
}
