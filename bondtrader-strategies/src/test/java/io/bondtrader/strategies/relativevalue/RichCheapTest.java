package io.bondtrader.strategies.relativevalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.bond.BondConventions;
import io.bondtrader.core.bond.FixedCouponBond;
import io.bondtrader.core.curve.bootstrap.BondQuote;
import io.bondtrader.core.curve.fit.CurveFit;
import io.bondtrader.core.curve.fit.FittedCurve;
import io.bondtrader.core.curve.fit.NelsonSiegel;
import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.pricing.CurvePricing;
import io.bondtrader.core.trade.Side;
import io.bondtrader.strategies.relativevalue.RichCheapScore.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Bonds against a fitted curve. */
final class RichCheapTest {

    private static final RichCheap RULES = new RichCheap(2, 20, SpreadCost.constant(0.01));

    /** Residuals that half return within two days, about a mean of 1 basis point. */
    private static double[] reverting(int seed, int length, double last) {
        Random random = new Random(seed);
        double[] path = new double[length];
        double value = 0;
        for (int t = 0; t < length; t++) {
            value = 0.7 * value + random.nextGaussian();
            path[t] = 1 + value;
        }
        path[length - 1] = last;
        return path;
    }

    @Test
    void aCheapBondThatUsuallyComesBackIsBought() {
        RichCheapScore score = RULES.score("B", reverting(3, 500, 8), 1.5, 0.08);

        assertThat(score.verdict()).isEqualTo(Verdict.BUY);
        assertThat(score.isTrade()).isTrue();
        assertThat(score.costBp()).isCloseTo(0.02 / 0.08, within(1e-12));
        assertThat(score.trust()).isCloseTo(1 - 1.5 * 1.5 / 64, within(1e-12));
        assertThat(score.halfLife()).isBetween(1.0, 3.5);
        // Nearly all of the way back to the mean within twenty days, of what is trusted.
        assertThat(score.expectedBp())
                .isCloseTo(score.trust() * (8 - score.standing().mean()), within(0.2));
        assertThat(score.netBp()).isCloseTo(score.expectedBp() - score.costBp(), within(1e-12));
        assertThat(score.toString()).contains("B +8.00 bp", "BUY");
        assertThat(RULES.score("B", reverting(3, 500, -6), 1.5, 0.08).verdict()).isEqualTo(Verdict.SELL);
    }

    @Test
    void aResidualWithinTheErrorOfTheCurveIsNoSignal() {
        assertThat(RULES.score("B", reverting(3, 500, 8), 8.5, 0.08).verdict()).isEqualTo(Verdict.WITHIN_FIT_ERROR);
        // And it decays on the way there.
        double before = 100;
        for (double error = 0; error <= 8; error++) {
            double expected =
                    RULES.score("B", reverting(3, 500, 8), error, 0.08).expectedBp();
            assertThat(expected).isLessThan(before);
            before = expected;
        }
        assertThat(before).isZero();
    }

    @Test
    void eachRuleSaysWhyThereIsNoTrade() {
        assertThat(RULES.score("B", reverting(3, 500, 2.5), 0.5, 0.08).verdict())
                .isEqualTo(Verdict.ORDINARY);
        RichCheap dear = new RichCheap(2, 20, SpreadCost.constant(0.40));
        assertThat(dear.score("B", reverting(3, 500, 8), 0.5, 0.08).verdict()).isEqualTo(Verdict.COSTS_MORE);
        double[] wandering = new double[500];
        Random random = new Random(11);
        for (int t = 1; t < wandering.length; t++) {
            wandering[t] = wandering[t - 1] + 0.05 + 0.1 * random.nextGaussian();
        }
        // A trend leaves so few independent values that it cannot be told from an ordinary day.
        assertThat(RULES.score("B", Arrays.copyOfRange(wandering, 0, 500), 0, 0.08)
                        .isTrade())
                .isFalse();
        RichCheap impatient = new RichCheap(2, 1, SpreadCost.constant(0.01));
        double[] slow = new double[3000];
        for (int t = 1; t < slow.length; t++) {
            slow[t] = 0.95 * slow[t - 1] + random.nextGaussian();
        }
        slow[slow.length - 1] = 15;
        assertThat(impatient.score("B", slow, 0, 0.08).verdict()).isEqualTo(Verdict.DOES_NOT_REVERT);
    }

