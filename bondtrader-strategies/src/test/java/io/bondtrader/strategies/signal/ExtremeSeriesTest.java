package io.bondtrader.strategies.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.bondtrader.core.error.BondTraderException;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Series of any size and shape: a statistic is a finite number, or a refusal with a code. */
final class ExtremeSeriesTest {

    private static final List<ToDoubleFunction<double[]>> STATISTICS = List.of(
            series -> UnitRootTest.aboutMean(series, 2).statistic(),
            series -> UnitRootTest.aboutTrend(series, 0).pValue(),
            series -> StationarityTest.aboutMean(series, 3).statistic(),
            series -> StationarityTest.aboutTrend(series, 3).statistic(),
            series -> VarianceRatio.test(series, 4).statistic(),
            series -> VarianceRatio.test(series, 4).ratio(),
            HurstExponent::of,
            series -> MeanReversion.fit(series).level(),
            series -> MeanReversion.fit(series).noise(),
            series -> MeanReversion.fit(series).halfLife().orElse(0),
            series -> Cointegration.test(series, reversed(series), 1).statistic(),
            series -> Cointegration.test(series, reversed(series), 1).hedgeRatio(),
            series -> MarketRegimes.fit(series).logLikelihood(),
            series ->
                    Arrays.stream(MarketRegimes.fit(series).turbulence(series)).sum(),
            series -> CrossSection.zScores(series)[0],
            series -> CrossSection.ranks(series)[0],
            series -> last(RollingRegression.of(5).batch(series, reversed(series))),
            series -> last(KalmanHedgeRatio.of(1e-3, 1e-3, 1e12).batch(series, reversed(series))));

    @Property(tries = 150)
    void aStatisticIsFiniteOrRefused(@ForAll("series") double[] series) {
        for (int i = 0; i < STATISTICS.size(); i++) {
            double statistic;
            try {
                statistic = STATISTICS.get(i).applyAsDouble(series);
            } catch (BondTraderException refused) {
                assertThat(refused.code()).isNotNull();
                continue;
            }
            assertThat(statistic).as("statistic %d", i).isFinite();
        }
    }

    private static double[] reversed(double[] series) {
        double[] reversed = new double[series.length];
        Arrays.setAll(reversed, t -> series[series.length - 1 - t]);
        return reversed;
    }

    private static double last(double[] values) {
        return values[values.length - 1];
    }

    @Provide
    Arbitrary<double[]> series() {
        return Arbitraries.oneOf(
                Arbitraries.of(0.0, 1.0, 1e-100, -1e100, 1e100, 1e-9, 1e8)
                        .array(double[].class)
                        .ofMinSize(64)
                        .ofMaxSize(80),
                Arbitraries.of(0.0, 1.0, 1e-160, 4.25, Double.MIN_VALUE)
                        .array(double[].class)
                        .ofMinSize(64)
                        .ofMaxSize(80),
                Arbitraries.doubles()
                        .between(-5, 5)
                        .array(double[].class)
                        .ofMinSize(64)
                        .ofMaxSize(80));
    }
}
