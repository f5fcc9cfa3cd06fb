package io.bondtrader.examples.benchmarks;

import io.bondtrader.compliance.surveillance.anomaly.AnomalyMonitor;
import io.bondtrader.compliance.surveillance.anomaly.AnomalySettings;
import io.bondtrader.compliance.surveillance.anomaly.FeatureWindow;
import io.bondtrader.compliance.surveillance.anomaly.SeasonalWatch;
import io.bondtrader.compliance.surveillance.anomaly.TradingFeature;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One window is judged for a subject that is known by 700 and learned anew every 350, and one figure is held to its season and
 * trend. A window must be later than the one before, so making it is measured too.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(2)
public class AnomalyBenchmark {

    private static final long SECOND = 1_000_000_000L;
    private static final int DRAWN = 4_096;

    private long windows;
    private long found;
    private final Random random = new Random(7);
    private final Map<TradingFeature, Double> features = new EnumMap<>(TradingFeature.class);
    private final double[] drawn = random.doubles(DRAWN, -2, 2).toArray();
    private final AnomalyMonitor monitor = new AnomalyMonitor(AnomalySettings.standard(), alert -> found++);
    private final SeasonalWatch watch = watch();

    private static SeasonalWatch watch() {
        double[] history = new double[24 * 28];
        Random noise = new Random(8);
        for (int hour = 0; hour < history.length; hour++) {
            history[hour] = 100 + 40 * Math.sin(2 * Math.PI * hour / 24) + noise.nextGaussian();
        }
        return SeasonalWatch.of(history, 24, 0.1, 0.02, 0.2, 6, 1e-6);
    }

    /** Makes the subject known. */
    @Setup
    public void learn() {
        for (int i = 0; i < 700; i++) {
            monitor.accept(window());
        }
    }

    private FeatureWindow window() {
        int draw = (int) (windows * 31 % DRAWN);
        for (TradingFeature feature : TradingFeature.values()) {
            draw = (draw + 1) % DRAWN;
            features.put(feature, drawn[draw]);
        }
        windows++;
        return FeatureWindow.of("ann", windows * SECOND, windows, windows, features);
    }

    /**
     * Makes and judges a window.
     *
     * @return alerts so far
     */
    @Benchmark
    public long judgeWindow() {
        monitor.accept(window());
        return found;
    }

    /**
     * Holds a figure to its season.
     *
     * @return the judgement
     */
    @Benchmark
    public SeasonalWatch.Judgement judgeFigure() {
        return watch.add(watch.expected(1) + drawn[(int) (windows++ % DRAWN)]);
    }
}
