package io.bondtrader.core.curve.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.curve.CurveQuantity;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.Interpolators;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.NotConverged;
import io.bondtrader.core.time.BusinessDayConvention;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.Frequency;
import io.bondtrader.core.time.HolidayCalendars;
import io.bondtrader.core.time.Tenor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CurveBootstrapTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 9, 3);
    private static final SwapConvention OVERNIGHT = swaps(Frequency.ANNUAL, Frequency.ANNUAL, 1);
    private static final SwapConvention IBOR = swaps(Frequency.ANNUAL, Frequency.ofPerYear(2), 0);
    private static final MoneyMarketConvention DEPOSITS = new MoneyMarketConvention(
            HolidayCalendars.of("TARGET"), 2, DayCounts.ACT_360, BusinessDayConvention.MODIFIED_FOLLOWING, true);

    private static SwapConvention swaps(Frequency fixed, Frequency floating, int lag) {
        return new SwapConvention(
                HolidayCalendars.of("TARGET"),
                2,
                fixed,
                DayCounts.THIRTY_E_360,
                floating,
                DayCounts.ACT_360,
                BusinessDayConvention.MODIFIED_FOLLOWING,
                true,
                lag);
    }

    private static CurveBootstrap overnight() {
        List<CurveInstrument> swaps = new ArrayList<>();
        String[] tenors = {"1M", "6M", "1Y", "2Y", "5Y", "10Y", "30Y"};
        double[] rates = {0.0192, 0.0191, 0.0189, 0.0195, 0.0221, 0.0254, 0.0261};
        for (int k = 0; k < tenors.length; k++) {
            swaps.add(OvernightSwap.of(OVERNIGHT, TODAY, Tenor.parse(tenors[k]), rates[k]));
        }
        return CurveBootstrap.of(TODAY, swaps).withName("overnight");
    }

    private static CurveBootstrap ibor() {
        List<CurveInstrument> instruments = new ArrayList<>();
        instruments.add(Deposit.of(DEPOSITS, TODAY, Tenor.parse("6M"), 0.0206));
        instruments.add(ForwardRateAgreement.of(DEPOSITS, TODAY, Tenor.parse("6M"), Tenor.parse("12M"), 0.0204));
        String[] tenors = {"2Y", "5Y", "10Y", "30Y"};
        double[] rates = {0.0209, 0.0237, 0.0271, 0.0274};
        for (int k = 0; k < tenors.length; k++) {
            instruments.add(FixedFloatSwap.of(IBOR, TODAY, Tenor.parse(tenors[k]), rates[k]));
        }
        return CurveBootstrap.of(TODAY, instruments).withName("six-month index");
    }

    @ParameterizedTest
    @EnumSource(BootstrapMethod.class)
    void aProjectionCurveRepricesItsSwapsOnAGivenDiscountingCurve(BootstrapMethod method) {
        DiscountCurve discounting = overnight().solve().curve();
        BootstrappedCurve projection =
                ibor().withDiscounting(discounting).withMethod(method).solve();
        for (CurveInstrument instrument : projection.instruments()) {
            assertThat(instrument.impliedQuote(discounting, projection.curve()))
                    .isCloseTo(instrument.quote(), within(1e-13));
        }
        // Discounting at another rate than that of the index moves long forwards.
        DiscountCurve single = ibor().solve().curve();
        double apart = single.zeroRate(30.0) - projection.curve().zeroRate(30.0);
        assertThat(Math.abs(apart)).isBetween(1e-7, 1e-3);
    }

    @ParameterizedTest
    @EnumSource(BootstrapMethod.class)
    void twoCurvesSolvedTogetherAreThoseSolvedOneAfterTheOther(BootstrapMethod method) {
        JointCurves joint = CurveBootstrap.jointly(overnight().withMethod(method), ibor());
        BootstrappedCurve discounting = overnight().solve();
        BootstrappedCurve projection =
                ibor().withDiscounting(discounting.curve()).solve();
        assertThat(joint.discounting().nodeValues()).containsExactly(discounting.nodeValues(), within(1e-13));
        assertThat(joint.projection().nodeValues()).containsExactly(projection.nodeValues(), within(1e-13));
        assertThat(joint.discounting().worstRepricingError()).isLessThanOrEqualTo(1e-12);
        assertThat(joint.projection().worstRepricingError()).isLessThanOrEqualTo(1e-12);
        // By the chain rule through the given curve: dx/dq = dx/d(discounting node) · d(discounting node)/dq.
        double[][] toDiscounting = projection.jacobianToDiscounting();
        for (int i = 0; i < toDiscounting.length; i++) {
            double[] byQuote = discounting.quoteSensitivities(toDiscounting[i]);
            for (int j = 0; j < byQuote.length; j++) {
                double direct = joint.jacobian()[discounting.nodeValues().length + i][j];
                assertThat(byQuote[j]).isCloseTo(direct, within(1e-12));
            }
        }
    }

    @Test
    void projectionNodesMoveWithOvernightQuotesAsBumpingThemShows() {
        JointCurves joint = CurveBootstrap.jointly(overnight(), ibor());
        double[] quotes = overnight().instruments().stream()
                .mapToDouble(CurveInstrument::quote)
                .toArray();
        int bumped = quotes.length - 1;
        quotes[bumped] += 1e-5;
        double[] up = CurveBootstrap.jointly(overnight().withQuotes(quotes), ibor())
                .projection()
                .nodeValues();
        quotes[bumped] -= 2e-5;
        double[] down = CurveBootstrap.jointly(overnight().withQuotes(quotes), ibor())
                .projection()
                .nodeValues();
        double[] byNode = new double[up.length];
        byNode[up.length - 1] = 1.0;
        double analytic = joint.quoteSensitivities(new double[quotes.length], byNode)[bumped];
        assertThat((up[up.length - 1] - down[up.length - 1]) / 2e-5).isCloseTo(analytic, within(1e-7));
        assertThat(Math.abs(analytic)).isGreaterThan(1e-4);
    }

    @ParameterizedTest
    @EnumSource(CurveQuantity.class)
    void aTurnOfYearRaisesForwardsOverItsDaysAndNothingElse(CurveQuantity quantity) {
        LocalDate from = LocalDate.of(2025, 12, 31);
        LocalDate to = LocalDate.of(2026, 1, 2);
        CurveBootstrap plain = overnight().withInterpolation(quantity, Interpolators.LINEAR);
        BootstrappedCurve turned =
                plain.withTurnsOfYear(List.of(new TurnOfYear(from, to, 0.02))).solve();
        assertThat(turned.worstRepricingError()).isLessThanOrEqualTo(1e-12);
        DiscountCurve curve = turned.curve();
        double before = curve.instantaneousForward(curve.years(from) - 1e-9);
        double within = curve.instantaneousForward(curve.years(from));
        double after = curve.instantaneousForward(curve.years(to));
        assertThat(within - before).isCloseTo(0.02, within(1e-6));
        assertThat(within - after).isCloseTo(0.02, within(1e-4));
        double overTheTurn = curve.forwardRate(curve.years(from), curve.years(to));
        assertThat(overTheTurn - before).isCloseTo(0.02, within(1e-4));
        // What the turn adds, the days around it give back: the swaps are repriced all the same.
        assertThat(before).isLessThan(plain.solve().curve().instantaneousForward(curve.years(from) - 1e-9));
    }

    @Test
    void afterTheLastPillarTheZeroRateStays() {
        for (CurveQuantity quantity : CurveQuantity.values()) {
            DiscountCurve curve = overnight()
                    .withInterpolation(quantity, Interpolators.LINEAR)
                    .solve()
                    .curve();
            double last = curve.nodes().get(6).years();
            assertThat(curve.zeroRate(last + 20.0)).isCloseTo(curve.zeroRate(last), within(1e-16));
            assertThat(curve.instantaneousForward(last + 1.0)).isCloseTo(curve.zeroRate(last), within(1e-16));
            assertSensitivities(quantity, last + 20.0);
        }
    }

    @ParameterizedTest
    @EnumSource(CurveQuantity.class)
    void discountFactorsMoveWithNodesAsTheCurveSays(CurveQuantity quantity) {
        for (double years : new double[] {0.01, 0.5, 1.7, 8.0, 29.9}) {
            assertSensitivities(quantity, years);
        }
    }

    private static void assertSensitivities(CurveQuantity quantity, double years) {
        CurveBootstrap bootstrap = overnight().withInterpolation(quantity, Interpolators.LINEAR);
        BootstrappedCurve curve = bootstrap.solve();
        double[] byNode = new double[curve.nodeValues().length];
        curve.curve().addLogDiscountSensitivities(years, 1.0, byNode, 0);
        double[] byQuote = curve.quoteSensitivities(byNode);
        double[] quotes = bootstrap.instruments().stream()
                .mapToDouble(CurveInstrument::quote)
                .toArray();
        for (int k = 0; k < quotes.length; k++) {
            double original = quotes[k];
            quotes[k] = original + 1e-5;
            double up = bootstrap.withQuotes(quotes).solve().curve().logDiscountFactor(years);
            quotes[k] = original - 1e-5;
            double down = bootstrap.withQuotes(quotes).solve().curve().logDiscountFactor(years);
            quotes[k] = original;
            assertThat((up - down) / 2e-5).isCloseTo(byQuote[k], within(1e-6 * Math.max(1.0, years)));
        }
    }

    /** J. C. Hull, "Options, Futures, and Other Derivatives", 5th edition, chapter 5, the bootstrap example. */
    @Test
    void theThirdZeroRateOfHullsExampleFollowsFromItsBond() {
        LocalDate[] days = {TODAY.plusDays(182), TODAY.plusDays(365), TODAY.plusDays(547)};
        BillQuote first = BillQuote.ofPrice(TODAY, days[0], 100.0 * Math.exp(-0.10469 * 0.5));
        BillQuote second = BillQuote.ofPrice(TODAY, days[1], 100.0 * Math.exp(-0.10536));
        List<BondQuote.Payment> payments = List.of(
                new BondQuote.Payment(days[0], 4.0),
                new BondQuote.Payment(days[1], 4.0),
                new BondQuote.Payment(days[2], 104.0));
        BondQuote bond = new BondQuote("18 months", TODAY, payments, 0.0, 2, 96.0);
        DiscountCurve curve =
                CurveBootstrap.of(TODAY, List.of(first, second, bond)).solve().curve();
        // The example counts half-years, the curve days: what it says of the last payment is the factor.
        assertThat(-Math.log(curve.discountFactor(days[2])) / 1.5).isCloseTo(0.10681, within(6e-6));
    }

    @Test
    void instrumentsMayComeInAnyOrder() {
        List<CurveInstrument> reversed = new ArrayList<>(overnight().instruments());
        Collections.reverse(reversed);
        assertThat(CurveBootstrap.of(TODAY, reversed).solve().nodeValues())
                .isEqualTo(overnight().solve().nodeValues());
    }

    @Test
    void aQuoteThatNoCurveMeetsIsNamed() {
        // The bond costs less than its first payment alone is worth by the bill.
        List<BondQuote.Payment> payments = List.of(
                new BondQuote.Payment(TODAY.plusYears(1), 50.0), new BondQuote.Payment(TODAY.plusYears(2), 1e-9));
        BondQuote impossible = new BondQuote("tail bond", TODAY, payments, 0.0, 1, 40.0);
        BillQuote bill = BillQuote.ofPrice(TODAY, TODAY.plusYears(1), 98.0);
        for (BootstrapMethod method : BootstrapMethod.values()) {
            CurveBootstrap bootstrap =
                    CurveBootstrap.of(TODAY, List.of(bill, impossible)).withMethod(method);
            assertThatThrownBy(bootstrap::solve)
                    .isInstanceOf(NotConverged.class)
                    .hasMessageContaining("tail bond");
        }
    }

    @Test
    void termsThatMakeNoCurveAreRefusedWithTheirNames() {
        BillQuote bill = BillQuote.ofPrice(TODAY, TODAY.plusMonths(6), 99.0);
        ParBond same =
                ParYieldBootstrap.bonds(TODAY, List.of(ParYield.of("6M", 0.02))).get(0);
        assertThatThrownBy(() -> CurveBootstrap.of(TODAY, List.of(bill, same)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(bill.label())
                .hasMessageContaining("6M");
        assertThatThrownBy(() -> CurveBootstrap.of(TODAY.plusDays(1), List.of(bill)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(bill.label());
        assertThatThrownBy(() -> CurveBootstrap.of(TODAY, List.of())).isInstanceOf(InvalidInput.class);
        CurveBootstrap bootstrap = overnight();
        assertThatThrownBy(() -> bootstrap.withQuotes(new double[1])).isInstanceOf(InvalidInput.class);
        double[] notANumber = new double[bootstrap.instruments().size()];
        notANumber[2] = Double.NaN;
        assertThatThrownBy(() -> bootstrap.withQuotes(notANumber)).isInstanceOf(InvalidInput.class);
        DiscountCurve curve = bootstrap.solve().curve();
        assertThatThrownBy(() -> bootstrap.withDiscounting(curve))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("OIS");
        DiscountCurve other = CurveBootstrap.of(
                        TODAY.plusDays(2), List.of(BillQuote.ofPrice(TODAY.plusDays(2), TODAY.plusYears(1), 98.0)))
                .solve()
                .curve();
        assertThatThrownBy(() -> ibor().withDiscounting(other)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> CurveBootstrap.jointly(overnight(), ibor().withDiscounting(curve)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() ->
                        bootstrap.withTurnsOfYear(List.of(new TurnOfYear(TODAY.minusDays(5), TODAY.plusDays(1), 0.01))))
                .isInstanceOf(InvalidInput.class);
        BootstrappedCurve solved = bootstrap.solve();
        assertThatThrownBy(() -> solved.nodeByQuote(-1, 0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> solved.nodeByQuote(0, 99)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> solved.quoteSensitivities(new double[2])).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> curve.logDiscountFactor(-1.0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> curve.logDiscountFactor(Double.NaN)).isInstanceOf(InvalidInput.class);
    }
}
