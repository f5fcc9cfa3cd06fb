package io.bondtrader.core.curve.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.curve.Interpolators;
import io.bondtrader.core.curve.NodeCurve;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.NotConverged;
import io.bondtrader.core.time.BusinessDayConvention;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.Frequency;
import io.bondtrader.core.time.HolidayCalendars;
import io.bondtrader.core.time.Tenor;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CurveInstrumentsTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 9, 3);
    private static final LocalDate SPOT = LocalDate.of(2025, 9, 5);
    private static final SwapConvention SWAPS = new SwapConvention(
            HolidayCalendars.of("TARGET"),
            2,
            Frequency.ANNUAL,
            DayCounts.THIRTY_E_360,
            Frequency.ofPerYear(2),
            DayCounts.ACT_360,
            BusinessDayConvention.MODIFIED_FOLLOWING,
            true,
            2);
    private static final MoneyMarketConvention DEPOSITS = new MoneyMarketConvention(
            HolidayCalendars.of("TARGET"), 2, DayCounts.ACT_360, BusinessDayConvention.MODIFIED_FOLLOWING, true);

    private static NodeCurve curve(String name, double... rates) {
        List<LocalDate> dates = List.of(TODAY.plusMonths(6), TODAY.plusYears(3), TODAY.plusYears(12));
        return NodeCurve.ofZeroRates(name, TODAY, dates, rates, Interpolators.LINEAR);
    }

    private static final NodeCurve DISCOUNTING = curve("discounting", 0.02, 0.023, 0.028);
    private static final NodeCurve PROJECTION = curve("projection", 0.022, 0.026, 0.031);

    static List<CurveInstrument> oneOfEach() {
        Tenor fiveYears = Tenor.ofYears(5);
        return List.of(
                BillQuote.ofDiscountRate(SPOT, SPOT.plusDays(91), 0.02),
                BillQuote.ofPrice(SPOT, SPOT.plusDays(91), 99.5),
                new BondQuote(
                        "bond",
                        SPOT,
                        List.of(
                                new BondQuote.Payment(SPOT.plusYears(1), 3.0),
                                new BondQuote.Payment(SPOT.plusYears(2), 103.0)),
                        0.4,
                        1,
                        101.0),
                Deposit.of(DEPOSITS, TODAY, Tenor.ofMonths(3), 0.02),
                ForwardRateAgreement.of(DEPOSITS, TODAY, Tenor.ofMonths(3), Tenor.ofMonths(9), 0.02),
                RateFuture.quarterly(SPOT, DayCounts.ACT_360, 0.0002, 98.0),
                ParYieldBootstrap.bonds(TODAY, List.of(ParYield.of("7Y", 0.03))).get(0),
                OvernightSwap.of(SWAPS, TODAY, fiveYears, 0.02),
                FixedFloatSwap.of(SWAPS, TODAY, fiveYears, 0.02));
    }

    @ParameterizedTest
    @MethodSource("oneOfEach")
    void impliedQuotesMoveWithNodesAsDifferencesShow(CurveInstrument instrument) {
        double[] byDiscounting = new double[3];
        double[] byProjection = new double[3];
        instrument.addQuoteSensitivities(DISCOUNTING, PROJECTION, 2.0, byDiscounting, byProjection);
        double size = 1e-5;
        for (int node = 0; node < 3; node++) {
            double[] up = DISCOUNTING.values();
            double[] down = DISCOUNTING.values();
            up[node] += size;
            down[node] -= size;
            double difference = (instrument.impliedQuote(DISCOUNTING.withValues(up), PROJECTION)
                            - instrument.impliedQuote(DISCOUNTING.withValues(down), PROJECTION))
                    / size;
            assertThat(byDiscounting[node]).isCloseTo(difference, within(2e-6));
            up = PROJECTION.values();
            down = PROJECTION.values();
            up[node] += size;
            down[node] -= size;
            difference = (instrument.impliedQuote(DISCOUNTING, PROJECTION.withValues(up))
                            - instrument.impliedQuote(DISCOUNTING, PROJECTION.withValues(down)))
                    / size;
            assertThat(byProjection[node]).isCloseTo(difference, within(2e-6));
        }
    }

    @ParameterizedTest
    @MethodSource("oneOfEach")
    void anotherQuoteLeavesTheTermsAsTheyAre(CurveInstrument instrument) {
        CurveInstrument other = instrument.withQuote(instrument.quote() * 1.01);
        assertThat(other.quote()).isEqualTo(instrument.quote() * 1.01);
        assertThat(other.withQuote(instrument.quote())).isEqualTo(instrument);
        assertThat(other.pillar()).isAfter(other.start()).isEqualTo(instrument.pillar());
        assertThatThrownBy(() -> instrument.withQuote(Double.NaN)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aSwapOnOneCurveIsTheTelescopedParRate() {
        SwapConvention noLag = new SwapConvention(
                SWAPS.calendar(),
                2,
                Frequency.ANNUAL,
                DayCounts.THIRTY_E_360,
                Frequency.ofPerYear(4),
                DayCounts.ACT_360,
                BusinessDayConvention.MODIFIED_FOLLOWING,
                true,
                0);
        FixedFloatSwap swap = FixedFloatSwap.of(noLag, TODAY, Tenor.ofYears(4), 0.02);
        double annuity = 0.0;
        for (AccrualSpan span : swap.fixed()) {
            annuity += span.fraction() * DISCOUNTING.discountFactor(span.end());
        }
        double telescoped =
                (DISCOUNTING.discountFactor(swap.start()) - DISCOUNTING.discountFactor(swap.pillar())) / annuity;
        assertThat(swap.impliedQuote(DISCOUNTING, DISCOUNTING)).isCloseTo(telescoped, within(1e-15));
    }

    @Test
    void paymentsOfAnOvernightSwapLagItsPeriods() {
        OvernightSwap swap = OvernightSwap.of(SWAPS, TODAY, Tenor.ofYears(2), 0.02);
        assertThat(swap.spans().get(1).end()).isEqualTo(LocalDate.of(2027, 9, 6));
        assertThat(swap.pillar()).isEqualTo(LocalDate.of(2027, 9, 8));
    }

    @Test
    void aTenorThatIsNoWholeNumberOfPeriodsStartsWithAShortOne() {
        List<AccrualSpan> spans = SWAPS.fixedSpans(SPOT, Tenor.parse("18M"));
        assertThat(spans).hasSize(2);
        assertThat(spans.get(0).end()).isEqualTo(LocalDate.of(2026, 3, 5));
    }

    @Test
    void aFuturesRateIsTheForwardRateWithItsAdjustment() {
        RateFuture future = RateFuture.quarterly(LocalDate.of(2025, 9, 5), DayCounts.ACT_360, 0.0002, 98.0);
        assertThat(future.start()).isEqualTo(LocalDate.of(2025, 9, 17));
        assertThat(future.end()).isEqualTo(LocalDate.of(2025, 12, 17));
        double forward = (PROJECTION.discountFactor(future.start()) / PROJECTION.discountFactor(future.end()) - 1.0)
                / (91 / 360.0);
        assertThat(future.impliedQuote(DISCOUNTING, PROJECTION))
                .isCloseTo(100.0 - 100.0 * (forward + 0.0002), within(1e-12));
    }

    @Test
    void theYieldOfABondIsTheOneThatGivesItsPrice() {
        // 5% for two years at par, on calendar years of 365 days
        BondQuote bond = new BondQuote(
                "par",
                LocalDate.of(2025, 1, 1),
                List.of(
                        new BondQuote.Payment(LocalDate.of(2026, 1, 1), 5.0),
                        new BondQuote.Payment(LocalDate.of(2027, 1, 1), 105.0)),
                0.0,
                1,
                100.0);
        assertThat(bond.yieldFromDirtyPrice(100.0)).isCloseTo(0.05, within(1e-14));
        double up = bond.yieldFromDirtyPrice(100.001);
        double down = bond.yieldFromDirtyPrice(99.999);
        assertThat(bond.modifiedDuration(100.0)).isCloseTo(-0.00002 / (up - down), within(1e-7));
        assertThatThrownBy(() -> bond.yieldFromDirtyPrice(-1.0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> bond.yieldFromDirtyPrice(Double.NaN)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aPriceThatNoYieldGivesIsSaidSo() {
        BondQuote paidAtOnce = new BondQuote(
                "paid at once",
                SPOT,
                List.of(new BondQuote.Payment(SPOT, 50.0), new BondQuote.Payment(SPOT.plusDays(1), 50.0)),
                0.0,
                1,
                10.0);
        assertThatThrownBy(() -> paidAtOnce.yieldFromDirtyPrice(10.0)).isInstanceOf(NotConverged.class);
    }

    static List<ThrowingCallable> impossible() {
        BondQuote.Payment payment = new BondQuote.Payment(SPOT.plusYears(1), 100.0);
        AccrualSpan span = new AccrualSpan(SPOT, SPOT.plusYears(1), SPOT.plusYears(1), 1.0);
        return List.of(
                () -> new Deposit(" ", SPOT, SPOT.plusDays(1), DayCounts.ACT_360, 0.02),
                () -> new Deposit("d", SPOT, SPOT, DayCounts.ACT_360, 0.02),
                () -> new Deposit("d", LocalDate.MIN, SPOT, DayCounts.ACT_360, 0.02),
                () -> new Deposit("d", SPOT, LocalDate.MAX, DayCounts.ACT_360, 0.02),
                () -> new Deposit("d", SPOT, SPOT.plusDays(9), DayCounts.ACT_ACT_ICMA, 0.02),
                () -> new Deposit("d", SPOT, SPOT.plusDays(9), DayCounts.ACT_360, Double.POSITIVE_INFINITY),
                () -> new ForwardRateAgreement("f", SPOT.plusDays(1), SPOT, DayCounts.ACT_360, 0.02),
                () -> new RateFuture("f", SPOT, SPOT.plusDays(90), DayCounts.ACT_360, Double.NaN, 98.0),
                () -> BillQuote.ofPrice(SPOT, SPOT.plusDays(90), 0.0),
                () -> BillQuote.ofDiscountRate(SPOT, SPOT.plusDays(360), 1.0),
                () -> new BondQuote("b", SPOT, List.of(), 0.0, 2, 100.0),
                () -> new BondQuote("b", SPOT, List.of(payment), Double.NaN, 2, 100.0),
                () -> new BondQuote("b", SPOT, List.of(payment), 1.0, 0, 100.0),
                () -> new BondQuote("b", SPOT, List.of(payment), 1.0, 2, -1.0),
                () -> new BondQuote("b", SPOT.plusYears(2), List.of(payment), 1.0, 2, 100.0),
                () -> new BondQuote("b", SPOT, List.of(payment, new BondQuote.Payment(SPOT, 1.0)), 1.0, 2, 100.0),
                () -> new BondQuote("b", SPOT, List.of(new BondQuote.Payment(SPOT.plusYears(1), 0.0)), 1.0, 2, 100.0),
                () -> new BondQuote.Payment(SPOT, -1.0),
                () -> new BondQuote.Payment(SPOT, Double.NaN),
                () -> new AccrualSpan(SPOT, SPOT.plusDays(9), SPOT.minusDays(1), 0.1),
                () -> new AccrualSpan(SPOT, SPOT.plusDays(9), SPOT.plusDays(9), 0.0),
                () -> new ParBond("p", List.of(), 0.02),
                () -> new ParBond("p", List.of(span, span), 0.02),
                () -> new OvernightSwap("o", List.of(span), Double.NaN),
                () -> new FixedFloatSwap("s", List.of(span), List.of(), 0.02),
                () -> OvernightSwap.of(SWAPS, TODAY, Tenor.ofYears(-1), 0.02),
                () -> OvernightSwap.of(SWAPS, TODAY, Tenor.ofYears(500), 0.02),
                () -> new TurnOfYear(SPOT, SPOT, 0.01),
                () -> new TurnOfYear(SPOT, SPOT.plusDays(2), Double.NaN),
                () -> new MoneyMarketConvention(
                        HolidayCalendars.NONE, -1, DayCounts.ACT_360, BusinessDayConvention.FOLLOWING, false),
                () -> new MoneyMarketConvention(
                        HolidayCalendars.NONE, 2, DayCounts.ACT_ACT_ICMA, BusinessDayConvention.FOLLOWING, false),
                () -> new SwapConvention(
                        HolidayCalendars.NONE,
                        2,
                        Frequency.ANNUAL,
                        DayCounts.ACT_360,
                        Frequency.ANNUAL,
                        DayCounts.ACT_360,
                        BusinessDayConvention.FOLLOWING,
                        false,
                        11));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void termsThatNoInstrumentHasAreRefused(ThrowingCallable made) {
        assertThatThrownBy(made).isInstanceOf(InvalidInput.class);
    }
}
