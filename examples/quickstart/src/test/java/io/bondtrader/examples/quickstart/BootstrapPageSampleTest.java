package io.bondtrader.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.curve.CurveInterpolation;
import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.bootstrap.BillQuote;
import io.bondtrader.core.curve.bootstrap.BootstrapMethod;
import io.bondtrader.core.curve.bootstrap.BootstrappedCurve;
import io.bondtrader.core.curve.bootstrap.CurveBootstrap;
import io.bondtrader.core.curve.bootstrap.CurveInstrument;
import io.bondtrader.core.curve.bootstrap.FixedFloatSwap;
import io.bondtrader.core.curve.bootstrap.JointCurves;
import io.bondtrader.core.curve.bootstrap.OvernightSwap;
import io.bondtrader.core.curve.bootstrap.ParYield;
import io.bondtrader.core.curve.bootstrap.ParYieldBootstrap;
import io.bondtrader.core.curve.bootstrap.SwapConvention;
import io.bondtrader.core.curve.bootstrap.TurnOfYear;
import io.bondtrader.core.pricing.CurvePricing;
import io.bondtrader.core.time.BusinessDayConvention;
import io.bondtrader.core.time.DayCounts;
import io.bondtrader.core.time.Frequency;
import io.bondtrader.core.time.HolidayCalendars;
import io.bondtrader.core.time.Tenor;
import io.bondtrader.core.verify.VerifiedBootstrap;
import io.bondtrader.core.verify.Verifier;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The samples of the page about bootstrapped curves. */
final class BootstrapPageSampleTest {

    private final LocalDate day = LocalDate.of(2025, 7, 11);
    private final FixedCouponBond bond =
            FixedCouponBond.of(BondConventions.US_TREASURY, 0.0425, "2025-05-15", "2035-05-15");

    private CurveBootstrap parYields() {
        List<ParYield> yields = List.of(
                ParYield.of("3M", 0.0442),
                ParYield.of("1Y", 0.0409),
                ParYield.of("2Y", 0.0390),
                ParYield.of("5Y", 0.0399),
                ParYield.of("10Y", 0.0443),
                ParYield.of("30Y", 0.0496));
        CurveBootstrap bootstrap = ParYieldBootstrap.of(day, yields);
        return bootstrap;
    }

    @Test
    void quotesBecomeACurveAndSensitivitiesGoBackToQuotes() {
        CurveBootstrap bootstrap = parYields();
        BootstrappedCurve solved =
                bootstrap.withInterpolation(CurveInterpolation.MONOTONE_CONVEX).solve();
        DiscountCurve curve = solved.curve();

        CurvePricing pricing = CurvePricing.of(bond, day);
        double[] byNode = new double[curve.nodes().size()];
        pricing.addNodeSensitivities(curve, byNode);
        double[] byQuote = solved.quoteSensitivities(byNode); // byQuote[4]: per 1.00 of the 10Y par yield

        double[] quotes = bootstrap.instruments().stream()
                .mapToDouble(CurveInstrument::quote)
                .toArray();
        quotes[4] += 1e-6;
        DiscountCurve bumped = bootstrap
                .withInterpolation(CurveInterpolation.MONOTONE_CONVEX)
                .withQuotes(quotes)
                .solve()
                .curve();
        double difference = (pricing.dirtyPrice(bumped) - pricing.dirtyPrice(curve)) / 1e-6;
        assertThat(byQuote[4]).isCloseTo(difference, within(0.05));
        assertThat(solved.worstRepricingError()).isLessThanOrEqualTo(1e-12);
    }

    @Test
    void everyNodeIsVerified() {
        VerifiedBootstrap verified = VerifiedBootstrap.of(parYields(), Verifier.strict());
        DiscountCurve curve = verified.result().curve();
        String evidence = verified.worstNode().toString(); // both values of the node on which they lie farthest apart

        assertThat(evidence).contains("Newton on all nodes");
        assertThat(curve.nodes()).hasSize(6);
    }

    @Test
    void billsAndBondsMakeAGovernmentCurve() {
        FixedCouponBond note = FixedCouponBond.of(BondConventions.US_TREASURY, 0.0375, "2025-06-30", "2027-06-30");
        List<CurveInstrument> market = List.of(
                BillQuote.ofDiscountRate(day, LocalDate.of(2025, 10, 9), 0.0423),
                CurvePricing.of(note, day).quote("2-year note", 99.80),
                CurvePricing.of(bond, day).quote("10-year note", 98.55));
        BootstrappedCurve solved = CurveBootstrap.of(day, market)
                .withName("USD Treasury")
                .withMethod(BootstrapMethod.SEQUENTIAL)
                .solve();

        assertThat(CurvePricing.of(bond, day).cleanPrice(solved.curve())).isCloseTo(98.55, within(1e-10));
    }

    @Test
    void twoCurvesAreSolvedTogether() {
        SwapConvention overnight = new SwapConvention(
                HolidayCalendars.of("TARGET"),
                2,
                Frequency.ANNUAL,
                DayCounts.ACT_360,
                Frequency.ANNUAL,
                DayCounts.ACT_360,
                BusinessDayConvention.MODIFIED_FOLLOWING,
                true,
                1);
        SwapConvention sixMonths = new SwapConvention(
                HolidayCalendars.of("TARGET"),
                2,
                Frequency.ANNUAL,
                DayCounts.THIRTY_E_360,
                Frequency.ofPerYear(2),
                DayCounts.ACT_360,
                BusinessDayConvention.MODIFIED_FOLLOWING,
                true,
                0);
        CurveBootstrap discounting = CurveBootstrap.of(
                day,
                List.of(
                        OvernightSwap.of(overnight, day, Tenor.ofYears(2), 0.0188),
                        OvernightSwap.of(overnight, day, Tenor.ofYears(10), 0.0251)));
        CurveBootstrap projection = CurveBootstrap.of(
                day,
                List.of(
                        FixedFloatSwap.of(sixMonths, day, Tenor.ofYears(2), 0.0203),
                        FixedFloatSwap.of(sixMonths, day, Tenor.ofYears(10), 0.0266)));
        JointCurves curves = CurveBootstrap.jointly(discounting, projection);
        double[][] jacobian = curves.jacobian(); // nodes of both curves by quotes of both, discounting first

        assertThat(jacobian).hasDimensions(4, 4);
        BootstrappedCurve turned = discounting
                .withTurnsOfYear(List.of(new TurnOfYear(LocalDate.of(2025, 12, 31), LocalDate.of(2026, 1, 2), 0.01)))
                .solve();
        assertThat(turned.worstRepricingError()).isLessThanOrEqualTo(1e-12);
    }
}
