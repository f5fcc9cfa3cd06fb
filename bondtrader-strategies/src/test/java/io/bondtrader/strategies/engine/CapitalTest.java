package io.bondtrader.strategies.engine;

import static io.bondtrader.strategies.engine.Scene.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.strategies.strategy.Direction;
import io.bondtrader.strategies.strategy.Intent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Who is given how much, and when all are given less. */
final class CapitalTest {

    @Test
    void riskParityGivesTheWilderStrategyLessAndBringsTheWholeToItsTarget() {
        StrategyTrack calm = noise("calm", 1, 0, 100);
        StrategyTrack wild = noise("wild", 2, 0, 300);
        double[] shares = CapitalAllocator.riskParity(1_000, 100).allocate(List.of(calm, wild));

        // Of two, weights are inverse to volatilities whatever the correlation.
        assertThat(shares[0] / shares[1]).isCloseTo(wild.deviation() / calm.deviation(), within(1e-9));
        double[] whole = new double[calm.days()];
        for (int day = 0; day < whole.length; day++) {
            whole[day] = shares[0] * calm.profits()[day] + shares[1] * wild.profits()[day];
        }
        assertThat(StrategyTrack.of("whole", whole).deviation()).isCloseTo(1_000, within(1e-6));
    }

    @Test
    void noShareExceedsItsCap() {
        assertThat(CapitalAllocator.riskParity(1e9, 2).allocate(List.of(noise("a", 1, 0, 1), noise("b", 2, 0, 1))))
                .containsExactly(2.0, 2.0);
    }

    @Test
    void whatNeverMovedIsGivenNothing() {
        StrategyTrack still = StrategyTrack.of("still", new double[500]);

        assertThat(CapitalAllocator.riskParity(1_000, 100).allocate(List.of(still, noise("a", 1, 0, 10)))[0])
                .isZero();
        assertThat(CapitalAllocator.riskParity(1_000, 100).allocate(List.of(still)))
                .containsExactly(0.0);
    }

    @Test
    void kellyBetsOnWhatHasAnEdgeAndLessWhereDrawdownsAreBounded() {
        List<StrategyTrack> tracks = List.of(noise("edge", 3, 40, 1_000), noise("none", 4, -40, 1_000));
        double[] loose = CapitalAllocator.drawdownKelly(100_000, 0.5, 0.5, 10).allocate(tracks);
        double[] tight = CapitalAllocator.drawdownKelly(100_000, 0.9, 0.05, 10).allocate(tracks);

        assertThat(loose[1]).isZero();
        assertThat(tight[1]).isZero();
        assertThat(tight[0]).isPositive().isLessThan(loose[0]);
        assertThat(loose[0]).isLessThanOrEqualTo(10.0);
    }

    /** Mean over variance of the returns, in the limit of small bets. */
    @Test
    void kellyOfOneStrategyIsNearMeanOverVariance() {
        StrategyTrack track = noise("edge", 5, 20, 1_000);
        double capital = 100_000;
        double share =
                CapitalAllocator.drawdownKelly(capital, 0.01, 0.999, 1_000).allocate(List.of(track))[0];
        double variance = track.deviation() * track.deviation();

        assertThat(share).isCloseTo(capital * track.mean() / variance, within(0.1 * share));
    }

    @Test
    void performanceSharesAreInProportionToWhatWasShown() {
        StrategyTrack good = noise("good", 6, 100, 1_000);
        StrategyTrack better = noise("better", 7, 200, 1_000);
        StrategyTrack bad = noise("bad", 8, -200, 1_000);
        double[] shares = CapitalAllocator.performance(250, 10).allocate(List.of(good, better, bad));

        assertThat(shares[2]).isZero();
        assertThat(shares[1] / shares[0]).isCloseTo(better.sharpe() / good.sharpe(), within(1e-12));
        assertThat(Arrays.stream(shares).average().orElse(0)).isCloseTo(1.0, within(1e-12));
    }

