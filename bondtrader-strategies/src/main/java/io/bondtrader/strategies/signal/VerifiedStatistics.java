package io.bondtrader.strategies.signal;

import io.bondtrader.core.verify.CalculationInputs;
import io.bondtrader.core.verify.DualPath;
import io.bondtrader.core.verify.Measure;
import io.bondtrader.core.verify.Tolerance;
import io.bondtrader.core.verify.Verified;
import io.bondtrader.core.verify.Verifier;
import java.util.Arrays;
import java.util.Map;
import java.util.function.DoubleSupplier;

/**
 * Statistics of series, each by two methods that share nothing. P-values follow from the statistics by tables and polynomials and are
 * not calculated twice.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class VerifiedStatistics {

    /** A test statistic. */
    public static final Measure STATISTIC = Measure.of("test statistic", "standard errors", new Tolerance(1e-7, 1e-7));

    /** A coefficient of a regression. */
    public static final Measure COEFFICIENT = Measure.of("coefficient", "ratio", new Tolerance(1e-8, 1e-8));

    private static final DualPath UNIT_ROOT = new DualPath(STATISTIC, "Householder reflections", "projections");
    private static final DualPath STATIONARITY =
            new DualPath(STATISTIC, "autocovariances", "pairs within the bandwidth");
    private static final DualPath RATIO = new DualPath(COEFFICIENT, "differences of levels", "sums of changes");
    private static final DualPath RATIO_ERRORS = new DualPath(STATISTIC, "relative squares", "products of changes");
    private static final DualPath REGRESSION =
            new DualPath(COEFFICIENT, "Householder reflections", "moments about the means");

    private final Verifier verifier;

    private VerifiedStatistics(Verifier verifier) {
        this.verifier = verifier;
    }

    /**
     * Returns the statistics under a verifier.
     *
     * @param verifier what is checked, and what happens when methods disagree
     * @return the statistics
     */
    public static VerifiedStatistics of(Verifier verifier) {
        return new VerifiedStatistics(verifier);
    }

    /**
     * Verifies {@link UnitRootTest#aboutMean(double[], int)}.
     *
     * @param series levels, the oldest first
     * @param lags lagged changes
     * @return the statistic, with the evidence
     * @throws io.bondtrader.core.error.BondTraderException as the test, or if the methods disagree and the policy refuses that
     */
    public Verified unitRootAboutMean(double[] series, int lags) {
        double statistic = UnitRootTest.aboutMean(series, lags).statistic();
        return unitRoot(series, lags, false, statistic);
    }

    /**
     * Verifies {@link UnitRootTest#aboutTrend(double[], int)}.
     *
     * @param series levels, the oldest first
     * @param lags lagged changes
     * @return the statistic, with the evidence
     * @throws io.bondtrader.core.error.BondTraderException as the test, or if the methods disagree and the policy refuses that
     */
    public Verified unitRootAboutTrend(double[] series, int lags) {
        double statistic = UnitRootTest.aboutTrend(series, lags).statistic();
        return unitRoot(series, lags, true, statistic);
    }

    /** Apart from the method, so that tests can hand in a statistic that is wrong. */
    Verified unitRoot(double[] series, int lags, boolean trend, double statistic) {
        return settle(UNIT_ROOT, series, lags, statistic, () -> StatisticChecks.unitRoot(series, lags, trend));
    }

    /**
     * Verifies {@link StationarityTest#aboutMean}.
     *
     * @param series levels, the oldest first
     * @param lags autocovariances
     * @return the statistic, with the evidence
     * @throws io.bondtrader.core.error.BondTraderException as the test, or if the methods disagree and the policy refuses that
     */
    public Verified stationarityAboutMean(double[] series, int lags) {
        double statistic = StationarityTest.aboutMean(series, lags).statistic();
        return stationarity(series, lags, false, statistic);
    }

    /**
     * Verifies {@link StationarityTest#aboutTrend}.
     *
     * @param series levels, the oldest first
     * @param lags autocovariances
     * @return the statistic, with the evidence
     * @throws io.bondtrader.core.error.BondTraderException as the test, or if the methods disagree and the policy refuses that
     */
    public Verified stationarityAboutTrend(double[] series, int lags) {
        double statistic = StationarityTest.aboutTrend(series, lags).statistic();
        return stationarity(series, lags, true, statistic);
    }

    /** Apart from the method, so that tests can hand in a statistic that is wrong. */
    Verified stationarity(double[] series, int lags, boolean trend, double statistic) {
        return settle(STATIONARITY, series, lags, statistic, () -> StatisticChecks.stationarity(series, lags, trend));
    }

    /**
     * Verifies the ratio of {@link VarianceRatio#test}.
     *
     * @param levels levels, the oldest first
     * @param periods q
     * @return the ratio, with the evidence
     * @throws io.bondtrader.core.error.BondTraderException as the test, or if the methods disagree and the policy refuses that
     */
    public Verified varianceRatio(double[] levels, int periods) {
        return varianceRatio(
                levels, periods, VarianceRatio.test(levels, periods).ratio());
    }

    /** Apart from the method, so that tests can hand in a ratio that is wrong. */
    Verified varianceRatio(double[] levels, int periods, double ratio) {
        return settle(RATIO, levels, periods, ratio, () -> StatisticChecks.varianceRatio(levels, periods));
    }

    /**
     * Verifies the statistic of {@link VarianceRatio#test}.
     *
     * @param levels levels, the oldest first
     * @param periods q
     * @return the robust statistic, with the evidence
     * @throws io.bondtrader.core.error.BondTraderException as the test, or if the methods disagree and the policy refuses that
     */
    public Verified varianceRatioStatistic(double[] levels, int periods) {
        double statistic = VarianceRatio.test(levels, periods).statistic();
        return varianceRatioStatistic(levels, periods, statistic);
    }

    /** Apart from the method, so that tests can hand in a statistic that is wrong. */
    Verified varianceRatioStatistic(double[] levels, int periods, double statistic) {
        return settle(
                RATIO_ERRORS,
                levels,
                periods,
                statistic,
                () -> StatisticChecks.varianceRatioStatistic(levels, periods));
    }

    /**
     * Verifies the slope of {@link MeanReversion#fit}.
     *
     * @param series levels, the oldest first
     * @return the pull per observation, with the evidence
     * @throws io.bondtrader.core.error.BondTraderException as the fit, or if the methods disagree and the policy refuses that
     */
    public Verified pull(double[] series) {
        return pull(series, MeanReversion.fit(series).slope());
    }

    /** Apart from the method, so that tests can hand in a slope that is wrong. */
    Verified pull(double[] series, double slope) {
        return settle(REGRESSION, series, 1, slope, () -> StatisticChecks.pull(series));
    }

    /**
     * Verifies the hedge ratio of {@link Cointegration#test}.
     *
     * @param hedged levels of what is hedged, the oldest first
     * @param hedge levels of the hedge at the same times
     * @return units of the hedge against one of what is hedged, with the evidence
     * @throws io.bondtrader.core.error.BondTraderException as the test, or if the methods disagree and the policy refuses that
     */
    public Verified hedgeRatio(double[] hedged, double[] hedge) {
        return hedgeRatio(hedged, hedge, Cointegration.test(hedged, hedge, 0).hedgeRatio());
    }

    /** Apart from the method, so that tests can hand in a ratio that is wrong. */
    Verified hedgeRatio(double[] hedged, double[] hedge, double ratio) {
        return settle(REGRESSION, hedged, hedge[0], ratio, () -> StatisticChecks.slope(hedge, hedged));
    }

    private Verified settle(DualPath pair, double[] series, double argument, double primary, DoubleSupplier second) {
        int told = Arrays.hashCode(series);
        if (!verifier.selects(argument, told)) {
            return verifier.unchecked(pair, primary, 0);
        }
        CalculationInputs inputs = CalculationInputs.of(
                Map.of("values", (double) series.length, "first", series[0], "last", series[series.length - 1]),
                Map.of());
        return verifier.verify(pair, inputs, argument, primary, second.getAsDouble(), 0);
    }
}
