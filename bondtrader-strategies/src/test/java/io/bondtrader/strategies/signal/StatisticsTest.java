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
