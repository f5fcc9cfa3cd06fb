package io.bondtrader.strategies.sizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.DiscrepancyFound;
import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.Verifier;
import io.bondtrader.risk.factor.Covariance;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Faults are planted in the primary path, one at a time; verification must notice each of them, and nothing else. */
final class SizingDrillTest {

    private static final VerifiedKelly KELLY = VerifiedKelly.of(Verifier.flagging());
    private static final BinaryKelly BINARY = new BinaryKelly(0.6, 1.5, 0.8);
    private static final Covariance COVARIANCE =
            Covariance.of(List.of("a", "b"), new double[][] {{0.04, 0.006}, {0.006, 0.0225}});
    private static final MultivariateKelly GAUSSIAN = MultivariateKelly.of(COVARIANCE, new double[] {0.08, 0.06}, 0.02);
    private static final ScenarioKelly SCENARIOS = ScenarioKelly.of(
            new double[][] {{0.25, -0.1}, {-0.2, 0.15}, {0.1, 0.12}, {-0.05, -0.11}},
            new double[] {0.3, 0.2, 0.25, 0.25});
    private static final ConstrainedKelly HELD =
            SCENARIOS.longOnly().cappedAt(0.6, 0.7).withDrawdown(0.85, 0.1);

    /** What can go wrong, each as the answer that it leads to. */
    enum Fault {
        PAY_OFFS_SWAPPED,
        LOSING_PROBABILITY_FOR_WINNING,
        LOSS_TAKEN_AS_THE_WHOLE_STAKE,
        CORRELATION_FORGOTTEN,
        RISKLESS_RATE_NOT_SUBTRACTED,
        VARIANCE_FOR_VOLATILITY,
        NEWTON_STOPPED_AFTER_ONE_STEP,
        SCENARIOS_TAKEN_AS_EQUALLY_LIKELY,
        SECOND_ORDER_EXPANSION_OF_THE_LOGARITHM,
        DRAWDOWN_IGNORED,
        DRAWDOWN_OF_ANOTHER_LEVEL,
        CAP_IGNORED,
        HALF_THE_BET_FOR_THE_WHOLE,
        BORROWED_BEYOND_WEALTH;

        private List<Verified> verify() {
            return switch (this) {
                case PAY_OFFS_SWAPPED -> binary(new BinaryKelly(0.6, 0.8, 1.5).fraction());
                case LOSING_PROBABILITY_FOR_WINNING -> binary(new BinaryKelly(0.4, 1.5, 0.8).fraction());
                case LOSS_TAKEN_AS_THE_WHOLE_STAKE -> binary(new BinaryKelly(0.6, 1.5, 1).fraction());
                case CORRELATION_FORGOTTEN ->
                    gaussian(MultivariateKelly.of(
                            Covariance.of(List.of("a", "b"), new double[][] {{0.04, 0}, {0, 0.0225}}),
                            new double[] {0.08, 0.06},
                            0.02));
                case RISKLESS_RATE_NOT_SUBTRACTED ->
                    gaussian(MultivariateKelly.of(COVARIANCE, new double[] {0.08, 0.06}, 0));
                case VARIANCE_FOR_VOLATILITY ->
                    gaussian(MultivariateKelly.of(
                            Covariance.of(List.of("a", "b"), new double[][] {{0.2, 0.006}, {0.006, 0.15}}),
                            new double[] {0.08, 0.06},
                            0.02));
                case NEWTON_STOPPED_AFTER_ONE_STEP -> scenarios(firstStep());
                case SCENARIOS_TAKEN_AS_EQUALLY_LIKELY ->
                    scenarios(ScenarioKelly.of(SCENARIOS.returns(), new double[] {0.25, 0.25, 0.25, 0.25})
                            .fractions());
                case SECOND_ORDER_EXPANSION_OF_THE_LOGARITHM ->
                    scenarios(Arrays.stream(firstStep()).map(f -> f * 1.001).toArray());
                case DRAWDOWN_IGNORED ->
                    held(SCENARIOS.longOnly().cappedAt(0.6, 0.7).fractions());
                case DRAWDOWN_OF_ANOTHER_LEVEL ->
                    held(HELD.withDrawdown(0.8, 0.1).fractions());
                case CAP_IGNORED ->
                    held(SCENARIOS
                            .longOnly()
                            .cappedAt(1, 0.1)
                            .withDrawdown(0.85, 0.1)
                            .fractions());
                case HALF_THE_BET_FOR_THE_WHOLE ->
                    held(Arrays.stream(HELD.fractions()).map(f -> f / 2).toArray());
                case BORROWED_BEYOND_WEALTH -> held(new double[] {0.6, 0.6});
            };
        }

