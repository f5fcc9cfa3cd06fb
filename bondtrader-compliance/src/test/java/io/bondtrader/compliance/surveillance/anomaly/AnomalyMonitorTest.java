package io.bondtrader.compliance.surveillance.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.compliance.error.FlowOutOfOrder;
import io.bondtrader.compliance.surveillance.simulation.MarketSimulator;
import io.bondtrader.compliance.surveillance.simulation.SimulatedMarket;
import io.bondtrader.compliance.surveillance.simulation.SimulationSettings;
import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** False alarms on seeded patterns without anything unusual, planted changes with their delay, replay and bounds. */
final class AnomalyMonitorTest {

    private static final long SEED = Long.getLong("anomaly.seed", 20261122L);
    private static final long HOUR = 3_600_000_000_000L;

    private static final List<TradingFeature> FEATURES = List.of(TradingFeature.values());
    private static final int ORDERS = FEATURES.indexOf(TradingFeature.ORDERS);
    private static final int SIZE = FEATURES.indexOf(TradingFeature.SIZE);
    private static final int MESSAGES = FEATURES.indexOf(TradingFeature.MESSAGES);
    private static final int HOUR_OF_DAY = FEATURES.indexOf(TradingFeature.HOUR);

    private final List<AnomalyAlert> alerts = new ArrayList<>();

    /** One window judged for each subject makes the count binomial: with 20 ranked windows and a part of 0.1, 2 in 21. */
    @Test
    void singleWindowsAlarmAsOftenAsRanksSay() {
        AnomalyMonitor monitor = new AnomalyMonitor(new AnomalySettings(3600, 40, 1000, 0.3, 5), alerts::add);
        int subjects = 3000;
        for (int subject = 0; subject < subjects; subject++) {
            Pattern pattern = new Pattern("s" + subject, SEED + subject);
            for (int i = 0; i < 41; i++) {
                monitor.accept(pattern.next());
            }
        }
        double expected = subjects * 2.0 / 21;
        double deviation = Math.sqrt(expected * 19 / 21);
        assertThat((double) count(AnomalyKind.WINDOW)).as("seed %d", SEED).isCloseTo(expected, within(4 * deviation));
    }

    /** All three ways together, over windows that follow one another: what is stated, and no more. */
    @Test
    void aPatternWithoutAnythingUnusualAlarmsNoMoreThanStated() {
        AnomalySettings settings = AnomalySettings.standard();
        AnomalyMonitor monitor = new AnomalyMonitor(settings, alerts::add);
        int judged = 0;
        for (int subject = 0; subject < 30; subject++) {
            Pattern pattern = new Pattern("s" + subject, SEED + subject);
            for (int i = 0; i < 2100; i++) {
                monitor.accept(pattern.next());
            }
            judged += 1400;
        }
        double stated = judged * settings.falseAlarmRate();
        // Windows of one subject share their reference, so counts vary about twice as much as a binomial does.
        double deviation = Math.sqrt(2 * stated);
        String counts = "window " + count(AnomalyKind.WINDOW) + ", shift " + count(AnomalyKind.SHIFT) + ", drift "
                + count(AnomalyKind.DRIFT) + " of " + judged + ", seed " + SEED;
        assertThat((double) alerts.size()).as(counts).isLessThan(stated + 4 * deviation);
        assertThat((double) count(AnomalyKind.WINDOW)).as(counts).isCloseTo(judged / 351.0, within(4 * deviation));
        assertThat(count(AnomalyKind.SHIFT)).as(counts).isPositive();
    }

    @Test
    void aShiftOfOneDeviationIsFoundWithTheDelayOfTheChart() {
        AnomalySettings settings = AnomalySettings.standard();
        AnomalyMonitor monitor = new AnomalyMonitor(settings, alerts::add);
        double limit = RunLength.cusumLimit(0.5, 10 * 3 / settings.falseAlarmRate());
        double expected = RunLength.cusum(0.5, limit, 1);
        double delays = 0;
        int subjects = 40;
        for (int subject = 0; subject < subjects; subject++) {
            Pattern pattern = new Pattern("s" + subject, SEED + subject);
            for (int i = 0; i < 700; i++) {
                monitor.accept(pattern.next());
            }
            alerts.clear();
            pattern.shift[ORDERS] = 1;
            int delay = 0;
            while (alerts.stream().noneMatch(alert -> alert.kind() == AnomalyKind.SHIFT && leads(alert, ORDERS))) {
                monitor.accept(pattern.next());
                delay++;
                assertThat(delay).as("seed %d", SEED).isLessThan(200);
            }
            AnomalyAlert found = alerts.stream()
                    .filter(alert -> alert.kind() == AnomalyKind.SHIFT && leads(alert, ORDERS))
                    .findFirst()
                    .orElseThrow();
            assertThat(found.sinceNanos()).isLessThanOrEqualTo(found.windowNanos());
            assertThat(found.statistic()).isGreaterThan(found.limit());
            assertThat(found.limit()).isCloseTo(limit, within(1e-9));
            delays += delay;
        }
        assertThat(delays / subjects).as("seed %d", SEED).isBetween(0.75 * expected, 1.35 * expected);
    }

