package io.bondtrader.strategies.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.risk.factor.Garch;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Indicators on series whose answer follows from the definition. */
final class IndicatorValuesTest {

    @Test
    void aBondIndexThatGainsOnePercentAPeriodHasThatMomentum() {
        double[] index =
                IntStream.range(0, 30).mapToDouble(t -> 100 * Math.pow(1.01, t)).toArray();

        assertThat(Momentum.timeSeries(12, 1).batch(index)[29]).isCloseTo(Math.pow(1.01, 12) - 1, within(1e-12));
        assertThat(Change.simpleReturn(3).batch(index)[29]).isCloseTo(Math.pow(1.01, 3) - 1, within(1e-12));
        assertThat(Change.logReturn(2).batch(index)[29]).isCloseTo(2 * Math.log(1.01), within(1e-12));
        // An even climb has no risk to divide by.
        assertThat(Momentum.riskAdjusted(12, 0).batch(index)[29]).isZero();
    }

    @Test
    void riskAdjustedMomentumIsTheTStatisticOfTheTrend() {
        // Log returns 0.03, 0.01, 0.02: mean 0.02, deviation 0.01.
        double[] index = {100, 100 * Math.exp(0.03), 100 * Math.exp(0.04), 100 * Math.exp(0.06)};

        assertThat(Momentum.riskAdjusted(3, 0).batch(index)[3]).isCloseTo(2 * Math.sqrt(3), within(1e-9));
    }

    @Test
    void skippedObservationsDoNotCountInMomentum() {
        double[] index = {100, 110, 50};

        assertThat(Momentum.timeSeries(1, 1).batch(index)[2]).isCloseTo(0.10, within(1e-12));
    }

    @Test
    void ranksAreEvenAndTiesShareThem() {
        assertThat(CrossSection.ranks(new double[] {0.03, 0.01, 0.02})).containsExactly(1, -1, 0);
        assertThat(CrossSection.ranks(new double[] {5, 5, 1, 9})).containsExactly(0, 0, -1, 1);
        assertThat(CrossSection.ranks(new double[] {0.0, -0.0, 1})).containsExactly(-0.5, -0.5, 1);
        assertThat(CrossSection.zScores(new double[] {1, 2, 3})).containsExactly(-1, 0, 1);
        assertThat(CrossSection.zScores(new double[] {4, 4})).containsExactly(0, 0);
        assertThatThrownBy(() -> CrossSection.ranks(new double[] {1})).isInstanceOf(BondTraderException.class);
        assertThatThrownBy(() -> CrossSection.zScores(new double[] {1, Double.NaN}))
                .isInstanceOf(BondTraderException.class);
    }

    @Test
    void wildersIndexWeighsGainsAgainstLosses() {
        // n = 2: gains 0, 1, 0.5 and losses 0, 0, 1 average to 0.5 and then 0.25, 0 and then 0.5.
        assertThat(RelativeStrengthIndex.of(2).batch(new double[] {100, 101, 100}))
                .containsExactly(new double[] {50, 100, 100.0 / 3}, within(1e-12));
        assertThat(RelativeStrengthIndex.of(5).batch(new double[] {7, 7, 7})).containsExactly(50, 50, 50);
    }

    @Test
    void bollingersBandsStandKDeviationsFromTheMean() {
        BollingerBands bands = BollingerBands.of(2, 2);
        bands.update(99);
        double percent = bands.update(101);

        assertThat(bands.middle()).isEqualTo(100);
        assertThat(bands.upper()).isEqualTo(102);
        assertThat(bands.lower()).isEqualTo(98);
        assertThat(percent).isEqualTo(0.75);
        assertThat(bands.fresh().upper()
                        + bands.fresh().middle()
                        + bands.fresh().lower())
                .isZero();
    }

    @Test
    void aYieldAboveItsChannelIsABreakout() {
        PriceChannel channel = PriceChannel.of(3);

        assertThat(channel.batch(new double[] {4.0, 4.2, 4.1, 4.2, 4.3, 4.1, 4.0, 4.3}))
                .containsExactly(0, 1, 0, 0, 1, 0, -1, 0);
        channel.update(4.0);
        channel.update(4.4);
        assertThat(channel.middle()).isCloseTo(4.2, within(1e-12));
    }

    @Test
    void exponentialVolatilityForgetsAtItsRate() {
        double[] volatility = EwmaVolatility.of(0.94).batch(new double[] {0.01, 0, 0});

        assertThat(volatility[2]).isCloseTo(0.01 * 0.94, within(1e-15));
    }

    @Test
    void garchFollowsThePathOfItsModel() {
        Garch model = new Garch(1e-6, 0.08, 0.9, 0);
        double[] moves = new Random(3).doubles(100, -0.02, 0.02).toArray();
        double[] path = model.volatilities(moves);
        double[] streamed = GarchVolatility.of(model).batch(moves);

        for (int t = 0; t < moves.length; t++) {
            assertThat(streamed[t]).isEqualTo(path[t + 1]);
        }
    }

    @Test
    void cumulativeSumsRaiseTheAlarmOnceAndBeginAgain() {
        assertThat(Cusum.of(0, 0.5, 2).batch(new double[] {1.5, 1.5, 0, -2, -2, 0}))
                .containsExactly(0, 0, 0, 0, -1, 0);
        assertThat(Cusum.of(0, 0.5, 2).batch(new double[] {1.5, 1.6, 1.5})).containsExactly(0, 1, 0);
    }

    @Test
    void anAverageOfAMillionValuesHasNotDrifted() {
        double[] values = new Random(9).doubles(1_000_000, 0, 1e9).toArray();
        double[] averages = SimpleMovingAverage.of(7).batch(values);
        double last = 0;
        for (int t = values.length - 7; t < values.length; t++) {
            last += values[t] / 7;
        }
        assertThat(averages[values.length - 1]).isCloseTo(last, within(1e-6));
    }

    @Test
    void aSpikeThatLeavesTheWindowLeavesNothingBehind() {
        double[] values = new double[40];
        for (int t = 0; t < values.length; t++) {
            values[t] = t == 10 ? 1e12 : t % 2;
        }
        assertThat(RollingVolatility.of(8).batch(values)[20]).isCloseTo(Math.sqrt(2.0 / 7), within(1e-9));
    }

    @Test
    void everyIndicatorSaysWhatItIs() {
        assertThat(List.of(
                        ExponentialMovingAverage.of(3).toString(),
                        Momentum.riskAdjusted(12, 1).toString(),
                        Momentum.timeSeries(12, 0).toString(),
                        RangeVolatility.yangZhang(10).toString(),
                        EwmaVolatility.of(0.94).toString(),
                        BollingerBands.of(20, 2).toString(),
                        Cusum.of(0, 1, 5).toString()))
                .containsExactly(
                        "ExponentialMovingAverage[alpha 0.5]",
                        "Momentum[12, skip 1, per risk]",
                        "Momentum[12, skip 0]",
                        "RangeVolatility[yang_zhang, 10]",
                        "EwmaVolatility[0.94]",
                        "BollingerBands[20, 2.0]",
                        "Cusum[target 0.0, slack 1.0, threshold 5.0]");
    }
}
