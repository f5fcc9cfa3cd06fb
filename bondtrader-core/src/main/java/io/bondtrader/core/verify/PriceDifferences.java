package io.bondtrader.core.verify;

/**
 * Durations and convexity from differences of the second path's prices: central differences at three steps, extrapolated
 * to a step of zero (L. F. Richardson, 1911), so that the error falls with the sixth power of the step.
 */
final class PriceDifferences {

    private PriceDifferences() {}

    static double modifiedDuration(SecondPrice price, double yield, double floor) {
        double step = step(price, yield, floor);
        double slope = extrapolated(
                slope(price, yield, step), slope(price, yield, 0.5 * step), slope(price, yield, 0.25 * step));
        return -slope / price.dirtyPrice(yield);
    }

    private static double slope(SecondPrice price, double yield, double step) {
        return (price.dirtyPrice(yield + step) - price.dirtyPrice(yield - step)) / (2.0 * step);
    }

    static double convexity(SecondPrice price, double yield, double floor) {
        double step = 2.0 * step(price, yield, floor);
        double here = price.dirtyPrice(yield);
        double bend = extrapolated(
                bend(price, yield, here, step),
                bend(price, yield, here, 0.5 * step),
                bend(price, yield, here, 0.25 * step));
        return bend / here;
    }

    private static double bend(SecondPrice price, double yield, double here, double step) {
        return (price.dirtyPrice(yield + step) - 2.0 * here + price.dirtyPrice(yield - step)) / (step * step);
    }

    /**
     * A step that changes the price by about half a hundredth, where the error of the fourth order that two steps leave and
     * the error of rounding are both below the tolerances of durations and convexity.
     *
     * @param duration what the step is chosen by, in years; nothing else depends on it
     */
    static double smallStep(double yield, double floor, double duration) {
        return Math.min(0.005 / Math.max(Math.abs(duration), 0.02), (yield - floor) * 0.02);
    }

    /** Fills the prices at a yield, a step above and below it, and half a step above and below it. */
    static void prices(SecondPrice price, double yield, double step, double[] out) {
        out[0] = price.dirtyPrice(yield);
        out[1] = price.dirtyPrice(yield + step);
        out[2] = price.dirtyPrice(yield - step);
        out[3] = price.dirtyPrice(yield + 0.5 * step);
        out[4] = price.dirtyPrice(yield - 0.5 * step);
    }

    /** The first derivative from five prices: central differences at two steps, extrapolated to a step of zero. */
    static double slope(double[] five, double reciprocalStep) {
        return (8.0 * (five[3] - five[4]) - (five[1] - five[2])) * reciprocalStep * (1.0 / 6.0);
    }

    /** The second derivative from five prices: central differences at two steps, extrapolated to a step of zero. */
    static double bend(double[] five, double reciprocalStep) {
        double near = five[3] - 2.0 * five[0] + five[4];
        double far = five[1] - 2.0 * five[0] + five[2];
        return (16.0 * near - far) * (reciprocalStep * reciprocalStep) * (1.0 / 3.0);
    }

    /** Differences at a step, half of it and a quarter of it, without their errors of second and fourth order. */
    private static double extrapolated(double whole, double half, double quarter) {
        double coarse = (4.0 * half - whole) / 3.0;
        double fine = (4.0 * quarter - half) / 3.0;
        return (16.0 * fine - coarse) / 15.0;
    }

    static double macaulayDuration(SecondPrice price, double yield, double floor) {
        return price.macaulayFromModified(modifiedDuration(price, yield, floor), yield);
    }

    /** A step over which the price changes by about a hundredth, well inside the domain. */
    private static double step(SecondPrice price, double yield, double floor) {
        double nudge = Math.min(1e-6, (yield - floor) * 1e-3);
        double here = price.dirtyPrice(yield);
        double duration = Math.abs(price.dirtyPrice(yield + nudge) / here - 1.0) / nudge;
        return Math.min(0.01 / Math.max(duration, 0.02), (yield - floor) * 0.02);
    }
}
