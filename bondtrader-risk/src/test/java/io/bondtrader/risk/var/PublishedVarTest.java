package io.bondtrader.risk.var;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.risk.error.InsufficientHistory;
import io.bondtrader.risk.error.NotPositiveSemidefinite;
import io.bondtrader.risk.error.ZeroVariance;
import io.bondtrader.risk.factor.Covariance;
import io.bondtrader.risk.factor.CovarianceEstimator;
import io.bondtrader.risk.factor.ReferenceReturns;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published values of value at risk, shortfall and their back-tests. */
final class PublishedVarTest {

    private static double[] equalWeights() {
        return Arrays.stream(ReferenceReturns.returns(500, 10))
                .mapToDouble(day -> Arrays.stream(day).sum() / 10)
                .toArray();
    }

    private static PnlVectors vectors(double[] pnl) {
        return PnlVectors.of(
                "reference",
                List.of("portfolio"),
                IntStream.range(0, pnl.length).mapToObj(Integer::toString).toList(),
                new double[][] {pnl});
    }

    /** Jorion, Value at Risk, chapter 7: two currencies of 2 and 1 million, volatilities 5 % and 12 %, z = 1.65. */
    @Test
    void jorionsTwoCurrenciesHaveHisParts() {
        Covariance covariance = Covariance.of(List.of("CAD", "EUR"), new double[][] {{0.0025, 0}, {0, 0.0144}});
        DeltaNormal book = DeltaNormal.of(covariance, new double[] {2e6, 1e6});
        double[] marginal = book.marginalAt(1.65);

        assertThat(book.deviation()).isCloseTo(156_204.99, within(0.01));
        assertThat(1.65 * book.deviation()).isCloseTo(257_738.24, within(0.01));
        assertThat(marginal[0]).isCloseTo(0.0528152, within(5e-8));
        assertThat(marginal[1]).isCloseTo(0.1521078, within(5e-8));
        assertThat(2e6 * marginal[0]).isCloseTo(105_630.43, within(0.01));
        assertThat(1e6 * marginal[1]).isCloseTo(152_107.81, within(0.01));
        assertThat(book.incrementalAt(new double[] {10_000, 0}, 1.65)).isCloseTo(528.93, within(0.01));
        assertThat(10_000 * marginal[0]).isCloseTo(528.15, within(0.01));
        double[] components = book.components(0.95);
        assertThat(components[0] + components[1]).isCloseTo(book.valueAtRisk(0.95), within(1e-6));
    }

    @Test
    void multiplesOfTheNormalDeviation() {
        NormalPnl standard = new NormalPnl(0, 1);
        assertThat(standard.valueAtRisk(0.99)).isCloseTo(2.3263478740, within(5e-11));
        assertThat(standard.expectedShortfall(0.975)).isCloseTo(2.3378027922, within(5e-11));
        assertThat(standard.expectedShortfall(0.99)).isCloseTo(2.6652142203, within(5e-11));
    }

    @ParameterizedTest
    @CsvSource({"3, 4.5407029, 7.0030820", "4, 3.7469474, 5.2205842", "5, 3.3649300, 4.4524291"})
    void multiplesOfStudentsScale(double degrees, double valueAtRisk, double shortfall) {
        StudentPnl standard = new StudentPnl(0, 1, degrees);
        assertThat(standard.valueAtRisk(0.99)).isCloseTo(valueAtRisk, within(5e-8));
        assertThat(standard.expectedShortfall(0.99)).isCloseTo(shortfall, within(5e-8));
        assertThat(StudentPnl.ofDeviation(0, Math.sqrt(degrees / (degrees - 2)), degrees)
                        .valueAtRisk(0.99))
                .isCloseTo(valueAtRisk, within(5e-8));
    }

