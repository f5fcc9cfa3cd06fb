package io.bondtrader.strategies.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.strategies.backtest.CombinatorialPurged;
import io.bondtrader.strategies.backtest.PurgedKFold;
import io.bondtrader.strategies.backtest.Split;
import io.bondtrader.strategies.backtest.WalkForward;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples of docs/performance.md. */
final class PerformancePageSampleTest {

    @Test
    void aRecordIsKeptDayByDay() {
        // A day at a time: value at its end, then what was paid in, held and traded.
        TrackRecord record = TrackRecord.builder("Ten-year momentum")
                .add(LocalDate.of(2025, 3, 3), 10_000_000)
                .add(TrackDay.of(LocalDate.of(2025, 3, 4), 10_031_500).withExposure(8_000, 9.6e6, 9.6e6))
                .add(TrackDay.of(LocalDate.of(2025, 3, 5), 11_012_250).withFlow(1_000_000))
                .add(TrackDay.of(LocalDate.of(2025, 3, 6), 11_020_100).withTrading(9.6e6, 1_500))
                .build();

        double linked = record.timeWeightedReturn(); // without the million that was paid in
        MoneyWeightedReturn earned = record.moneyWeightedReturn(); // says so where there is none, or more than one

        assertThat(linked).isBetween(0.001, 0.003);
        assertThat(earned.rate()).isPresent();
    }

    @Test
    void figuresAndPages(@TempDir Path folder) throws Exception {
        TrackRecord record = TearSheetTest.desk("momentum", 5, 2600, 0.00012);
        TrackRecord holding = TearSheetTest.desk("holding", 6, 2600, 0.00005);
        List<ClosedTrade> trades = TearSheetTest.trades(40, 1);

        var basis = PerformanceBasis.daily().withRiskFreeRate(0.02).withTailConfidence(0.99);
        var figures = PerformanceStatistics.of(record, basis, trades);
        TearSheet sheet = TearSheet.builder(figures)
                .currency("USD")
                .benchmark(holding)
                .overfitting(OverfittingReport.of(figures, 200, 0.0004)) // the best of 200 parameter sets
                .attribution("carry", 1_250_000)
                .attribution("costs", -27_264)
                .note("Random numbers, no market.")
                .build();
        Files.writeString(folder.resolve("momentum.html"), sheet.toHtml());
        Files.writeString(folder.resolve("momentum.json"), sheet.toJson());

        var page = ComparisonPage.of("Two strategies", List.of(figures, PerformanceStatistics.of(holding, basis)));
        String table = page.toText(); // the same for a console

        assertThat(sheet.toHtml()).contains("Chosen among 200 trials");
        assertThat(table.lines()).hasSize(5);
    }

    @Test
    void figuresWhileTheyHappen() {
        LivePerformance live = LivePerformance.from(10_000_000, PerformanceBasis.daily());
        live.update(10_031_500);
        live.update(10_012_250);
        double fallen = live.drawdown();
        var recent = live.recentSharpe(); // half of its weight on the last 63 returns

        assertThat(fallen).isBetween(0.0018, 0.002);
        assertThat(recent).isPresent();
    }

    @Test
    void luckIsMeasuredOverAllTrials() {
        double[][] returnsByTrial = new double[50][];
        for (int i = 0; i < 50; i++) {
            returnsByTrial[i] = Records.normalReturns(i, 1000, 0, 0.01);
        }

        // Fifty parameter sets without any skill: about half of the time the best one is below the middle afterwards.
        BacktestOverfitting overfitting = BacktestOverfitting.pbo(returnsByTrial, 16);
        double probability = overfitting.probability();
        double kept = overfitting.meanTested() / overfitting.meanLearned();

        assertThat(probability).isBetween(0.1, 0.95);
        assertThat(kept).isLessThan(0.5);
    }

    @Test
    void historyIsCutWithoutLeaks() {
        // Outcomes are known ten days later; five more are left out after each test range.
        List<Split> folds = PurgedKFold.splits(2500, 5, 10, 5);
        List<Split> walk = WalkForward.rolling(750, 250).withHorizon(10).splits(2500);
        CombinatorialPurged combinations = CombinatorialPurged.of(2500, 10, 2, 10, 5);
        int histories = combinations.pathCount(); // 45 splits make 9 test histories

        assertThat(folds).hasSize(5);
        assertThat(walk).hasSize(7);
        assertThat(histories).isEqualTo(9);
    }
}