    @Test
    void aWindowFarOutIsFoundAtOnceAndSaysWhy() {
        Pattern pattern = known();
        pattern.shift[SIZE] = 9;
        FeatureWindow odd = pattern.next();
        monitorOf(pattern).accept(odd);
        AnomalyAlert alert = first(AnomalyKind.WINDOW);
        assertThat(alert.windowNanos()).isEqualTo(odd.startNanos());
        assertThat(alert.firstIndex()).isEqualTo(odd.firstIndex());
        assertThat(alert.statistic()).isLessThanOrEqualTo(alert.limit());
        Contribution first = alert.contributions().get(0);
        assertThat(first.feature()).isEqualTo(TradingFeature.SIZE);
        assertThat(first.share()).isGreaterThan(0.6);
        assertThat(first.deviations()).isBetween(6.0, 13.0);
        assertThat(first.value()).isEqualTo(odd.features().get(TradingFeature.SIZE));
        assertThat(alert.contributions().stream()
                        .mapToDouble(Contribution::share)
                        .sum())
                .isCloseTo(1, within(1e-12));
        assertThat(alert.explanation()).startsWith("unusual window of ann: mean order size");
    }

    /** Orders and messages go together in the pattern: each is ordinary here, both at once are not. */
    @Test
    void ordinaryValuesThatNeverCameTogetherAreFound() {
        Pattern pattern = known();
        pattern.shift[ORDERS] = 2;
        pattern.shift[MESSAGES] = -4;
        pattern.quiet = true;
        monitorOf(pattern).accept(pattern.next());
        AnomalyAlert alert = first(AnomalyKind.WINDOW);
        assertThat(alert.contributions()).allMatch(part -> Math.abs(part.deviations()) < 3.5);
        assertThat(List.of(TradingFeature.ORDERS, TradingFeature.MESSAGES))
                .contains(alert.contributions().get(0).feature());
    }

    @Test
    void windowsThatGrowMoreUnusualAltogetherAreADrift() {
        Pattern pattern = known();
        pattern.spread = 2;
        AnomalyMonitor monitor = monitorOf(pattern);
        for (int i = 0; i < 60; i++) {
            monitor.accept(pattern.next());
        }
        AnomalyAlert drift = first(AnomalyKind.DRIFT);
        assertThat(drift.statistic()).isGreaterThan(drift.limit());
        assertThat(drift.contributions()).hasSizeGreaterThan(5);
    }

    /** The pattern's own rush hour is usual; as much at another hour is not. */
    @Test
    void rushHourIsUsualAtItsHourOnly() {
        Pattern pattern = new Pattern("ann", SEED);
        pattern.rush = 8;
        AnomalyMonitor monitor = monitorOf(pattern);
        for (int i = 0; i < 700; i++) {
            monitor.accept(pattern.next());
        }
        int rushes = 0;
        for (int i = 0; i < 50; i++) {
            FeatureWindow window = pattern.next();
            monitor.accept(window);
            if (pattern.inRush(window)) {
                rushes++;
                assertThat(alerts)
                        .as("seed %d", SEED)
                        .noneMatch(alert -> alert.kind() == AnomalyKind.WINDOW
                                && alert.windowNanos() == window.startNanos()
                                && leads(alert, ORDERS));
            }
        }
        assertThat(rushes).isGreaterThan(3);
        FeatureWindow other = pattern.next();
        while (pattern.inRush(other)) {
            other = pattern.next();
        }
        pattern.shift[ORDERS] = 8;
        FeatureWindow rush = pattern.next();
        alerts.clear();
        monitor.accept(rush);
        assertThat(first(AnomalyKind.WINDOW).contributions().get(0).feature()).isEqualTo(TradingFeature.ORDERS);
    }

    /** What has been the pattern for long enough is the pattern. */
    @Test
    void whatStaysIsLearned() {
        Pattern pattern = known();
        pattern.shift[SIZE] = 9;
        AnomalyMonitor monitor = monitorOf(pattern);
        for (int i = 0; i < 1050; i++) {
            monitor.accept(pattern.next());
        }
        alerts.clear();
        for (int i = 0; i < 50; i++) {
            monitor.accept(pattern.next());
        }
        assertThat(alerts).as("seed %d", SEED).hasSizeLessThan(6);
    }

    @Test
    void nobodyIsJudgedBeforeItIsKnown() {
        AnomalyMonitor monitor = new AnomalyMonitor(new AnomalySettings(3600, 40, 20, 0.3, 10), alerts::add);
        Pattern pattern = new Pattern("ann", SEED);
        assertThat(monitor.knows("ann")).isFalse();
        for (int i = 0; i < 39; i++) {
            pattern.shift[SIZE] = i * i;
            monitor.accept(pattern.next());
        }
        assertThat(monitor.knows("ann")).isFalse();
        monitor.accept(pattern.next());
        assertThat(monitor.knows("ann")).isTrue();
        assertThat(alerts).isEmpty();
    }

