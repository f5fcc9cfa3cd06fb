package io.bondtrader.strategies.sizing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.error.NotPositiveSemidefinite;
import io.bondtrader.risk.error.Unbounded;
import io.bondtrader.risk.factor.Covariance;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every public entry refuses what describes nothing, with a code. */
final class SizingBadInputTest {

    private static final double NAN = Double.NaN;
    private static final Covariance COVARIANCE =
            Covariance.of(List.of("a", "b"), new double[][] {{0.04, 0.006}, {0.006, 0.0225}});
    private static final MultivariateKelly GAUSSIAN = MultivariateKelly.of(COVARIANCE, new double[] {0.08, 0.06}, 0.02);
    private static final ScenarioKelly COIN = ScenarioKelly.of(new double[] {1, -1}, new double[] {0.6, 0.4});
    private static final LotTerms LOTS = new LotTerms(1000, 1000);
    private static final LotRounding ROUNDING = LotRounding.of(List.of(LOTS), new double[] {1}, 5000);

    static Stream<ThrowingCallable> bad() {
        return Stream.of(
                () -> new BinaryKelly(1, 1, 1),
                () -> new BinaryKelly(NAN, 1, 1),
                () -> new BinaryKelly(0.5, 0, 1),
                () -> new BinaryKelly(0.5, 1, Double.POSITIVE_INFINITY),
                () -> BinaryKelly.observed(-1, 2, 1, 1, 1, 1),
                () -> BinaryKelly.observed(1, 2, 0, 1, 1, 1),
                () -> new BinaryKelly(0.5, 1, 1).growth(1),
                () -> new BinaryKelly(0.5, 1, 1).growth(NAN),
                () -> new BinaryKelly(0.5, 1, 1).stake(1.5, 1),
                () -> new BinaryKelly(0.5, 1, 1).stake(1, -1),
                () -> new GaussianKelly(NAN, 1, 0),
                () -> new GaussianKelly(0.1, 0, 0),
                () -> new GaussianKelly(0.1, 0.1, NAN),
                () -> new GaussianKelly(0.1, 0.1, 0).growth(NAN),
                () -> new GaussianKelly(0.1, 0.1, 0).stake(0, 1),
                () -> new GaussianKelly(0.1, 0.1, 0).stake(1, NAN),
                () -> GaussianKelly.probabilityOfFallingTo(0, 0.5),
                () -> GaussianKelly.probabilityOfFallingTo(1, 1),
                () -> GaussianKelly.multipleWithin(0, 0.1),
                () -> MultivariateKelly.of(COVARIANCE, new double[] {0.1}, 0),
                () -> MultivariateKelly.of(COVARIANCE, new double[] {0.1, NAN}, 0),
                () -> MultivariateKelly.of(COVARIANCE, new double[2], NAN),
                () -> GAUSSIAN.growth(1),
                () -> GAUSSIAN.stake(2),
                () -> GAUSSIAN.stakeOf(NAN, 1),
                () -> GAUSSIAN.longOnlyStake(1, 1),
                () -> GAUSSIAN.longOnlyStake(1, 1, -1),
                () -> GAUSSIAN.shrunk(0),
                () -> GAUSSIAN.predictive(0, new double[2], 1),
                () -> GAUSSIAN.predictive(1, new double[1], 1),
                () -> GAUSSIAN.predictive(1, new double[2], -1),
                () -> ScenarioKelly.of(new double[] {1}, new double[] {0.5, 0.5}),
                () -> ScenarioKelly.of(new double[0], new double[0]),
                () -> ScenarioKelly.of(new double[] {1, NAN}, new double[] {0.5, 0.5}),
                () -> ScenarioKelly.of(new double[] {1, -1}, new double[] {0.5, 0.6}),
                () -> ScenarioKelly.of(new double[] {1, -1}, new double[] {1.5, -0.5}),
                () -> ScenarioKelly.of(new double[][] {{}}, new double[] {1}),
                () -> ScenarioKelly.of(new double[][] {{1, 2}, {1}}, new double[] {0.5, 0.5}),
                () -> COIN.growth(1),
                () -> COIN.growth(0.1, 0.1),
                () -> COIN.stake(2),
                () -> COIN.fractional(0),
                () -> COIN.longOnly().cappedAt(0),
                () -> COIN.longOnly().cappedAt(1, 1),
                () -> COIN.longOnly().withDrawdown(1, 0.1),
                () -> COIN.longOnly().withDrawdown(0.5, 0),
                () -> COIN.longOnly().withDrawdownExponent(NAN),
                () -> COIN.longOnly().stake().drawdownProbability(1),
                () -> DrawdownBound.exponent(NAN, 0.1),
                () -> DrawdownBound.exponentOf(new double[] {0}, new double[] {1}),
                () -> DrawdownBound.exponentOf(new double[] {1, 2}, new double[] {1}),
                () -> new VolatilityTarget(0, 1),
                () -> new VolatilityTarget(0.1, NAN),
                () -> new VolatilityTarget(0.1, 1).size(0),
                () -> new VolatilityTarget(0.1, 1).byRiskBudgets(COVARIANCE, 1),
                () -> new VolatilityTarget(0.1, 1).byRiskBudgets(COVARIANCE, 1, -1),
                () -> new Dv01Target(0),
                () -> new Dv01Target(100).size(0, 0),
                () -> new Dv01Target(100).size(0.05, NAN),
                () -> new LotTerms(0, 1),
                () -> new LotTerms(1, NAN),
                () -> LOTS.roundDown(-1),
                () -> LOTS.roundDown(1e300),
                () -> LotRounding.of(List.of(LOTS), new double[] {0}, 1),
                () -> LotRounding.of(List.of(LOTS), new double[] {1, 1}, 1),
                () -> LotRounding.of(List.of(LOTS), new double[] {1}, -1),
                () -> ROUNDING.round(new double[] {NAN}, new double[] {1}),
                () -> ROUNDING.round(new double[] {1}, new double[] {-1}),
                () -> ROUNDING.round(new double[] {1, 2}, new double[] {1}),
                () -> new WorstCase("ruin", NAN, "probability", "none"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void badInputIsRefusedWithACode(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aBetThatNeverLosesHasNoLargestStake() {
        ScenarioKelly sure = ScenarioKelly.of(new double[] {1, 0.1}, new double[] {0.5, 0.5});
        assertThatThrownBy(sure::fractions).isInstanceOf(Unbounded.class);
    }

    @Test
    void betsThatRepeatEachOtherHaveNoSingleAnswer() {
        ScenarioKelly twice = ScenarioKelly.of(new double[][] {{1, 1}, {-1, -1}}, new double[] {0.6, 0.4});
        assertThatThrownBy(twice::fractions).isInstanceOf(BondTraderException.class);
    }

    @Test
    void assetsThatRepeatEachOtherAreNoCovarianceToBetOn() {
        Covariance same = Covariance.of(List.of("a", "b"), new double[][] {{0.04, 0.04}, {0.04, 0.04}});
        MultivariateKelly bets = MultivariateKelly.of(same, new double[] {0.1, 0.2}, 0);
        assertThatThrownBy(bets::fractions).isInstanceOf(NotPositiveSemidefinite.class);
    }
}
