package io.bondtrader.strategies.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.BondTraderException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/**
 * Statistics on series that any library can rebuild; the numbers are those of statsmodels 0.15 and arch 8.0.
 */
final class StatisticsTest {

    private static final double[] REVERTING = path(5, 0.9, 0.1);

    private static final double[] WALK = path(6, 1, 1);

    /** Yearly sunspot numbers from 1700 to 2008, of the Royal Observatory of Belgium. */
    private static final double[] SUNSPOTS = Arrays.stream("""
            5 11 16 23 36 58 29 20 10 8 3 0 0 2 11 27 47 63 60 39 28 26 22 11 21 40 78 122 103 73 47 35 11 5 16
            34 70 81 111 101 73 40 20 16 5 11 22 40 60 80.9 83.4 47.7 47.8 30.7 12.2 9.6 10.2 32.4 47.6 54.0
            62.9 85.9 61.2 45.1 36.4 20.9 11.4 37.8 69.8 106.1 100.8 81.6 66.5 34.8 30.6 7.0 19.8 92.5 154.4
            125.9 84.8 68.1 38.5 22.8 10.2 24.1 82.9 132.0 130.9 118.1 89.9 66.6 60.0 46.9 41.0 21.3 16.0 6.4
            4.1 6.8 14.5 34.0 45.0 43.1 47.5 42.2 28.1 10.1 8.1 2.5 0.0 1.4 5.0 12.2 13.9 35.4 45.8 41.1 30.1
            23.9 15.6 6.6 4.0 1.8 8.5 16.6 36.3 49.6 64.2 67.0 70.9 47.8 27.5 8.5 13.2 56.9 121.5 138.3 103.2
            85.7 64.6 36.7 24.2 10.7 15.0 40.1 61.5 98.5 124.7 96.3 66.6 64.5 54.1 39.0 20.6 6.7 4.3 22.7 54.8
            93.8 95.8 77.2 59.1 44.0 47.0 30.5 16.3 7.3 37.6 74.0 139.0 111.2 101.6 66.2 44.7 17.0 11.3 12.4 3.4
            6.0 32.3 54.3 59.7 63.7 63.5 52.2 25.4 13.1 6.8 6.3 7.1 35.6 73.0 85.1 78.0 64.0 41.8 26.2 26.7 12.1
            9.5 2.7 5.0 24.4 42.0 63.5 53.8 62.0 48.5 43.9 18.6 5.7 3.6 1.4 9.6 47.4 57.1 103.9 80.6 63.6 37.6
            26.1 14.2 5.8 16.7 44.3 63.9 69.0 77.8 64.9 35.7 21.2 11.1 5.7 8.7 36.1 79.7 114.4 109.6 88.8 67.8
            47.5 30.6 16.3 9.6 33.2 92.6 151.6 136.3 134.7 83.9 69.4 31.5 13.9 4.4 38.0 141.7 190.2 184.8 159.0
            112.3 53.9 37.6 27.9 10.2 15.1 47.0 93.8 105.9 105.5 104.5 66.6 68.9 38.0 34.5 15.5 12.6 27.5 92.5
            155.4 154.6 140.4 115.9 66.6 45.9 17.9 13.4 29.4 100.2 157.6 142.6 145.7 94.3 54.6 29.9 17.5 8.6
            21.5 64.3 93.3 119.6 111.0 104.0 63.7 40.4 29.8 15.2 7.5 2.9
            """.trim().split("\\s+"))
            .mapToDouble(Double::parseDouble)
            .toArray();

    @Test
    void theSeriesAreThoseOfTheReference() {
        assertThat(REVERTING[0]).isCloseTo(0.0235063670, within(5e-11));
        assertThat(REVERTING[499]).isCloseTo(0.1421330353, within(5e-11));
    }

