package io.bondtrader.strategies.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.BondTraderException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RangeVolatilityTest {

    private static final List<RangeVolatility> ALL = List.of(
            RangeVolatility.parkinson(10),
            RangeVolatility.garmanKlass(10),
            RangeVolatility.rogersSatchell(10),
            RangeVolatility.yangZhang(10));

    @Test
    void barsThatCloseWhereTheyOpenAreWorthWhatTheFormulasSay() {
        double high = 100 * Math.exp(0.03);
        double low = 100 * Math.exp(-0.04);

        assertThat(RangeVolatility.parkinson(1).update(100, high, low, 100))
                .isCloseTo(0.07 / Math.sqrt(4 * Math.log(2)), within(1e-12));
        assertThat(RangeVolatility.garmanKlass(1).update(100, high, low, 100))
                .isCloseTo(0.07 * Math.sqrt(0.5), within(1e-12));
        assertThat(RangeVolatility.rogersSatchell(1).update(100, high, low, 100))
                .isCloseTo(0.05, within(1e-12));
    }

    @Test
    void yangAndZhangSeeTheJumpBetweenBars() {
        // Bars that do not move, with jumps of +1 % and -1 % between them: the overnight variance is 2 × 0.0001.
        RangeVolatility estimate = RangeVolatility.yangZhang(2);
        double up = 100 * Math.exp(0.01);
        estimate.update(100, 100, 100, 100);
        assertThat(estimate.update(up, up, up, up)).isZero();

        assertThat(estimate.update(100, 100, 100, 100)).isCloseTo(0.01 * Math.sqrt(2), within(1e-12));
        assertThat(RangeVolatility.parkinson(2).update(100, 100, 100, 100)).isZero();
    }

    @Test
    void allFindTheVolatilityOfARandomWalkWatchedOften() {
        int bars = 2000;
        double[][] walk = walk(bars, 400, 0.01);
        for (RangeVolatility estimate : List.of(
                RangeVolatility.parkinson(bars),
                RangeVolatility.garmanKlass(bars),
                RangeVolatility.rogersSatchell(bars),
                RangeVolatility.yangZhang(bars - 1))) {
            double[] values = estimate.batch(walk[0], walk[1], walk[2], walk[3]);
            // 400 steps a bar miss a little of the range, which biases it downwards by about 4 %.
            assertThat(values[bars - 1]).as(estimate.toString()).isBetween(0.0092, 0.0103);
        }
    }

    @Test
    void barByBarGivesTheBitsOfTheBatch() {
        double[][] walk = walk(60, 20, 0.02);
        for (RangeVolatility estimate : ALL) {
            double[] batch = estimate.batch(walk[0], walk[1], walk[2], walk[3]);
            RangeVolatility streaming = estimate.fresh();
            for (int t = 0; t < 60; t++) {
                assertThat(streaming.update(walk[0][t], walk[1][t], walk[2][t], walk[3][t]))
                        .isEqualTo(batch[t]);
                assertThat(streaming.isReady()).isEqualTo(t + 1 >= estimate.warmUp());
            }
        }
    }

    @Test
    void barsThatContradictThemselvesAreRefused() {
        for (RangeVolatility estimate : ALL) {
            double[][] bad = {
                {100, 99, 98, 99},
                {100, 102, 101, 102},
                {100, 102, 99, 98},
                {0, 1, 0, 1},
                {100, Double.NaN, 99, 100},
                {100, 101, Double.NaN, 100},
                {100, Double.POSITIVE_INFINITY, 99, 100}
            };
            for (double[] bar : bad) {
                assertThatThrownBy(() -> estimate.fresh().update(bar[0], bar[1], bar[2], bar[3]))
                        .isInstanceOf(BondTraderException.class);
            }
            assertThatThrownBy(() -> estimate.batch(new double[2], new double[2], new double[1], new double[2]))
                    .isInstanceOf(BondTraderException.class);
        }
        assertThatThrownBy(() -> RangeVolatility.yangZhang(1)).isInstanceOf(BondTraderException.class);
        assertThatThrownBy(() -> RangeVolatility.parkinson(0)).isInstanceOf(BondTraderException.class);
        assertThatThrownBy(() -> RangeVolatility.garmanKlass(0)).isInstanceOf(BondTraderException.class);
        assertThatThrownBy(() -> RangeVolatility.rogersSatchell(0)).isInstanceOf(BondTraderException.class);
    }

    private static double[][] walk(int bars, int steps, double volatility) {
        Random random = new Random(12);
        double[][] walk = new double[4][bars];
        double x = Math.log(100);
        for (int t = 0; t < bars; t++) {
            double open = x;
            double high = x;
            double low = x;
            for (int s = 0; s < steps; s++) {
                x += volatility / Math.sqrt(steps) * random.nextGaussian();
                high = Math.max(high, x);
                low = Math.min(low, x);
            }
            walk[0][t] = Math.exp(open);
            walk[1][t] = Math.exp(high);
            walk[2][t] = Math.exp(low);
            walk[3][t] = Math.exp(x);
        }
        return walk;
    }
}
