package io.bondtrader.risk.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

/** Laws of credit, on random generators, firms, hazards and ratings. */
final class CreditLawsTest {

    private static final List<String> STATES = List.of("A", "B", "C", "D");

    private static TransitionGenerator generator(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rates = new double[4][4];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 4; j++) {
                if (i != j) {
                    rates[i][j] = random.nextDouble(0.0, 0.3);
                    rates[i][i] -= rates[i][j];
                }
            }
        }
        return TransitionGenerator.of(STATES, rates);
    }

    @Property(tries = 100, seed = "5")
    void transitionsOfAnyTimeAreProbabilitiesAndDefaultsOnlyGrow(
            @ForAll long seed, @ForAll @Scale(6) @DoubleRange(min = 0.01, max = 60) double years) {
        TransitionGenerator generator = generator(seed);
        TransitionMatrix matrix = generator.over(years);
        TransitionMatrix later = generator.over(years * 1.5);
        for (String from : STATES) {
            assertThat(matrix.row(from)).allSatisfy(p -> assertThat(p).isBetween(0.0, 1.0));
            assertThat(matrix.row(from).stream().mapToDouble(p -> p).sum()).isCloseTo(1, within(1e-12));
            assertThat(later.defaultProbability(from)).isGreaterThanOrEqualTo(matrix.defaultProbability(from));
        }
    }

    /** P(s + t) = P(s)·P(t), Chapman and Kolmogorov. */
    @Property(tries = 100, seed = "6")
    void twoTimesAfterEachOtherAreTheirSum(
            @ForAll long seed,
            @ForAll @Scale(6) @DoubleRange(min = 0.05, max = 10) double s,
            @ForAll @Scale(6) @DoubleRange(min = 0.05, max = 10) double t) {
        TransitionGenerator generator = generator(seed);
        TransitionMatrix first = generator.over(s);
        TransitionMatrix second = generator.over(t);
        TransitionMatrix both = generator.over(s + t);
        for (String from : STATES) {
            for (String to : STATES) {
                double sum = 0;
                for (String between : STATES) {
                    sum += first.probability(from, between) * second.probability(between, to);
                }
                assertThat(both.probability(from, to)).isCloseTo(sum, within(1e-12));
            }
        }
    }

    /** The logarithm finds the generator that a matrix came from, without a repair. */
    @Property(tries = 100, seed = "7")
    void aMatrixThatHasAGeneratorGivesItBack(@ForAll long seed) {
        TransitionGenerator generator = generator(seed);
        TransitionGenerator found = generator.over(1).generator(GeneratorAdjustment.WEIGHTED);
        for (String from : STATES) {
            for (String to : STATES) {
                assertThat(found.rate(from, to)).isCloseTo(generator.rate(from, to), within(1e-10));
            }
        }
        assertThat(found.report().isUnchanged()).isTrue();
    }

    @Property(tries = 200, seed = "8")
    void equityAndDebtAreTheAssets(
            @ForAll @Scale(6) @DoubleRange(min = 10, max = 500) double assets,
            @ForAll @Scale(6) @DoubleRange(min = 0.02, max = 1) double volatility,
            @ForAll @Scale(6) @DoubleRange(min = -0.02, max = 0.1) double rate,
            @ForAll @Scale(6) @DoubleRange(min = 0.1, max = 20) double years) {
        MertonModel firm = new MertonModel(assets, 100, volatility, rate, years);

        assertThat(firm.equity() + firm.debt()).isCloseTo(assets, within(1e-9));
        assertThat(firm.equity()).isGreaterThanOrEqualTo(assets - 100 * Math.exp(-rate * years) - 1e-9);
        assertThat(firm.defaultProbability()).isBetween(0.0, 1.0);
        assertThat(firm.spread()).isGreaterThanOrEqualTo(-1e-12);
    }

    @Property(tries = 200, seed = "9")
    void quantilesOfLossesRiseWithConfidenceAndInvertTheDistribution(
            @ForAll @Scale(6) @DoubleRange(min = 0.001, max = 0.5) double pd,
            @ForAll @Scale(6) @DoubleRange(min = 0.02, max = 0.6) double rho,
            @ForAll @Scale(6) @DoubleRange(min = 0.02, max = 0.98) double confidence) {
        VasicekLoss loss = new VasicekLoss(pd, rho);
        double quantile = loss.quantile(confidence);

        assertThat(loss.quantile(confidence + 0.01)).isGreaterThanOrEqualTo(quantile);
        assertThat(loss.cumulativeProbability(quantile)).isCloseTo(confidence, within(1e-8));
    }

    @Property(tries = 200, seed = "10")
    void survivalFallsAndComesBackFromItsCurve(
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 0.5) double early,
            @ForAll @Scale(6) @DoubleRange(min = 0, max = 0.5) double late,
            @ForAll @Scale(6) @DoubleRange(min = 0.1, max = 9) double change) {
        HazardCurve hazard = HazardCurve.of(new double[] {change}, new double[] {early, late});
        HazardCurve again = HazardCurve.ofSurvival(
                new double[] {change, 10},
                new double[] {hazard.survivalProbability(change), hazard.survivalProbability(10)});
        for (double years : new double[] {0.05, change, 5, 10}) {
            assertThat(again.survivalProbability(years)).isCloseTo(hazard.survivalProbability(years), within(1e-12));
            assertThat(hazard.survivalProbability(years + 1)).isLessThanOrEqualTo(hazard.survivalProbability(years));
        }
    }

    @Property(tries = 200, seed = "11")
    void compositesLieBetweenTheWorstAndTheBestAndDependOnNoOrder(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int count) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Rating> ratings = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            ratings.add(Rating.ofNotch(1 + random.nextInt(22)));
        }
        List<Rating> reversed = new ArrayList<>(ratings);
        java.util.Collections.reverse(reversed);
        for (CompositeRule rule : CompositeRule.values()) {
            Rating composite = rule.of(ratings);
            assertThat(rule.of(reversed)).isEqualTo(composite);
            assertThat(composite.isBetterThan(CompositeRule.HIGHEST.of(ratings)))
                    .isFalse();
            assertThat(CompositeRule.LOWEST.of(ratings).isBetterThan(composite)).isFalse();
            assertThat(ratings).contains(composite);
        }
    }
}
