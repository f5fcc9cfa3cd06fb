package io.bondtrader.compliance.surveillance.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.InvalidInput;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Lines by medians of slopes, and when they reach a limit. */
final class ThresholdForecastTest {

    private static final long SEED = Long.getLong("anomaly.seed", 20261122L);

    /** Sen 1968, the worked example: slope 4, interval of confidence 0.93 from 3.71 to 4.38. */
    @Test
    void theSlopeIsThatOfSensExample() {
        TheilSenLine line =
                TheilSenLine.of(new double[] {1, 2, 3, 4, 10, 12, 18}, new double[] {9, 15, 19, 20, 45, 55, 78}, 0.93);
        assertThat(line.slope()).isEqualTo(4);
        assertThat(line.low()).isCloseTo(3.71, within(0.005));
        assertThat(line.high()).isCloseTo(4.38, within(0.006));
        // The differences from 4 x are 5, 7, 7, 4, 5, 7 and 6.
        assertThat(line.level()).isEqualTo(4 * 18 + 6.0);
    }

    @Test
    void aStraightLineReachesItsLimitOnTheDay() {
        ThresholdForecast forecast = ThresholdForecast.toCeiling(days(10), line(10, 100, 5), 195, 0.95);
        assertThat(forecast.state()).isEqualTo(ThresholdForecast.State.APPROACHING);
        assertThat(forecast.expected()).hasValue(10);
        assertThat(forecast.earliest()).hasValue(10);
        assertThat(forecast.latest()).hasValue(10);
        assertThat(forecast.within(10)).isTrue();
        assertThat(forecast.within(9.9)).isFalse();
        assertThat(forecast.explanation()).contains("195", "10.0 days");
    }

    @Test
    void aFloorIsReachedFromAbove() {
        ThresholdForecast forecast = ThresholdForecast.toFloor(days(10), line(10, 100, -5), 35, 0.95);
        assertThat(forecast.state()).isEqualTo(ThresholdForecast.State.APPROACHING);
        assertThat(forecast.expected()).hasValue(4);
        assertThat(ThresholdForecast.toFloor(days(10), line(10, 100, 5), 35, 0.95)
                        .state())
                .isEqualTo(ThresholdForecast.State.AWAY);
    }

    @Test
    void whatIsReachedOrAwaySaysSo() {
        ThresholdForecast reached = ThresholdForecast.toCeiling(days(10), line(10, 100, 5), 145, 0.95);
        assertThat(reached.state()).isEqualTo(ThresholdForecast.State.REACHED);
        assertThat(reached.within(0)).isTrue();
        assertThat(reached.explanation()).contains("is reached");
        ThresholdForecast away = ThresholdForecast.toCeiling(days(10), line(10, 100, -5), 145, 0.95);
        assertThat(away.state()).isEqualTo(ThresholdForecast.State.AWAY);
        assertThat(away.within(1e5)).isFalse();
        assertThat(away.explanation()).contains("not in sight");
        assertThat(ThresholdForecast.toCeiling(days(10), line(10, 100, 0), 145, 0.95)
                        .state())
                .isEqualTo(ThresholdForecast.State.AWAY);
    }

    @Test
    void noiseWithoutATrendIsUncertain() {
        double[] values = {1, 4, 2, 5, 1, 4, 3, 5, 2, 4};
        ThresholdForecast forecast = ThresholdForecast.toCeiling(days(10), values, 10, 0.95);
        assertThat(forecast.state()).isEqualTo(ThresholdForecast.State.UNCERTAIN);
        assertThat(forecast.earliest()).isPresent();
        assertThat(forecast.latest()).isEmpty();
    }

    @Test
    void oneDayGoneWrongChangesLittle() {
        double[] values = line(20, 100, 5);
        values[7] = 1e6;
        ThresholdForecast forecast = ThresholdForecast.toCeiling(days(20), values, 295, 0.95);
        assertThat(forecast.expected().orElseThrow()).isCloseTo(20, within(0.1));
    }

    /** Independent noise about a line: the day on which the line itself meets the limit lies within the band nearly as often. */
    @Test
    void theBandHoldsTheDayAsOftenAsStated() {
        Random random = new Random(SEED);
        int held = 0;
        int runs = 1000;
        for (int run = 0; run < runs; run++) {
            double[] values = line(30, 100, 2);
            for (int i = 0; i < values.length; i++) {
                values[i] += 5 * random.nextGaussian();
            }
            ThresholdForecast forecast = ThresholdForecast.toCeiling(days(30), values, 100 + 2 * 59, 0.95);
            double latest = forecast.latest().orElse(Double.MAX_VALUE);
            if (forecast.earliest().orElse(Double.MAX_VALUE) <= 30 && 30 <= latest) {
                held++;
            }
        }
        assertThat(held).as("seed %d", SEED).isBetween(900, 980);
    }

    @Test
    void badPointsAreRefused() {
        double[] good = line(10, 1, 1);
        assertThatThrownBy(() -> TheilSenLine.of(days(3), line(3, 1, 1), 0.9)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> TheilSenLine.of(days(1001), line(1001, 1, 1), 0.9))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> TheilSenLine.of(days(9), good, 0.9)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> TheilSenLine.of(new double[10], good, 0.9)).isInstanceOf(InvalidInput.class);
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1e300}) {
            double[] values = line(10, 1, 1);
            values[5] = bad;
            assertThatThrownBy(() -> TheilSenLine.of(days(10), values, 0.9)).isInstanceOf(InvalidInput.class);
        }
        for (double bad : new double[] {Double.NaN, 0.4, 1}) {
            assertThatThrownBy(() -> ThresholdForecast.toCeiling(days(10), good, 9, bad))
                    .isInstanceOf(InvalidInput.class);
        }
        assertThatThrownBy(() -> ThresholdForecast.toCeiling(days(10), good, Double.NaN, 0.9))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ThresholdForecast.toFloor(days(10), good, Double.NaN, 0.9))
                .isInstanceOf(InvalidInput.class);
        ThresholdForecast forecast = ThresholdForecast.toCeiling(days(10), good, 99, 0.9);
        assertThatThrownBy(() -> forecast.within(Double.NaN)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> forecast.within(-1)).isInstanceOf(InvalidInput.class);
    }

    private static double[] days(int n) {
        return line(n, 0, 1);
    }

    private static double[] line(int n, double start, double slope) {
        double[] values = new double[n];
        for (int i = 0; i < n; i++) {
            values[i] = start + slope * i;
        }
        return values;
    }
}