    @Test
    void aScoreKnowsHowLittleItKnows() {
        double[] independent = new Random(4).doubles(2001).map(x -> x - 0.5).toArray();
        independent[2000] = 1;
        double[] few = Arrays.copyOfRange(independent, 1985, 2001);
        StandingScore many = StandingScore.of(independent);
        StandingScore sparse = StandingScore.of(few);

        // A uniform of width one has a deviation of √(1/12).
        assertThat(many.plain()).isCloseTo(Math.sqrt(12), within(0.1));
        assertThat(many.honest()).isCloseTo(many.plain(), within(0.02));
        assertThat(sparse.honest()).isLessThan(sparse.plain() - 0.2).isPositive();
        assertThat(many.toString()).contains("deviations");
        // A straight line repeats itself: it has hardly two values of its own.
        assertThat(StandingScore.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12).honest())
                .isZero();
    }

    /** Student's distribution with 4 degrees of freedom has 2.5 % above 2.776. */
    @Test
    void theHonestScoreIsAsUnlikelyAsStudentsT() {
        // Alternating: no repetition, ten values of deviation √(10/9), mean 0.
        double[] history = {1, -1, 1, -1, 1, -1, 1, -1, 1, -1, 0};
        history[10] = 2.262157 * Math.sqrt(10.0 / 9) * Math.sqrt(1.1); // t of 9 degrees at 2.5 %
        StandingScore score = StandingScore.of(history);

        assertThat(score.effective()).isEqualTo(10);
        assertThat(score.honest()).isCloseTo(1.959964, within(1e-5));
        history[10] = -history[10];
        assertThat(StandingScore.of(history).honest()).isCloseTo(-1.959964, within(1e-5));
    }

    @Property(tries = 200)
    void theHonestScoreIsNeverFartherOutThanThePlainOne(@ForAll int seed) {
        Random random = new Random(seed);
        double[] history = random.doubles(20 + random.nextInt(200)).toArray();
        history[history.length - 1] *= 1 + 5 * random.nextDouble();
        StandingScore score = StandingScore.of(history);

        assertThat(Math.abs(score.honest())).isLessThanOrEqualTo(Math.abs(score.plain()));
        assertThat(score.honest() * score.plain()).isGreaterThanOrEqualTo(0);
    }

    @Test
    void effectsThatArePlantedAreFound() {
        Random random = new Random(9);
        int bonds = 200;
        double[][] features = new double[bonds][];
        double[] residuals = new double[bonds];
        double[] own = new double[bonds];
        for (int i = 0; i < bonds; i++) {
            double coupon = 1 + 5 * random.nextDouble();
            double size = Math.log(20 + 50 * random.nextDouble());
            double special = random.nextInt(10) == 0 ? 40 * random.nextDouble() : 0;
            features[i] = new double[] {coupon, size, special};
            own[i] = 0.3 * random.nextGaussian();
            residuals[i] = 1 + 0.8 * coupon - 2 * size - 0.15 * special + own[i];
        }
        ResidualEffects effects = ResidualEffects.of(List.of("coupon", "size", "special"), features, residuals);

        assertThat(effects.coefficient("coupon")).isCloseTo(0.8, within(4 * effects.standardError("coupon")));
        assertThat(effects.coefficient("size")).isCloseTo(-2, within(4 * effects.standardError("size")));
        assertThat(effects.coefficient("special")).isCloseTo(-0.15, within(4 * effects.standardError("special")));
        assertThat(effects.standardError("coupon")).isBetween(0.005, 0.05);
        assertThat(effects.rSquared()).isBetween(0.9, 1.0);
        assertThat(Arrays.stream(effects.ownParts()).sum()).isCloseTo(0, within(1e-9));
        for (int i = 0; i < bonds; i++) {
            assertThat(effects.ownParts()[i]).isCloseTo(own[i], within(0.3));
        }
        double mean = Arrays.stream(residuals).average().orElseThrow();
        double parts = effects.part(7, "coupon") + effects.part(7, "size") + effects.part(7, "special");
        assertThat(mean + parts + effects.ownParts()[7]).isCloseTo(residuals[7], within(1e-9));
        assertThat(effects.toString()).contains("coupon", "of the variance");
    }

    private static final LocalDate TODAY = LocalDate.of(2025, 7, 15);

    /** Bonds on a Nelson–Siegel curve, one of them 25 cents below it. */
    private static FittedCurve fitWithACheapBond() {
        List<BondQuote> bonds = new ArrayList<>();
        var curve = new NelsonSiegelShape(0.045, -0.01, 0.01, 2);
        for (int years = 1; years <= 20; years++) {
            var bond = FixedCouponBond.of(
                    BondConventions.US_TREASURY,
                    0.04,
                    "2025-05-15",
                    LocalDate.of(2025 + years, 5, 15).toString());
            CurvePricing pricing = CurvePricing.of(bond, TODAY);
            double yield = curve.at(years - 1.0 / 6);
            double noise = (years % 2 == 0 ? 0.5 : -0.5) * 1e-4;
            double clean = pricing.yieldPricing().cleanPriceFromYield(yield + noise);
            bonds.add(pricing.quote("Y" + years, clean - (years == 9 ? 0.60 : 0)));
        }
        return CurveFit.of(bonds).fit(NelsonSiegel.standard());
    }

    private static BondQuote flat(String label) {
        return new BondQuote(label, TODAY, List.of(new BondQuote.Payment(TODAY.plusYears(1), 104)), 0, 1, 100);
    }

    private record NelsonSiegelShape(double level, double slope, double hump, double decay) {
        double at(double t) {
            double x = t / decay;
            double load = (1 - Math.exp(-x)) / x;
            return level + slope * load + hump * (load - Math.exp(-x));
        }
    }

    @Test
    void aFittedCurveScoresTheBondsThatHaveAHistory() {
        FittedCurve fit = fitWithACheapBond();
        double[] before = Arrays.copyOf(reverting(3, 300, 0), 299);
        List<RichCheapScore> scores = RULES.scores(fit, Map.of("Y9", before, "Y5", before, "other", before));

        assertThat(scores).extracting(RichCheapScore::bond).containsExactly("Y5", "Y9");
        assertThat(RichCheap.fitErrorBp(fit)).isBetween(0.5, 5.0);
        assertThat(scores.get(1).verdict()).isEqualTo(Verdict.BUY);
        assertThat(scores.get(1).residualBp()).isGreaterThan(4);
        assertThat(scores.get(0).verdict()).isEqualTo(Verdict.WITHIN_FIT_ERROR);
    }

    @Test
    void aBondCannotHideByPullingTheCurveTowardsItself() {
        FittedCurve fit = fitWithACheapBond();
        List<BondQuote> bonds =
                fit.residuals().stream().map(residual -> residual.bond()).toList();
        Map<String, Double> without = RichCheap.residualsWithoutItself(
                bonds,
                others -> CurveFit.of(others).fit(NelsonSiegel.standard()).curve());
        double squares = 0;
        double squaresWithout = 0;
        for (var residual : fit.residuals()) {
            double apart = without.getOrDefault(residual.bond().label(), 0.0);
            squares += residual.yieldResidualBp() * residual.yieldResidualBp();
            squaresWithout += apart * apart;
        }
        double inside = fit.residuals().get(8).yieldResidualBp();

        assertThat(without.keySet()).hasSize(20);
        assertThat(without.get("Y9")).isGreaterThan(inside);
        assertThat(squaresWithout).isGreaterThan(squares);
    }

    @Test
    void badInputIsRefused() {
        double[] good = reverting(3, 50, 2);
        double[] broken = good.clone();
        broken[7] = Double.NaN;
        double[][] features = {{1}, {2}, {3}, {4}, {5.5}};
        double[] residuals = {1, 2, 1, 2, 1};
        List<String> one = List.of("coupon");
        List<ThrowingCallable> bad = List.of(
                () -> new RichCheap(0, 20, SpreadCost.constant(0)),
                () -> new RichCheap(Double.NaN, 20, SpreadCost.constant(0)),
                () -> new RichCheap(2, 0, SpreadCost.constant(0)),
                () -> SpreadCost.constant(-1),
                () -> SpreadCost.constant(Double.NaN),
                () -> RULES.score("", good, 1, 0.08),
                () -> RULES.score("B", broken, 1, 0.08),
                () -> RULES.score("B", new double[5], 1, 0.08),
                () -> RULES.score("B", new double[50], 1, 0.08),
                () -> RULES.score("B", good, -1, 0.08),
                () -> RULES.score("B", good, Double.NaN, 0.08),
                () -> RULES.score("B", good, 1, 0),
                () -> new RichCheap(2, 20, (bond, side) -> side == Side.SELL ? Double.NaN : 0)
                        .score("B", good, 1, 0.08),
                () -> new RichCheap(2, 20, (bond, side) -> -1).score("B", good, 1, 0.08),
                () -> RichCheap.residualsWithoutItself(
                        List.of(flat("a")),
                        others ->
                                CurveFit.of(others).fit(NelsonSiegel.standard()).curve()),
                () -> RichCheap.residualsWithoutItself(
                        List.of(flat("a"), flat("a")),
                        others ->
                                CurveFit.of(others).fit(NelsonSiegel.standard()).curve()),
                () -> StandingScore.of(broken),
                () -> StandingScore.of(new double[50]),
                () -> StandingScore.of(1, 2, 3),
                () -> ResidualEffects.of(List.of(), features, residuals),
                () -> ResidualEffects.of(List.of("a", "a"), features, residuals),
                () -> ResidualEffects.of(one, features, new double[3]),
                () -> ResidualEffects.of(one, new double[5][2], residuals),
                () -> ResidualEffects.of(one, new double[5][1], residuals),
                () -> ResidualEffects.of(one, new double[][] {{1}, {2}, {Double.NaN}, {4}, {5}}, residuals),
                () -> ResidualEffects.of(one, features, new double[] {1, 2, Double.NaN, 2, 1}),
                () -> ResidualEffects.of(one, new double[3][1], new double[3]),
                () -> ResidualEffects.of(
                        List.of("a", "b"),
                        new double[][] {{1, 2}, {2, 4}, {3, 6}, {4, 8}, {5, 10}, {7, 14}},
                        new double[] {1, 2, 3, 4, 5, 7}),
                () -> ResidualEffects.of(one, features, residuals).coefficient("size"),
                () -> ResidualEffects.of(one, features, residuals).part(5, "coupon"));
        for (int i = 0; i < bad.size(); i++) {
            assertThatThrownBy(bad.get(i)).as("call %d", i).isInstanceOf(BondTraderException.class);
        }
    }
}
