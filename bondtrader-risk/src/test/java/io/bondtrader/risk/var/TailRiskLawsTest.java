package io.bondtrader.risk.var;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.risk.factor.Covariance;
import io.bondtrader.risk.factor.CovarianceEstimator;
import io.bondtrader.risk.factor.FactorMoves;
import io.bondtrader.risk.factor.ReturnKind;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What holds of tail figures whatever the P&amp;L. */
final class TailRiskLawsTest {

    private static PnlVectors draw(long seed, int positions, int scenarios) {
        Random random = new Random(seed);
        double[][] pnl = new double[positions][scenarios];
        for (double[] row : pnl) {
            double fat = 1 + random.nextInt(4);
            Arrays.setAll(row, s -> 100 * Math.pow(random.nextGaussian(), 3) / fat + 50 * random.nextGaussian());
        }
        return PnlVectors.of(
                "drawn",
                IntStream.range(0, positions).mapToObj(i -> "p" + i).toList(),
                IntStream.range(0, scenarios).mapToObj(i -> "s" + i).toList(),
                pnl);
    }

    private static double shortfall(PnlVectors vectors, double confidence) {
        return vectors.risk(confidence, QuantileConvention.COHERENT).expectedShortfall();
    }

    /** Acerbi and Tasche (2002): a coherent measure rewards spreading, whatever the dependence. */
    @Property
    void theCoherentShortfallIsSubadditive(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 400) int scenarios,
            @ForAll @DoubleRange(min = 0.5, max = 0.99) double confidence) {
        PnlVectors two = draw(seed, 2, scenarios);
        double apart =
                shortfall(two.without(Set.of("p1")), confidence) + shortfall(two.without(Set.of("p0")), confidence);

        assertThat(shortfall(two, confidence)).isLessThanOrEqualTo(apart + 1e-9 * Math.abs(apart) + 1e-9);
    }

    @Property
    void figuresGrowWithThePositionAndWithConfidence(
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0.01, max = 1000) double factor,
            @ForAll @DoubleRange(min = 0.5, max = 0.99) double confidence,
            @ForAll QuantileConvention convention) {
        PnlVectors one = draw(seed, 1, 250);
        TailRisk risk = one.risk(confidence, convention);
        TailRisk scaled = one.times(new double[] {factor}).risk(confidence, convention);
        TailRisk surer = one.risk(confidence + 0.005, convention);

        assertThat(scaled.valueAtRisk()).isCloseTo(factor * risk.valueAtRisk(), within(1e-9 * factor * 1000));
        assertThat(surer.valueAtRisk()).isGreaterThanOrEqualTo(risk.valueAtRisk());
        assertThat(surer.expectedShortfall()).isGreaterThanOrEqualTo(risk.expectedShortfall() - 1e-9);
        assertThat(risk.expectedShortfall()).isGreaterThanOrEqualTo(risk.valueAtRisk() - 1e-9);
    }

    @Property
    void certainGainsLowerEveryFigureByThemselves(
            @ForAll long seed,
            @ForAll @DoubleRange(min = -500, max = 500) double gain,
            @ForAll QuantileConvention convention) {
        PnlVectors one = draw(seed, 1, 100);
        double[] certain = new double[100];
        Arrays.fill(certain, gain);
        PnlVectors sure = PnlVectors.of("certain", List.of("cash"), one.scenarios(), new double[][] {certain});

        assertThat(one.plus(sure).risk(0.95, convention).valueAtRisk())
                .isCloseTo(one.risk(0.95, convention).valueAtRisk() - gain, within(1e-9));
        assertThat(one.plus(sure).risk(0.95, convention).expectedShortfall())
                .isCloseTo(one.risk(0.95, convention).expectedShortfall() - gain, within(1e-9));
    }

    @Property
    void partsMakeTheWhole(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 12) int positions,
            @ForAll @DoubleRange(min = 0.5, max = 0.99) double confidence,
            @ForAll QuantileConvention convention) {
        TailContributions contributions = draw(seed, positions, 120).contributions(confidence, convention);

        assertThat(contributions.parts().stream()
                        .mapToDouble(TailContributions.Part::componentValueAtRisk)
                        .sum())
                .isCloseTo(contributions.risk().valueAtRisk(), within(1e-8));
        assertThat(contributions.parts().stream()
                        .mapToDouble(TailContributions.Part::componentExpectedShortfall)
                        .sum())
                .isCloseTo(contributions.risk().expectedShortfall(), within(1e-8));
    }

    @Property(tries = 200)
    void everyEstimateIsATrueCovariance(
            @ForAll long seed,
            @ForAll @IntRange(min = 2, max = 15) int factors,
            @ForAll @IntRange(min = 3, max = 40) int days) {
        Random random = new Random(seed);
        double[][] rows = new double[days][factors];
        for (double[] row : rows) {
            double common = random.nextGaussian();
            Arrays.setAll(row, i -> 0.01 * (common + random.nextGaussian()));
        }
        FactorMoves moves = FactorMoves.of(
                IntStream.range(0, factors).mapToObj(i -> "f" + i).toList(),
                IntStream.range(0, days)
                        .mapToObj(t -> LocalDate.EPOCH.plusDays(t))
                        .toList(),
                ReturnKind.ABSOLUTE,
                rows);
        for (CovarianceEstimator estimator : List.of(
                CovarianceEstimator.sample(),
                CovarianceEstimator.aroundZero(),
                CovarianceEstimator.exponential(0.94),
                CovarianceEstimator.ledoitWolf(),
                CovarianceEstimator.oracleApproximating(),
                CovarianceEstimator.constantCorrelation(),
                CovarianceEstimator.factorModel(2))) {
            Covariance covariance = estimator.estimate(moves).covariance();
            assertThat(covariance.isPositiveSemidefinite()).isTrue();
            assertThat(estimator.estimate(moves).shrinkage()).isBetween(0.0, 1.0);
        }
    }
}
