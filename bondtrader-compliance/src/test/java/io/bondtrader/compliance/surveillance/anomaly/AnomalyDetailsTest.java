package io.bondtrader.compliance.surveillance.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What alerts say exactly: since when, how far from the centre, whom the memory forgets, and what the low sides do. */
final class AnomalyDetailsTest {

    private static final long HOUR = 3_600_000_000_000L;
    private static final int FEATURES = TradingFeature.values().length;

    private final List<AnomalyAlert> alerts = new ArrayList<>();
    private final Random random = new Random(20261122L);
    private long count;

    private FeatureWindow window(String subject, double... values) {
        count++;
        return FeatureWindow.ofOwned(subject, count * HOUR, count, count, values);
    }

    private FeatureWindow ordinary(String subject) {
        double[] values = new double[FEATURES];
        for (int i = 0; i < FEATURES; i++) {
            values[i] = random.nextGaussian();
        }
        return window(subject, values);
    }

    private AnomalyMonitor known() {
        AnomalyMonitor monitor = new AnomalyMonitor(AnomalySettings.standard(), alerts::add);
        for (int i = 0; i < 700; i++) {
            monitor.accept(ordinary("ann"));
        }
        for (int i = 0; i < 60; i++) {
            monitor.accept(window("ann", new double[FEATURES]));
        }
        alerts.clear();
        return monitor;
    }

    @Test
    void aShiftIsDatedToTheWindowWithWhichItBegan() {
        AnomalyMonitor monitor = known();
        long first = (count + 1) * HOUR;
        double[] shifted = new double[FEATURES];
        shifted[0] = 9;
        while (alerts.stream().noneMatch(alert -> alert.kind() == AnomalyKind.SHIFT)) {
            monitor.accept(window("ann", shifted.clone()));
        }
        AnomalyAlert shift = alerts.stream()
                .filter(alert -> alert.kind() == AnomalyKind.SHIFT)
                .findFirst()
                .orElseThrow();
        assertThat(shift.sinceNanos()).isEqualTo(first);
        assertThat(shift.windowNanos()).isEqualTo(count * HOUR).isGreaterThan(first);
    }

    @Test
    void distancesAreFromTheCentreOfTheRows() {
        double[][] rows = new double[2_001][2];
        for (double[] row : rows) {
            row[0] = 10 + random.nextGaussian();
            row[1] = -4 + random.nextGaussian();
        }
        RobustScatter scatter = RobustScatter.of(rows);
        assertThat(RobustScatter.sum(scatter.contributions(new double[] {10, -4})))
                .isLessThan(0.05);
        assertThat(RobustScatter.sum(scatter.contributions(new double[] {0, 0})))
                .isCloseTo(116, within(20.0));
        double[] one = scatter.contributions(new double[] {13, -4});
        assertThat(one[0]).isCloseTo(9, within(1.5));
        assertThat(one[1]).isLessThan(0.3);
    }

    @Test
    void theSubjectThatWasNotSeenForLongestIsForgotten() {
        AnomalyMonitor monitor = new AnomalyMonitor(new AnomalySettings(3600, 40, 20, 0.3, 2), alerts::add);
        for (String subject : List.of("ann", "bob")) {
            for (int i = 0; i < 40; i++) {
                monitor.accept(ordinary(subject));
            }
        }
        monitor.accept(ordinary("ann"));
        assertThat(monitor.knows("bob")).as("asking is not seeing").isTrue();
        monitor.accept(ordinary("eve"));
        assertThat(monitor.knows("ann")).isTrue();
        assertThat(monitor.knows("bob")).isFalse();
        assertThat(monitor.subjects()).isEqualTo(2);
    }

    @Property(tries = 200)
    void aFloorIsACeilingUpsideDown(@ForAll long seed, @ForAll boolean falling) {
        Random noise = new Random(seed);
        double[] days = new double[12];
        double[] values = new double[12];
        double[] mirrored = new double[12];
        for (int i = 0; i < 12; i++) {
            days[i] = i;
            values[i] = 100 + (falling ? -2 : 1) * i + 4 * noise.nextGaussian();
            mirrored[i] = -values[i];
        }
        ThresholdForecast floor = ThresholdForecast.toFloor(days, values, 60, 0.9);
        ThresholdForecast ceiling = ThresholdForecast.toCeiling(days, mirrored, -60, 0.9);
        assertThat(floor.state()).isEqualTo(ceiling.state());
        same(floor.expected(), ceiling.expected());
        same(floor.earliest(), ceiling.earliest());
        same(floor.latest(), ceiling.latest());
        if (floor.state() == ThresholdForecast.State.APPROACHING) {
            assertThat(floor.earliest().getAsDouble())
                    .isLessThanOrEqualTo(floor.expected().getAsDouble());
            assertThat(floor.latest().getAsDouble())
                    .isGreaterThanOrEqualTo(floor.expected().getAsDouble());
        }
    }

    private static void same(OptionalDouble one, OptionalDouble other) {
        assertThat(one.isPresent()).isEqualTo(other.isPresent());
        assertThat(one.orElse(0)).isCloseTo(other.orElse(0), within(1e-9));
    }

    /** By hand: the line falls by 1 a day; its steepest pair of days by 3. */
    @Test
    void theEarlyEndOfAFloorIsThatOfTheSteepestFall() {
        double[] days = {0, 1, 2, 3, 4, 5, 6, 7};
        double[] values = {107, 104, 105, 102, 103, 100, 101, 98};
        ThresholdForecast forecast = ThresholdForecast.toFloor(days, values, 50, 0.95);
        assertThat(forecast.earliest().getAsDouble())
                .isLessThan(forecast.expected().getAsDouble());
        assertThat(forecast.latest().getAsDouble())
                .isGreaterThan(forecast.expected().getAsDouble());
        assertThat(forecast.within(forecast.earliest().getAsDouble())).isTrue();
    }

    @Test
    void anEwmaSignalsDownwardsWhereItSignalsUpwards() {
        EwmaChart up = new EwmaChart(0.1, 2.814);
        EwmaChart down = new EwmaChart(0.1, 2.814);
        int signals = 0;
        for (int i = 0; i < 2_000; i++) {
            double value = 0.5 + random.nextGaussian();
            int above = up.add(value);
            assertThat(down.add(-value)).isEqualTo(-above);
            assertThat(down.average()).isEqualTo(-up.average());
            if (above != 0) {
                signals++;
                up.reset();
                down.reset();
            }
        }
        assertThat(signals).isGreaterThan(20);
        EwmaChart low = new EwmaChart(0.5, 2);
        assertThat(low.add(-low.edge() * 2 * 0.999)).isZero();
        low.reset();
        assertThat(low.add(-low.edge() * 2 * 1.001)).isEqualTo(-1);
    }

    /** Windows that are too ordinary make no alert, and do not hide what comes after them. */
    @Test
    void aLullDoesNotHideADrift() {
        AnomalyMonitor monitor = known();
        for (int i = 0; i < 40; i++) {
            monitor.accept(window("ann", new double[FEATURES]));
        }
        assertThat(alerts).noneMatch(alert -> alert.kind() == AnomalyKind.DRIFT);
        double[] far = new double[FEATURES];
        Arrays.fill(far, 9);
        int windows = 0;
        while (alerts.stream().noneMatch(alert -> alert.kind() == AnomalyKind.DRIFT)) {
            monitor.accept(window("ann", far.clone()));
            windows++;
            assertThat(windows).isLessThanOrEqualTo(6);
        }
    }
}
