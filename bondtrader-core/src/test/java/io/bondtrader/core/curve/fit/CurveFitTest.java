package io.bondtrader.core.curve.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.curve.DiscountCurve;
import io.bondtrader.core.curve.bootstrap.BondQuote;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.NotConverged;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CurveFitTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 7, 14);
    private static final List<Double> KNOTS = List.of(0.0, 2.0, 5.0, 10.0, 20.0, 31.0);
    private static final NelsonSiegelCurve SVENSSON =
            NelsonSiegelCurve.of("true", TODAY, 0.045, -0.012, -0.018, 0.9, 0.02, 0.15);

    /** Half-yearly bonds of 1 to 30 years, priced off a curve, each moved by what its number says. */
    private static List<BondQuote> bonds(DiscountCurve curve, double... moves) {
        List<BondQuote> bonds = new ArrayList<>();
        for (int k = 0; k < 30; k++) {
            double coupon = 2.0 + (k * 7 % 30) / 10.0;
            List<BondQuote.Payment> payments = new ArrayList<>();
            int count = 2 * (k + 1);
            for (int n = 1; n <= count; n++) {
                double amount = coupon / 2.0 + (n == count ? 100.0 : 0.0);
                payments.add(new BondQuote.Payment(TODAY.plusMonths(6L * n).minusDays(k), amount));
            }
            BondQuote priced = new BondQuote("bond " + (k + 1), TODAY, payments, 0.25, 2, 100.0);
            double move = moves.length == 0 ? 0.0 : moves[k % moves.length];
            bonds.add(priced.withQuote(priced.impliedQuote(curve, curve) + move));
        }
        return bonds;
    }

    static Stream<CurveFamily> families() {
        return Stream.of(
                NelsonSiegel.standard(),
                Svensson.standard(),
                CubicSpline.of(KNOTS),
                new CubicSpline(KNOTS, RoughnessPenalty.constant(0.01)),
                ExponentialSpline.of(KNOTS),
                new ExponentialSpline(KNOTS, 0.01, 0.2, RoughnessPenalty.constant(1e-4)));
    }

    @Test
    void pricesOffASvenssonCurveGiveThatCurveBack() {
        FittedCurve fit = CurveFit.of(bonds(SVENSSON)).fit(Svensson.standard());
        assertThat(fit.objective()).isLessThan(1e-20);
        assertThat(fit.largestPriceError()).isLessThan(1e-8);
        for (double years = 0.5; years <= 30.0; years += 0.5) {
            assertThat(fit.curve().zeroRate(years)).isCloseTo(SVENSSON.zeroRate(years), within(1e-10));
        }
        NelsonSiegelCurve curve = (NelsonSiegelCurve) fit.curve();
        assertThat(curve.parameters()).containsExactly(SVENSSON.parameters(), within(1e-6));
    }

    @Test
    void aFlatCurveIsAnExponentialSplineWhoseDecayIsTheRate() {
        NelsonSiegelCurve flat = NelsonSiegelCurve.of("flat", TODAY, 0.04, 0.0, 0.0, 1.0);
        FittedCurve fit = CurveFit.of(bonds(flat)).fit(ExponentialSpline.of(KNOTS));
        assertThat(fit.objective()).isLessThan(1e-12);
        assertThat(fit.curve().zeroRate(12.3)).isCloseTo(0.04, within(1e-7));
    }

    @ParameterizedTest
    @MethodSource("families")
    void residualsAreThoseOfTheCurveAndTellRichFromCheap(CurveFamily family) {
        List<BondQuote> bonds = bonds(SVENSSON, 0.03, -0.05, 0.01, 0.04, -0.02);
        FittedCurve fit = CurveFit.of(bonds).withName("test").fit(family);
        double objective = 0.0;
        double weights = 0.0;
        for (int k = 0; k < bonds.size(); k++) {
            FitResidual residual = fit.residuals().get(k);
            BondQuote bond = bonds.get(k);
            assertThat(residual.bond()).isEqualTo(bond);
            assertThat(residual.modelDirtyPrice()).isEqualTo(bond.dirtyPrice(fit.curve()));
            assertThat(residual.priceResidual()).isEqualTo(bond.dirtyPrice() - residual.modelDirtyPrice());
            assertThat(residual.isCheap()).isEqualTo(residual.priceResidual() < 0.0);
            double perBp = bond.modifiedDuration(bond.dirtyPrice()) * bond.dirtyPrice() * 1e-4;
            assertThat(residual.yieldResidualBp()).isCloseTo(-residual.priceResidual() / perBp, within(0.02));
            objective += residual.weight() * residual.priceResidual() * residual.priceResidual();
            weights += residual.weight();
        }
        assertThat(weights).isCloseTo(1.0, within(1e-14));
        assertThat(fit.objective()).isCloseTo(objective, within(1e-15));
        assertThat(fit.largestPriceError()).isBetween(fit.rmsPriceError(), 1.0);
        assertThat(fit.excluded()).isEmpty();
        assertThat(fit.starts()).isPositive();
        assertThat(fit.iterations()).isPositive();
        assertThat(fit.curve().name()).isEqualTo("test");
        assertThat(fit.curve().referenceDate()).isEqualTo(TODAY);
    }

    @ParameterizedTest
    @MethodSource("families")
    void noParameterCanBeMovedToABetterFit(CurveFamily family) {
        List<BondQuote> bonds = bonds(SVENSSON, 0.03, -0.05, 0.01, 0.04, -0.02);
        FittedCurve fit = CurveFit.of(bonds).fit(family);
        if (fit.roughness() > 0.0) {
            return; // its minimum is that of another sum
        }
        for (int k = 0; k < fit.curve().nodes().size(); k++) {
            for (double move : new double[] {-1e-4, 1e-4}) {
                assertThat(objective(fit, moved(fit.curve(), k, move))).isGreaterThanOrEqualTo(fit.objective());
            }
        }
    }

    private static double objective(FittedCurve fit, DiscountCurve curve) {
        double sum = 0.0;
        for (FitResidual residual : fit.residuals()) {
            double miss = residual.bond().dirtyPrice() - residual.bond().dirtyPrice(curve);
            sum += residual.weight() * miss * miss;
        }
        return sum;
    }

    private static DiscountCurve moved(DiscountCurve curve, int parameter, double move) {
        if (curve instanceof NelsonSiegelCurve siegel) {
            double[] p = siegel.parameters();
            p[parameter] += move;
            return siegel.withParameters(p);
        }
        SplineCurve spline = (SplineCurve) curve;
        double[] p = spline.parameters();
        p[parameter] += move;
        return spline.withParameters(p);
    }

    @ParameterizedTest
    @MethodSource("families")
    void fittedCurvesSayHowTheyMoveWithTheirParameters(CurveFamily family) {
        DiscountCurve curve =
                CurveFit.of(bonds(SVENSSON, 0.03, -0.05, 0.01)).fit(family).curve();
        for (double years : new double[] {0.0, 1e-4, 0.3, 4.0, 17.0, 30.0, 45.0}) {
            double[] analytic = new double[curve.nodes().size() + 1];
            curve.addLogDiscountSensitivities(years, 2.0, analytic, 1);
            for (int k = 0; k < curve.nodes().size(); k++) {
                double up = moved(curve, k, 1e-6).logDiscountFactor(years);
                double down = moved(curve, k, -1e-6).logDiscountFactor(years);
                assertThat(analytic[k + 1]).isCloseTo((up - down) / 1e-6, within(2e-6 * Math.max(1.0, years)));
            }
            assertThat(analytic[0]).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("families")
    void forwardsAreTheSlopeOfTheLogarithmOfDiscountFactors(CurveFamily family) {
        DiscountCurve curve = CurveFit.of(bonds(SVENSSON)).fit(family).curve();
        assertThat(curve.discountFactor(0.0)).isEqualTo(1.0);
        for (double years : new double[] {0.05, 0.5, 3.3, 12.0, 29.0, 50.0}) {
            double slope = (curve.logDiscountFactor(years + 1e-4) - curve.logDiscountFactor(years - 1e-4)) / 2e-4;
            assertThat(curve.instantaneousForward(years)).isCloseTo(-slope, within(1e-7));
        }
        assertThat(curve.zeroRate(0.0)).isCloseTo(curve.zeroRate(1e-6), within(1e-6));
    }

    @ParameterizedTest
    @MethodSource("families")
    void theOrderOfTheBondsDoesNotMatter(CurveFamily family) {
        List<BondQuote> bonds = bonds(SVENSSON, 0.03, -0.05, 0.01, 0.04, -0.02);
        FittedCurve forward = CurveFit.of(bonds).fit(family);
        List<BondQuote> reversed = new ArrayList<>(bonds);
        Collections.reverse(reversed);
        FittedCurve backward = CurveFit.of(reversed).fit(family);
        assertThat(backward.objective()).isCloseTo(forward.objective(), within(1e-8 * forward.objective()));
        assertThat(backward.curve().zeroRate(7.0)).isCloseTo(forward.curve().zeroRate(7.0), within(1e-6));
    }

    @Test
    void twoFitsAreTheSameToTheLastBit() {
        List<BondQuote> bonds = bonds(SVENSSON, 0.03, -0.05, 0.01);
        assertThat(CurveFit.of(bonds).fit(Svensson.standard()).objective())
                .isEqualTo(CurveFit.of(bonds).fit(Svensson.standard()).objective());
    }

    @Test
    void aMispricedBondIsLeftOutAndListed() {
        List<BondQuote> bonds = new ArrayList<>(bonds(SVENSSON, 0.01, -0.01));
        bonds.set(12, bonds.get(12).withQuote(bonds.get(12).quote() + 3.0));
        CurveFit fit = CurveFit.of(bonds);
        FittedCurve all = fit.fit(NelsonSiegel.standard());
        FittedCurve without = fit.withOutliers(OutlierRule.standard()).fit(Svensson.standard());
        assertThat(all.excluded()).isEmpty();
        assertThat(without.excluded()).containsExactly("bond 13");
        FitResidual residual = without.residuals().get(12);
        assertThat(residual.excluded()).isTrue();
        assertThat(residual.weight()).isZero();
        assertThat(residual.isCheap()).isFalse();
        assertThat(residual.priceResidual()).isCloseTo(3.0, within(0.05));
        assertThat(without.largestPriceError()).isLessThan(0.05);
    }

    @Test
    void fourBondsInFiveStayHoweverWildTheOthersAre() {
        List<BondQuote> bonds = new ArrayList<>(bonds(SVENSSON));
        for (int k = 0; k < 30; k += 3) {
            bonds.set(k, bonds.get(k).withQuote(bonds.get(k).quote() + k % 2 * 4.0 - 2.0));
        }
        FittedCurve fit =
                CurveFit.of(bonds).withOutliers(OutlierRule.standard()).fit(Svensson.standard());
        assertThat(fit.excluded()).hasSizeBetween(1, 6);
    }

    @Test
    void aPenaltyBuysSmoothnessWithPriceErrors() {
        List<BondQuote> bonds = bonds(SVENSSON, 0.4, -0.3, 0.1, -0.5);
        double before = CurveFit.of(bonds).fit(CubicSpline.of(KNOTS)).objective();
        double bends = Double.POSITIVE_INFINITY;
        for (double level : new double[] {1e-3, 1.0, 1e3, 1e6}) {
            FittedCurve fit = CurveFit.of(bonds).fit(new CubicSpline(KNOTS, RoughnessPenalty.constant(level)));
            assertThat(fit.objective()).isGreaterThanOrEqualTo(before * (1.0 - 1e-9));
            assertThat(fit.roughness() / level).isLessThan(bends);
            before = fit.objective();
            bends = fit.roughness() / level;
        }
        // What bends cost is what they are: ∫ λ·d″² by small steps.
        FittedCurve fit =
                CurveFit.of(bonds).fit(new CubicSpline(KNOTS, new RoughnessPenalty(List.of(10.0), List.of(1.0, 50.0))));
        double integral = 0.0;
        double h = 1e-3;
        for (double years = h; years < 31.0 - h; years += h) {
            double bend = (fit.curve().discountFactor(years + h)
                            - 2.0 * fit.curve().discountFactor(years)
                            + fit.curve().discountFactor(years - h))
                    / (h * h);
            integral += h * bend * bend * (years < 10.0 ? 1.0 : 50.0);
        }
        assertThat(fit.roughness()).isCloseTo(integral, within(0.01 * integral));
    }

    @Test
    void weightsAreSharesOfTheirSum() {
        List<BondQuote> bonds = bonds(SVENSSON, 0.03, -0.05);
        double[] spreads = new double[30];
        double[] weights = new double[30];
        for (int k = 0; k < 30; k++) {
            spreads[k] = 0.02 + 0.001 * k;
            weights[k] = 7.0 / (spreads[k] * spreads[k]);
        }
        FittedCurve bySpread =
                CurveFit.of(bonds).withWeights(FitWeights.bidAsk(spreads)).fit(NelsonSiegel.standard());
        FittedCurve given =
                CurveFit.of(bonds).withWeights(FitWeights.of(weights)).fit(NelsonSiegel.standard());
        assertThat(given.objective()).isCloseTo(bySpread.objective(), within(1e-12));
        FittedCurve equal = CurveFit.of(bonds).withWeights(FitWeights.equal()).fit(NelsonSiegel.standard());
        assertThat(equal.residuals().get(3).weight()).isEqualTo(1.0 / 30.0);
        FittedCurve byDuration = CurveFit.of(bonds).fit(NelsonSiegel.standard());
        double first = bonds.get(0).modifiedDuration(bonds.get(0).dirtyPrice());
        double last = bonds.get(29).modifiedDuration(bonds.get(29).dirtyPrice());
        assertThat(byDuration.residuals().get(0).weight()
                        / byDuration.residuals().get(29).weight())
                .isCloseTo(last * last / (first * first), within(1e-9));
    }

    @Test
    void aFitThatFailsSaysWhy() {
        List<BondQuote> bonds = bonds(SVENSSON);
        assertThatThrownBy(() -> CurveFit.of(bonds.subList(0, 5)).fit(Svensson.standard()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("parameters");
        assertThatThrownBy(() -> CurveFit.of(bonds).fit(CubicSpline.of(List.of(0.0, 10.0))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("last payment");
        List<Double> tooMany = new ArrayList<>();
        for (int k = 0; k <= 20; k++) {
            tooMany.add(0.02 * k); // many knots before the first payment
        }
        tooMany.add(31.0);
        assertThatThrownBy(() -> CurveFit.of(bonds).fit(CubicSpline.of(tooMany)))
                .isInstanceOf(NotConverged.class)
                .hasMessageContaining("fewer knots");
        // Long bonds that are worth nothing pull the discount function below zero.
        List<BondQuote> worthless = new ArrayList<>();
        for (BondQuote bond : bonds) {
            worthless.add(
                    bond.withQuote(Math.max(1e-3, 100.0 - 9.0 * bond.payments().size())));
        }
        assertThatThrownBy(() ->
                        CurveFit.of(worthless).withWeights(FitWeights.equal()).fit(CubicSpline.of(KNOTS)))
                .isInstanceOf(NotConverged.class)
                .hasMessageContaining("not positive");
        assertThatThrownBy(() ->
                        CurveFit.of(bonds).withWeights(FitWeights.of(1.0, 2.0)).fit(NelsonSiegel.standard()))
                .isInstanceOf(InvalidInput.class);
    }

    static List<ThrowingCallable> impossible() {
        BondQuote bond = bonds(SVENSSON).get(0);
        BondQuote later =
                new BondQuote("later", TODAY.plusDays(1), bond.payments(), bond.accruedInterest(), 2, bond.quote());
        SplineCurve spline = (SplineCurve)
                CurveFit.of(bonds(SVENSSON)).fit(CubicSpline.of(KNOTS)).curve();
        return List.of(
                () -> CurveFit.of(List.of()),
                () -> CurveFit.of(List.of(bond, later)),
                () -> new NelsonSiegel(0.0, 1.0),
                () -> new NelsonSiegel(2.0, 1.0),
                () -> new Svensson(0.1, Double.NaN),
                () -> CubicSpline.of(List.of(0.0)),
                () -> CubicSpline.of(List.of(1.0, 2.0)),
                () -> CubicSpline.of(List.of(0.0, 2.0, 2.0)),
                () -> CubicSpline.of(List.of(0.0, Double.NaN)),
                () -> new ExponentialSpline(KNOTS, 0.1, 5.0, RoughnessPenalty.NONE),
                () -> RoughnessPenalty.constant(-1.0),
                () -> RoughnessPenalty.constant(Double.NaN),
                () -> new RoughnessPenalty(List.of(1.0), List.of(1.0)),
                () -> new RoughnessPenalty(List.of(2.0, 1.0), List.of(1.0, 1.0, 1.0)),
                () -> FitWeights.of(1.0, 0.0),
                () -> FitWeights.bidAsk(Double.NaN),
                () -> new OutlierRule(0.5, 1.0, 1, 0.8),
                () -> new OutlierRule(5.0, Double.NaN, 1, 0.8),
                () -> new OutlierRule(5.0, 1.0, -1, 0.8),
                () -> new OutlierRule(5.0, 1.0, 1, 0.2),
                () -> NelsonSiegelCurve.of("c", TODAY, 0.01, 0.01, 0.01),
                () -> NelsonSiegelCurve.of("c", TODAY, 0.01, Double.NaN, 0.01, 1.0),
                () -> NelsonSiegelCurve.of("c", TODAY, 0.01, 0.0, 0.01, 0.0),
                () -> SVENSSON.withParameters(0.01, 0.01, 0.01, 1.0),
                () -> SVENSSON.logDiscountFactor(-1.0),
                () -> SVENSSON.logDiscountFactor(Double.POSITIVE_INFINITY),
                () -> spline.logDiscountFactor(Double.NaN),
                () -> spline.withParameters(1.0),
                () -> spline.withParameters(new double[spline.nodes().size()]));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void whatCannotBeFittedIsRefused(ThrowingCallable made) {
        assertThatThrownBy(made).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1e-4, 0.00999, 0.01, 0.5, 40.0})
    void humpsNearTimeZeroLoseNoDigits(double years) {
        // Against the formula in decimals enough, ((1 − e⁻ˣ)/x − e⁻ˣ) by its power series summed forward.
        double series = 0.0;
        double power = 1.0;
        double factorial = 1.0;
        for (int n = 1; n <= 200; n++) {
            power *= -years;
            factorial *= n + 1;
            series -= power * n / factorial;
        }
        NelsonSiegelCurve hump = NelsonSiegelCurve.of("hump", TODAY, 0.0, 0.0, 1.0, 1.0);
        double expected = years < 20.0 ? series : (1.0 - Math.exp(-years)) / years - Math.exp(-years);
        assertThat(hump.zeroRate(years)).isCloseTo(expected, within(2e-14));
    }
}