        /** The step from nothing, which is the bet of the quadratic expansion. */
        private static double[] firstStep() {
            double[][] x = SCENARIOS.returns();
            double[] slope = new double[2];
            double[][] curvature = new double[2][2];
            for (int k = 0; k < x.length; k++) {
                for (int i = 0; i < 2; i++) {
                    slope[i] += SCENARIOS.probabilities()[k] * x[k][i];
                    for (int j = 0; j < 2; j++) {
                        curvature[i][j] += SCENARIOS.probabilities()[k] * x[k][i] * x[k][j];
                    }
                }
            }
            double[] step = PositiveSystem.solve(curvature, slope);
            assertThat(step).isNotNull();
            return step == null ? slope : step;
        }

        private static List<Verified> binary(double fraction) {
            return List.of(KELLY.fraction(BINARY, fraction));
        }

        private static List<Verified> gaussian(MultivariateKelly mistaken) {
            return KELLY.fractions(GAUSSIAN, mistaken.fractions());
        }

        private static List<Verified> scenarios(double[] fractions) {
            return KELLY.fractions(SCENARIOS, fractions);
        }

        private static List<Verified> held(double[] fractions) {
            return List.of(KELLY.growth(HELD, fractions));
        }
    }

    @Test
    void soundBetsAreConfirmed() {
        assertThat(KELLY.fraction(BINARY).isAgreed()).isTrue();
        assertThat(KELLY.fractions(GAUSSIAN)).allMatch(Verified::isAgreed);
        assertThat(KELLY.fractions(SCENARIOS)).allMatch(Verified::isAgreed);
        assertThat(KELLY.growth(HELD).isAgreed()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aWrongBetIsNoticed(Fault fault) {
        assertThat(fault.verify()).anyMatch(verified -> !verified.isAgreed());
    }

    @Test
    void aStrictVerifierRefusesAWrongBet() {
        VerifiedKelly strict = VerifiedKelly.of(Verifier.strict());
        assertThatThrownBy(() -> strict.fraction(BINARY, 0.4)).isInstanceOf(DiscrepancyFound.class);
        assertThatThrownBy(() -> strict.growth(HELD, new double[] {0.1, 0.1})).isInstanceOf(DiscrepancyFound.class);
    }

    @Test
    void aBetThatTheSecondPathCannotSettleStandsUnconfirmed() {
        // The second bet never loses by itself, only as a hedge does it end.
        ScenarioKelly hedged =
                ScenarioKelly.of(new double[][] {{1, 0}, {-1, 0.2}, {0.5, 0.1}}, new double[] {0.5, 0.3, 0.2});
        List<Verified> verified = KELLY.fractions(hedged, new double[] {0.1, 0.1});
        assertThat(verified).hasSize(2).noneMatch(Verified::isAgreed);
        assertThat(verified.get(1).value()).isEqualTo(0.1);
    }

    @Test
    void whatThePolicyLeavesOutIsNotChecked() {
        VerifiedKelly off = VerifiedKelly.of(Verifier.off());
        assertThat(off.fraction(BINARY).isAgreed()).isFalse();
        assertThat(off.growth(HELD).isAgreed()).isFalse();
    }
}
