package io.bondtrader.strategies.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.error.BondTraderException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Whatever the record, its figures are numbers or absent, and whatever cannot be a record is refused with a code. */
final class ExtremeRecordsTest {

    @Property(tries = 1000)
    void figuresOfAnyRecordAreNumbersOrAbsent(
            @ForAll @LongRange(min = 1, max = 1_000_000_000) long seed,
            @ForAll @DoubleRange(min = 0, max = 40) double spread,
            @ForAll @DoubleRange(min = -80, max = 80) double level,
            @ForAll @IntRange(min = 0, max = 60) int days,
            @ForAll FlowTiming timing) {
        Random random = new Random(seed);
        TrackRecord record;
        List<PerformanceStatistics> figures = new ArrayList<>();
        String shown;
        try {
            TrackRecord.Builder builder = TrackRecord.builder("any", timing);
            LocalDate day = LocalDate.of(1999, 12, 30);
            for (int i = 0; i <= days; i++) {
                day = day.plusDays(1 + (random.nextInt(4) == 0 ? random.nextInt(4000) : 0));
                double equity = Math.pow(10, level + spread * random.nextGaussian() / 10);
                equity = switch (random.nextInt(12)) {
                    case 0 -> 0;
                    case 1 -> -equity;
                    case 2 -> Math.pow(10, level);
                    default -> equity;
                };
                TrackDay one = TrackDay.of(day, i == 0 ? Math.abs(equity) : equity)
                        .withExposure(random.nextInt(3) * equity, Math.abs(equity), equity)
                        .withTrading(Math.abs(equity), equity / 1e3);
                builder.add(random.nextInt(3) == 0 ? one.withFlow(equity * random.nextGaussian()) : one);
            }
            record = builder.build();
            record.moneyWeightedReturn()
                    .rates()
                    .forEach(rate -> assertThat(rate).isFinite());
            assertThat(record.profit()).isFinite();
            figures.add(
                    PerformanceStatistics.of(record, PerformanceBasis.daily().withRiskFreeRate(0.03)));
            TearSheet sheet = TearSheet.builder(figures.get(0))
                    .benchmark(record)
                    .logarithmic()
                    .rollingWindow(5)
                    .build();
            shown = sheet.toHtml()
                    + sheet.toJson()
                    + ComparisonPage.of("any", figures).toText();
        } catch (BondTraderException refused) {
            assertThat(refused.code()).isNotNull();
            return;
        }
        assertThat(shown).doesNotContain("NaN").doesNotContain("Infinity");
        finite(figures.get(0));
    }

    private static void finite(PerformanceStatistics one) {
        assertThat(one.annualReturn()).isFinite();
        assertThat(one.volatility()).isFinite();
        assertThat(one.skewness()).isFinite();
        assertThat(one.excessKurtosis()).isFinite();
        assertThat(one.autocorrelation()).isBetween(-1.0, 1.0);
        assertThat(one.drawdowns().maximum()).isBetween(0.0, 1.0);
        assertThat(one.drawdowns().ulcerIndex()).isBetween(0.0, 1.0);
        for (OptionalDouble ratio : List.of(
                one.sharpe(),
                one.sharpeStandardError(),
                one.sharpeForAutocorrelation(),
                one.sortino(),
                one.calmar(),
                one.exposure().turnoverPerYear(),
                one.exposure().costsPerYear())) {
            ratio.ifPresent(value -> assertThat(value).isFinite());
        }
        one.sharpeInference()
                .ifPresent(
                        inference -> assertThat(inference.probabilityAbove(0)).isBetween(0.0, 1.0));
        one.monthly().months().forEach(month -> assertThat(month.value()).isFinite());
    }

    @Property(tries = 500)
    void theLiveFormOfAnyRecordIsNumbersOrAbsent(
            @ForAll @LongRange(min = 1, max = 1_000_000_000) long seed,
            @ForAll @DoubleRange(min = 0, max = 40) double spread,
            @ForAll @DoubleRange(min = 0.01, max = 1000) double halfLife) {
        Random random = new Random(seed);
        LivePerformance live = LivePerformance.from(1, PerformanceBasis.daily(), FlowTiming.END_OF_DAY, halfLife);
        for (int i = 0; i < 50; i++) {
            try {
                live.update(Math.pow(10, spread * random.nextGaussian() / 10), 0);
            } catch (BondTraderException refused) {
                assertThat(refused.code()).isNotNull();
            }
            assertThat(live.volatility()).isFinite();
            assertThat(live.recentVolatility()).isFinite();
            assertThat(live.growth()).isFinite();
            assertThat(live.drawdown()).isBetween(0.0, 1.0);
            live.sharpe().ifPresent(value -> assertThat(value).isFinite());
            live.recentSharpe().ifPresent(value -> assertThat(value).isFinite());
        }
    }
}