    @Test
    void dickeyFullerAgreesWithStatsmodels() {
        UnitRootTest plain = UnitRootTest.aboutMean(REVERTING, 0);
        UnitRootTest lagged = UnitRootTest.aboutMean(REVERTING, 4);
        UnitRootTest walk = UnitRootTest.aboutMean(WALK, 0);

        assertThat(plain.statistic()).isCloseTo(-5.1906143010, within(5e-11));
        assertThat(plain.pValue()).isCloseTo(9.19e-6, within(5e-9));
        assertThat(lagged.statistic()).isCloseTo(-4.6970236470, within(5e-11));
        assertThat(lagged.pValue()).isCloseTo(8.52e-5, within(5e-8));
        assertThat(lagged.observations()).isEqualTo(495);
        assertThat(UnitRootTest.aboutTrend(REVERTING, 4).statistic()).isCloseTo(-4.7084465351, within(5e-11));
        assertThat(walk.statistic()).isCloseTo(-1.8558072109, within(5e-11));
        assertThat(walk.pValue()).isCloseTo(0.35313, within(5e-6));
    }

    /** The example of statsmodels' page "Stationarity and detrending (ADF/KPSS)". */
    @Test
    void sunspotsHaveTheLagsAndTheStatisticThatStatsmodelsPublishes() {
        int most = LagChoice.mostLags(SUNSPOTS.length);
        UnitRootTest test = UnitRootTest.aboutMean(SUNSPOTS, most, LagChoice.AIC);

        assertThat(most).isEqualTo(16);
        assertThat(test.lags()).isEqualTo(8);
        assertThat(test.observations()).isEqualTo(300);
        assertThat(test.statistic()).isCloseTo(-2.837781, within(5e-7));
        assertThat(test.pValue()).isCloseTo(0.053076, within(5e-7));
        // The same page: seven lags, 0.669866 and 0.016285.
        StationarityTest stationary = StationarityTest.aboutMean(SUNSPOTS, 7);
        assertThat(stationary.statistic()).isCloseTo(0.669866, within(5e-7));
        assertThat(stationary.pValue()).isCloseTo(0.016285, within(5e-7));
    }

    @Test
    void schwarzNeverTakesMoreLagsThanAkaikeAndBothFindThoseThatAreThere() {
        Random random = new Random(41);
        double[] changes = new double[3000];
        double[] level = new double[3000];
        for (int t = 4; t < level.length; t++) {
            changes[t] = 0.5 * changes[t - 1] - 0.3 * changes[t - 3] + random.nextGaussian();
            level[t] = level[t - 1] + changes[t];
        }

        assertThat(UnitRootTest.aboutMean(level, 12, LagChoice.BIC).lags()).isEqualTo(3);
        assertThat(UnitRootTest.aboutMean(level, 12, LagChoice.AIC).lags()).isBetween(3, 12);
        assertThat(UnitRootTest.aboutTrend(level, 12, LagChoice.BIC).lags()).isEqualTo(3);
        for (double[] series : List.of(REVERTING, WALK, SUNSPOTS)) {
            int schwarz = UnitRootTest.aboutMean(series, 12, LagChoice.BIC).lags();
            UnitRootTest akaike = UnitRootTest.aboutMean(series, 12, LagChoice.AIC);
            assertThat(schwarz).isLessThanOrEqualTo(akaike.lags());
            assertThat(akaike).isEqualTo(UnitRootTest.aboutMean(series, akaike.lags()));
        }
    }

    @Test
    void theTwoPolynomialsOfMacKinnonMeetAndEnd() {
        for (MacKinnon distribution : MacKinnon.values()) {
            assertThat(distribution.pValue(-30)).isZero();
            assertThat(distribution.pValue(3)).isEqualTo(1);
            double before = 0;
            for (double statistic = -8; statistic < 0.5; statistic += 0.01) {
                double now = distribution.pValue(statistic);
                assertThat(now).as("%s at %s", distribution, statistic).isBetween(before - 2e-3, before + 0.02);
                before = now;
            }
        }
    }

