package io.bondtrader.strategies.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.risk.factor.Garch;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What every indicator owes its user, whatever the series. */
final class IndicatorLawsTest {

    private static final List<Indicator> ALL = List.of(
            SimpleMovingAverage.of(5),
            ExponentialMovingAverage.of(7),
            ExponentialMovingAverage.ofWeight(0.3),
            Change.simpleReturn(3),
            Change.logReturn(1),
            Change.difference(2),
            Momentum.timeSeries(6, 2),
            Momentum.riskAdjusted(6, 0),
            RollingVolatility.of(4),
            EwmaVolatility.of(0.9),
            GarchVolatility.of(new Garch(0.1, 0.05, 0.9, 0)),
            PriceChannel.of(5),
            RelativeStrengthIndex.of(14),
            BollingerBands.of(6, 2),
            ZScore.of(5),
            Cusum.of(100, 1, 20),
            Change.logReturn(1).then(RollingVolatility.of(5)),
            SimpleMovingAverage.of(3).then(ExponentialMovingAverage.of(4)).then(ZScore.of(5)));

    @Property(tries = 200)
    void oneValueAtATimeGivesTheBitsOfTheBatch(@ForAll("prices") double[] prices) {
        for (Indicator indicator : ALL) {
            double[] batch = indicator.batch(prices);
            Indicator streaming = indicator.fresh();
            for (int t = 0; t < prices.length; t++) {
                double value = streaming.update(prices[t]);
                assertThat(Double.doubleToLongBits(value))
                        .as("%s at %d", indicator, t)
                        .isEqualTo(Double.doubleToLongBits(batch[t]))
                        .isEqualTo(Double.doubleToLongBits(streaming.value()));
            }
        }
    }

    @Property(tries = 200)
    void pricesStillToComeChangeNothing(@ForAll("prices") double[] prices, @ForAll @DoubleRange(max = 1) double cut) {
        int length = (int) (cut * prices.length);
        for (Indicator indicator : ALL) {
            double[] whole = indicator.batch(prices);
            assertThat(indicator.batch(Arrays.copyOf(prices, length)))
                    .as(indicator.toString())
                    .isEqualTo(Arrays.copyOf(whole, length));
        }
    }

    @Property(tries = 100)
    void nothingIsEverInfiniteOrNotANumber(@ForAll("extremes") double[] prices) {
        for (Indicator indicator : ALL) {
            for (double value : indicator.batch(prices)) {
                assertThat(value).as(indicator.toString()).isFinite();
            }
        }
    }

    @Test
    void anIndicatorIsReadyAfterItsWarmUpAndNotBefore() {
        for (Indicator indicator : ALL) {
            Indicator streaming = indicator.fresh();
            assertThat(streaming.value()).isZero();
            for (int t = 1; t < 40; t++) {
                streaming.update(100 + t % 3);
                assertThat(streaming.isReady()).as("%s after %d", indicator, t).isEqualTo(t >= indicator.warmUp());
            }
        }
    }

    @Test
    void warmUpsInARowAddUpLessTheValueTheyShare() {
        Indicator row = SimpleMovingAverage.of(10).then(Change.difference(4)).then(ZScore.of(20));

        assertThat(row.warmUp()).isEqualTo(10 + 5 + 20 - 2);
        assertThat(row).hasToString("SimpleMovingAverage[10] then Change[difference, 4] then ZScore[20]");
    }

    @Test
    void aSecondIndicatorSeesNothingProvisional() {
        double[] prices = {100, 300, 104, 106, 108};
        double[] row = SimpleMovingAverage.of(3).then(Change.difference(1)).batch(prices);

        assertThat(row[3]).isCloseTo((300 + 104 + 106 - 100 - 300 - 104) / 3.0, within(1e-12));
    }

    @Property(tries = 200)
    void averagesFollowEveryChangeOfUnit(
            @ForAll("prices") double[] prices,
            @ForAll @DoubleRange(min = -50, max = 50) double scale,
            @ForAll @DoubleRange(min = -1000, max = 1000) double shift) {
        double[] moved = Arrays.stream(prices).map(p -> scale * p + shift).toArray();
        for (Indicator average : List.of(SimpleMovingAverage.of(5), ExponentialMovingAverage.of(5))) {
            double[] before = average.batch(prices);
            double[] after = average.batch(moved);
            for (int t = 0; t < prices.length; t++) {
                assertThat(after[t]).isCloseTo(scale * before[t] + shift, within(1e-8));
            }
        }
    }

    @Property(tries = 200)
    void volatilityScalesWithTheSizeOfMovesAndIgnoresTheirMean(
            @ForAll("prices") double[] prices, @ForAll @DoubleRange(min = -50, max = 50) double scale) {
        double[] moved = Arrays.stream(prices).map(p -> scale * p + 17).toArray();
        double[] before = RollingVolatility.of(5).batch(prices);
        double[] after = RollingVolatility.of(5).batch(moved);
        for (int t = 0; t < prices.length; t++) {
            assertThat(after[t]).isCloseTo(Math.abs(scale) * before[t], within(1e-6));
        }
    }

