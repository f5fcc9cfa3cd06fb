package io.bondtrader.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernel's exponential and logarithm against forty digits. */
final class ExponentialTest {

    private static final MathContext DIGITS = new MathContext(40);

    /** Units in the last place by which a result may err. */
    private static final double BOUND = 2.0;

    private static BigDecimal exact(double x) {
        return new BigDecimal(x);
    }

    /** By halving until the Taylor series is short, and squaring back. */
    private static BigDecimal exp(BigDecimal x) {
        MathContext wide = new MathContext(60);
        BigDecimal small = x.divide(BigDecimal.valueOf(1L << 20), wide);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int k = 1; k < 30; k++) {
            term = term.multiply(small, wide).divide(BigDecimal.valueOf(k), wide);
            sum = sum.add(term, wide);
        }
        for (int k = 0; k < 20; k++) {
            sum = sum.multiply(sum, wide);
        }
        return sum;
    }

    /** By Newton's steps on the exponential, from the JDK's sixteen digits. */
    private static BigDecimal log(BigDecimal x) {
        BigDecimal y = new BigDecimal(StrictMath.log(x.doubleValue()));
        for (int k = 0; k < 3; k++) {
            BigDecimal power = exp(y);
            y = y.add(x.subtract(power).multiply(BigDecimal.valueOf(2)).divide(x.add(power), DIGITS));
        }
        return y;
    }

    private static double worstError(
            DoubleUnaryOperator kernel, UnaryOperator<BigDecimal> truth, double from, double to, int samples) {
        SplittableRandom random = new SplittableRandom(41);
        double worst = 0.0;
        for (int k = 0; k < samples; k++) {
            double x = random.nextDouble(from, to);
            BigDecimal expected = truth.apply(exact(x));
            double unit = Math.ulp(expected.doubleValue());
            double error = exact(kernel.applyAsDouble(x)).subtract(expected).doubleValue() / unit;
            worst = Math.max(worst, Math.abs(error));
        }
        return worst;
    }

    @Test
    void exponentialsAreGoodToTheLastPlace() {
        assertThat(worstError(Exponential::exp, ExponentialTest::exp, -1.0, 1.0, 1500))
                .isLessThan(BOUND);
        assertThat(worstError(Exponential::exp, ExponentialTest::exp, -700.0, 700.0, 1500))
                .isLessThan(BOUND);
    }

    @Test
    void exponentialsLessOneKeepTheirDigitsNearZero() {
        UnaryOperator<BigDecimal> truth = x -> exp(x).subtract(BigDecimal.ONE);
        assertThat(worstError(Exponential::expm1, truth, -0.3465, 0.3465, 1500)).isLessThan(BOUND);
        assertThat(worstError(Exponential::expm1, truth, -1e-6, 1e-6, 500)).isLessThan(BOUND);
        assertThat(worstError(Exponential::expm1, truth, 0.3, 5.0, 500)).isLessThan(2.0 * BOUND);
        assertThat(worstError(Exponential::expm1, truth, -5.0, -0.3, 500)).isLessThan(2.0 * BOUND);
    }

    @Test
    void logarithmsAreGoodToTheLastPlace() {
        assertThat(worstError(Exponential::log, ExponentialTest::log, 0.01, 0.7, 500))
                .isLessThan(BOUND);
        assertThat(worstError(Exponential::log, ExponentialTest::log, 0.7, 1.4, 500))
                .isLessThan(BOUND);
        assertThat(worstError(Exponential::log, ExponentialTest::log, 1.4, 1e9, 500))
                .isLessThan(BOUND);
    }

    @Test
    void logarithmsOfOnePlusKeepTheirDigitsNearZero() {
        UnaryOperator<BigDecimal> truth = x -> log(x.add(BigDecimal.ONE));
        assertThat(worstError(Exponential::log1p, truth, -0.25, 0.4, 500)).isLessThan(BOUND);
        assertThat(worstError(Exponential::log1p, truth, -1e-6, 1e-6, 500)).isLessThan(BOUND);
        assertThat(worstError(Exponential::log1p, truth, -0.99, -0.25, 500)).isLessThan(2.0 * BOUND);
        assertThat(worstError(Exponential::log1p, truth, 0.4, 100.0, 500)).isLessThan(2.0 * BOUND);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.0, 0.0})
    void zeroIsExact(double zero) {
        assertThat(Exponential.exp(zero)).isEqualTo(1.0);
        assertThat(Exponential.expm1(zero)).isEqualTo(zero);
        assertThat(Exponential.log1p(zero)).isEqualTo(zero);
        assertThat(Exponential.log(1.0)).isZero();
    }

    @Test
    void exponentialsBeyondTheRangeOfDoublesAreZeroOrInfinite() {
        assertThat(Exponential.exp(-709.0)).isZero();
        assertThat(Exponential.exp(-708.0)).isPositive();
        assertThat(Exponential.exp(-1e300)).isZero();
        assertThat(Exponential.exp(708.0)).isFinite();
        assertThat(Exponential.exp(710.0)).isInfinite();
        assertThat(Exponential.exp(Double.POSITIVE_INFINITY)).isInfinite();
        assertThat(Exponential.exp(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Exponential.exp(Double.NaN)).isNaN();
    }

    @Test
    void logarithmsOfLargeNumbersAddTheLogarithmOfTheirPowerOfTwo() {
        for (int k = -1000; k <= 1000; k += 50) {
            double x = Math.scalb(1.2345, k);
            assertThat(Exponential.log(x)).isCloseTo(StrictMath.log(x), org.assertj.core.api.Assertions.within(2e-13));
        }
    }
}
