package io.bondtrader.risk.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.NotConverged;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class TransitionTest {

    private static final List<String> TWO = List.of("A", "D");

    @Test
    void publishedRowsAreScaledToOneAndSayByHowMuch() {
        TransitionMatrix matrix = Published.matrix();

        assertThat(matrix.rescaling()).isCloseTo(0.0001, within(1e-9)); // CCC adds up to 100.01 %
        for (String state : Published.STATES) {
            assertThat(matrix.row(state).stream()
                            .mapToDouble(Double::doubleValue)
                            .sum())
                    .isCloseTo(1.0, within(1e-14));
        }
    }

    @ParameterizedTest
    @EnumSource(GeneratorAdjustment.class)
    void aGeneratorGivesItsMatrixBackWithinWhatItReports(GeneratorAdjustment adjustment) {
        TransitionMatrix matrix = Published.matrix();
        TransitionGenerator generator = matrix.generator(adjustment);
        TransitionMatrix again = generator.over(1.0);

        assertThat(generator.report().negativeRates()).isPositive(); // the published matrix has zeros
        assertThat(generator.report().largestDifference()).isBetween(1e-6, 1e-3);
        for (String from : Published.STATES) {
            double sum = 0.0;
            for (String to : Published.STATES) {
                assertThat(again.probability(from, to))
                        .isCloseTo(
                                matrix.probability(from, to),
                                within(generator.report().largestDifference() + 1e-15));
                if (!from.equals(to)) {
                    assertThat(generator.rate(from, to)).isNotNegative();
                }
                sum += generator.rate(from, to);
            }
            assertThat(sum).isCloseTo(0.0, within(1e-15));
        }
        assertThat(generator.toString()).contains("negative rates");
    }

    /** Two states: the logarithm and the exponential are known. */
    @Test
    void aTwoStateGeneratorIsTheLogarithmOfSurvival() {
        TransitionMatrix matrix = TransitionMatrix.of(TWO, 2.0, new double[][] {{0.9, 0.1}, {0, 1}});
        TransitionGenerator generator = matrix.generator(GeneratorAdjustment.WEIGHTED);

        assertThat(generator.rate("A", "D")).isCloseTo(-Math.log(0.9) / 2.0, within(1e-15));
        assertThat(generator.report().isUnchanged()).isTrue();
        assertThat(generator.defaultProbability("A", 7.3)).isCloseTo(1.0 - Math.pow(0.9, 3.65), within(1e-14));
        assertThat(generator.defaultProbability("A", 100)).isCloseTo(1.0 - Math.pow(0.9, 50), within(1e-13));
    }

    /** Israel, Rosenthal and Wei: q − B·|q|/G, B what was removed, G the row's size without it; one entry is negative. */
    @Test
    void theWeightedRepairTakesFromEveryRateInProportion() {
        TransitionMatrix matrix = TransitionMatrix.of(
                List.of("A", "B", "D"), 1.0, new double[][] {{0.9, 0.1, 0}, {0.1, 0.8, 0.1}, {0, 0, 1}});
        TransitionGenerator diagonal = matrix.generator(GeneratorAdjustment.DIAGONAL);
        TransitionGenerator weighted = matrix.generator(GeneratorAdjustment.WEIGHTED);
        double kept = diagonal.rate("A", "B");
        double removed = -weighted.report().mostNegative();

        assertThat(weighted.report().negativeRates()).isEqualTo(1);
        assertThat(removed).isBetween(0.004, 0.008); // about half of 0.1 · 0.1
        assertThat(weighted.rate("A", "B"))
                .isCloseTo(kept * (1 - removed / (2 * kept - removed)), within(1e-15))
                .isLessThan(kept);
        assertThat(weighted.rate("B", "D")).isEqualTo(diagonal.rate("B", "D"));
    }

    /** Powers of one year's exponential against the exponential of the years. */
    @Test
    void yearsOfAGeneratorArePowersOfItsYear() {
        TransitionGenerator generator = Published.matrix().generator(GeneratorAdjustment.DIAGONAL);
        for (int years : new int[] {2, 5, 30}) {
            TransitionMatrix powers = generator.over(1.0).over(years);
            TransitionMatrix direct = generator.over(years);
            assertThat(powers.years()).isEqualTo(years);
            for (String from : Published.STATES) {
                for (String to : Published.STATES) {
                    assertThat(direct.probability(from, to)).isCloseTo(powers.probability(from, to), within(1e-13));
                }
            }
        }
    }

    @Test
    void worseRatingsDefaultMoreOften() {
        TransitionGenerator generator = Published.matrix().generator(GeneratorAdjustment.WEIGHTED);
        double before = 0.0;
        for (String state : Published.STATES) {
            double probability = generator.defaultProbability(state, 5.0);
            assertThat(probability).isGreaterThan(before);
            before = probability;
        }
    }

    @Test
    void badMatricesAreRefused() {
        refused(TWO, new double[][] {{0.9, 0.2}, {0, 1}});
        refused(TWO, new double[][] {{1.1, -0.1}, {0, 1}});
        refused(TWO, new double[][] {{Double.NaN, 0.1}, {0, 1}});
        refused(TWO, new double[][] {{0.9, 0.1}, {0.1, 0.9}});
        refused(TWO, new double[][] {{0.9, 0.1}});
        refused(TWO, new double[][] {{0.9, 0.1}, {1}});
        refused(List.of("A", "A"), new double[][] {{0.9, 0.1}, {0, 1}});
        refused(List.of("D"), new double[][] {{1}});
        assertThatThrownBy(() -> TransitionMatrix.of(TWO, 0, new double[][] {{0.9, 0.1}, {0, 1}}))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Published.matrix().probability("AAA", "X")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Published.matrix().over(0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> Published.matrix()
                        .generator(GeneratorAdjustment.DIAGONAL)
                        .over(-1))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> TransitionGenerator.of(TWO, new double[][] {{-0.1, 0.2}, {0, 0}}))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> TransitionGenerator.of(TWO, new double[][] {{0.1, -0.1}, {0, 0}}))
                .isInstanceOf(InvalidInput.class);
    }

    private static void refused(List<String> states, double[][] rows) {
        assertThatThrownBy(() -> TransitionMatrix.of(states, 1.0, rows)).isInstanceOf(InvalidInput.class);
    }

    /** Surely swapping states has the eigenvalue -1, which has no real logarithm. */
    @Test
    void aMatrixWithoutALogarithmSaysSo() {
        TransitionMatrix swap =
                TransitionMatrix.of(List.of("A", "B", "D"), 1.0, new double[][] {{0, 1, 0}, {1, 0, 0}, {0, 0, 1}});

        assertThatThrownBy(() -> swap.generator(GeneratorAdjustment.DIAGONAL)).isInstanceOf(NotConverged.class);
    }

    @Test
    void aGivenGeneratorNeedsNoRepair() {
        TransitionGenerator generator = TransitionGenerator.of(TWO, new double[][] {{-0.02, 0.02}, {0, 0}});

        assertThat(generator.over(5).defaultProbability("A")).isCloseTo(-Math.expm1(-0.1), within(1e-15));
        assertThat(generator.report().isUnchanged()).isTrue();
        assertThat(TransitionGenerator.of(TWO, new double[][] {{0, 0}, {0, 0}})
                        .over(5)
                        .defaultProbability("A"))
                .isZero();
    }
}