    @Test
    void theEquallyWeightedReferencePortfolio() {
        double[] pnl = equalWeights();
        ReturnStatistics statistics = ReturnStatistics.of(pnl);
        CornishFisherPnl corrected = statistics.cornishFisher();

        assertThat(statistics.normal().valueAtRisk(0.99)).isCloseTo(0.0109068028, within(5e-11));
        assertThat(statistics.skewness()).isCloseTo(0.0791652953, within(5e-11));
        assertThat(statistics.excessKurtosis()).isCloseTo(-0.1431074195, within(5e-11));
        assertThat(corrected.corrected(-2.3263478740408408)).isCloseTo(-2.2323210651, within(5e-11));
        assertThat(corrected.valueAtRisk(0.99)).isCloseTo(0.0104557813, within(5e-11));
        assertThat(vectors(pnl).risk(0.95, QuantileConvention.LINEAR).valueAtRisk())
                .isCloseTo(0.0074304433, within(5e-11));
        assertThat(vectors(pnl).risk(0.95, QuantileConvention.ORDER_STATISTIC).valueAtRisk())
                .isCloseTo(0.0074542847, within(5e-11));
        assertThat(vectors(pnl).risk(0.95, QuantileConvention.ORDER_STATISTIC).expectedShortfall())
                .isCloseTo(0.0092570813, within(5e-11));
        assertThat(vectors(pnl).risk(0.99, QuantileConvention.ORDER_STATISTIC).expectedShortfall())
                .isCloseTo(0.0112725345, within(2e-10));
        assertThat(statistics.maximumDrawdown()).isCloseTo(0.0854034107, within(5e-11));
        assertThat(statistics.sharpe(0) * Math.sqrt(252)).isCloseTo(0.8341968901, within(5e-10));
        assertThat(statistics.mean() / ReturnStatistics.downsideDeviation(pnl, 0) * Math.sqrt(252))
                .isCloseTo(1.2418413209, within(5e-10));
        double[] weights = new double[10];
        Arrays.fill(weights, 0.1);
        Covariance covariance = CovarianceEstimator.sample()
                .estimate(ReferenceReturns.moves(500, 10))
                .covariance();
        assertThat(DeltaNormal.of(covariance, weights).deviation()).isCloseTo(0.0047967325, within(5e-11));
    }

    /** -5000 u², u standard normal: the case on which Cornish-Fisher fails. Exact quantile from that of chi-square. */
    @Test
    void onePureCurvatureDefeatsCornishFisherAndNotTheSaddlePoint() {
        Covariance unit = Covariance.of(List.of("u"), new double[][] {{1}});
        DeltaGammaPnl pnl = DeltaGammaPnl.of(new double[] {0}, new double[][] {{-10_000}}, unit);

        assertThat(pnl.cornishFisher().quantile(0.99)).isCloseTo(-4707.882, within(5e-4));
        assertThat(pnl.cornishFisher().ascends(0.99)).isFalse();
        assertThat(pnl.quantile(0.99)).isCloseTo(-0.78544, within(0.2));
        // in the tail that matters: -5000 times the 99 % quantile of chi-square, 6.634897
        assertThat(pnl.valueAtRisk(0.99)).isCloseTo(5000 * 6.634897, within(0.01 * 5000 * 6.634897));
    }

    @Test
    void theSaddlePointAgreesWithALargeSample() {
        Covariance covariance =
                Covariance.ofCorrelations(List.of("a", "b", "c"), new double[] {0.01, 0.02, 0.015}, new double[][] {
                    {1, 0.5, 0.2}, {0.5, 1, -0.3}, {0.2, -0.3, 1}
                });
        double[] delta = {1000, -400, 600};
        double[][] gamma = {{-40_000, 5_000, 0}, {5_000, 20_000, -8_000}, {0, -8_000, -30_000}};
        DeltaGammaPnl exact = DeltaGammaPnl.of(delta, gamma, covariance);
        Random random = new Random(77);
        double[] sample = new double[400_000];
        double[] l = {0.01, 0.01, Math.sqrt(0.0003), 0.003, 0, 0};
        l[4] = (-0.3 * 0.02 * 0.015 - l[1] * l[3]) / l[2];
        l[5] = Math.sqrt(0.015 * 0.015 - l[3] * l[3] - l[4] * l[4]);
        for (int s = 0; s < sample.length; s++) {
            double u = random.nextGaussian();
            double v = random.nextGaussian();
            double w = random.nextGaussian();
            double[] x = {l[0] * u, l[1] * u + l[2] * v, l[3] * u + l[4] * v + l[5] * w};
            for (int i = 0; i < 3; i++) {
                sample[s] += delta[i] * x[i];
                for (int j = 0; j < 3; j++) {
                    sample[s] += 0.5 * gamma[i][j] * x[i] * x[j];
                }
            }
        }
        for (double confidence : new double[] {0.95, 0.99, 0.995}) {
            TailRisk drawn = vectors(sample).risk(confidence, QuantileConvention.COHERENT);
            assertThat(exact.valueAtRisk(confidence))
                    .isCloseTo(drawn.valueAtRisk(), within(0.012 * drawn.valueAtRisk()));
            assertThat(exact.expectedShortfall(confidence))
                    .isCloseTo(drawn.expectedShortfall(), within(0.012 * drawn.expectedShortfall()));
        }
        double sum = 0;
        for (double one : sample) {
            sum += one / sample.length;
        }
        assertThat(exact.mean()).isCloseTo(sum, within(5 * exact.deviation() / Math.sqrt(sample.length)));
    }