    @Test
    void selectionLeavesOutAllButTheBest() {
        StrategyTrack good = noise("good", 6, 100, 1_000);
        StrategyTrack better = noise("better", 7, 200, 1_000);
        StrategyTrack bad = noise("bad", 8, -200, 1_000);
        CapitalAllocator one = CapitalAllocator.fixed().amongBest(1);
        CapitalAllocator three = CapitalAllocator.fixed().amongBest(3);

        assertThat(one.allocate(List.of(good, better, bad))).containsExactly(0.0, 1.0, 0.0);
        assertThat(three.allocate(List.of(good, better, bad))).containsExactly(1.0, 1.0, 0.0);
        assertThat(three.allocate(List.of(bad))).containsExactly(0.0);
    }

    @Test
    void theBreakerTripsOnCrowdingAndReleasesLater() {
        CorrelationBreaker breaker = new CorrelationBreaker(0.8, 0.4, 0.5);
        StrategyTrack one = noise("one", 1, 0, 1);
        StrategyTrack same = StrategyTrack.of("same", one.profits());
        StrategyTrack other = noise("other", 2, 0, 1);
        double[] half = one.profits();
        for (int i = 0; i < half.length; i++) {
            half[i] += other.profits()[i];
        }
        StrategyTrack related = StrategyTrack.of("related", half); // a correlation of 0.7

        assertThat(CorrelationBreaker.averageCorrelation(List.of(one, same))).isCloseTo(1.0, within(1e-12));
        assertThat(breaker.tripped(false, List.of(one, same))).isTrue();
        assertThat(breaker.tripped(false, List.of(one, related))).isFalse();
        assertThat(breaker.tripped(true, List.of(one, related))).isTrue();
        assertThat(breaker.tripped(true, List.of(one, other))).isFalse();
    }

    @Test
    void theEngineAppliesSharesFromTheFirstAllocationOn() {
        List<List<StrategyTrack>> asked = new ArrayList<>();
        CapitalAllocator halves = tracks -> {
            asked.add(tracks);
            double[] shares = new double[tracks.size()];
            Arrays.fill(shares, 0.5);
            return shares;
        };
        Scene scene = new Scene();
        TradingEngine engine = scene.builder(Scene.config(), "a", "b")
                .capital(new CapitalPlan(halves, 2, 10, 3, Optional.empty()))
                .build();
        scene.open(engine);
        scene.say("a", Intent.of("TEN", Direction.LONG, 100));
        for (int day = 0; day < 6; day++) {
            scene.tick(engine);
            scene.quote(engine, TEN, 100.0 + day, 100.0 + day);
            scene.mark(engine, TEN, 100.0 + day, 0.1);
            scene.comeTo(scene.now().plus(Duration.ofDays(1)));
        }

        // Allocated after days 3 and 5; the paper position of day 1's decision is bought at day 2's price of 101.
        assertThat(asked).hasSize(2);
        assertThat(asked.get(1).get(0).profits()[0]).isZero();
        assertThat(asked.get(1).get(0).profits()[1]).isCloseTo(0, within(20.0));
        assertThat(asked.get(1).get(0).profits()[2]).isCloseTo(1_000, within(20.0));
        assertThat(asked.get(1).get(1).profits()).containsOnly(0.0);
        assertThat(engine.allocation()).containsEntry("a", 0.5);
        assertThat(Scene.face(engine, "a", TEN)).isEqualByComparingTo("50000");
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> CapitalAllocator.riskParity(0, 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> CapitalAllocator.riskParity(1, Double.NaN)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> CapitalAllocator.drawdownKelly(1, 1.5, 0.1, 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> CapitalAllocator.drawdownKelly(1, 0.5, 0, 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> CapitalAllocator.performance(-1, 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> CapitalAllocator.fixed().amongBest(0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new CorrelationBreaker(0.5, 0.6, 0.5)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new CapitalPlan(CapitalAllocator.fixed(), 0, 10, 10, Optional.empty()))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> StrategyTrack.of("a", Double.NaN)).isInstanceOf(InvalidInput.class);
    }

    private static StrategyTrack noise(String id, long seed, double mean, double deviation) {
        Random random = new Random(seed);
        double[] profits = new double[500];
        double sum = 0;
        for (int i = 0; i < profits.length; i++) {
            profits[i] = deviation * random.nextGaussian();
            sum += profits[i];
        }
        for (int i = 0; i < profits.length; i++) {
            profits[i] += mean - sum / profits.length;
        }
        return StrategyTrack.of(id, profits);
    }
}
