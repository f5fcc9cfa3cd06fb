package io.bondtrader.compliance.surveillance.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.compliance.surveillance.FlowEvent;
import io.bondtrader.compliance.surveillance.MarketReference;
import io.bondtrader.compliance.surveillance.simulation.MarketSimulator;
import io.bondtrader.compliance.surveillance.simulation.SimulationSettings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The samples of the page on anomalies. */
final class AnomaliesPageSampleTest {

    @Test
    void watchPatterns() {
        var market = MarketSimulator.run(new SimulationSettings(1, 1, LocalDate.of(2026, 1, 5), 0.2, 0), 1);
        MarketReference reference = market.reference();
        List<FlowEvent> events = market.events();

        List<String> reasonsToLook = new ArrayList<>();
        AnomalySettings settings = AnomalySettings.standard(); // hours, known by 700 windows, one false alarm in 100
        AnomalyMonitor monitor = new AnomalyMonitor(settings, alert -> reasonsToLook.add(alert.explanation()));
        FeatureWindows windows = new FeatureWindows(3600, Grouping.byOwner(reference), monitor::accept);
        events.forEach(windows::accept);
        windows.finish();

        assertThat(monitor.subjects()).isPositive();
        assertThat(reasonsToLook).isEmpty();
    }

    @Test
    void lookAhead() {
        double[] days = {0, 1, 2, 3, 4, 7, 8, 9, 10, 11};
        double[] orderToTradeRatio = {140, 146, 149, 155, 161, 174, 181, 184, 190, 196};

        ThresholdForecast forecast = ThresholdForecast.toCeiling(days, orderToTradeRatio, 250, 0.95);
        boolean tell = forecast.within(14); // by the early end of the band
        String text = forecast.explanation();

        assertThat(tell).isTrue();
        assertThat(text).startsWith("the limit 250.0 will be reached in 1");
    }

    @Test
    void seasonAndTrend() {
        double[] messagesEachHour = new double[24 * 28];
        for (int hour = 0; hour < messagesEachHour.length; hour++) {
            messagesEachHour[hour] = 1000 + 400 * Math.sin(2 * Math.PI * hour / 24) + 0.5 * hour + hour % 7;
        }

        SeasonalWatch watch = SeasonalWatch.of(messagesEachHour, 24, 0.1, 0.02, 0.2, 6, 1); // 24 hours, weights, limit
        SeasonalWatch.Judgement next = watch.add(2_000); // expected are some 1,340
        OptionalInt hours = watch.reaches(2_000, 24 * 30); // the peak of a day gets there before the trend does

        assertThat(next.unusual()).isTrue();
        assertThat(next.expected()).isBetween(1_300.0, 1_380.0);
        assertThat(hours).isPresent();
    }
}
