package io.bondtrader.core.pricing;

/**
 * How a dirty price answers to its yield: the price with its first two derivatives, from one pass.
 *
 * <p>Source of the definitions: F. J. Fabozzi, "Fixed Income Mathematics", 4th ed., chapters 11 and 12. Immutable and
 * safe for use by many threads.
 *
 * @param dirtyPrice per 100 of face
 * @param firstDerivative of the dirty price by the yield, per 1.00 of yield
 * @param secondDerivative of the dirty price by the yield
 * @param weightedTime time to each flow in years, weighted by present value
 * @param macaulayDuration in years
 */
public record Sensitivities(
        double dirtyPrice,
        double firstDerivative,
        double secondDerivative,
        double weightedTime,
        double macaulayDuration) {

    /** How many numbers there are, in the order of the components. */
    static final int COUNT = 5;

    /** Takes the numbers from an array, in the order of the components. */
    static Sensitivities of(double[] numbers) {
        return new Sensitivities(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
    }

    /** Puts the numbers into an array, in the order of the components. */
    static void put(
            double[] out, double dirtyPrice, double first, double second, double weightedTime, double macaulay) {
        out[0] = dirtyPrice;
        out[1] = first;
        out[2] = second;
        out[3] = weightedTime;
        out[4] = macaulay;
    }

    /** {@return minus the relative change of the dirty price for a change of yield, in years} */
    public double modifiedDuration() {
        return -firstDerivative / dirtyPrice;
    }

    /** {@return the second derivative of the dirty price over the dirty price, in years squared} */
    public double convexity() {
        return secondDerivative / dirtyPrice;
    }

    /** {@return what the price loses when the yield rises by one basis point, per 100 of face, to first order} */
    public double dv01() {
        return -firstDerivative * 1e-4;
    }
}
