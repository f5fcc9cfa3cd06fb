package io.bondtrader.compliance.surveillance.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is expected at which hour of which weekday, by hand. */
final class SeasonalBaselineTest {

    private static final long HOUR = 3_600_000_000_000L;

    /** Ten weeks: Mondays at nine 7, other days at nine 3, at ten 1; the hour itself is compared with all windows. */
    @Test
    void anHourOfAWeekdayIsComparedWithItsOwn() {
        List<FeatureWindow> windows = new ArrayList<>();
        for (int day = 0; day < 70; day++) {
            if (day % 7 < 5) {
                windows.add(window(day, 9, day % 7 == 0 ? 7 : 3));
                windows.add(window(day, 10, 1));
            }
        }
        SeasonalBaseline baseline = SeasonalBaseline.of(windows);
        assertThat(baseline.expected(window(700, 9, 0), 0)).isEqualTo(7);
        assertThat(baseline.expected(window(701, 9, 0), 0)).isEqualTo(3);
        assertThat(baseline.expected(window(700, 10, 0), 0)).isEqualTo(1);
        // Nobody was seen on the sixth day: its hour is. Nobody was seen at eleven: all are.
        assertThat(baseline.expected(window(705, 9, 0), 0)).isEqualTo(3);
        assertThat(baseline.expected(window(700, 11, 0), 0)).isEqualTo(2);
        int hour = TradingFeature.values().length - 1;
        assertThat(baseline.expected(window(700, 9, 0), hour)).isEqualTo(9.5);
        // Nothing is left over, so the scale is the feature's resolution, 0.1.
        assertThat(baseline.standardise(window(700, 9, 7.5))[0]).isBetween(4.99, 5.01);
    }

    private static FeatureWindow window(long day, long hour, double value) {
        double[] values = new double[TradingFeature.values().length];
        Arrays.fill(values, value);
        values[values.length - 1] = hour;
        return FeatureWindow.ofOwned("ann", (4 + day) * 24 * HOUR + hour * HOUR, day, day, values);
    }
}
