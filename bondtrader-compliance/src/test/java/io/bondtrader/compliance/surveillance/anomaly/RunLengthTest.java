package io.bondtrader.compliance.surveillance.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.InvalidInput;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Run lengths against the printed tables, against charts that run, and limits against run lengths. */
final class RunLengthTest {

    private static final long SEED = Long.getLong("anomaly.seed", 20261122L);

    /** Montgomery, Introduction to Statistical Quality Control, table 9.3: k = 0.5, shift, ARL for h = 4 and h = 5. */
    @ParameterizedTest
    @CsvSource({
        "0, 168, 465, 0.5",
        "0.25, 74.2, 139, 0.5",
        "0.5, 26.6, 38.0, 0.05",
        "0.75, 13.3, 17.0, 0.05",
        "1, 8.38, 10.4, 0.03",
        "1.5, 4.75, 5.75, 0.005",
        "2, 3.34, 4.01, 0.005",
        "3, 2.19, 2.57, 0.005",
        "4, 1.71, 2.01, 0.005"
    })
    void cusumRunsAsLongAsThePrintedTableSays(double shift, double four, double five, double printed) {
        assertThat(RunLength.cusum(0.5, 4, shift)).isCloseTo(four, within(printed));
        assertThat(RunLength.cusum(0.5, 5, shift)).isCloseTo(five, within(printed));
    }

    /** The same book, table 9.11, after Lucas and Saccucci 1990: lambda, L, ARL without a shift and for shifts of 0.5, 1, 2. */
    @ParameterizedTest
    @CsvSource({
        "0.40, 3.054, 71.2, 14.3, 3.5",
        "0.25, 2.998, 48.2, 11.1, 3.6",
        "0.20, 2.962, 41.8, 10.5, 3.7",
        "0.10, 2.814, 31.3, 10.3, 4.4",
        "0.05, 2.615, 28.8, 11.4, 5.2"
    })
    void ewmaRunsAsLongAsThePrintedTableSays(double weight, double limit, double half, double one, double two) {
        assertThat(RunLength.ewma(weight, limit, 0)).isCloseTo(500, within(2.0));
        assertThat(RunLength.ewma(weight, limit, 0.5)).isCloseTo(half, within(0.1));
        assertThat(RunLength.ewma(weight, limit, 1)).isCloseTo(one, within(0.1));
        assertThat(RunLength.ewma(weight, limit, 2)).isCloseTo(two, within(0.1));
    }

    /** With all weight on the newest value a chart is Shewhart's: 1 in 370.4 beyond three deviations. */
    @Test
    void anEwmaWithoutMemoryIsShewhartsChart() {
        assertThat(RunLength.ewma(1, 3, 0)).isCloseTo(370.4, within(0.05));
        assertThat(RunLength.ewma(1, 3, 1)).isCloseTo(43.89, within(0.01));
    }

    @Test
    void aChartThatRunsSignalsAfterAsManyValues() {
        int runs = 4000;
        assertThat(meanRun(new CusumChart(0.5, 4), 0, runs))
                .as("seed %d", SEED)
                .isCloseTo(167.6, within(4 * 168 / 63.2));
        assertThat(meanRun(new CusumChart(0.5, 4), 1, runs)).as("seed %d", SEED).isCloseTo(8.38, within(0.35));
        assertThat(meanRun(new CusumChart(0.5, 4), -1, runs))
                .as("seed %d", SEED)
                .isCloseTo(8.38, within(0.35));
        assertThat(meanRun(new EwmaChart(0.1, 2.814), 1, runs))
                .as("seed %d", SEED)
                .isCloseTo(10.3, within(0.4));
        assertThat(meanRun(new EwmaChart(0.1, 2.814), -1, runs))
                .as("seed %d", SEED)
                .isCloseTo(10.3, within(0.4));
    }

    @Test
    void aLimitGivesTheRunLengthItWasAskedFor() {
        assertThat(RunLength.cusumLimit(0.5, 167.57)).isCloseTo(4, within(0.001));
        assertThat(RunLength.ewmaLimit(0.1, 500)).isCloseTo(2.814, within(0.002));
        assertThat(RunLength.cusum(0.5, RunLength.cusumLimit(0.5, 3000), 0)).isCloseTo(3000, within(0.1));
    }

    @Test
    void aRunThatNobodyCanWaitForIsStillANumber() {
        assertThat(RunLength.cusum(4, 20, -8)).isFinite().isPositive();
        assertThat(RunLength.cusum(4, 20, 0)).isGreaterThan(1e11);
        assertThat(RunLength.ewma(0.01, 20, 0)).isEqualTo(1e12);
        assertThat(RunLength.cusum(0.5, 4, 8)).isCloseTo(1, within(0.01));
    }

    @Test
    void aCusumSaysSinceWhenAndByHowMuch() {
        CusumChart chart = new CusumChart(0.5, 4);
        chart.add(-1);
        int signal = 0;
        for (int i = 0; i < 3; i++) {
            signal = chart.add(2);
        }
        assertThat(signal).isEqualTo(1);
        assertThat(chart.statistic()).isCloseTo(4.5, within(1e-12));
        assertThat(chart.since()).isEqualTo(3);
        assertThat(chart.shift()).isCloseTo(2, within(1e-12));
        chart.reset();
        assertThat(chart.statistic()).isZero();
        assertThat(chart.shift()).isZero();
        chart.add(-3);
        assertThat(chart.shift()).isCloseTo(-3, within(1e-12));
    }

    @Test
    void badChartsAreRefused() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1}) {
            assertThatThrownBy(() -> new CusumChart(bad, 4)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> new CusumChart(0.5, bad)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> new EwmaChart(bad, 3)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> new EwmaChart(0.1, bad)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> RunLength.cusum(bad, 4, 0)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> RunLength.cusum(0.5, bad, 0)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> RunLength.cusum(0.5, 4, bad * 9)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> RunLength.ewma(bad, 3, 0)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> RunLength.ewma(0.1, bad, 0)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> RunLength.ewma(0.1, 3, bad * 9)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> RunLength.cusumLimit(0.5, bad)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> RunLength.cusumLimit(bad, 500)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> RunLength.ewmaLimit(0.1, bad)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> RunLength.ewmaLimit(bad, 500)).isInstanceOf(InvalidInput.class);
        }
        assertThatThrownBy(() -> new CusumChart(0.5, 4).add(Double.NaN)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new EwmaChart(0.5, 4).add(Double.NaN)).isInstanceOf(InvalidInput.class);
    }

    private static double meanRun(CusumChart chart, double shift, int runs) {
        Random random = new Random(SEED);
        long steps = 0;
        for (int run = 0; run < runs; run++) {
            do {
                steps++;
            } while (chart.add(random.nextGaussian() + shift) == 0);
            chart.reset();
        }
        return (double) steps / runs;
    }

    private static double meanRun(EwmaChart chart, double shift, int runs) {
        Random random = new Random(SEED);
        long steps = 0;
        for (int run = 0; run < runs; run++) {
            do {
                steps++;
            } while (chart.add(random.nextGaussian() + shift) == 0);
            chart.reset();
        }
        return (double) steps / runs;
    }
}