    @Test
    void kpssAgreesWithStatsmodels() {
        StationarityTest test = StationarityTest.aboutMean(REVERTING, 10);

        assertThat(test.statistic()).isCloseTo(0.1193988981, within(5e-11));
        assertThat(test.pValue()).isEqualTo(0.10);
        // A wandering series is not taken for a stationary one.
        assertThat(StationarityTest.aboutMean(WALK, 10).pValue()).isLessThan(0.05);
        double[] trend = new double[500];
        for (int t = 0; t < trend.length; t++) {
            trend[t] = REVERTING[t] + 0.05 * t;
        }
        assertThat(StationarityTest.aboutMean(trend, 10).pValue()).isEqualTo(0.01);
        assertThat(StationarityTest.aboutTrend(trend, 10).statistic())
                .isCloseTo(StationarityTest.aboutTrend(REVERTING, 10).statistic(), within(1e-9));
    }

    @Test
    void halfLivesFollowFromTheSlope() {
        MeanReversion fit = MeanReversion.fit(REVERTING);

        assertThat(fit.slope()).isCloseTo(-0.1030502227, within(5e-11));
        assertThat(fit.quotedHalfLife()).hasValueCloseTo(6.7263, within(5e-5));
        assertThat(fit.halfLife()).hasValueCloseTo(6.3734502, within(5e-8));
        assertThat(fit.noise()).isCloseTo(0.1, within(0.01));
        double[] explosive = new double[20];
        Arrays.setAll(explosive, t -> Math.pow(1.1, t) + (t % 2) * 0.01);
        assertThat(MeanReversion.fit(explosive).halfLife()).isEmpty();
        assertThat(MeanReversion.fit(explosive).quotedHalfLife()).isEmpty();
    }

    @Test
    void varianceRatiosAgreeWithArch() {
        double[][] published = {{2, 0.9452802, -1.2004}, {5, 0.7794377, -2.1893}, {10, 0.6705036, -2.1534}};
        for (double[] row : published) {
            VarianceRatio test = VarianceRatio.test(REVERTING, (int) row[0]);
            assertThat(test.ratio()).isCloseTo(row[1], within(5e-8));
            assertThat(test.statistic()).isCloseTo(row[2], within(5e-5));
        }
        VarianceRatio walk = VarianceRatio.test(WALK, 5);
        assertThat(walk.ratio()).isCloseTo(0.9784026, within(5e-8));
        assertThat(walk.statistic()).isCloseTo(-0.2260, within(5e-5));
        assertThat(walk.pValue()).isCloseTo(0.8212, within(1e-4));
    }

    @Test
    void engleAndGrangerAgreeWithStatsmodels() {
        double[] hedged = new double[500];
        Arrays.setAll(hedged, t -> 0.7 * WALK[t] + REVERTING[t] + 3);
        Cointegration pair = Cointegration.test(hedged, WALK, 0);

        assertThat(pair.hedgeRatio()).isCloseTo(0.6934568985, within(5e-11));
        assertThat(pair.statistic()).isCloseTo(-5.3086751901, within(5e-11));
        assertThat(pair.pValue()).isLessThan(1e-4);
        assertThat(pair.constant()).isCloseTo(3, within(0.1));
    }

    @Test
    void hurstsExponentTellsMemoryFromNone() {
        Random random = new Random(8);
        double[] independent = new double[8192];
        Arrays.setAll(independent, t -> random.nextGaussian());
        double[] reversing = new double[8191];
        Arrays.setAll(reversing, t -> independent[t + 1] - independent[t]);
        double[] persistent = independent.clone();
        for (int t = 1; t < persistent.length; t++) {
            persistent[t] += persistent[t - 1];
        }

        assertThat(HurstExponent.of(independent)).isCloseTo(0.5, within(0.05));
        assertThat(HurstExponent.of(reversing)).isLessThan(0.25);
        assertThat(HurstExponent.of(persistent)).isGreaterThan(0.85);
    }

