package io.bondtrader.core.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * The project's own exponential and logarithm against decimal series of 45 digits. Errors are counted in units in the
 * last place of the exact result; a correctly rounded function errs by at most a half.
 */
final class ExponentialTest {

    private static final MathContext DIGITS = new MathContext(45);
    private static final int POINTS = 4_000;

    @Test
    void theExponentialIsWithinOneUnitInTheLastPlace() {
        assertThat(worst(Exponential::exp, ExponentialTest::exp, -1.0, 1.0)).isLessThan(1.0);
        assertThat(worst(Exponential::exp, ExponentialTest::exp, -40.0, 40.0)).isLessThan(1.0);
        assertThat(worst(Exponential::exp, ExponentialTest::exp, -700.0, 700.0)).isLessThan(1.0);
    }

    @Test
    void theLogarithmIsWithinTwoUnitsInTheLastPlaceAndWithinOneFarFromOne() {
        assertThat(worst(Exponential::log, ExponentialTest::log, 0.7, 1.5)).isLessThan(2.0);
        assertThat(worst(Exponential::log, ExponentialTest::log, 0.01, 2.0)).isLessThan(2.0);
        assertThat(worst(Exponential::log, ExponentialTest::log, 1.0, 1e6)).isLessThan(1.0);
    }

    /** Where the difference from 1 is taken after rounding, an error of the exponential counts up to four times. */
    @Test
    void theExponentialLessOneIsWithinOneUnitNearZeroAndFourBeyond() {
        UnaryOperator<BigDecimal> exact = x -> exp(x).subtract(BigDecimal.ONE, DIGITS);

        assertThat(worst(Exponential::expm1, exact, -1e-3, 1e-3)).isLessThan(1.0);
        assertThat(worst(Exponential::expm1, exact, -0.3466, 0.3466)).isLessThan(1.0);
        assertThat(worst(Exponential::expm1, exact, -2.0, 2.0)).isLessThan(4.0);
        assertThat(worst(Exponential::expm1, exact, -50.0, 50.0)).isLessThan(4.0);
    }

    @Test
    void theLogarithmOfOnePlusIsWithinThreeUnitsInTheLastPlace() {
        UnaryOperator<BigDecimal> exact = x -> log(x.add(BigDecimal.ONE));

        assertThat(worst(Exponential::log1p, exact, -1e-3, 1e-3)).isLessThan(3.0);
        assertThat(worst(Exponential::log1p, exact, -0.25, 0.4)).isLessThan(3.0);
        assertThat(worst(Exponential::log1p, exact, -0.99, 3.0)).isLessThan(3.0);
        assertThat(worst(Exponential::log1p, exact, 0.0, 1e5)).isLessThan(3.0);
    }

    @Test
    void nothingIsExactlyOneAndOneIsExactlyNothing() {
        assertThat(Exponential.exp(0.0)).isEqualTo(1.0);
        assertThat(Exponential.expm1(0.0)).isZero();
        assertThat(Exponential.log(1.0)).isZero();
        assertThat(Exponential.log1p(0.0)).isZero();
    }

    /** The next term of either series is half the square: below the last place of these. */
    @Test
    void tinyArgumentsKeepAllTheirDigits() {
        for (double tiny : new double[] {1e-17, -1e-17, 3.7e-100, -2.2e-308, Double.MIN_VALUE}) {
            assertThat(Exponential.expm1(tiny)).isEqualTo(tiny);
        }
        for (double tiny : new double[] {1e-17, -1e-17, 3.7e-100}) {
            assertThat(Exponential.log1p(tiny)).isEqualTo(tiny);
        }
    }

    @Test
    void powersBeyondTheNormalNumbersAreZeroOrInfinite() {
        assertThat(Exponential.exp(-750.0)).isZero();
        assertThat(Exponential.exp(750.0)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Exponential.exp(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(Exponential.exp(Double.POSITIVE_INFINITY)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Exponential.exp(Double.NaN)).isNaN();
    }

    private static double worst(DoubleUnaryOperator ours, UnaryOperator<BigDecimal> exact, double low, double high) {
        Random random = new Random(20250717);
        double worst = 0.0;
        for (int k = 0; k < POINTS; k++) {
            double x = low + (high - low) * random.nextDouble();
            BigDecimal truth = exact.apply(new BigDecimal(x));
            BigDecimal error =
                    truth.subtract(new BigDecimal(ours.applyAsDouble(x))).abs();
            worst = Math.max(worst, error.doubleValue() / Math.ulp(truth.doubleValue()));
        }
        return worst;
    }

    /** Halved until small, summed, squared back: 30 digits to spare for the squarings. */
    private static BigDecimal exp(BigDecimal x) {
        int halvings = 0;
        BigDecimal reduced = x;
        while (reduced.abs().compareTo(BigDecimal.valueOf(0.01)) > 0) {
            reduced = reduced.divide(BigDecimal.valueOf(2), DIGITS);
            halvings++;
        }
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int k = 1; k <= 20; k++) {
            term = term.multiply(reduced, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        for (int k = 0; k < halvings; k++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return sum;
    }

    /** Halley's method on the exponential: each step trebles the digits of the JDK's sixteen. */
    private static BigDecimal log(BigDecimal x) {
        BigDecimal y = new BigDecimal(StrictMath.log(x.doubleValue()));
        for (int step = 0; step < 2; step++) {
            BigDecimal power = exp(y);
            y = y.add(
                    BigDecimal.valueOf(2)
                            .multiply(x.subtract(power, DIGITS), DIGITS)
                            .divide(x.add(power, DIGITS), DIGITS),
                    DIGITS);
        }
        return y;
    }
}
