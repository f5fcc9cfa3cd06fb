package io.bondtrader.compliance.surveillance.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.InvalidInput;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class HoltWintersTest {

    /** Box and Jenkins, series G: thousands of airline passengers by month, 1949 to 1960. */
    private static final double[] PASSENGERS = {
        112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125, 149, 170, 170, 158, 133,
                114,
        140, 145, 150, 178, 163, 172, 178, 199, 199, 184, 162, 146, 166, 171, 180, 193, 181, 183, 218, 230, 242, 209,
                191,
        172, 194, 196, 196, 236, 235, 229, 243, 264, 272, 237, 211, 180, 201, 204, 188, 235, 227, 234, 264, 302, 293,
                259,
        229, 203, 229, 242, 233, 267, 269, 270, 315, 364, 347, 312, 274, 237, 278, 284, 277, 317, 313, 318, 374, 413,
                405,
        355, 306, 271, 306, 315, 301, 356, 348, 355, 422, 465, 467, 404, 347, 305, 336, 340, 318, 362, 348, 363, 435,
                491,
        505, 404, 359, 310, 337, 360, 342, 406, 396, 420, 472, 548, 559, 463, 407, 362, 405, 417, 391, 419, 461, 472,
                535,
        622, 606, 508, 461, 390, 432
    };

    private static HoltWinters run(double[] values, int period, double alpha, double beta, double gamma) {
        HoltWinters smoothing = HoltWinters.start(Arrays.copyOf(values, 2 * period), alpha, beta, gamma);
        for (int i = 2 * period; i < values.length; i++) {
            smoothing.add(values[i]);
        }
        return smoothing;
    }

    /**
     * R's {@code HoltWinters(AirPassengers)}: weights 0.2479595, 0.0345373 and 1 give level 477.8278, trend 3.1276, a season from
     * -27.4577 (January) over 152.8884 (July) to -45.8278 (December) and 21860.18 squared errors. Recalled, not looked up; the
     * start is R's, and what the start leaves after eleven years is 0.0012.
     */
    @Test
    void airlinePassengersAreSmoothedAsByR() {
        HoltWinters smoothing = run(PASSENGERS, 12, 0.2479595, 0.0345373, 1);
        assertThat(smoothing.level()).isCloseTo(477.8278, within(0.002));
        assertThat(smoothing.trend()).isCloseTo(3.1276, within(0.0002));
        assertThat(smoothing.squaredErrors()).isCloseTo(21860.18, within(0.01));
        double[] season = {
            -27.4577, -54.6925, -20.1746, 12.9191, 18.8736, 75.2944, 152.8884, 134.6135, 33.7783, -18.3791, -87.7724,
            -45.8278
        };
        for (int month = 1; month <= 12; month++) {
            assertThat(smoothing.expected(month) - smoothing.level() - month * smoothing.trend())
                    .as("month %d", month)
                    .isCloseTo(season[month - 1], within(0.002));
        }
        assertThat(smoothing.period()).isEqualTo(12);
    }

    /** The same in its error-correction form, from a start that least squares with another formula gives. */
    @Test
    void theErrorCorrectionFormSaysTheSame() {
        double alpha = 0.3;
        double beta = 0.2;
        double gamma = 0.4;
        int p = 12;
        double[] average = new double[p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                average[i] += (PASSENGERS[i + j] + PASSENGERS[i + j + 1]) / (2.0 * p);
            }
        }
        double sum = 0;
        double weighted = 0;
        for (int i = 0; i < p; i++) {
            sum += average[i];
            weighted += (i + 1) * average[i];
        }
        double trend = (12 * weighted - 78 * sum) / (12 * 650 - 78 * 78);
        double level = (sum - trend * 78) / 12;
        double[] season = new double[p];
        double mean = 0;
        for (int i = 0; i < p; i++) {
            season[(i + 6) % p] = PASSENGERS[i + 6] - average[i];
            mean += (PASSENGERS[i + 6] - average[i]) / p;
        }
        for (int i = 0; i < p; i++) {
            season[i] -= mean;
        }
        for (int t = p; t < PASSENGERS.length; t++) {
            double error = PASSENGERS[t] - level - trend - season[t % p];
            level += trend + alpha * error;
            trend += alpha * beta * error;
            season[t % p] += gamma * (1 - alpha) * error;
        }
        HoltWinters smoothing = run(PASSENGERS, p, alpha, beta, gamma);
        assertThat(smoothing.level()).isCloseTo(level, within(1e-9));
        assertThat(smoothing.trend()).isCloseTo(trend, within(1e-10));
        for (int h = 1; h <= 24; h++) {
            assertThat(smoothing.expected(h)).isCloseTo(level + h * trend + season[(h - 1) % p], within(1e-8));
        }
    }

    @Property(tries = 100)
    void aSeasonWithoutATrendIsForecastExactly(
            @ForAll @IntRange(min = 2, max = 15) int period,
            @ForAll @DoubleRange(min = -5, max = 5) double lift,
            @ForAll @DoubleRange(max = 1) double alpha,
            @ForAll @DoubleRange(max = 1) double beta,
            @ForAll @DoubleRange(max = 1) double gamma,
            @ForAll long seed) {
        Random random = new Random(seed);
        double[] season = random.doubles(period, -10, 10).toArray();
        double[] values = new double[5 * period];
        for (int t = 0; t < values.length; t++) {
            values[t] = 100 + season[t % period];
        }
        HoltWinters smoothing = run(values, period, alpha, beta, gamma);
        for (int h = 1; h <= 2 * period; h++) {
            assertThat(smoothing.expected(h)).isCloseTo(100 + season[(h - 1) % period], within(1e-6));
        }
        for (int t = 0; t < values.length; t++) {
            values[t] = values[t] + lift;
        }
        assertThat(run(values, period, alpha, beta, gamma).level())
                .as("a figure that is higher throughout has a level that is")
                .isCloseTo(smoothing.level() + lift, within(1e-6));
    }

    private static double[] hours(int days, Random random) {
        double[] values = new double[24 * days];
        for (int t = 0; t < values.length; t++) {
            values[t] = 100 + 40 * Math.sin(2 * Math.PI * t / 24) + 0.05 * t + random.nextGaussian();
        }
        return values;
    }

    @Test
    void aWatchFindsWhatItsSeasonDoesNotExplainAndForgetsItAgain() {
        double[] values = hours(12, new Random(3));
        SeasonalWatch watch = SeasonalWatch.of(Arrays.copyOf(values, 240), 24, 0.1, 0.05, 0.2, 6, 1e-6);
        assertThat(watch.scale()).isBetween(0.7, 1.8);
        for (int t = 240; t < 263; t++) {
            SeasonalWatch.Judgement usual = watch.add(values[t]);
            assertThat(usual.unusual()).as("hour %d, %s", t, usual).isFalse();
        }
        double expected = watch.expected(1);
        SeasonalWatch.Judgement odd = watch.add(values[263] + 500);
        assertThat(odd.unusual()).isTrue();
        assertThat(odd.expected()).isEqualTo(expected);
        assertThat(odd.deviations()).isCloseTo((values[263] + 500 - expected) / watch.scale(), within(1e-9));
        SeasonalWatch.Judgement low = watch.add(values[264] - 500);
        assertThat(low.unusual()).isTrue();
        assertThat(low.deviations()).isNegative();
        for (int t = 265; t < 288; t++) {
            assertThat(watch.add(values[t]).unusual())
                    .as("hour %d: the odd ones did not pass for the season", t)
                    .isFalse();
        }
    }

    @Test
    void aPeakReachesALimitBeforeTheTrendDoes() {
        double[] values = hours(10, new Random(3));
        SeasonalWatch watch = SeasonalWatch.of(values, 24, 0.1, 0.05, 0.2, 6, 1e-6);
        // The peak is six hours into the day, at about 100 + 12 + 40.
        assertThat(watch.reaches(150, 48).orElseThrow()).isBetween(5, 8);
        assertThat(watch.reaches(1_000, 48)).isEmpty();
        int steps = watch.reaches(160, 10_000).orElseThrow();
        assertThat(watch.expected(steps)).isGreaterThanOrEqualTo(160);
        for (int before = 1; before < steps; before++) {
            assertThat(watch.expected(before)).isLessThan(160);
        }
    }

    @Test
    void badInputIsRefused() {
        double[] flat = new double[72];
        for (double bad : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatThrownBy(() -> HoltWinters.start(flat, bad, 0, 0)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> HoltWinters.start(flat, 0, bad, 0)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> HoltWinters.start(flat, 0, 0, bad)).isInstanceOf(InvalidInput.class);
        }
        for (int length : new int[] {0, 2, 3, 25, 2 * HoltWinters.LONGEST_PERIOD + 2}) {
            assertThatThrownBy(() -> HoltWinters.start(new double[length], 0.1, 0.1, 0.1))
                    .isInstanceOf(InvalidInput.class);
        }
        HoltWinters smoothing = HoltWinters.start(flat, 0.1, 0.1, 0.1);
        SeasonalWatch watch = SeasonalWatch.of(flat, 24, 0.1, 0.1, 0.1, 5, 1);
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1e101}) {
            assertThatThrownBy(() -> smoothing.add(bad)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(() -> watch.add(bad)).isInstanceOf(InvalidInput.class);
        }
        assertThatThrownBy(() -> smoothing.expected(0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> watch.expected(1_000_001)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> watch.reaches(Double.NaN, 5)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> watch.reaches(1, 0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> SeasonalWatch.of(flat, 25, 0.1, 0.1, 0.1, 5, 1))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> SeasonalWatch.of(flat, 1, 0.1, 0.1, 0.1, 5, 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> SeasonalWatch.of(flat, 24, 0.1, 0.1, 0.1, 0.9, 1))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> SeasonalWatch.of(flat, 24, 0.1, 0.1, 0.1, 5, 0))
                .isInstanceOf(InvalidInput.class);
    }
}