    @Test
    void memoryIsBounded() {
        AnomalyMonitor monitor = new AnomalyMonitor(new AnomalySettings(3600, 40, 20, 0.3, 3), alerts::add);
        for (int subject = 0; subject < 10; subject++) {
            Pattern pattern = new Pattern("s" + subject, SEED);
            for (int i = 0; i < 100; i++) {
                monitor.accept(pattern.next());
            }
        }
        assertThat(monitor.subjects()).isEqualTo(3);
        assertThat(monitor.kept()).isEqualTo(120);
        assertThat(monitor.knows("s9")).isTrue();
        assertThat(monitor.knows("s6")).isFalse();
    }

    @Test
    void theSameFlowGivesTheSameAlertsByteForByte() {
        SimulatedMarket market =
                MarketSimulator.run(new SimulationSettings(2, 20, LocalDate.of(2026, 1, 5), 0.3, 0), SEED);
        List<String> once = run(market);
        assertThat(once).isNotEmpty().isEqualTo(run(market));
        assertThat(once.get(0)).contains("\"contributions\"");
    }

    @Test
    void badSettingsAndWindowsOutOfOrderAreRefused() {
        assertThatThrownBy(() -> new AnomalySettings(7, 700, 350, 0.01, 10)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new AnomalySettings(3600, 39, 350, 0.3, 10)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new AnomalySettings(3600, 20_001, 350, 0.3, 10))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new AnomalySettings(3600, 700, 0, 0.01, 10)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new AnomalySettings(3600, 700, 350, 0, 10)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new AnomalySettings(3600, 700, 350, Double.NaN, 10))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new AnomalySettings(3600, 700, 350, 0.31, 10)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new AnomalySettings(3600, 590, 350, 0.01, 10)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new AnomalySettings(3600, 700, 350, 0.01, 0)).isInstanceOf(InvalidInput.class);
        AnomalyMonitor monitor = new AnomalyMonitor(AnomalySettings.standard(), alerts::add);
        FeatureWindow window = new Pattern("ann", SEED).next();
        monitor.accept(window);
        assertThatThrownBy(() -> monitor.accept(window)).isInstanceOf(FlowOutOfOrder.class);
        assertThatThrownBy(() -> monitor.knows(" ")).isInstanceOf(InvalidInput.class);
    }

    private static List<String> run(SimulatedMarket market) {
        List<String> found = new ArrayList<>();
        AnomalySettings settings = new AnomalySettings(3600, 40, 20, 0.3, 1000);
        AnomalyMonitor monitor =
                new AnomalyMonitor(settings, alert -> found.add(alert.toJson().toString()));
        FeatureWindows windows = new FeatureWindows(3600, Grouping.byOwner(market.reference()), monitor::accept);
        market.events().forEach(windows::accept);
        windows.finish();
        return found;
    }

    private Pattern known() {
        Pattern pattern = new Pattern("ann", SEED);
        AnomalyMonitor monitor = monitorOf(pattern);
        for (int i = 0; i < 700; i++) {
            monitor.accept(pattern.next());
        }
        return pattern;
    }

    private AnomalyMonitor monitorOf(Pattern pattern) {
        if (pattern.monitor == null) {
            pattern.monitor = new AnomalyMonitor(AnomalySettings.standard(), alerts::add);
        }
        return pattern.monitor;
    }

    private AnomalyAlert first(AnomalyKind kind) {
        return alerts.stream().filter(alert -> alert.kind() == kind).findFirst().orElseThrow();
    }

    private long count(AnomalyKind kind) {
        return alerts.stream().filter(alert -> alert.kind() == kind).count();
    }

    private static boolean leads(AnomalyAlert alert, int feature) {
        return alert.contributions().get(0).feature() == FEATURES.get(feature);
    }

    /** Ten windows each weekday from 8 o'clock, independent of one another; orders and messages go together. */
    private static final class Pattern {

        private final String subject;
        private final Random random;
        private final double[] shift = new double[FEATURES.size()];
        private double spread = 1;
        private double rush;
        private boolean quiet;
        private long count;
        private @Nullable AnomalyMonitor monitor;

        Pattern(String subject, long seed) {
            this.subject = subject;
            this.random = new Random(seed);
        }

        FeatureWindow next() {
            long day = count / 10;
            long start = (4 + day / 5 * 7 + day % 5) * 24 * HOUR + (8 + count % 10) * HOUR;
            double[] values = new double[shift.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = draw() + shift[i];
            }
            values[MESSAGES] = 0.9 * values[ORDERS] + 0.3 * draw() + shift[MESSAGES];
            values[HOUR_OF_DAY] = 8 + random.nextInt(10);
            if (count % 10 == 1) {
                values[ORDERS] += rush;
            }
            FeatureWindow window = FeatureWindow.ofOwned(subject, start, count, count, values);
            count++;
            return window;
        }

        boolean inRush(FeatureWindow window) {
            return window.startNanos() / HOUR % 24 == 9;
        }

        private double draw() {
            return quiet ? 0 : spread * random.nextGaussian();
        }
    }
}
