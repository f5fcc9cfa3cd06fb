package io.bondtrader.strategies.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.core.trade.Money;
import io.bondtrader.core.trade.Side;
import io.bondtrader.risk.error.InsufficientHistory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class PerformanceStatisticsTest {

    private static final LocalDate DAY = Records.START;

    /** The published figures of 500 equally weighted returns from Random(2024); see the definitions of workloads. */
    @Test
    void ratiosOfFiveHundredReturnsAreThePublishedOnes() {
        PerformanceStatistics figures =
                PerformanceStatistics.of(Records.ofReturns("published", Records.publishedReturns()));

        assertThat(figures.sharpe().orElseThrow()).isCloseTo(0.8341968901, within(5e-10));
        assertThat(figures.sortino().orElseThrow()).isCloseTo(1.2418413209, within(5e-10));
        assertThat(figures.drawdowns().maximum()).isCloseTo(0.0854034107, within(5e-11));
        assertThat(figures.skewness()).isCloseTo(0.0791652953, within(5e-10));
        assertThat(figures.excessKurtosis()).isCloseTo(-0.1431074195, within(5e-10));
        assertThat(figures.tail().valueAtRisk()).isCloseTo(0.0074304433, within(5e-11));
        assertThat(figures.tail().expectedShortfall()).isCloseTo(0.0092570813, within(5e-11));
        assertThat(figures.toString()).contains("Sharpe 0.83");
    }

    @Test
    void ratiosOfFourMonthsFollowTheirFormulas() {
        PerformanceBasis monthly = PerformanceBasis.daily()
                .withPeriodsPerYear(12)
                .withRiskFreeRate(Math.pow(1.01, 12) - 1) // 1 % a month
                .withTarget(Math.pow(1.02, 12) - 1);
        PerformanceStatistics figures =
                PerformanceStatistics.of(Records.ofReturns("months", 0.04, -0.02, 0.06, 0.00), monthly);

        double deviation = Math.sqrt((0.02 * 0.02 + 0.04 * 0.04 + 0.04 * 0.04 + 0.02 * 0.02) / 3);
        assertThat(figures.volatility()).isCloseTo(deviation * Math.sqrt(12), within(1e-14));
        assertThat(figures.sharpe().orElseThrow()).isCloseTo(0.01 / deviation * Math.sqrt(12), within(1e-12));
        double down = Math.sqrt((0.04 * 0.04 + 0.02 * 0.02) / 4); // over all four
        assertThat(figures.downsideDeviation()).isCloseTo(down * Math.sqrt(12), within(1e-12));
        assertThat(figures.sortino().orElseThrow()).isCloseTo(0.0, within(1e-12));
        double perMonth = 0.01 / deviation;
        assertThat(figures.sharpeStandardError().orElseThrow())
                .isCloseTo(Math.sqrt((1 + perMonth * perMonth / 2) / 4 * 12), within(1e-12));
        assertThat(figures.bestDay().value()).isCloseTo(0.06, within(1e-12));
        assertThat(figures.worstDay()).satisfies(worst -> {
            assertThat(worst.value()).isCloseTo(-0.02, within(1e-12));
            assertThat(worst.date()).isEqualTo(DAY.plusDays(2));
        });
        assertThat(figures.calmar().orElseThrow()).isCloseTo(figures.totalReturn() / 0.02, within(1e-9));
    }

    @Test
    void theRateAYearCompoundsToTheTotalReturn() {
        TrackRecord fourYears = TrackRecord.builder("four years")
                .add(DAY, 100)
                .add(DAY.plusDays(400), 120)
                .add(DAY.plusDays(1461), 146.41)
                .build();

        assertThat(PerformanceStatistics.of(fourYears).annualReturn()).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void aRecordOfLessThanAYearIsNotAnnualised() {
        PerformanceStatistics figures = PerformanceStatistics.of(Records.of(100, 150, 200));

        assertThat(figures.annualReturn()).isEqualTo(figures.totalReturn());
    }

    @Test
    void ratiosWithoutADivisorAreAbsent() {
        PerformanceStatistics flat = PerformanceStatistics.of(Records.of(100, 100, 100, 100));

        assertThat(flat.sharpe()).isEmpty();
        assertThat(flat.sharpeStandardError()).isEmpty();
        assertThat(flat.sharpeForAutocorrelation()).isEmpty();
        assertThat(flat.sharpeInference()).isEmpty();
        assertThat(flat.sortino()).isEmpty();
        assertThat(flat.calmar()).isEmpty();
        assertThat(flat.volatility()).isZero();
        assertThat(flat.toString()).contains("Sharpe none");
        // A constant gain is no risk either, whatever the last bit of its returns.
        assertThat(PerformanceStatistics.of(Records.ofReturns("steady", 0.001, 0.001, 0.001, 0.001, 0.001))
                        .sharpe())
                .isEmpty();
    }

    @Test
    void aRuinedRecordStillHasFigures() {
        PerformanceStatistics figures = PerformanceStatistics.of(Records.of(100, 120, 60, -5, 3));

        assertThat(figures.annualReturn()).isEqualTo(-1);
        assertThat(figures.drawdowns().maximum()).isEqualTo(1);
        assertThat(figures.worstMonth().value()).isEqualTo(-1);
        assertThat(figures.sharpe().orElseThrow()).isNegative();
    }

    @Test
    void theSharpeRatioOfTrendingReturnsIsScaledByLess() {
        double[] noise = Records.normalReturns(3, 2000, 0.0004, 0.01);
        double[] smooth = new double[noise.length];
        double last = 0;
        for (int i = 0; i < noise.length; i++) {
            last = 0.3 * last + 0.7 * noise[i];
            smooth[i] = last;
        }
        PerformanceStatistics figures = PerformanceStatistics.of(Records.ofReturns("smoothed", smooth));

        assertThat(figures.autocorrelation()).isBetween(0.25, 0.35);
        assertThat(figures.sharpeForAutocorrelation().orElseThrow())
                .isLessThan(0.8 * figures.sharpe().orElseThrow());
    }

    @Test
    void drawdownsHaveTheirDays() {
        Drawdowns drawdowns = Drawdowns.of(Records.of(100, 110, 99, 105, 110, 108, 115, 92, 80.5, 100));

        assertThat(drawdowns.deepestFirst()).hasSize(3);
        Drawdown deepest = drawdowns.deepest().orElseThrow();
        assertThat(deepest.depth()).isCloseTo(0.3, within(1e-12));
        assertThat(deepest.peak()).isEqualTo(DAY.plusDays(6));
        assertThat(deepest.trough()).isEqualTo(DAY.plusDays(8));
        assertThat(deepest.recovery()).isEmpty();
        assertThat(deepest.daysToRecover()).isEmpty();
        assertThat(deepest.length()).isEqualTo(3);
        Drawdown second = drawdowns.deepestFirst().get(1);
        assertThat(second.depth()).isCloseTo(0.1, within(1e-12));
        assertThat(second.recovery()).contains(DAY.plusDays(4));
        assertThat(second.daysToRecover()).hasValue(2);
        assertThat(drawdowns.longest()).contains(deepest); // both last three days, the deeper one counts
        assertThat(drawdowns.underwater()[8]).isCloseTo(-0.3, within(1e-12));
        double squares =
                0.1 * 0.1 + Math.pow(5 / 110.0, 2) + Math.pow(2 / 110.0, 2) + 0.04 + 0.09 + Math.pow(15 / 115.0, 2);
        assertThat(drawdowns.ulcerIndex()).isCloseTo(Math.sqrt(squares / 9), within(1e-12));
        assertThat(Drawdowns.of(Records.of(1, 2, 3)).deepest()).isEmpty();
    }

    @Test
    void moneyTakenOutIsNoDrawdown() {
        TrackRecord record = TrackRecord.builder("withdrawal")
                .add(DAY, 100)
                .add(TrackDay.of(DAY.plusDays(1), 51).withFlow(-50))
                .add(DAY.plusDays(2), 52)
                .build();

        assertThat(Drawdowns.of(record).maximum()).isZero();
    }

    @Test
    void monthsMultiplyToYearsAndYearsToTheRecord() {
        TrackRecord record = Records.ofReturns("years", Records.normalReturns(8, 800, 0.0003, 0.01));
        MonthlyTable table = MonthlyTable.of(record);

        assertThat(table.years()).hasSize(3);
        double all = 1;
        for (MonthlyTable.Year year : table.years()) {
            double months = 1;
            for (var month : year.months()) {
                months *= 1 + month.orElse(0);
            }
            assertThat(months - 1).isCloseTo(year.total(), within(1e-12));
            all *= 1 + year.total();
        }
        assertThat(all - 1).isCloseTo(record.timeWeightedReturn(), within(1e-12));
        assertThat(table.toString()).contains("2020").contains("2022");
        assertThat(table.months()).hasSize(27); // 800 days of 2020 to March 2022
    }

    @Test
    void theHitRateCountsTradesAndNotDays() {
        List<ClosedTrade> trades = List.of(trade("300"), trade("-100"), trade("-50"), trade("0"), trade("90"));
        PerformanceStatistics figures =
                PerformanceStatistics.of(Records.of(100, 101, 102), PerformanceBasis.daily(), trades);
        TradeStatistics statistics = figures.trades();

        assertThat(statistics.hitRate()).hasValue(0.4);
        assertThat(statistics.profitFactor()).hasValue(390.0 / 150);
        assertThat(statistics.averageWin()).hasValue(195);
        assertThat(statistics.averageLoss()).hasValue(-75);
        assertThat(statistics.expectancy()).hasValue(48);
        assertThat(statistics.longestLosingRun()).isEqualTo(2);
        assertThat(statistics.profit()).contains(Money.of("240", "USD"));
        assertThat(statistics.meanDaysHeld()).isEqualTo(10);
        TradeStatistics none = TradeStatistics.of(List.of());
        assertThat(none.hitRate()).isEmpty();
        assertThat(none.profitFactor()).isEmpty();
        assertThat(TradeStatistics.of(List.of(trade("5"))).profitFactor()).isEmpty();
    }

    private static ClosedTrade trade(String profit) {
        return new ClosedTrade(
                "T 4 11/15/34",
                Side.BUY,
                DAY,
                DAY.plusDays(10),
                new BigDecimal("100000"),
                new BigDecimal("99.5"),
                new BigDecimal("99.8"),
                Money.of(profit, "USD"),
                Money.of("3", "USD"),
                "target");
    }

    @Test
    void exposureIsMeasuredInDv01() {
        TrackRecord record = TrackRecord.builder("dv01")
                .add(TrackDay.of(DAY, 1000))
                .add(TrackDay.of(DAY.plusDays(1), 1000)
                        .withExposure(6, 3000, 3000)
                        .withTrading(3000, 4))
                .add(TrackDay.of(DAY.plusDays(2), 1000)
                        .withExposure(-9, 4000, -4000)
                        .withTrading(7000, 6))
                .build();
        ExposureStatistics exposure = PerformanceStatistics.of(record).exposure();

        assertThat(exposure.meanDv01()).isCloseTo(-1, within(1e-12));
        assertThat(exposure.meanSizeDv01()).isCloseTo(5, within(1e-12));
        assertThat(exposure.peakDv01()).isEqualTo(-9);
        assertThat(exposure.turnover()).isEqualTo(10_000);
        assertThat(exposure.costs()).isEqualTo(10);
        assertThat(exposure.invested()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(exposure.turnoverPerYear().orElseThrow()).isCloseTo(10 * 365.25 / 2, within(1e-9));
    }

    @Property(tries = 100)
    void aBenchmarkThatTheRecordFollowsExplainsIt(@ForAll @LongRange(min = 1, max = 1000000) long seed) {
        double[] market = Records.normalReturns(seed, 250, 0.0002, 0.01);
        double[] own = Arrays.stream(market).map(r -> 0.0001 + 0.6 * r).toArray();
        BenchmarkStatistics compared = BenchmarkStatistics.of(
                Records.ofReturns("own", own), Records.ofReturns("market", market), PerformanceBasis.daily());

        assertThat(compared.beta().orElseThrow()).isCloseTo(0.6, within(1e-9));
        assertThat(compared.alpha().orElseThrow()).isCloseTo(0.0252, within(1e-9));
        assertThat(compared.correlation().orElseThrow()).isCloseTo(1, within(1e-9));
        BenchmarkStatistics itself = BenchmarkStatistics.of(
                Records.ofReturns("own", own), Records.ofReturns("own", own), PerformanceBasis.daily());
        assertThat(itself.trackingError()).isZero();
        assertThat(itself.informationRatio()).isEmpty();
        assertThat(itself.beta().orElseThrow()).isCloseTo(1, within(1e-12));
    }

    @Test
    void theInformationRatioIsActiveReturnOverTrackingError() {
        BenchmarkStatistics compared = BenchmarkStatistics.of(
                Records.ofReturns("own", 0.02, 0.00, 0.04),
                Records.ofReturns("market", 0.01, 0.01, 0.01),
                PerformanceBasis.daily());

        double error = Math.sqrt((0.0 + 0.02 * 0.02 + 0.02 * 0.02) / 2);
        assertThat(compared.informationRatio().orElseThrow()).isCloseTo(0.01 / error * Math.sqrt(252), within(1e-9));
        assertThat(compared.beta()).isEmpty(); // the market never moved
        assertThat(compared.toString()).contains("beta none");
    }

    @Test
    void aBenchmarkMayHaveMoreDaysButNotFewer() {
        TrackRecord record = Records.ofReturns("own", 0.01, 0.02, 0.01);
        TrackRecord longer = Records.ofReturns("market", 0.01, 0.01, 0.01, 0.01, 0.01);

        assertThat(BenchmarkStatistics.of(record, longer, PerformanceBasis.daily())
                        .benchmarkReturn())
                .isCloseTo(Math.pow(1.01, 3) - 1, within(1e-12));
        assertThatThrownBy(() -> BenchmarkStatistics.of(longer, record, PerformanceBasis.daily()))
                .isInstanceOf(MissingData.class)
                .hasMessageContaining("own");
    }

    @Property(tries = 50)
    void rollingFiguresAreThoseOfTheirWindow(@ForAll @LongRange(min = 1, max = 1000000) long seed) {
        TrackRecord record = Records.ofReturns("rolling", Records.normalReturns(seed, 80, 0.0002, 0.01));
        PerformanceBasis basis = PerformanceBasis.daily().withRiskFreeRate(0.02);
        RollingStatistics rolling = RollingStatistics.of(record, basis, 20);

        assertThat(rolling.points()).hasSize(61);
        for (int k : new int[] {0, 17, 60}) {
            RollingStatistics.Point point = rolling.points().get(k);
            PerformanceStatistics part = PerformanceStatistics.of(
                    record.between(
                            record.days().get(k).date(),
                            record.days().get(k + 20).date()),
                    basis);
            assertThat(point.date()).isEqualTo(part.record().end());
            assertThat(point.sharpe().orElseThrow()).isCloseTo(part.sharpe().orElseThrow(), within(1e-9));
            assertThat(point.volatility()).isCloseTo(part.volatility(), within(1e-12));
            assertThat(point.totalReturn()).isCloseTo(part.totalReturn(), within(1e-12));
        }
    }

    @Property(tries = 100)
    void aSeriesWithoutRiskIsTakenOffDayByDay(@ForAll @LongRange(min = 1, max = 1000000) long seed) {
        double[] free = Records.normalReturns(seed + 1, 50, 0.0001, 0.00001);
        double[] noise = Records.normalReturns(seed, 50, 0, 0.01);
        double[] own =
                IntStream.range(0, 50).mapToDouble(i -> free[i] + noise[i]).toArray();

        double sharpe = PerformanceStatistics.of(
                        Records.ofReturns("own", own), PerformanceBasis.daily().withRiskFreeReturns(free))
                .sharpe()
                .orElseThrow();
        assertThat(sharpe)
                .isCloseTo(
                        PerformanceStatistics.of(Records.ofReturns("noise", noise))
                                .sharpe()
                                .orElseThrow(),
                        within(1e-6));
    }

    @Test
    void impossibleQuestionsAreRefused() {
        TrackRecord record = Records.of(100, 101, 102);
        PerformanceBasis daily = PerformanceBasis.daily();
        List<Runnable> refused = new ArrayList<>();
        refused.add(() -> daily.withPeriodsPerYear(0));
        refused.add(() -> daily.withPeriodsPerYear(Double.NaN));
        refused.add(() -> daily.withRiskFreeRate(-1));
        refused.add(() -> daily.withTarget(Double.POSITIVE_INFINITY));
        refused.add(() -> daily.withTailConfidence(1));
        refused.add(() -> daily.withRiskFreeReturns(new double[0]));
        refused.add(() -> daily.withRiskFreeReturns(new double[] {Double.NaN}));
        refused.add(() -> PerformanceStatistics.of(record, daily.withRiskFreeReturns(new double[] {0.1})));
        refused.add(() -> RollingStatistics.of(record, daily, 1));
        refused.add(() -> TradeStatistics.of(List.of(trade("1"), inEuro())));
        refused.add(PerformanceStatisticsTest::mixedCurrencies);
        assertThat(refused).allSatisfy(each -> assertThatThrownBy(each::run).isInstanceOf(InvalidInput.class));

        assertThatThrownBy(() -> PerformanceStatistics.of(Records.of(100, 101)))
                .isInstanceOf(InsufficientHistory.class);
        assertThatThrownBy(() -> RollingStatistics.of(record, daily, 3)).isInstanceOf(InsufficientHistory.class);
        assertThatThrownBy(() -> BenchmarkStatistics.of(Records.of(1, 2), Records.of(1, 2), daily))
                .isInstanceOf(InsufficientHistory.class);
    }

    private static ClosedTrade inEuro() {
        return new ClosedTrade(
                "Bund",
                Side.SELL,
                DAY,
                DAY,
                BigDecimal.ONE,
                BigDecimal.ONE,
                BigDecimal.ONE,
                Money.of("1", "EUR"),
                Money.of("0", "EUR"),
                "");
    }

    private static void mixedCurrencies() {
        new ClosedTrade(
                "Bund",
                Side.SELL,
                DAY,
                DAY,
                BigDecimal.ONE,
                BigDecimal.ONE,
                BigDecimal.ONE,
                Money.of("1", "EUR"),
                Money.of("0", "USD"),
                "");
    }
}