    @Test
    void testsIgnoreTheUnitOfTheSeries() {
        double[] inBasisPoints = new double[500];
        Arrays.setAll(inBasisPoints, t -> 1e4 * REVERTING[t] + 350);

        assertThat(UnitRootTest.aboutMean(inBasisPoints, 4).statistic())
                .isCloseTo(UnitRootTest.aboutMean(REVERTING, 4).statistic(), within(1e-8));
        assertThat(StationarityTest.aboutMean(inBasisPoints, 10).statistic())
                .isCloseTo(StationarityTest.aboutMean(REVERTING, 10).statistic(), within(1e-9));
        assertThat(VarianceRatio.test(inBasisPoints, 5).ratio())
                .isCloseTo(VarianceRatio.test(REVERTING, 5).ratio(), within(1e-9));
        assertThat(MeanReversion.fit(inBasisPoints).slope())
                .isCloseTo(MeanReversion.fit(REVERTING).slope(), within(1e-10));
        assertThat(HurstExponent.of(inBasisPoints)).isCloseTo(HurstExponent.of(REVERTING), within(1e-9));
    }

    @Test
    void seriesThatSayNothingAreRefused() {
        double[] flat = new double[100];
        Arrays.fill(flat, 4.25);
        double[] straight = new double[100];
        Arrays.setAll(straight, t -> 3 + 0.5 * t);
        double[] broken = REVERTING.clone();
        broken[7] = Double.NaN;
        double[] few = {1, 2, 3};
        List<ThrowingCallable> bad = List.of(
                () -> UnitRootTest.aboutMean(flat, 0),
                () -> UnitRootTest.aboutMean(flat, 3),
                () -> UnitRootTest.aboutTrend(straight, 0),
                () -> UnitRootTest.aboutMean(broken, 0),
                () -> UnitRootTest.aboutMean(few, 0),
                () -> UnitRootTest.aboutMean(REVERTING, -1),
                () -> UnitRootTest.aboutMean(REVERTING, 400),
                () -> UnitRootTest.aboutMean(flat, 3, LagChoice.AIC),
                () -> UnitRootTest.aboutTrend(straight, 3, LagChoice.BIC),
                () -> UnitRootTest.aboutMean(broken, 3, LagChoice.AIC),
                () -> UnitRootTest.aboutMean(REVERTING, -1, LagChoice.AIC),
                () -> UnitRootTest.aboutMean(REVERTING, 400, LagChoice.AIC),
                () -> LagChoice.mostLags(9),
                () -> StationarityTest.aboutMean(flat, 3),
                () -> StationarityTest.aboutTrend(straight, 3),
                () -> StationarityTest.aboutMean(broken, 3),
                () -> StationarityTest.aboutMean(few, 0),
                () -> StationarityTest.aboutMean(REVERTING, 500),
                () -> VarianceRatio.test(flat, 2),
                () -> VarianceRatio.test(straight, 2),
                () -> VarianceRatio.test(broken, 2),
                () -> VarianceRatio.test(REVERTING, 1),
                () -> VarianceRatio.test(REVERTING, 300),
                () -> VarianceRatio.test(REVERTING, 9_999_999),
                () -> MeanReversion.fit(flat),
                () -> MeanReversion.fit(few),
                () -> MeanReversion.fit(broken),
                () -> Cointegration.test(REVERTING, few, 0),
                () -> Cointegration.test(WALK, WALK, 0),
                () -> Cointegration.test(Arrays.copyOf(WALK, 100), flat, 0),
                () -> Cointegration.test(few, few, 0),
                () -> Cointegration.test(broken, REVERTING, 0),
                () -> HurstExponent.of(flat),
                () -> HurstExponent.of(few),
                () -> HurstExponent.of(broken));
        for (int i = 0; i < bad.size(); i++) {
            assertThatThrownBy(bad.get(i)).as("call %d", i).isInstanceOf(BondTraderException.class);
        }
    }

    private static double[] path(int seed, double persistence, double noise) {
        Random random = new Random(seed);
        double[] path = new double[500];
        double value = 0;
        for (int t = 0; t < path.length; t++) {
            value = persistence * value + noise * random.nextGaussian();
            path[t] = value;
        }
        return path;
    }
}
