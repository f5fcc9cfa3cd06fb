package io.bondtrader.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.GoldenCurves;
import io.bondtrader.core.bond.BondConvention;
import io.bondtrader.core.bond.CouponDates;
import io.bondtrader.core.bond.FloatingRateNote;
import io.bondtrader.core.bond.OvernightCompounding;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.Interpolators;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.time.DayCount;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.Frequency;
import io.bondtrader.core.time.HolidayCalendars;
import io.bondtrader.core.time.Tenor;
import io.bondtrader.testdata.VectorTable;
import io.bondtrader.testdata.VectorTable.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Golden and published values of floating-rate notes, and overnight rates against sums by hand. */
final class FloatersTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-16");

    private static void close(Row row, String column, double actual, double relative) {
        double expected = row.number(column);
        assertThat(actual)
                .as(column)
                .isCloseTo(expected, Offset.offset(Math.max(1e-10, relative * Math.abs(expected))));
    }

    private static FloatingRateNote note(
            BondConvention convention,
            LocalDate start,
            LocalDate maturity,
            double margin,
            Map<LocalDate, Double> fixings) {
        CouponDates dates = CouponDates.of(start, maturity, convention.frequency(), convention.endOfMonth());
        return new FloatingRateNote(
                convention, dates, "INDEX", Tenor.ofMonths(3), margin, null, new TreeMap<>(fixings), null);
    }

    private static BondConvention convention(Row row) {
        return BondConvention.builder("VECTOR")
                .dayCount(DayCount.of(row.text("day_count")))
                .frequency(Frequency.ofPerYear(row.integer("frequency")))
                .endOfMonth(false)
                .build();
    }

    @Test
    void everyGoldenNoteIsWorthWhatItsCurvesSay() {
        GoldenCurves curves = GoldenCurves.read();
        VectorTable.of("floating_bonds.csv").everyRow(row -> {
            DiscountCurve discount = curves.curve(row.text("discount_curve"));
            DiscountCurve forecast = curves.curve(row.text("discount_curve"), row.number("forecast_zero_spread"));
            FloatingRateNote note = note(
                    convention(row),
                    row.date("issue_date"),
                    row.date("maturity"),
                    row.number("quoted_margin"),
                    row.has("current_fixing")
                            ? Map.of(row.date("accrual_start"), row.number("current_fixing"))
                            : Map.of());
            FloaterPricing pricing = FloaterPricing.of(note, row.date("settlement"), discount, forecast);
            List<ProjectedCoupon> coupons = pricing.coupons();
            assertThat(coupons.get(0).accrualStart()).isEqualTo(row.date("accrual_start"));
            assertThat(coupons.get(0).accrualEnd()).isEqualTo(row.date("next_coupon_date"));
            assertThat(coupons).hasSize(row.integer("n_remaining_coupons"));
            close(row, "next_coupon_amount", coupons.get(0).amount(), 1e-9);
            ProjectedCoupon last = coupons.get(coupons.size() - 1);
            close(row, "last_forecast_index_rate", last.indexRate(), 1e-9);
            close(row, "dirty_price", pricing.dirtyPrice(), 1e-9);
            close(row, "accrued", pricing.accruedInterest(), 1e-9);
            close(row, "clean_price", pricing.cleanPrice(), 1e-9);
            close(row, "dv01_both_curves", pricing.dv01BothCurves(), 1e-8);
            close(row, "dv01_discount_only", pricing.dv01DiscountOnly(), 1e-8);
            assertThat(coupons.get(0).fixed()).isEqualTo(row.has("current_fixing"));
        });
    }

    @Test
    void everyGoldenNoteHasItsMargins() {
        VectorTable.of("floater_margins.csv").everyRow(row -> {
            FloatingRateNote note = note(
                    convention(row),
                    row.date("accrual_start"),
                    row.date("maturity"),
                    row.number("quoted_margin"),
                    Map.of(row.date("accrual_start"), row.number("current_index_fixing")));
            FloaterMargins margins = FloaterMargins.of(note, row.date("settlement"), row.number("assumed_index"));
            double clean = row.number("clean_price");
            close(row, "accrued", margins.accruedInterest(), 1e-9);
            double margin = margins.discountMarginFromCleanPrice(clean);
            close(row, "discount_margin", margin, 1e-9);
            close(row, "spread_for_life", margins.simpleMarginFromCleanPrice(clean), 1e-9);
            close(row, "dm_dv01", margins.marginDv01(margin), 1e-8);
            assertThat(margins.cleanPriceFromDiscountMargin(margin)).isCloseTo(clean, within(1e-11));
            assertThat(margins.marginDuration(margin) * (clean + margins.accruedInterest()) * 1e-4)
                    .isCloseTo(margins.marginDv01(margin), within(1e-7));
        });
    }

    /** 31 CFR Part 356, Appendix B, section IV: a note at par, and one that is reopened a month later. */
    @Test
    void treasuryFloatingRateNotesArePricedAsTheRegulationPrintsThem() {
        BondConvention treasury = BondConvention.builder("US_FRN")
                .dayCount(DayCounts.ACT_360)
                .frequency(Frequency.QUARTERLY)
                .endOfMonth(true)
                .build();
        LocalDate dated = LocalDate.parse("2012-07-31");
        LocalDate maturity = LocalDate.parse("2014-07-31");
        double index = 0.00095022819;
        FloaterMargins atPar =
                FloaterMargins.of(note(treasury, dated, maturity, 0.0012, Map.of(dated, index)), dated, index);
        assertThat(atPar.dirtyPriceFromDiscountMargin(0.0012)).isCloseTo(100.0, within(5e-7));
        FloaterMargins reopened = FloaterMargins.resettingDaily(
                note(treasury, dated, maturity, 0.0012, Map.of()),
                LocalDate.parse("2012-08-31"),
                0.00105027876,
                0.019432992);
        assertThat(reopened.accruedInterest()).isCloseTo(0.019433, within(5e-7));
        assertThat(reopened.dirtyPriceFromDiscountMargin(0.001)).isCloseTo(100.058173, within(5e-7));
        assertThat(reopened.cleanPriceFromDiscountMargin(0.001)).isCloseTo(100.03874, within(5e-7));
        assertThat(reopened.discountMarginFromCleanPrice(100.03874)).isCloseTo(0.001, within(1e-8));
    }

    private static final BondConvention SOFR_NOTE = BondConvention.builder("SOFR_NOTE")
            .dayCount(DayCounts.ACT_360)
            .frequency(Frequency.QUARTERLY)
            .calendar("US_GOVT")
            .endOfMonth(false)
            .build();

    private static NodeCurve curve(LocalDate reference) {
        return NodeCurve.ofZeroRates(
                "SOFR",
                reference,
                List.of(DAY.plusMonths(6), DAY.plusYears(2), DAY.plusYears(5)),
                new double[] {0.043, 0.039, 0.041},
                Interpolators.LINEAR);
    }

    /** Rates of the two weeks before and after DAY, each its own: 4 % and one basis point a day. */
    private static SortedMap<LocalDate, Double> fixings(LocalDate from, LocalDate to) {
        TreeMap<LocalDate, Double> fixings = new TreeMap<>();
        var calendar = HolidayCalendars.of("US_GOVT");
        for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
            if (calendar.isBusinessDay(day)) {
                fixings.put(day, 0.04 + 1e-4 * (day.toEpochDay() - DAY.toEpochDay()));
            }
        }
        return fixings;
    }

    private static double rate(OvernightCompounding rule, LocalDate start, LocalDate end) {
        return new OvernightRates(rule, fixings(DAY.minusDays(40), DAY.plusDays(40)), curve(DAY))
                .rate(start, end, true);
    }

    private static OvernightCompounding rule(int lookback, boolean shift, int lockout) {
        return new OvernightCompounding("TEST", lookback, shift, lockout, 0, "US_GOVT", DayCounts.ACT_360);
    }

    /** Thursday to the next Thursday: one day, a weekend of three, three days. */
    @Test
    void aWeekOfOvernightRatesCompoundsWithTheWeekendOnFridaysRate() {
        LocalDate start = LocalDate.parse("2026-03-19");
        double growth = (1 + 0.0403 / 360)
                * (1 + 0.0404 * 3 / 360)
                * (1 + 0.0407 / 360)
                * (1 + 0.0408 / 360)
                * (1 + 0.0409 / 360);
        assertThat(rate(rule(0, false, 0), start, start.plusWeeks(1)))
                .isCloseTo((growth - 1.0) * 360 / 7, within(1e-14));
    }

    /** Two business days back: Tuesday's rate stands in for Thursday's, with Thursday's weight. */
    @Test
    void aLookbackReadsEarlierRatesWithTheWeightsOfThePeriod() {
        LocalDate start = LocalDate.parse("2026-03-19");
        double growth = (1 + 0.0401 / 360)
                * (1 + 0.0402 * 3 / 360)
                * (1 + 0.0403 / 360)
                * (1 + 0.0404 / 360)
                * (1 + 0.0407 / 360);
        assertThat(rate(rule(2, false, 0), start, start.plusWeeks(1)))
                .isCloseTo((growth - 1.0) * 360 / 7, within(1e-14));
    }

    /** The period from Tuesday to Tuesday: its own weekend is Friday's. */
    @Test
    void anObservationShiftMovesTheWeightsToo() {
        LocalDate start = LocalDate.parse("2026-03-19");
        double growth = (1 + 0.0401 / 360)
                * (1 + 0.0402 / 360)
                * (1 + 0.0403 / 360)
                * (1 + 0.0404 * 3 / 360)
                * (1 + 0.0407 / 360);
        assertThat(rate(rule(2, true, 0), start, start.plusWeeks(1)))
                .isCloseTo((growth - 1.0) * 360 / 7, within(1e-14));
    }

    /** Two business days before Thursday is Tuesday, whose rate stays for Wednesday. */
    @Test
    void aLockoutKeepsTheRateOfItsFirstDay() {
        LocalDate start = LocalDate.parse("2026-03-19");
        double growth = (1 + 0.0403 / 360)
                * (1 + 0.0404 * 3 / 360)
                * (1 + 0.0407 / 360)
                * (1 + 0.0408 / 360)
                * (1 + 0.0408 / 360);
        assertThat(rate(rule(0, false, 2), start, start.plusWeeks(1)))
                .isCloseTo((growth - 1.0) * 360 / 7, within(1e-14));
    }

    /** A period from Saturday to the next Saturday: two business days before either is the Thursday before it. */
    @Test
    void businessDaysBeforeAWeekendStartWithItsFriday() {
        LocalDate saturday = LocalDate.parse("2026-03-21");
        double week = (1 + 0.0403 / 360)
                * (1 + 0.0404 * 3 / 360)
                * (1 + 0.0407 / 360)
                * (1 + 0.0408 / 360)
                * (1 + 0.0409 / 360);
        assertThat(rate(rule(2, true, 0), saturday, saturday.plusWeeks(1)))
                .isCloseTo((week - 1.0) * 360 / 7, within(1e-14));
        double locked = (1 + 0.0404 * 2 / 360)
                * (1 + 0.0407 / 360)
                * (1 + 0.0408 / 360)
                * (1 + 0.0409 / 360)
                * (1 + 0.0410 / 360)
                * (1 + 0.0411 / 360);
        assertThat(rate(rule(0, false, 1), saturday, saturday.plusWeeks(1)))
                .isCloseTo((locked - 1.0) * 360 / 7, within(1e-14));
    }

    @Test
    void aProjectedPeriodCompoundsToTheGrowthOfTheCurve() {
        LocalDate start = LocalDate.parse("2026-06-15");
        LocalDate end = LocalDate.parse("2026-09-15");
        NodeCurve curve = curve(DAY);
        double rate = new OvernightRates(rule(0, false, 0), Map.of(), curve).rate(start, end, true);
        double growth = curve.discountFactor(start) / curve.discountFactor(end) - 1.0;
        assertThat(rate).isCloseTo(growth * 360 / 92, within(1e-13));
    }

    /** A note that pays what its discount curve projects, without margin, is worth its face. */
    @Test
    void aNoteWithoutMarginOffItsOwnCurveIsWorthPar() {
        FloatingRateNote note = note(SOFR_NOTE, DAY, DAY.plusYears(4), 0.0, Map.of());
        NodeCurve curve = curve(DAY);
        assertThat(FloaterPricing.of(note, DAY, curve, curve).dirtyPrice()).isCloseTo(100.0, within(1e-12));
        FloaterPricing inArrears = FloaterPricing.inArrears(note, DAY, curve, curve, rule(0, false, 0), Map.of());
        // Coupon days on a weekend part it: what Friday's rate pays before them compounds once more than the curve
        // does.
        assertThat(inArrears.dirtyPrice()).isCloseTo(100.0, within(1e-4));
        assertThat(inArrears.accruedInterest()).isZero();
        assertThat(Math.abs(inArrears.effectiveDuration())).isLessThan(1e-4);
        assertThat(inArrears.spreadDuration()).isBetween(3.5, 4.0);
        assertThat(inArrears.dv01BothCurves())
                .isCloseTo(inArrears.dv01DiscountOnly() - inArrears.projectionValue01(), within(1e-6));
    }

    @Test
    void accruedInterestInArrearsIsWhatHasCompoundedSoFar() {
        LocalDate start = LocalDate.parse("2026-03-05");
        LocalDate settlement = LocalDate.parse("2026-03-19");
        FloatingRateNote note = note(SOFR_NOTE, start, start.plusYears(1), 0.002, Map.of());
        SortedMap<LocalDate, Double> fixings = fixings(DAY.minusDays(40), settlement);
        FloaterPricing pricing = FloaterPricing.inArrears(
                note, settlement, curve(settlement), curve(settlement), rule(0, false, 0), fixings);
        double rate = new OvernightRates(rule(0, false, 0), fixings, curve(settlement)).rate(start, settlement, false);
        assertThat(pricing.accruedInterest()).isCloseTo(100.0 * (rate + 0.002) * 14 / 360, within(1e-12));
        assertThat(pricing.coupons().get(0).fixed()).isFalse();
        TreeMap<LocalDate, Double> holes = new TreeMap<>(fixings);
        holes.remove(LocalDate.parse("2026-03-10"));
        assertThatThrownBy(() -> FloaterPricing.inArrears(
                        note, settlement, curve(settlement), curve(settlement), rule(0, false, 0), holes))
                .isInstanceOf(MissingData.class)
                .hasMessageContaining("2026-03-10");
    }

    @Test
    void aPaymentDelayMovesThePaymentByBusinessDays() {
        FloatingRateNote note = note(SOFR_NOTE, DAY, DAY.plusYears(1), 0.0, Map.of());
        FloaterPricing pricing = FloaterPricing.inArrears(
                note, DAY, curve(DAY), curve(DAY), OvernightCompounding.SOFR_PAYMENT_DELAY, Map.of());
        assertThat(pricing.coupons().get(0).accrualEnd()).isEqualTo("2026-06-16");
        assertThat(pricing.coupons().get(0).paymentDate()).isEqualTo("2026-06-18");
    }

    @Property(tries = 100)
    void zeroMarginsAndDiscountMarginsRoundTrip(
            @ForAll @DoubleRange(min = -0.02, max = 0.2) double margin,
            @ForAll @DoubleRange(min = -0.01, max = 0.1) double index) {
        FloatingRateNote note = note(SOFR_NOTE, DAY, DAY.plusYears(4), 0.005, Map.of(DAY, 0.04));
        FloaterPricing pricing = FloaterPricing.of(note, DAY.plusDays(30), curve(DAY), curve(DAY));
        assertThat(pricing.zeroMargin(pricing.dirtyPriceFromZeroMargin(margin))).isCloseTo(margin, within(1e-11));
        FloaterMargins margins = FloaterMargins.of(note, DAY.plusDays(30), index);
        assertThat(margins.discountMarginFromCleanPrice(margins.cleanPriceFromDiscountMargin(margin)))
                .isCloseTo(margin, within(1e-11));
    }

    @Test
    void anAtParNoteHasItsQuotedMarginAsDiscountMargin() {
        FloatingRateNote note = note(SOFR_NOTE, DAY, DAY.plusYears(4), 0.005, Map.of(DAY, 0.04));
        FloaterMargins margins = FloaterMargins.of(note, DAY, 0.04);
        assertThat(margins.discountMarginFromCleanPrice(100.0)).isCloseTo(0.005, within(1e-15));
        assertThat(margins.simpleMarginFromCleanPrice(100.0)).isCloseTo(0.005, within(1e-16));
    }

    @Test
    void aFloorHoldsProjectedCouponsUp() {
        CouponDates dates = CouponDates.of(DAY, DAY.plusYears(2), Frequency.QUARTERLY, false);
        FloatingRateNote floored =
                new FloatingRateNote(SOFR_NOTE, dates, "SOFR", Tenor.ofMonths(3), 0.0, 0.06, new TreeMap<>(), null);
        FloaterPricing pricing = FloaterPricing.of(floored, DAY, curve(DAY), curve(DAY));
        assertThat(pricing.coupons()).allMatch(coupon -> coupon.couponRate() == 0.06);
        assertThat(pricing.dirtyPrice()).isGreaterThan(102.0);
    }

    @Test
    void badInputIsRefused() {
        FloatingRateNote note = note(SOFR_NOTE, DAY, DAY.plusYears(4), 0.005, Map.of(DAY, 0.04));
        FloaterMargins margins = FloaterMargins.of(note, DAY, 0.04);
        FloaterPricing pricing = FloaterPricing.of(note, DAY, curve(DAY), curve(DAY));
        for (double bad : new double[] {Double.NaN, Double.NEGATIVE_INFINITY, -1e7}) {
            assertThatThrownBy(() -> FloaterMargins.of(note, DAY, bad)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> FloaterMargins.resettingDaily(note, DAY, 0.04, bad))
                    .isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> margins.discountMarginFromCleanPrice(bad)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> margins.simpleMarginFromCleanPrice(bad)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> margins.dirtyPriceFromDiscountMargin(bad)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> margins.marginDuration(bad)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> pricing.zeroMargin(bad)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> pricing.dirtyPriceFromZeroMargin(bad)).isInstanceOf(InvalidInput.class);
        }
        assertThatThrownBy(() -> FloaterPricing.of(note, DAY.minusDays(1), curve(DAY), curve(DAY)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> FloaterPricing.of(note, DAY, curve(DAY.plusDays(1)), curve(DAY)))
                .isInstanceOf(InvalidInput.class);
        FloatingRateNote unfixed = note(SOFR_NOTE, DAY, DAY.plusYears(4), 0.005, Map.of());
        assertThatThrownBy(() -> FloaterPricing.of(unfixed, DAY.plusDays(9), curve(DAY), curve(DAY.plusDays(9))))
                .isInstanceOf(MissingData.class);
        assertThatThrownBy(() -> rule(31, false, 0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> rule(0, true, 0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> rule(0, false, -1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new OvernightCompounding("X", 0, false, 0, 0, "NOWHERE", DayCounts.ACT_360))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new OvernightCompounding("X", 0, false, 0, 0, "UK", DayCounts.THIRTY_360))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> FloaterPricing.inArrears(
                        note, DAY, curve(DAY), curve(DAY), rule(0, false, 0), Map.of(DAY, Double.NaN)))
                .isInstanceOf(InvalidInput.class);
    }
}