    @Test
    void withoutCurvatureTheSaddlePointIsExact() {
        Covariance covariance = Covariance.of(List.of("a", "b"), new double[][] {{4, 1}, {1, 9}});
        DeltaGammaPnl pnl = DeltaGammaPnl.of(new double[] {1, 2}, new double[2][2], covariance);
        NormalPnl normal = new NormalPnl(0, Math.sqrt(4 + 4 + 36));

        assertThat(pnl.valueAtRisk(0.99)).isCloseTo(normal.valueAtRisk(0.99), within(1e-9));
        assertThat(pnl.expectedShortfall(0.99)).isCloseTo(normal.expectedShortfall(0.99), within(2e-3));
        assertThat(pnl.deltaNormal().deviation()).isCloseTo(normal.deviation(), within(1e-12));
        assertThat(pnl.probabilityBelow(0)).isCloseTo(0.5, within(1e-6));
    }

    /** Jorion's case of J.P. Morgan: 20 exceptions in 252 days at 95 %, of which six follow one. */
    @Test
    void kupiecAndChristoffersenOnJorionsCase() {
        assertThat(CoverageTest.kupiec(252, 20, 0.05)).isCloseTo(3.9125508, within(5e-8));
        double independence = CoverageTest.christoffersen(218, 14, 14, 6);
        assertThat(independence).isCloseTo(9.5295688, within(5e-8));
        assertThat(CoverageTest.kupiec(252, 20, 0.05) + independence).isCloseTo(13.4421196, within(1e-7));
    }

    @ParameterizedTest
    @CsvSource({"10, 12.9554911", "5, 1.9568098", "0, 5.0251679"})
    void kupiecsRatioOf250Days(int exceptions, double ratio) {
        CoverageTest test = CoverageTest.ofCounts(250, exceptions, 0.01);
        assertThat(test.unconditional()).isCloseTo(ratio, within(5e-8));
    }

    /**
     * Kupiec (1995), table 3: exceptions for which a model is not rejected at 95 %, ends excluded. For 1 % of 255 days the table
     * names no lower end, yet the ratio of no exception at all is 5.13.
     */
    @ParameterizedTest
    @CsvSource({
        "0.01, 255, 0, 7", "0.01, 510, 1, 11", "0.01, 1000, 4, 17",
        "0.025, 255, 2, 12", "0.025, 510, 6, 21", "0.025, 1000, 15, 36",
        "0.05, 255, 6, 21", "0.05, 510, 16, 36", "0.05, 1000, 37, 65",
        "0.075, 255, 11, 28", "0.075, 510, 27, 51", "0.075, 1000, 59, 92",
        "0.10, 255, 16, 36", "0.10, 510, 38, 65", "0.10, 1000, 81, 120"
    })
    void kupiecsRegionsOfNoRejection(double probability, int days, int below, int above) {
        for (int exceptions = 0; exceptions <= 130; exceptions++) {
            boolean kept = CoverageTest.ofCounts(days, exceptions, probability).unconditional() < 3.841;
            assertThat(kept).as("%d exceptions", exceptions).isEqualTo(exceptions > below && exceptions < above);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 8.1059, GREEN, 1.5", "1, 28.5752, GREEN, 1.5", "2, 54.3169, GREEN, 1.5", "3, 75.8117, GREEN, 1.5",
        "4, 89.2188, GREEN, 1.5", "5, 95.8817, AMBER, 1.7", "6, 98.6299, AMBER, 1.76", "7, 99.5975, AMBER, 1.83",
        "8, 99.8943, AMBER, 1.88", "9, 99.9750, AMBER, 1.92", "10, 99.9946, RED, 2"
    })
    void theTrafficLightOf250Days(int exceptions, double percent, TrafficLight.Zone zone, double multiplier) {
        TrafficLight light = TrafficLight.of(250, exceptions, 0.99);
        assertThat(100 * light.cumulativeProbability()).isCloseTo(percent, within(5e-5));
        assertThat(light.zone()).isEqualTo(zone);
        assertThat(light.multiplier()).isEqualTo(multiplier);
    }

