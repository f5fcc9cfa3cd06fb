package io.bondtrader.core.pricing;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.CouponDates;
import io.bondtrader.core.bond.Indexation;
import io.bondtrader.core.bond.InflationLinkedBond;
import io.bondtrader.core.bond.YieldConvention;
import io.bondtrader.core.curve.InflationCurve;
import io.bondtrader.core.curve.Interpolators;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.time.Frequency;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class InflationPricingTest {

    /** The 3⅞% note of January 1999, 31 CFR Part 356, Appendix B, section III.A: index 164 on its dated date. */
    private static final InflationLinkedBond NOTE = new InflationLinkedBond(
            BondConventions.US_TIPS,
            CouponDates.of(LocalDate.of(1999, 1, 15), LocalDate.of(2009, 1, 15), Frequency.SEMIANNUAL, true),
            0.03875,
            Indexation.US_TIPS,
            164.0,
            true,
            null);

    private static final Map<YearMonth, Double> INDEX = Map.of(
            YearMonth.of(1998, 10), 164.0,
            YearMonth.of(1998, 11), 164.0,
            YearMonth.of(1998, 12), 163.9,
            YearMonth.of(1999, 1), 164.3);

    @Test
    void onItsDatedDateANoteHasTheRealPriceOfTheRegulation() {
        InflationPricing pricing =
                InflationPricing.of(NOTE, LocalDate.of(1999, 1, 15), YieldConvention.US_TREASURY, INDEX);

        assertThat(pricing.indexRatio()).isEqualTo(1.0);
        assertThat(pricing.real().cleanPriceFromYield(0.03898)).isEqualTo(99.811030, within(0.5e-6));
        assertThat(pricing.nominalCleanPriceFromRealYield(0.03898)).isEqualTo(99.811030, within(0.5e-6));
    }

    @Test
    void inMoneyOfTheDayEverythingIsMultipliedByTheIndexRatio() {
        // 11 March: 163.9 + 10/31 · 0.4 = 164.02903, and 164.02903/164 = 1.000177, cut and rounded to five decimals.
        InflationPricing pricing = InflationPricing.of(NOTE, LocalDate.of(1999, 3, 11), INDEX);
        BondPricing real = pricing.real();

        assertThat(pricing.referenceIndex()).isEqualTo(164.02903);
        assertThat(pricing.indexRatio()).isEqualTo(1.00018);
        assertThat(pricing.nominalAccruedInterest()).isEqualTo(real.accruedInterest() * 1.00018, within(1e-15));
        assertThat(pricing.nominalCleanPriceFromRealYield(0.04))
                .isEqualTo(real.cleanPriceFromYield(0.04) * 1.00018, within(1e-13));
        assertThat(pricing.nominalDirtyPriceFromRealYield(0.04))
                .isEqualTo(
                        pricing.nominalCleanPriceFromRealYield(0.04) + pricing.nominalAccruedInterest(), within(1e-12));
        assertThat(pricing.nominalDv01(0.04)).isEqualTo(real.dv01(0.04) * 1.00018, within(1e-15));
        assertThat(pricing.realYieldFromNominalCleanPrice(pricing.nominalCleanPriceFromRealYield(0.04)))
                .isEqualTo(0.04, within(1e-14));
        assertThat(pricing.redemptionAtCurrentRatio()).isEqualTo(100.018, within(1e-12));
    }

    @Test
    void onTheFirstOfAMonthTheNextIndexNeedNotBeKnown() {
        Map<YearMonth, Double> known = Map.of(YearMonth.of(1998, 12), 163.9);

        assertThat(Indexation.US_TIPS.referenceIndex(LocalDate.of(1999, 3, 1), known))
                .isEqualTo(163.9);
        assertThatThrownBy(() -> Indexation.US_TIPS.referenceIndex(LocalDate.of(1999, 3, 2), known))
                .isInstanceOf(MissingData.class)
                .hasMessageContaining("1999-01");
    }

    @Test
    void anIndexThatIsNotPositiveIsRefused() {
        LocalDate day = LocalDate.of(1999, 3, 1);

        for (double bad : new double[] {0.0, -1.0, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> Indexation.US_TIPS.referenceIndex(day, Map.of(YearMonth.of(1998, 12), bad)))
                    .isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> Indexation.US_TIPS.indexRatio(bad, 164.0)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> Indexation.US_TIPS.indexRatio(164.0, bad)).isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void theFloorKeepsTheFaceAndNoMore() {
        InflationLinkedBond unprotected = new InflationLinkedBond(
                NOTE.convention(), NOTE.dates(), 0.03875, Indexation.US_TIPS, 164.0, false, null);

        assertThat(NOTE.redemption(0.97)).isEqualTo(100.0);
        assertThat(unprotected.redemption(0.97)).isEqualTo(97.0);
        assertThat(NOTE.redemption(1.25)).isEqualTo(125.0);
        assertThatThrownBy(() -> NOTE.redemption(Double.NaN)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> NOTE.redemption(0.0)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void breakEvensAreADifferenceOrAQuotient() {
        assertThat(InflationPricing.breakEven(0.045, 0.02)).isEqualTo(0.025, within(1e-17));
        // (1.0225/1.01)² − 1
        assertThat(InflationPricing.breakEvenFisher(0.045, 0.02, 2))
                .isEqualTo(1.0225 * 1.0225 / (1.01 * 1.01) - 1.0, within(1e-15));
        assertThat(InflationPricing.breakEvenFisher(0.03, 0.03, 2)).isZero();
        assertThatThrownBy(() -> InflationPricing.breakEven(Double.NaN, 0.02)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> InflationPricing.breakEvenFisher(0.04, -2.0, 2))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> InflationPricing.breakEvenFisher(0.04, 0.02, 0))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void withoutAPublishedIndexThereIsNoPrice() {
        assertThatThrownBy(() -> InflationPricing.of(NOTE, LocalDate.of(2001, 3, 11), INDEX))
                .isInstanceOf(MissingData.class)
                .hasMessageContaining("2000-12");
    }

    @Test
    void referenceIndicesThatArePublishedByDayGiveTheSameRatio() {
        LocalDate day = LocalDate.of(1999, 3, 11);
        InflationPricing byMonth = InflationPricing.of(NOTE, day, YieldConvention.US_TREASURY, INDEX);
        InflationPricing byDay =
                InflationPricing.ofDailyIndex(NOTE, day, YieldConvention.US_TREASURY, Map.of(day, 164.02903));

        assertThat(byDay.indexRatio()).isEqualTo(byMonth.indexRatio());
        assertThatThrownBy(() -> InflationPricing.ofDailyIndex(
                        NOTE, day.plusDays(1), YieldConvention.US_TREASURY, Map.of(day, 164.02903)))
                .isInstanceOf(MissingData.class)
                .hasMessageContaining("1999-03-12");
        assertThatThrownBy(() ->
                        InflationPricing.ofDailyIndex(NOTE, day, YieldConvention.US_TREASURY, Map.of(day, Double.NaN)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void underAssumedInflationAPriceHasANominalYieldAndThatYieldBreaksEvenAtThatInflation() {
        LocalDate day = LocalDate.of(1999, 3, 11);
        InflationPricing pricing = InflationPricing.of(NOTE, day, YieldConvention.COMPOUND, INDEX);
        double clean = pricing.nominalCleanPriceFromRealYield(0.04);
        double nominal = pricing.nominalYieldFromNominalCleanPrice(clean, 0.03);

        // Fisher's equation holds but for the days: yields count coupon periods, the index counts days.
        assertThat(nominal).isCloseTo(InflationPricing.nominalYield(0.04, 0.03, 2), within(5e-5));
        assertThat(pricing.breakEvenInflation(clean, nominal)).isCloseTo(0.03, within(1e-13));
        assertThat(pricing.nominalDirtyPriceFromNominalYield(nominal, 0.03))
                .isCloseTo(clean + pricing.nominalAccruedInterest(), within(1e-11));
        assertThat(pricing.nominalYieldFromNominalCleanPrice(clean, 0.0)).isCloseTo(0.04, within(1e-12));
    }

    /** Break-even rates of 3 % from October 1998 on: after n whole years the index is 1.03ⁿ of what it was. */
    @Test
    void offANominalCurveAndAnInflationCurveABondIsWorthItsProjectedFlows() {
        InflationPricing pricing = InflationPricing.of(NOTE, LocalDate.of(1999, 1, 15), INDEX);
        InflationCurve index = InflationCurve.of(
                "CPI", Map.of(YearMonth.of(1998, 10), 164.0), YearMonth.of(1998, 10), new int[] {1, 20}, new double[] {
                    0.03, 0.03
                });
        NodeCurve nominal = NodeCurve.ofZeroRates(
                "USD",
                LocalDate.of(1999, 1, 15),
                List.of(LocalDate.of(2010, 1, 15)),
                new double[] {0.055},
                Interpolators.LINEAR);
        double monthly = Math.pow(1.03, 1.0 / 12.0);
        double worth = 0.0;
        for (int half = 1; half <= 20; half++) {
            LocalDate due = LocalDate.of(1999, 1, 15).plusMonths(6L * half);
            double from = 164.0 * Math.pow(monthly, 6 * half);
            double reference = from + (14.0 / due.lengthOfMonth()) * from * (monthly - 1.0);
            double amount = 100.0 * (0.03875 / 2.0 + (half == 20 ? 1.0 : 0.0));
            LocalDate paid = BondConventions.US_TIPS.paymentDate(due);
            worth += amount
                    * reference
                    / 164.0
                    * Math.exp(-0.055 * DAYS.between(LocalDate.of(1999, 1, 15), paid) / 365.0);
        }

        assertThat(pricing.nominalDirtyPrice(nominal, index)).isCloseTo(worth, within(1e-3)); // ratios of five decimals
        assertThat(pricing.projectedCashFlows(index)).hasSize(20);
    }

    @Test
    void aFloorRepaysTheFaceWhereTheIndexFalls() {
        InflationPricing pricing = InflationPricing.of(NOTE, LocalDate.of(1999, 3, 11), INDEX);
        var falling = pricing.projectedCashFlows(-0.02);
        var rising = pricing.projectedCashFlows(0.02);

        assertThat(falling.get(falling.size() - 1).principal()).isEqualTo(100.0);
        assertThat(rising.get(rising.size() - 1).principal())
                .isCloseTo(100.018 * Math.pow(1.02, 3598 / 365.0), within(1e-9));
    }

    @Test
    void assumptionsThatLeaveNothingAreRefused() {
        InflationPricing pricing = InflationPricing.of(NOTE, LocalDate.of(1999, 3, 11), INDEX);
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1e9}) {
            assertThatThrownBy(() -> pricing.projectedCashFlows(bad)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> pricing.nominalYieldFromNominalCleanPrice(bad, 0.02))
                    .isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> pricing.nominalYieldFromNominalCleanPrice(100.0, bad))
                    .isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> pricing.breakEvenInflation(100.0, bad)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> pricing.breakEvenInflation(bad, 0.05)).isInstanceOf(InvalidInput.class);
        }
    }
}
