package io.bondtrader.strategies.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.bondtrader.core.error.BondTraderException;
import java.util.Random;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.junit.jupiter.api.Test;

/** Two series side by side: regression over a window, and a hedge ratio that drifts. */
final class PairsTest {

    private final double[] x = new double[300];
    private final double[] y = new double[300];

    PairsTest() {
        Random random = new Random(21);
        for (int t = 0; t < x.length; t++) {
            x[t] = 90 + 10 * random.nextDouble();
            y[t] = 3 + 0.7 * x[t] + random.nextGaussian();
        }
    }

    @Test
    void theWindowAgreesWithRegressionOfItsPairs() {
        RollingRegression rolling = RollingRegression.of(20);
        for (int t = 0; t < x.length; t++) {
            rolling.update(x[t], y[t]);
            SimpleRegression library = new SimpleRegression();
            for (int s = Math.max(0, t - 19); s <= t; s++) {
                library.addData(x[s], y[s]);
            }
            if (t > 1) {
                assertThat(rolling.value()).isCloseTo(library.getSlope(), within(1e-9));
                assertThat(rolling.intercept()).isCloseTo(library.getIntercept(), within(1e-6));
                assertThat(rolling.rSquared()).isCloseTo(library.getRSquare(), within(1e-9));
                assertThat(rolling.residual()).isCloseTo(y[t] - library.predict(x[t]), within(1e-8));
            }
            assertThat(rolling.isReady()).isEqualTo(t >= 19);
        }
    }

    @Test
    void aHedgeThatNeverMovesHasNoSlope() {
        RollingRegression rolling = RollingRegression.of(3);
        for (int t = 0; t < 10; t++) {
            assertThat(rolling.update(0.1, t)).isZero();
            assertThat(rolling.rSquared()).isZero();
        }
        assertThat(rolling.fresh().intercept() + rolling.fresh().rSquared()).isZero();
    }

    @Test
    void withoutDriftTheFilterIsLeastSquares() {
        KalmanHedgeRatio filter = KalmanHedgeRatio.of(0, 1, 1e6);
        SimpleRegression library = new SimpleRegression();
        for (int t = 0; t < x.length; t++) {
            filter.update(x[t] - 95, y[t]);
            library.addData(x[t] - 95, y[t]);
        }
        // A prior of variance 1e6 pulls by about one part in 1e6 of the data's weight.
        assertThat(filter.value()).isCloseTo(library.getSlope(), within(1e-6));
        assertThat(filter.intercept()).isCloseTo(library.getIntercept(), within(1e-5));
    }

    @Test
    void theFilterFollowsAHedgeRatioThatChanges() {
        KalmanHedgeRatio filter = KalmanHedgeRatio.of(1e-3, 0.01, 10);
        Random random = new Random(4);
        for (int t = 0; t < 2000; t++) {
            double hedge = 10 * random.nextGaussian();
            filter.update(hedge, (t < 1000 ? 0.5 : 0.9) * hedge + 0.1 * random.nextGaussian());
            if (t == 999) {
                assertThat(filter.value()).isCloseTo(0.5, within(0.05));
            }
        }
        assertThat(filter.value()).isCloseTo(0.9, within(0.05));
        assertThat(Math.abs(filter.error())).isLessThan(5 * filter.errorDeviation());
        assertThat(filter.toString()).startsWith("KalmanHedgeRatio[0.");
    }

    @Test
    void pairByPairGivesTheBitsOfTheBatch() {
        RollingRegression rolling = RollingRegression.of(9);
        KalmanHedgeRatio filter = KalmanHedgeRatio.of(1e-4, 1, 1);
        double[] slopes = rolling.batch(x, y);
        double[] hedges = filter.batch(x, y);
        for (int t = 0; t < x.length; t++) {
            assertThat(rolling.update(x[t], y[t])).isEqualTo(slopes[t]);
            assertThat(filter.update(x[t], y[t])).isEqualTo(hedges[t]);
        }
        assertThat(rolling.toString()).startsWith("RollingRegression[9, slope ");
    }

    @Test
    void pairsAndParametersThatMeanNothingAreRefused() {
        assertThatThrownBy(() -> RollingRegression.of(1)).isInstanceOf(BondTraderException.class);
        assertThatThrownBy(() -> RollingRegression.of(5).update(Double.NaN, 1)).isInstanceOf(BondTraderException.class);
        assertThatThrownBy(() -> RollingRegression.of(5).update(1, 1e101)).isInstanceOf(BondTraderException.class);
        assertThatThrownBy(() -> RollingRegression.of(5).batch(new double[2], new double[3]))
                .isInstanceOf(BondTraderException.class);
        assertThatThrownBy(() -> KalmanHedgeRatio.of(-1, 1, 1)).isInstanceOf(BondTraderException.class);
        assertThatThrownBy(() -> KalmanHedgeRatio.of(0, 0, 1)).isInstanceOf(BondTraderException.class);
        assertThatThrownBy(() -> KalmanHedgeRatio.of(0, 1, Double.NaN)).isInstanceOf(BondTraderException.class);
        assertThatThrownBy(() -> KalmanHedgeRatio.of(0, 1, 1).update(1, Double.NaN))
                .isInstanceOf(BondTraderException.class);
        assertThatThrownBy(() -> KalmanHedgeRatio.of(0, 1, 1).batch(new double[1], new double[2]))
                .isInstanceOf(BondTraderException.class);
    }
}