    @Property(tries = 200)
    void scoresIgnoreTheUnitOfThePrice(
            @ForAll("prices") double[] prices, @ForAll @DoubleRange(min = 0.5, max = 4) double scale) {
        double[] moved = Arrays.stream(prices).map(p -> scale * p).toArray();
        for (Indicator score : List.of(RelativeStrengthIndex.of(5), Momentum.timeSeries(4, 1), Change.logReturn(2))) {
            double[] before = score.batch(prices);
            double[] after = score.batch(moved);
            for (int t = 0; t < prices.length; t++) {
                assertThat(after[t]).as(score.toString()).isCloseTo(before[t], within(1e-7));
            }
        }
    }

    @Property(tries = 200)
    void windowsAgreeWithSumsOverTheirValues(@ForAll("prices") double[] prices) {
        double[] averages = SimpleMovingAverage.of(5).batch(prices);
        double[] volatilities = RollingVolatility.of(5).batch(prices);
        PriceChannel channel = PriceChannel.of(5);
        for (int t = 0; t < prices.length; t++) {
            double[] window = Arrays.copyOfRange(prices, Math.max(0, t - 4), t + 1);
            double mean = Arrays.stream(window).average().orElseThrow();
            double scatter =
                    Arrays.stream(window).map(p -> (p - mean) * (p - mean)).sum();
            channel.update(prices[t]);
            assertThat(averages[t]).isCloseTo(mean, within(1e-9));
            assertThat(volatilities[t])
                    .isCloseTo(window.length < 2 ? 0 : Math.sqrt(scatter / (window.length - 1)), within(1e-6));
            assertThat(channel.upper()).isEqualTo(Arrays.stream(window).max().orElseThrow());
            assertThat(channel.lower()).isEqualTo(Arrays.stream(window).min().orElseThrow());
        }
    }

    @Test
    void aRefusedValueLeavesTheIndicatorAsItWas() {
        for (Indicator indicator : ALL) {
            Indicator disturbed = indicator.fresh();
            Indicator calm = indicator.fresh();
            for (int t = 0; t < 30; t++) {
                for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1e101}) {
                    assertThatThrownBy(() -> disturbed.update(bad))
                            .as(indicator.toString())
                            .isInstanceOf(BondTraderException.class);
                }
                double price = 100 + 7 * t % 11;
                assertThat(disturbed.update(price)).isEqualTo(calm.update(price));
            }
        }
    }

    @Test
    void parametersThatMeanNothingAreRefused() {
        List<ThrowingCallable> bad = List.of(
                () -> SimpleMovingAverage.of(0),
                () -> SimpleMovingAverage.of(Integer.MAX_VALUE),
                () -> ExponentialMovingAverage.of(0),
                () -> ExponentialMovingAverage.ofWeight(0),
                () -> ExponentialMovingAverage.ofWeight(1.1),
                () -> ExponentialMovingAverage.ofWeight(Double.NaN),
                () -> Change.simpleReturn(0),
                () -> Change.logReturn(-1),
                () -> Change.difference(0),
                () -> Change.logReturn(1).update(0),
                () -> Change.simpleReturn(1).update(-4),
                () -> Momentum.timeSeries(0, 1),
                () -> Momentum.timeSeries(5, -1),
                () -> Momentum.riskAdjusted(1, 0),
                () -> RollingVolatility.of(1),
                () -> EwmaVolatility.of(1),
                () -> EwmaVolatility.of(0),
                () -> GarchVolatility.of(new Garch(0.1, 0.2, 0.9, 0)),
                () -> GarchVolatility.of(new Garch(Double.NaN, 0.2, 0.7, 0)),
                () -> PriceChannel.of(0),
                () -> RelativeStrengthIndex.of(0),
                () -> BollingerBands.of(1, 2),
                () -> BollingerBands.of(20, -1),
                () -> ZScore.of(1),
                () -> Cusum.of(0, -1, 1),
                () -> Cusum.of(Double.NaN, 1, 1),
                () -> Cusum.of(0, 1, 0));
        for (int i = 0; i < bad.size(); i++) {
            assertThatThrownBy(bad.get(i)).as("call %d", i).isInstanceOf(BondTraderException.class);
        }
    }

    @Provide
    Arbitrary<double[]> prices() {
        return Arbitraries.doubles().between(1, 200).array(double[].class).ofMaxSize(60);
    }

    @Provide
    Arbitrary<double[]> extremes() {
        return Arbitraries.of(1e-100, 1e-50, 0.1, 1.0, 99.5, 100.0, 1e8, 1e50, 1e100)
                .array(double[].class)
                .ofMaxSize(60);
    }
}
