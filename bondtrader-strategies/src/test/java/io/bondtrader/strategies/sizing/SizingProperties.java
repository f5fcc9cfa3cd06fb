package io.bondtrader.strategies.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.verify.Verifier;
import io.bondtrader.risk.factor.Covariance;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Laws that hold for every bet. */
final class SizingProperties {

    private static final VerifiedKelly VERIFIED = VerifiedKelly.of(Verifier.flagging());

    /** Bets that can win and lose, from a seed. */
    private static ScenarioKelly bets(int seed, int size) {
        Random random = new Random(seed);
        double[] probabilities = new double[12];
        Arrays.setAll(probabilities, k -> 0.2 + random.nextDouble());
        double sum = Arrays.stream(probabilities).sum();
        Arrays.setAll(probabilities, k -> probabilities[k] / sum);
        double[][] returns = new double[12][size];
        for (double[] scenario : returns) {
            Arrays.setAll(scenario, i -> -0.3 + 0.65 * random.nextDouble());
        }
        // Twelve draws may all be gains, or all losses: then there would be no largest stake.
        Arrays.fill(returns[0], -0.2);
        Arrays.fill(returns[1], 0.2);
        return ScenarioKelly.of(returns, probabilities);
    }

    @Property(tries = 200)
    void growthIsConcave(
            @ForAll int seed, @ForAll @DoubleRange(min = 0, max = 1) double f, @ForAll @DoubleRange(max = 1) double g) {
        ScenarioKelly bet = bets(seed, 1);
        assertThat(bet.growth((f + g) / 2)).isGreaterThanOrEqualTo((bet.growth(f) + bet.growth(g)) / 2 - 1e-14);
    }

    @Property
    void aMultipleKeepsItsPartOfTheExcessGrowth(
            @ForAll @DoubleRange(min = 0.01, max = 1) double multiple,
            @ForAll @DoubleRange(min = 0.01, max = 0.2) double excess,
            @ForAll @DoubleRange(min = 0.02, max = 0.5) double volatility) {
        GaussianKelly bet = new GaussianKelly(excess + 0.03, volatility, 0.03);
        double full = bet.stake(1, 1e6).growth() - 0.03;
        assertThat(bet.stake(multiple, 1e6).growth() - 0.03)
                .isCloseTo(Multiples.growthKept(multiple) * full, within(1e-12 * Math.max(1, full)));
    }

    @Property(tries = 200)
    void stakesScaleAgainstTheOutcomes(@ForAll int seed, @ForAll @DoubleRange(min = 0.1, max = 10) double scale) {
        ScenarioKelly bet = bets(seed, 1);
        double[] outcomes =
                Arrays.stream(bet.returns()).mapToDouble(x -> scale * x[0]).toArray();
        double[] scaled = ScenarioKelly.of(outcomes, bet.probabilities()).fractions();
        double expected = bet.fractions()[0] / scale;
        assertThat(scaled[0]).isCloseTo(expected, within(1e-8 * Math.max(1, Math.abs(expected))));
    }

    @Property(tries = 60)
    void constrainedBetsKeepEveryConstraintAndNoneGrowsFaster(
            @ForAll @IntRange(min = 0, max = 100_000) int seed,
            @ForAll @DoubleRange(min = 0.05, max = 1) double cap,
            @ForAll @DoubleRange(min = 0, max = 20) double lambda) {
        ConstrainedKelly bets =
                bets(seed, 4).longOnly().cappedAt(cap, cap, cap, cap).withDrawdownExponent(lambda);
        double[] fractions = bets.stake().fractions();
        assertThat(Arrays.stream(fractions)).allMatch(f -> f >= 0 && f <= cap);
        assertThat(Arrays.stream(fractions).sum()).isLessThanOrEqualTo(1);
        assertThat(bets.excess(fractions)).isLessThanOrEqualTo(1e-12);
        assertThat(VERIFIED.growth(bets).isAgreed()).isTrue();
    }

    @Property(tries = 60)
    void boundingDrawdownsNeverSpeedsGrowth(
            @ForAll @IntRange(min = 0, max = 100_000) int seed, @ForAll @DoubleRange(min = 0, max = 20) double lambda) {
        ConstrainedKelly free = bets(seed, 3).longOnly();
        assertThat(free.withDrawdownExponent(lambda).stake().growth())
                .isLessThanOrEqualTo(free.stake().growth() + 1e-11);
    }

    @Property(tries = 100)
    void theKellyBetHasADrawdownExponentOfOne(@ForAll @DoubleRange(min = 0.51, max = 0.95) double probability) {
        BinaryKelly bet = new BinaryKelly(probability, 1, 1);
        assertThat(bet.stake(1, 1).drawdownExponent()).isCloseTo(1, within(1e-6));
    }

    @Property
    void volatilityTargetsScaleWithTheTarget(
            @ForAll @DoubleRange(min = 0.01, max = 0.2) double target,
            @ForAll @DoubleRange(min = 0.01, max = 0.5) double forecast) {
        double once = new VolatilityTarget(target, 1e6).size(forecast).amounts()[0];
        assertThat(new VolatilityTarget(2 * target, 1e6).size(forecast).amounts()[0])
                .isCloseTo(2 * once, within(1e-12 * once));
        assertThat(new VolatilityTarget(target, 0.5).size(forecast).amounts()[0])
                .isLessThanOrEqualTo(0.5);
    }

    @Property(tries = 300)
    void roundedFacesAreLotsWithinTheCaps(
            @ForAll @DoubleRange(min = -5e6, max = 5e6) double first,
            @ForAll @DoubleRange(min = -5e6, max = 5e6) double second,
            @ForAll @DoubleRange(min = 0, max = 8e6) double cap) {
        LotTerms terms = new LotTerms(100_000, 1_000);
        double[] use = {0.98, 1.07};
        double[] faces = LotRounding.of(List.of(terms, terms), use, cap)
                .round(new double[] {first, second}, new double[] {3e6, 4e6})
                .amounts();
        assertThat(use[0] * Math.abs(faces[0]) + use[1] * Math.abs(faces[1])).isLessThanOrEqualTo(cap);
        assertThat(Math.abs(faces[0])).isLessThanOrEqualTo(3e6);
        assertThat(Math.abs(faces[1])).isLessThanOrEqualTo(4e6);
        assertThat(Arrays.stream(faces)).allMatch(f -> f == 0 || (Math.abs(f) >= 100_000 && f % 1_000 == 0));
        assertThat(faces[0] * first).isGreaterThanOrEqualTo(0);
    }

    @Property(tries = 100)
    void doubtShrinksEveryBet(@ForAll @DoubleRange(min = 1, max = 100) double years) {
        Covariance covariance = Covariance.of(List.of("a", "b"), new double[][] {{0.04, 0.006}, {0.006, 0.0225}});
        MultivariateKelly bets = MultivariateKelly.of(covariance, new double[] {0.06, 0.04}, 0.01);
        double[] sure = bets.fractions();
        double[] doubtful = bets.predictive(years, new double[2], 0).fractions();
        for (int i = 0; i < 2; i++) {
            assertThat(doubtful[i]).isCloseTo(sure[i] / (1 + 1 / years), within(1e-12));
        }
    }
}
