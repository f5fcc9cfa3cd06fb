package io.bondtrader.strategies.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.BondTraderException;
import io.bondtrader.strategies.signal.MarketRegimes.Regime;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class MarketRegimesTest {

    private static final MarketRegimes MODEL =
            new MarketRegimes(new Regime(0.1, 0.5, 0.9), new Regime(-0.3, 2, 0.7), 0.4, 0);

    private static final double[] EIGHT = {0.2, -0.1, 3.1, -2.5, 0.4, 0.0, -4.0, 0.3};

    @Test
    void likelihoodAndProbabilitiesAreThoseOfAllPathsAddedUp() {
        double total = 0;
        double[] turbulent = new double[8];
        for (int path = 0; path < 256; path++) {
            double probability = 1;
            for (int t = 0; t < 8; t++) {
                boolean now = (path >> t & 1) == 1;
                boolean before = t > 0 && (path >> (t - 1) & 1) == 1;
                double stay = before ? 0.7 : 0.9;
                probability *= t == 0 ? now ? 0.4 : 0.6 : now == before ? stay : 1 - stay;
                double mean = now ? -0.3 : 0.1;
                double deviation = now ? 2 : 0.5;
                double z = (EIGHT[t] - mean) / deviation;
                probability *= Math.exp(-z * z / 2) / (deviation * Math.sqrt(2 * Math.PI));
            }
            total += probability;
            for (int t = 0; t < 8; t++) {
                turbulent[t] += (path >> t & 1) * probability;
            }
        }
        Smoothing smoothing = Smoothing.of(MODEL, EIGHT);

        assertThat(smoothing.logLikelihood()).isCloseTo(Math.log(total), within(1e-12));
        for (int t = 0; t < 8; t++) {
            assertThat(smoothing.turbulence(t)).isCloseTo(turbulent[t] / total, within(1e-12));
        }
        assertThat(MODEL.turbulence(EIGHT)[7]).isCloseTo(turbulent[7] / total, within(1e-12));
    }

    @Test
    void noRoundLowersTheLikelihood() {
        double[] changes = simulated(800);
        MarketRegimes model = MODEL;
        double before = Double.NEGATIVE_INFINITY;
        for (int round = 0; round < 100; round++) {
            Smoothing smoothing = Smoothing.of(model, changes);
            assertThat(smoothing.logLikelihood()).isGreaterThanOrEqualTo(before - 1e-9);
            before = smoothing.logLikelihood();
            model = smoothing.next(changes, 1e-6);
        }
    }

    @Test
    void theRegimesOfASimulatedMarketAreFoundAgain() {
        double[] changes = simulated(6000);
        MarketRegimes fitted = MarketRegimes.fit(changes);

        assertThat(fitted.calm().deviation()).isCloseTo(0.5, within(0.03));
        assertThat(fitted.turbulent().deviation()).isCloseTo(2, within(0.1));
        assertThat(fitted.calm().persistence()).isCloseTo(0.98, within(0.01));
        assertThat(fitted.turbulent().persistence()).isCloseTo(0.95, within(0.02));
        assertThat(fitted.logLikelihood())
                .isCloseTo(Smoothing.of(fitted, changes).logLikelihood(), within(1e-6));
        assertThat(fitted.toString()).startsWith("MarketRegimes[calm Regime[");
    }

    @Test
    void regimesApartInMeanAreFoundToo() {
        Random random = new Random(2);
        double[] changes = new double[2000];
        for (int t = 0; t < changes.length; t++) {
            changes[t] = (t / 100 % 2 == 0 ? 3 : -3) + (t / 100 % 2 == 0 ? 0.8 : 1) * random.nextGaussian();
        }
        MarketRegimes fitted = MarketRegimes.fit(changes);

        assertThat(fitted.calm().mean()).isCloseTo(3, within(0.15));
        assertThat(fitted.turbulent().mean()).isCloseTo(-3, within(0.15));
    }

    @Test
    void observationsStillToComeChangeNoProbability() {
        double[] changes = simulated(300);
        double[] whole = MODEL.turbulence(changes);

        assertThat(MODEL.turbulence(Arrays.copyOf(changes, 120))).isEqualTo(Arrays.copyOf(whole, 120));
        for (double probability : MODEL.turbulence(new double[] {1e100, -1e100, 0})) {
            assertThat(probability).isBetween(0.0, 1.0);
        }
    }

    @Test
    void seriesAndModelsThatMeanNothingAreRefused() {
        double[] broken = simulated(100);
        broken[3] = Double.NaN;
        assertThatThrownBy(() -> MarketRegimes.fit(new double[49])).isInstanceOf(BondTraderException.class);
        assertThatThrownBy(() -> MarketRegimes.fit(new double[100])).isInstanceOf(BondTraderException.class);
        assertThatThrownBy(() -> MarketRegimes.fit(broken)).isInstanceOf(BondTraderException.class);
        assertThatThrownBy(() -> MODEL.turbulence(broken)).isInstanceOf(BondTraderException.class);
        assertThatThrownBy(() -> MODEL.forecast(1.5)).isInstanceOf(BondTraderException.class);
        assertThatThrownBy(() -> new Regime(0, 0, 0.5)).isInstanceOf(BondTraderException.class);
        assertThatThrownBy(() -> new Regime(0, 1, 1.5)).isInstanceOf(BondTraderException.class);
        assertThatThrownBy(() -> new Regime(Double.NaN, 1, 0.5)).isInstanceOf(BondTraderException.class);
        assertThatThrownBy(() -> new MarketRegimes(MODEL.calm(), MODEL.turbulent(), -1, 0))
                .isInstanceOf(BondTraderException.class);
        assertThatThrownBy(() -> new MarketRegimes(MODEL.calm(), MODEL.turbulent(), 0.5, Double.NaN))
                .isInstanceOf(BondTraderException.class);
    }

    private static double[] simulated(int length) {
        Random random = new Random(17);
        double[] changes = new double[length];
        boolean turbulent = false;
        for (int t = 0; t < length; t++) {
            turbulent = random.nextDouble() < (turbulent ? 0.95 : 0.98) == turbulent;
            changes[t] = turbulent ? -0.2 + 2 * random.nextGaussian() : 0.1 + 0.5 * random.nextGaussian();
        }
        return changes;
    }
}
