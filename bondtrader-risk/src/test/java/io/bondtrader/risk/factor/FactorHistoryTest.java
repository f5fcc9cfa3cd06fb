package io.bondtrader.risk.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.core.time.Tenor;
import io.bondtrader.risk.error.InsufficientHistory;
import io.bondtrader.testdata.SharedVectors;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FactorHistoryTest {

    private static final List<LocalDate> DAYS = IntStream.range(0, 400)
            .mapToObj(t -> LocalDate.of(2024, 1, 1).plusDays(t))
            .toList();

    private static FactorHistory history(double... levels) {
        double[][] rows = new double[levels.length][];
        Arrays.setAll(rows, t -> new double[] {levels[t]});
        return FactorHistory.of(List.of("rate"), DAYS.subList(0, levels.length), rows);
    }

    @Test
    void movesAreDifferencesRatiosOrLogarithms() {
        FactorHistory history = history(0.04, 0.05, 0.02);

        assertThat(history.moves(ReturnKind.ABSOLUTE).ofFactor(0))
                .containsExactly(new double[] {0.01, -0.03}, within(1e-15));
        assertThat(history.moves(ReturnKind.RELATIVE).ofFactor(0))
                .containsExactly(new double[] {0.25, -0.6}, within(1e-15));
        assertThat(history.moves(ReturnKind.LOGARITHMIC).get(1, 0)).isCloseTo(Math.log(0.4), within(1e-15));
        assertThat(ReturnKind.RELATIVE.apply(200, 0.1)).isCloseTo(220, within(1e-12));
        assertThat(ReturnKind.LOGARITHMIC.apply(200, Math.log(2))).isCloseTo(400, within(1e-12));
        assertThat(ReturnKind.ABSOLUTE.apply(0.04, -0.05)).isCloseTo(-0.01, within(1e-15));
    }

    @Test
    void longHorizonsTakeTheirMovesFromTheLevels() {
        FactorHistory history = history(0, 1, 3, 6, 10, 15, 21);

        assertThat(history.moves(ReturnKind.ABSOLUTE, 2, Overlap.OVERLAPPING).ofFactor(0))
                .containsExactly(3, 5, 7, 9, 11);
        FactorMoves disjoint = history.moves(ReturnKind.ABSOLUTE, 2, Overlap.DISJOINT);
        assertThat(disjoint.ofFactor(0)).containsExactly(3, 7, 11);
        assertThat(disjoint.ends()).containsExactly(DAYS.get(2), DAYS.get(4), DAYS.get(6));
        assertThat(disjoint.horizon()).isEqualTo(2);
    }

    @Test
    void theSquareRootOfTimeIsOnlyTakenWhereAsked() {
        FactorMoves moves = history(0, 1, 3).moves(ReturnKind.ABSOLUTE);

        assertThat(moves.scaledBySquareRootOfTime(10).get(1, 0)).isCloseTo(2 * Math.sqrt(10), within(1e-12));
        assertThatThrownBy(() -> moves.scaledBySquareRootOfTime(0)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void gapsAreRefusedDroppedOrFilledAsAsked() {
        double[][] rows = {{1}, {Double.NaN}, {4}};
        List<LocalDate> days = DAYS.subList(0, 3);

        assertThatThrownBy(() -> FactorHistory.of(List.of("rate"), days, rows))
                .isInstanceOf(MissingData.class)
                .hasMessageContaining("no level of rate on 2024-01-02")
                .hasMessageContaining("DROP_DAY");
        assertThat(FactorHistory.of(List.of("rate"), days, rows, MissingLevels.DROP_DAY)
                        .moves(ReturnKind.ABSOLUTE)
                        .ofFactor(0))
                .containsExactly(3);
        assertThat(FactorHistory.of(List.of("rate"), days, rows, MissingLevels.CARRY_FORWARD)
                        .moves(ReturnKind.ABSOLUTE)
                        .ofFactor(0))
                .containsExactly(0, 3);
        assertThatThrownBy(() -> FactorHistory.of(
                        List.of("rate"), days.subList(0, 1), new double[][] {{Double.NaN}}, MissingLevels.DROP_DAY))
                .isInstanceOf(InsufficientHistory.class);
    }

    @Test
    void badHistoriesAreRefused() {
        assertThatThrownBy(() -> history(1, Double.POSITIVE_INFINITY)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> FactorHistory.of(List.of("a", "a"), DAYS.subList(0, 1), new double[1][2]))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> FactorHistory.of(List.of("a"), List.of(DAYS.get(1), DAYS.get(0)), new double[2][1]))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("after the one before it");
        assertThatThrownBy(() -> history(1).moves(ReturnKind.ABSOLUTE)).isInstanceOf(InsufficientHistory.class);
        assertThatThrownBy(() -> history(1, 2).moves(ReturnKind.ABSOLUTE, 0, Overlap.DISJOINT))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> history(-1, 2).moves(ReturnKind.LOGARITHMIC))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("ABSOLUTE");
        assertThatThrownBy(() -> history(1, 2).between(LocalDate.of(2030, 1, 1), LocalDate.of(2031, 1, 1)))
                .isInstanceOf(InsufficientHistory.class);
        assertThatThrownBy(() -> FactorMoves.of(
                        List.of("a"), DAYS.subList(0, 1), ReturnKind.ABSOLUTE, new double[][] {{Double.NaN}}))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("move of a on 2024-01-01");
        FactorMoves moves = history(1, 2, 3).moves(ReturnKind.ABSOLUTE);
        assertThatThrownBy(() -> moves.last(9)).isInstanceOf(InsufficientHistory.class);
        assertThatThrownBy(() -> moves.beside(moves)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(moves::filtered).isInstanceOf(InsufficientHistory.class);
    }

    @Test
    void movesBesideOthersAreThoseOfTheDaysThatBothHave() {
        FactorMoves rates = history(1, 2, 4, 7).moves(ReturnKind.ABSOLUTE);
        FactorMoves prices = FactorMoves.of(
                List.of("price"), DAYS.subList(2, 4), ReturnKind.RELATIVE, new double[][] {{0.1}, {0.2}});
        FactorMoves both = rates.beside(prices);

        assertThat(both.factors()).containsExactly("rate", "price");
        assertThat(both.ends()).containsExactly(DAYS.get(2), DAYS.get(3));
        assertThat(both.get(1)).containsExactly(3, 0.2);
        assertThat(both.kind(0)).isEqualTo(ReturnKind.ABSOLUTE);
        assertThat(both.kind(1)).isEqualTo(ReturnKind.RELATIVE);
    }

    @Test
    void scalingToVolatilityMakesCalmTimesLookLikeToday() {
        Random random = new Random(3);
        double[][] rows = new double[400][1];
        for (int t = 0; t < 400; t++) {
            rows[t][0] = (t < 300 ? 1 : 3) * random.nextGaussian();
        }
        FactorMoves moves = FactorMoves.of(List.of("x"), DAYS, ReturnKind.ABSOLUTE, rows);
        double calm = spread(moves.range(0, 280));
        double scaled = spread(moves.scaledToVolatility(0.94).range(0, 260));

        assertThat(calm).isBetween(0.85, 1.15);
        assertThat(scaled).isBetween(2.0, 4.5);
    }

    private static double spread(FactorMoves moves) {
        double[] own = moves.ofFactor(0);
        return Math.sqrt(Arrays.stream(own).map(x -> x * x).sum() / own.length);
    }

    @Test
    void aGarchModelIsFoundAgainInItsOwnSample() {
        Random random = new Random(12);
        double variance = 1e-4;
        double[] sample = new double[8000];
        for (int t = 0; t < sample.length; t++) {
            sample[t] = Math.sqrt(variance) * random.nextGaussian();
            variance = 2e-6 + 0.08 * sample[t] * sample[t] + 0.90 * variance;
        }
        Garch fitted = Garch.fit("x", sample);

        assertThat(fitted.alpha()).isCloseTo(0.08, within(0.025));
        assertThat(fitted.beta()).isCloseTo(0.90, within(0.03));
        assertThat(fitted.longRunVariance()).isCloseTo(1e-4, within(2e-5));
        assertThat(fitted.volatilities(sample)).hasSize(8001);
        assertThat(fitted.logLikelihood()).isGreaterThan(logLikelihood(new Garch(2e-6, 0.08, 0.90, 0), sample));
    }

    private static double logLikelihood(Garch model, double[] sample) {
        double[] volatilities = model.volatilities(sample);
        double sum = 0;
        for (int t = 0; t < sample.length; t++) {
            double variance = volatilities[t] * volatilities[t];
            sum -= 0.5 * (Math.log(2 * Math.PI * variance) + sample[t] * sample[t] / variance) / sample.length;
        }
        return sum;
    }

    @Test
    void parYieldsAreReadWithTheirGaps() throws IOException {
        ParYieldHistory history = ParYieldHistory.parse(
                new StringReader("date,6M,2Y,10Y\n2024-01-02,5.24,4.33,3.95\n2024-01-03,5.25,,3.91\n"));

        assertThat(history.tenors()).containsExactly(Tenor.parse("6M"), Tenor.parse("2Y"), Tenor.parse("10Y"));
        assertThat(history.yields(1)).hasSize(2);
        assertThat(history.yields(0).get(1).yield()).isCloseTo(0.0433, within(1e-15));
        assertThat(history.published(Tenor.parse("2Y"))).isEqualTo(0.5);
        FactorHistory zeros =
                history.zeroRates(List.of(Tenor.parse("2Y"), Tenor.parse("10Y")), Parallelism.callingThread());
        assertThat(zeros.factors()).containsExactly("zero 2Y", "zero 10Y");
        assertThat(zeros.levels(0)[0]).isBetween(0.042, 0.0433);
    }

    @Test
    void linesThatAreNotParYieldsAreNamed() {
        assertThatThrownBy(() -> ParYieldHistory.parse(new StringReader("")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("line 1");
        assertThatThrownBy(() -> ParYieldHistory.parse(new StringReader("date,2Y\n2024-01-02,4.3,4.4\n")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> ParYieldHistory.parse(new StringReader("date,2Y\n2024-01-02,four\n")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> ParYieldHistory.parse(new StringReader("date,2Y\n")))
                .isInstanceOf(InsufficientHistory.class);
        assertThatThrownBy(() -> ParYieldHistory.read(Path.of("nowhere.csv")))
                .isInstanceOf(MissingData.class)
                .hasMessageContaining("nowhere.csv");
    }

    @Test
    void realCurvesMoveByLevelSlopeAndCurvature() {
        ParYieldHistory history = ParYieldHistory.read(SharedVectors.data("ust_par_yields.csv"))
                .between(LocalDate.of(2015, 7, 13), LocalDate.of(2025, 7, 11));
        FactorMoves moves = history.zeroRates(
                        List.of("2Y", "3Y", "5Y", "7Y", "10Y", "20Y", "30Y").stream()
                                .map(Tenor::parse)
                                .toList(),
                        Parallelism.callingThread())
                .moves(ReturnKind.ABSOLUTE);
        PrincipalComponents components = PrincipalComponents.of(
                CovarianceEstimator.aroundZero().estimate(moves).covariance());

        assertThat(moves.size()).isBetween(2490, 2510);
        assertThat(List.of(components.shape(0), components.shape(1), components.shape(2)))
                .containsExactly("level", "slope", "curvature");
        assertThat(components.explained(1)).isBetween(0.75, 0.95);
        assertThat(components.explained(3)).isGreaterThan(0.97);
    }
}
