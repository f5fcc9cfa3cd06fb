package io.bondtrader.strategies.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bondtrader.core.error.DiscrepancyFound;
import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.Verifier;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Faults are planted in the primary path, one at a time; verification must notice each of them, and nothing else. */
final class StatisticsDrillTest {

    private static final VerifiedStatistics CHECKED = VerifiedStatistics.of(Verifier.flagging());
    private static final double[] SERIES = path(5, 0.9, 300);
    private static final double[] WALK = path(6, 1, 300);
    private static final double[] PAIR = pair();

    private static double[] path(long seed, double persistence, int length) {
        Random random = new Random(seed);
        double[] path = new double[length];
        double value = 0;
        for (int t = 0; t < length; t++) {
            value = persistence * value + 0.1 * random.nextGaussian();
            path[t] = 3 + value;
        }
        return path;
    }

    private static double[] pair() {
        double[] pair = new double[300];
        Arrays.setAll(pair, t -> 0.7 * WALK[t] + SERIES[t]);
        return pair;
    }

    /** What can go wrong, each as the answer that it leads to. */
    enum Fault {
        A_LAG_LEFT_OUT,
        A_TREND_THAT_NOBODY_ASKED_FOR,
        THE_OLDEST_VALUE_LOST,
        ERRORS_OVER_N_INSTEAD_OF_DEGREES_OF_FREEDOM,
        SLOPE_FOR_ITS_STATISTIC,
        BANDWIDTH_ONE_TOO_LARGE,
        TREND_NOT_REMOVED,
        PARTIAL_SUMS_OVER_N_INSTEAD_OF_ITS_SQUARE,
        PERIODS_ONE_TOO_MANY,
        VARIANCE_RATIO_NOT_CORRECTED_FOR_BIAS,
        CONSTANT_VARIANCE_ASSUMED,
        LEVEL_ON_LEVEL_FOR_CHANGE_ON_LEVEL,
        MEAN_TAKEN_AS_ZERO,
        HEDGE_ON_HEDGED,
        HEDGE_OF_CHANGES_FOR_LEVELS;

        private Verified verify() {
            int n = SERIES.length;
            return switch (this) {
                case A_LAG_LEFT_OUT ->
                    CHECKED.unitRoot(
                            SERIES, 4, false, UnitRootTest.aboutMean(SERIES, 3).statistic());
                case A_TREND_THAT_NOBODY_ASKED_FOR ->
                    CHECKED.unitRoot(
                            SERIES, 4, false, UnitRootTest.aboutTrend(SERIES, 4).statistic());
                case THE_OLDEST_VALUE_LOST ->
                    CHECKED.unitRoot(
                            SERIES,
                            4,
                            false,
                            UnitRootTest.aboutMean(Arrays.copyOfRange(SERIES, 1, n), 4)
                                    .statistic());
                case ERRORS_OVER_N_INSTEAD_OF_DEGREES_OF_FREEDOM ->
                    CHECKED.unitRoot(
                            SERIES, 4, false, UnitRootTest.aboutMean(SERIES, 4).statistic() * Math.sqrt(295 / 289.0));
                case SLOPE_FOR_ITS_STATISTIC ->
                    CHECKED.unitRoot(SERIES, 0, false, MeanReversion.fit(SERIES).slope());
                case BANDWIDTH_ONE_TOO_LARGE ->
                    CHECKED.stationarity(
                            SERIES,
                            10,
                            false,
                            StationarityTest.aboutMean(SERIES, 11).statistic());
                case TREND_NOT_REMOVED ->
                    CHECKED.stationarity(
                            SERIES,
                            10,
                            true,
                            StationarityTest.aboutMean(SERIES, 10).statistic());
                case PARTIAL_SUMS_OVER_N_INSTEAD_OF_ITS_SQUARE ->
                    CHECKED.stationarity(
                            SERIES,
                            10,
                            false,
                            n * StationarityTest.aboutMean(SERIES, 10).statistic());
                case PERIODS_ONE_TOO_MANY ->
                    CHECKED.varianceRatio(
                            SERIES, 5, VarianceRatio.test(SERIES, 6).ratio());
                case VARIANCE_RATIO_NOT_CORRECTED_FOR_BIAS ->
                    CHECKED.varianceRatio(
                            SERIES, 5, VarianceRatio.test(SERIES, 5).ratio() * (1 - 5.0 / (n - 1)));
                case CONSTANT_VARIANCE_ASSUMED ->
                    CHECKED.varianceRatioStatistic(
                            SERIES,
                            5,
                            (VarianceRatio.test(SERIES, 5).ratio() - 1) / Math.sqrt(2.0 * 9 * 4 / (3.0 * 5 * (n - 1))));
                case LEVEL_ON_LEVEL_FOR_CHANGE_ON_LEVEL ->
                    CHECKED.pull(SERIES, 1 + MeanReversion.fit(SERIES).slope());
                case MEAN_TAKEN_AS_ZERO -> {
                    double products = 0;
                    double squares = 0;
                    for (int t = 1; t < n; t++) {
                        products += SERIES[t - 1] * (SERIES[t] - SERIES[t - 1]);
                        squares += SERIES[t - 1] * SERIES[t - 1];
                    }
                    yield CHECKED.pull(SERIES, products / squares);
                }
                case HEDGE_ON_HEDGED ->
                    CHECKED.hedgeRatio(
                            PAIR, WALK, Cointegration.test(WALK, PAIR, 0).hedgeRatio());
                case HEDGE_OF_CHANGES_FOR_LEVELS ->
                    CHECKED.hedgeRatio(
                            PAIR,
                            WALK,
                            StatisticChecks.slope(
                                    Change.difference(1).batch(WALK),
                                    Change.difference(1).batch(PAIR)));
            };
        }
    }

