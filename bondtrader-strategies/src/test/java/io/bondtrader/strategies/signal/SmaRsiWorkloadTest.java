package io.bondtrader.strategies.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The workload SMA-RSI-1 on bars that any library can rebuild: the check values are those on which ta4j 0.17 and a loop
 * over primitive arrays agree.
 */
final class SmaRsiWorkloadTest {

    @Test
    void aMillionBarsCloseTheTradesThatOtherLibrariesClose() {
        Outcome outcome = trade(1_000_000);

        assertThat(outcome.closed()).isEqualTo(2_744);
        assertThat(outcome.profit()).isCloseTo(-36.941469, within(5e-7));
    }

    @Test
    void aHundredThousandBarsCloseTheTradesThatOtherLibrariesClose() {
        Outcome outcome = trade(100_000);

        assertThat(outcome.closed()).isEqualTo(282);
        assertThat(outcome.profit()).isCloseTo(-3.218953, within(5e-7));
    }

    /** Long one unit when the fast average crosses above the slow one and the index is below 70; fills at the next open. */
    private static Outcome trade(int bars) {
        double[] close = closes(bars);
        Indicator fast = SimpleMovingAverage.of(50);
        Indicator slow = SimpleMovingAverage.of(200);
        Indicator index = RelativeStrengthIndex.of(14);
        int closed = 0;
        double profit = 0;
        double entry = Double.NaN;
        for (int t = 0; t < bars - 1; t++) {
            double gapBefore = fast.value() - slow.value();
            double gap = fast.update(close[t]) - slow.update(close[t]);
            double strength = index.update(close[t]);
            double nextOpen = close[t];
            if (t < 200) {
                continue;
            }
            if (Double.isNaN(entry) && gapBefore <= 0 && gap > 0 && strength < 70) {
                entry = nextOpen;
            } else if (!Double.isNaN(entry) && ((gapBefore >= 0 && gap < 0) || strength > 80)) {
                profit += nextOpen - entry;
                closed++;
                entry = Double.NaN;
            }
        }
        return new Outcome(closed, profit);
    }

    private static double[] closes(int bars) {
        Random random = new Random(42);
        double[] close = new double[bars];
        double x = 100;
        for (int i = 0; i < bars; i++) {
            x *= Math.exp(1e-7 + 4e-4 * random.nextGaussian());
            close[i] = x;
        }
        return close;
    }

    private record Outcome(int closed, double profit) {}
}
