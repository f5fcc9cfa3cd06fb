package io.bondtrader.risk.var;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.parallel.Parallelism;
import io.bondtrader.risk.error.InsufficientHistory;
import io.bondtrader.risk.factor.CovarianceEstimator;
import io.bondtrader.risk.factor.FactorMoves;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RiskModelTest {

    private static final Parallelism HERE = Parallelism.callingThread();

    private static final ScenarioBook BOOK = ScenarioBook.of(TreasuryDesk.book(), TreasuryDesk.mapping());

    private static final FactorMoves HISTORY = TreasuryDesk.moves(600, 0.0006);

    private static double valueAtRisk(RiskModel model) {
        return model.estimate(BOOK, HISTORY, 0.99, HERE).valueAtRisk();
    }

    @Test
    void allModelsAgreeRoughlyOnCalmNormalMoves() {
        double deltaNormal = valueAtRisk(RiskModel.deltaNormal(CovarianceEstimator.aroundZero()));

        assertThat(valueAtRisk(RiskModel.deltaGamma(CovarianceEstimator.aroundZero())))
                .isCloseTo(deltaNormal, within(0.05 * deltaNormal));
        assertThat(valueAtRisk(RiskModel.cornishFisher(CovarianceEstimator.aroundZero())))
                .isCloseTo(
                        valueAtRisk(RiskModel.deltaGamma(CovarianceEstimator.aroundZero())),
                        within(0.005 * deltaNormal));
        for (RiskModel model : List.of(
                RiskModel.historical(QuantileConvention.LINEAR),
                RiskModel.ageWeighted(0.995),
                RiskModel.volatilityScaled(0.97, QuantileConvention.LINEAR),
                RiskModel.filtered(QuantileConvention.LINEAR))) {
            assertThat(valueAtRisk(model)).isCloseTo(deltaNormal, within(0.35 * deltaNormal));
        }
    }

    @Test
    void componentsOfPositionsAddUpToTheDeltaNormalFigure() {
        FactorSensitivities sensitivities = BOOK.sensitivities(HERE);
        DeltaNormal risk = DeltaNormal.of(
                ParametricModel.ofFactors(
                        CovarianceEstimator.ledoitWolf().estimate(HISTORY).covariance(), BOOK.factors()),
                sensitivities.delta());

        assertThat(Arrays.stream(risk.components(sensitivities, 0.99)).sum())
                .isCloseTo(risk.valueAtRisk(0.99), within(1e-6));
        assertThat(Arrays.stream(risk.components(0.99)).sum()).isCloseTo(risk.valueAtRisk(0.99), within(1e-6));
    }

    @Test
    void theFastModeFollowsTheFullOneToThirdOrder() {
        FactorSensitivities sensitivities = BOOK.sensitivities(HERE);
        FactorMoves large = TreasuryDesk.moves(50, 0.002);
        double[] full = BOOK.revalue(large, HERE).totals();
        double[] fast = sensitivities.approximate(large);

        for (int s = 0; s < full.length; s++) {
            assertThat(fast[s]).isCloseTo(full[s], within(0.002 * BOOK.value() * 0.01 + 0.01 * Math.abs(full[s])));
        }
        // half the move, an eighth of the error
        FactorMoves small = TreasuryDesk.moves(50, 0.001);
        double errorOfLarge = 0;
        double errorOfSmall = 0;
        double[] fullSmall = BOOK.revalue(small, HERE).totals();
        double[] fastSmall = sensitivities.approximate(small);
        for (int s = 0; s < full.length; s++) {
            errorOfLarge = Math.max(errorOfLarge, Math.abs(fast[s] - full[s]));
            errorOfSmall = Math.max(errorOfSmall, Math.abs(fastSmall[s] - fullSmall[s]));
        }
        assertThat(errorOfSmall).isLessThan(errorOfLarge);
    }

    @Test
    void aRightModelIsKeptAndOneOfHalfTheSizeRejected() {
        FactorMoves moves = TreasuryDesk.moves(1_250, 0.0006);
        RiskModel right = RiskModel.deltaNormal(CovarianceEstimator.aroundZero());
        BackTest kept = BackTest.rolling(BOOK, moves, 250, right, 0.99, HERE);
        BackTest rejected = BackTest.rolling(
                BOOK,
                moves,
                250,
                (book, history, confidence, parallelism) -> right.estimate(book, history, 0.88, parallelism),
                0.99,
                HERE);

        assertThat(kept.days()).hasSize(1_000);
        assertThat(kept.coverage().unconditionalProbability()).isGreaterThan(0.01);
        assertThat(kept.trafficLight(250).zone()).isNotEqualTo(TrafficLight.Zone.RED);
        assertThat(kept.zones(250).values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(751);
        assertThat(kept.shortfall().isRejected()).isFalse();
        assertThat(rejected.coverage().unconditionalProbability()).isLessThan(1e-6);
        assertThat(rejected.exceptionCount()).isGreaterThan(kept.exceptionCount());
        assertThat(rejected.trafficLight(1_000).zone()).isEqualTo(TrafficLight.Zone.RED);
    }

    @Test
    void figuresOfADayKnowNothingOfLaterDays() {
        FactorMoves moves = TreasuryDesk.moves(300, 0.0006);
        RiskModel model = RiskModel.historical(QuantileConvention.LINEAR);
        BackTest whole = BackTest.rolling(BOOK, moves, 200, model, 0.95, HERE);
        BackTest prefix = BackTest.rolling(BOOK, moves.range(0, 250), 200, model, 0.95, HERE);

        assertThat(Arrays.copyOf(whole.valueAtRisk(), 50)).isEqualTo(prefix.valueAtRisk());
    }

    @Test
    void backTestsOfNothingAreRefused() {
        FactorMoves moves = TreasuryDesk.moves(20, 0.001);
        RiskModel model = RiskModel.historical(QuantileConvention.LINEAR);
        assertThatThrownBy(() -> BackTest.rolling(BOOK, moves, 19, model, 0.99, HERE))
                .isInstanceOf(InsufficientHistory.class);
        assertThatThrownBy(() -> BackTest.rolling(BOOK, moves, 0, model, 0.99, HERE))
                .isInstanceOf(InvalidInput.class);
        List<LocalDate> days = List.of(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 1));
        assertThatThrownBy(() -> BackTest.of(0.99, days, new double[2], new double[2], new double[2]))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("after the one before it");
        BackTest two = BackTest.of(
                0.99,
                List.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 2)),
                new double[] {-3, 1},
                new double[] {2, 2},
                new double[] {3, 3});
        assertThat(two.exceptions()).containsExactly(true, false);
        assertThatThrownBy(() -> two.trafficLight(250)).isInstanceOf(InsufficientHistory.class);
        assertThatThrownBy(() -> two.zones(250)).isInstanceOf(InsufficientHistory.class);
    }
}