    @Test
    void soundStatisticsAreConfirmed() {
        assertThat(List.of(
                        CHECKED.unitRootAboutMean(SERIES, 0),
                        CHECKED.unitRootAboutMean(SERIES, 4),
                        CHECKED.unitRootAboutTrend(WALK, 4),
                        CHECKED.stationarityAboutMean(SERIES, 10),
                        CHECKED.stationarityAboutTrend(WALK, 0),
                        CHECKED.varianceRatio(SERIES, 2),
                        CHECKED.varianceRatio(WALK, 10),
                        CHECKED.varianceRatioStatistic(SERIES, 5),
                        CHECKED.pull(SERIES),
                        CHECKED.hedgeRatio(PAIR, WALK)))
                .allMatch(Verified::isAgreed);
    }

    @Property(tries = 100)
    void soundStatisticsAreConfirmedOnAnySeries(@ForAll long seed) {
        Random random = new Random(seed);
        double[] series = path(seed, random.nextDouble(), 60 + random.nextInt(200));
        int lags = random.nextInt(6);
        assertThat(CHECKED.unitRootAboutMean(series, lags).isAgreed()).isTrue();
        assertThat(CHECKED.unitRootAboutTrend(series, lags).isAgreed()).isTrue();
        assertThat(CHECKED.stationarityAboutMean(series, lags).isAgreed()).isTrue();
        assertThat(CHECKED.stationarityAboutTrend(series, lags).isAgreed()).isTrue();
        assertThat(CHECKED.varianceRatio(series, 2 + lags).isAgreed()).isTrue();
        assertThat(CHECKED.varianceRatioStatistic(series, 2 + lags).isAgreed()).isTrue();
        assertThat(CHECKED.pull(series).isAgreed()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aWrongStatisticIsNoticed(Fault fault) {
        assertThat(fault.verify().isAgreed()).isFalse();
    }

    @Test
    void aStrictVerifierRefusesAWrongStatistic() {
        VerifiedStatistics strict = VerifiedStatistics.of(Verifier.strict());
        assertThatThrownBy(() -> strict.pull(SERIES, -0.2)).isInstanceOf(DiscrepancyFound.class);
        assertThat(VerifiedStatistics.of(Verifier.off()).pull(SERIES).isAgreed())
                .isFalse();
    }
}
