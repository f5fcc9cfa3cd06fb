package io.bondtrader.risk.var;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.risk.distributed.PartitionedWork;
import io.bondtrader.risk.distributed.WorkEngine;
import io.bondtrader.risk.error.NotPositiveSemidefinite;
import io.bondtrader.risk.factor.Covariance;
import io.bondtrader.risk.factor.CovarianceEstimator;
import io.bondtrader.risk.factor.FactorMoves;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MonteCarloTest {

    private static final Parallelism HERE = Parallelism.callingThread();

    private static final ScenarioBook BOOK = ScenarioBook.of(TreasuryDesk.book(), TreasuryDesk.mapping());

    private static final FactorMoves HISTORY = TreasuryDesk.moves(750, 0.0006);

    private static final Covariance COVARIANCE =
            CovarianceEstimator.aroundZero().estimate(HISTORY).covariance();

    private static final Covariance PAIR = Covariance.ofCorrelations(
            List.of("a", "b"), new double[] {0.01, 0.02}, new double[][] {{1, 0.6}, {0.6, 1}});

    private static double covariance(double[][] moves, int i, int j) {
        return Arrays.stream(moves).mapToDouble(move -> move[i] * move[j]).sum() / moves.length;
    }

    @ParameterizedTest
    @EnumSource(MonteCarlo.Sampling.class)
    void movesHaveTheCovarianceThatWasAskedFor(MonteCarlo.Sampling sampling) {
        double[][] moves =
                MonteCarlo.paths(50_000, 7).sampling(sampling).build().moves(PAIR);

        assertThat(covariance(moves, 0, 0)).isCloseTo(1e-4, within(3e-6));
        assertThat(covariance(moves, 0, 1)).isCloseTo(1.2e-4, within(4e-6));
        assertThat(covariance(moves, 1, 1)).isCloseTo(4e-4, within(12e-6));
    }

    @Test
    void componentsMakeTheSameCovarianceAndFewerAFactorModel() {
        double[][] all =
                MonteCarlo.paths(50_000, 7).principalComponents(0).build().moves(PAIR);
        double[][] one =
                MonteCarlo.paths(50_000, 7).principalComponents(1).build().moves(PAIR);

        assertThat(covariance(all, 0, 1)).isCloseTo(1.2e-4, within(4e-6));
        double correlation = covariance(one, 0, 1) / Math.sqrt(covariance(one, 0, 0) * covariance(one, 1, 1));
        assertThat(correlation).isCloseTo(1, within(1e-9));
    }

    @Test
    void studentsMovesHaveTheSameCovarianceAndFatterTails() {
        double[][] moves = MonteCarlo.paths(100_000, 3).studentT(5).build().moves(PAIR);
        double fourth =
                Arrays.stream(moves).mapToDouble(move -> Math.pow(move[0], 4)).sum() / moves.length;

        assertThat(covariance(moves, 0, 0)).isCloseTo(1e-4, within(4e-6));
        assertThat(fourth / 1e-8).isGreaterThan(5); // 3 for normal moves, 9 for t(5)
    }

    @Test
    void antitheticPathsAreMirrorImages() {
        double[][] moves = MonteCarlo.paths(100, 3)
                .sampling(MonteCarlo.Sampling.ANTITHETIC)
                .build()
                .moves(PAIR);

        assertThat(moves[7][1]).isEqualTo(-moves[6][1]);
    }

    @Test
    void aCopulaKeepsThePastOfEachFactorAndTheDependenceOfAll() {
        double[][] moves =
                MonteCarlo.paths(20_000, 5).historicalMarginals(HISTORY).build().moves(COVARIANCE);
        double[] past = HISTORY.ofFactor(0);
        Arrays.sort(past);
        double[] drawn =
                Arrays.stream(moves).mapToDouble(move -> move[0]).sorted().toArray();

        assertThat(drawn[0]).isGreaterThanOrEqualTo(past[0]);
        assertThat(drawn[10_000]).isCloseTo(past[375], within(1e-4));
        assertThat(drawn[1000]).isCloseTo(past[37], within(1e-4));
        assertThat(covariance(moves, 0, 1)).isCloseTo(COVARIANCE.get(0, 1), within(0.1 * COVARIANCE.get(0, 0)));
        double[][] student = MonteCarlo.paths(5_000, 5)
                .studentT(4)
                .historicalMarginals(HISTORY)
                .build()
                .moves(COVARIANCE);
        assertThat(covariance(student, 0, 1)).isPositive();
    }

    /** The parametric figure lies in the band of the simulated one: small moves make the book almost linear. */
    @ParameterizedTest
    @EnumSource(MonteCarlo.Sampling.class)
    void simulationAgreesWithTheDeltaGammaDistribution(MonteCarlo.Sampling sampling) {
        FactorSensitivities sensitivities = BOOK.sensitivities(HERE);
        Covariance covariance = ParametricModel.ofFactors(COVARIANCE, BOOK.factors());
        DeltaGammaPnl parametric = DeltaGammaPnl.of(sensitivities, covariance);
        TailRisk simulated = MonteCarlo.paths(60_000, 11)
                .sampling(sampling)
                .principalComponents(0)
                .build()
                .simulate(BOOK.groupedBy(name -> "book"), COVARIANCE, HERE)
                .risk(0.99, QuantileConvention.COHERENT);

        assertThat(simulated.valueAtRiskBand().contains(parametric.valueAtRisk(0.99)))
                .isTrue();
        assertThat(simulated.expectedShortfallBand().contains(parametric.expectedShortfall(0.99)))
                .isTrue();
    }

    @Test
    void anyNumberOfThreadsAndAnyEngineGivesTheSameBits() {
        MonteCarlo simulation = MonteCarlo.paths(3_000, 42).studentT(4).build();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            PnlVectors alone = simulation.simulate(BOOK, COVARIANCE, HERE);
            PnlVectors together = simulation.simulate(BOOK, COVARIANCE, Parallelism.on(threads, 3));
            PnlVectors faraway = simulation.simulate(BOOK, COVARIANCE, new FarEngine());
            for (int p = 0; p < alone.positions().size(); p++) {
                assertThat(together.pnl(p)).isEqualTo(alone.pnl(p));
                assertThat(faraway.pnl(p)).isEqualTo(alone.pnl(p));
            }
        } finally {
            threads.shutdown();
        }
    }

    /** Sends every task and answer through bytes, and does the last partition first. */
    private static final class FarEngine implements WorkEngine {

        @Override
        public <R extends Serializable> List<R> run(PartitionedWork<R> work) {
            List<R> answers = new ArrayList<>();
            for (int partition = work.partitions() - 1; partition >= 0; partition--) {
                answers.add(travelled(travelled(work.task()).run(partition)));
            }
            Collections.reverse(answers);
            return answers;
        }

        @SuppressWarnings("unchecked")
        private static <T> T travelled(T object) {
            try {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                    out.writeObject(object);
                }
                try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                    return (T) in.readObject();
                }
            } catch (IOException | ClassNotFoundException impossible) {
                throw new AssertionError(impossible);
            }
        }
    }

    @Test
    void otherSeedsDrawOtherPathsAndMorePathsBeginAlike() {
        double[][] first = MonteCarlo.paths(2_000, 1).build().moves(PAIR);
        double[][] other = MonteCarlo.paths(2_000, 2).build().moves(PAIR);
        double[][] more = MonteCarlo.paths(5_000, 1).build().moves(PAIR);

        assertThat(first[0]).isNotEqualTo(other[0]);
        assertThat(more[1_999]).isEqualTo(first[1_999]);
    }

    @Test
    void whatDoesNotMoveStandsStill() {
        Covariance still = Covariance.of(List.of("a", "b"), new double[][] {{0, 0}, {0, 1}});
        double[][] moves = MonteCarlo.paths(10, 1).build().moves(still);

        assertThat(moves[4][0]).isZero();
        assertThat(moves[4][1]).isNotZero();
    }

    @Test
    void impossibleWishesAreRefused() {
        assertThatThrownBy(() -> MonteCarlo.paths(1, 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> MonteCarlo.paths(9, 1).studentT(2)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> MonteCarlo.paths(9, 1).principalComponents(-1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() ->
                        MonteCarlo.paths(9, 1).principalComponents(3).build().moves(PAIR))
                .isInstanceOf(InvalidInput.class);
        MonteCarlo plain = MonteCarlo.paths(9, 1).build();
        assertThatThrownBy(() -> plain.simulate(BOOK, PAIR, HERE))
                .isInstanceOf(MissingData.class)
                .hasMessageContaining("covariance of factor");
        Covariance impossible = Covariance.of(List.of("a", "b"), new double[][] {{1, 2}, {2, 1}});
        assertThatThrownBy(() -> plain.moves(impossible)).isInstanceOf(NotPositiveSemidefinite.class);
        MonteCarlo copula = MonteCarlo.paths(9, 1).historicalMarginals(HISTORY).build();
        assertThatThrownBy(() -> copula.moves(PAIR)).isInstanceOf(MissingData.class);
        assertThat(plain)
                .hasToString("MonteCarlo[9 paths, Monte Carlo, normal moves, CHOLESKY, PSEUDO_RANDOM, seed 1]");
    }
}