    @Test
    void theLightOfOtherLengthsHasTheSameProbabilities() {
        assertThat(TrafficLight.of(500, 8, 0.99).zone()).isEqualTo(TrafficLight.Zone.GREEN);
        assertThat(TrafficLight.of(500, 10, 0.99).zone()).isEqualTo(TrafficLight.Zone.AMBER);
        assertThat(TrafficLight.of(500, 16, 0.99).zone()).isEqualTo(TrafficLight.Zone.RED);
        assertThat(TrafficLight.of(500, 10, 0.99).multiplier()).isBetween(1.70, 1.92);
    }

    @Test
    void aTrueShortfallPassesAndOneOfHalfTheSizeDoesNot() {
        Random random = new Random(1);
        double[] pnl = new double[2500];
        Arrays.setAll(pnl, t -> random.nextGaussian());
        NormalPnl right = new NormalPnl(0, 1);
        double[] valueAtRisk = new double[2500];
        double[] shortfall = new double[2500];
        Arrays.fill(valueAtRisk, right.valueAtRisk(0.975));
        Arrays.fill(shortfall, right.expectedShortfall(0.975));
        assertThat(ShortfallTest.of(pnl, valueAtRisk, shortfall, 0.975).statistic())
                .isBetween(-0.4, 0.4);
        Arrays.fill(valueAtRisk, right.valueAtRisk(0.975) / 2);
        Arrays.fill(shortfall, right.expectedShortfall(0.975) / 2);
        assertThat(ShortfallTest.of(pnl, valueAtRisk, shortfall, 0.975).isRejected())
                .isTrue();
    }

    @Test
    void attributionIsGreenForTheSameAndRedForUnrelatedPnl() {
        Random random = new Random(2);
        double[] full = random.doubles(250).map(x -> x - 0.5).toArray();
        double[] close = Arrays.stream(full)
                .map(x -> x * 1.01 + 0.01 * random.nextGaussian())
                .toArray();
        double[] other = random.doubles(250).map(x -> x - 0.5).toArray();

        assertThat(AttributionTest.of(full, full).spearman()).isEqualTo(1);
        assertThat(AttributionTest.of(full, full).kolmogorovSmirnov()).isZero();
        assertThat(AttributionTest.of(close, full).zone()).isEqualTo(TrafficLight.Zone.GREEN);
        assertThat(AttributionTest.of(other, full).zone()).isEqualTo(TrafficLight.Zone.RED);
        assertThat(new AttributionTest(250, 0.75, 0.05).zone()).isEqualTo(TrafficLight.Zone.AMBER);
    }

    /** Bailey and López de Prado (2014): 2.5 a year over 1,250 days, skewness -3, kurtosis 10, variance of trials 1/2 a year. */
    @Test
    void theBestOfManyTrialsIsDeflated() {
        SharpeInference inference = new SharpeInference(2.5 / Math.sqrt(250), 1250, -3, 10);
        double variance = 0.5 / 250;

        assertThat(SharpeInference.expectedMaximum(100, variance)).isCloseTo(0.1131720, within(5e-8));
        assertThat(inference.deflated(100, variance)).isCloseTo(0.9003968, within(5e-8));
        assertThat(inference.deflated(46, variance)).isCloseTo(0.9505017, within(5e-8));
        assertThat(inference.probabilityAbove(0)).isGreaterThan(inference.deflated(46, variance));
        assertThatThrownBy(() -> SharpeInference.expectedMaximum(1, variance)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new SharpeInference(1, 1, 0, 3)).isInstanceOf(InsufficientHistory.class);
        assertThatThrownBy(() -> new SharpeInference(1, 100, 2, 3)).isInstanceOf(InvalidInput.class);
        assertThat(SharpeInference.of(ReturnStatistics.of(equalWeights()), 0).probabilityAbove(0))
                .isBetween(0.85, 0.95);
    }

    /** Lo (2002), table 2: monthly returns with autocorrelation 0.2 scale to a year by 2.88 instead of 3.46. */
    @Test
    void autocorrelatedReturnsScaleByLessThanTheSquareRoot() {
        assertThat(SharpeInference.scale(12, 0.2)).isCloseTo(2.8788487, within(5e-8));
        assertThat(SharpeInference.scale(12, 0)).isCloseTo(Math.sqrt(12), within(1e-12));
        assertThatThrownBy(() -> SharpeInference.scale(12, 1)).isInstanceOf(InvalidInput.class);
    }

    /** Rockafellar and Uryasev (2000), tables 1 to 3: the shortfall of their minimum-variance portfolio at 99, 95 and 90 %. */
    @Test
    void theShortfallOfRockafellarAndUryasevsPortfolio() {
        Covariance covariance = Covariance.of(List.of("S&P 500", "government bonds", "small caps"), new double[][] {
            {0.00324625, 0.00022983, 0.00420395},
            {0.00022983, 0.00049937, 0.00019247},
            {0.00420395, 0.00019247, 0.00764097}
        });
        double[] weights = {0.45201131, 0.11557318, 0.43241551};
        NormalPnl portfolio = new NormalPnl(0.011, Math.sqrt(covariance.variance(weights)));

        assertThat(portfolio.valueAtRisk(0.90)).isCloseTo(0.067847, within(5e-7));
        assertThat(portfolio.valueAtRisk(0.95)).isCloseTo(0.090199, within(5e-7));
        assertThat(portfolio.valueAtRisk(0.99)).isCloseTo(0.132128, within(5e-7));
        assertThat(portfolio.expectedShortfall(0.90)).isCloseTo(0.096975, within(5e-7));
        assertThat(portfolio.expectedShortfall(0.95)).isCloseTo(0.115908, within(5e-7));
        assertThat(portfolio.expectedShortfall(0.99)).isCloseTo(0.152977, within(5e-7));
    }

    @Test
    void badInputIsNamed() {
        assertThatThrownBy(() -> CoverageTest.ofCounts(10, 11, 0.01)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> CoverageTest.ofCounts(10, 1, 0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> CoverageTest.of(new boolean[1], 0.01)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> TrafficLight.of(0, 0, 0.99)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ShortfallTest.of(new double[2], new double[2], new double[2], 0.9))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("expectedShortfall");
        assertThatThrownBy(() -> AttributionTest.of(new double[3], new double[3]))
                .isInstanceOf(InsufficientHistory.class);
        assertThatThrownBy(() -> new NormalPnl(Double.NaN, 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new NormalPnl(0, 1).quantile(0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new NormalPnl(0, 1).over(0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new StudentPnl(0, 1, 1)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> StudentPnl.ofDeviation(0, 1, 2)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new CornishFisherPnl(0, 1, Double.NaN, 0)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ReturnStatistics.of(new double[1])).isInstanceOf(InsufficientHistory.class);
        assertThatThrownBy(() -> ReturnStatistics.of(new double[] {1, Double.NaN}))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> ReturnStatistics.of(new double[2]).sharpe(0)).isInstanceOf(ZeroVariance.class);
        Covariance impossible = Covariance.of(List.of("a", "b"), new double[][] {{1, 2}, {2, 1}});
        assertThatThrownBy(() -> DeltaNormal.of(impossible, new double[2])).isInstanceOf(NotPositiveSemidefinite.class);
        Covariance unit = Covariance.of(List.of("a"), new double[][] {{1}});
        assertThatThrownBy(() -> DeltaNormal.of(unit, new double[] {0}).marginal(0.9))
                .isInstanceOf(ZeroVariance.class);
        assertThatThrownBy(() -> DeltaNormal.of(unit, new double[] {Double.NaN}))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> DeltaGammaPnl.of(new double[1], new double[1][1], unit))
                .isInstanceOf(ZeroVariance.class);
        assertThatThrownBy(() -> DeltaGammaPnl.of(new double[2], new double[1][1], unit))
                .isInstanceOf(InvalidInput.class);
    }
}
