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
     * Fills price, first and second derivative by the yield, all from seven prices.
     *
     * @param duration what the step is chosen by, in years; no more depends on it
     * @param out three elements
     */
    static void fill(SecondPrice price, double yield, double floor, double duration, double[] out) {
        double step = Math.min(0.02 / Math.max(Math.abs(duration), 0.02), (yield - floor) * 0.02);
        double here = price.dirtyPrice(yield);
        double width = step;
        double slopes = 0.0;
        double bends = 0.0;
        for (int level = 0; level < 3; level++) {
            double up = price.dirtyPrice(yield + width);
            double down = price.dirtyPrice(yield - width);
            // Weights of the three steps in the extrapolation to a step of zero: 1/45, −20/45, 64/45.
            double weight = level == 0 ? 1.0 : level == 1 ? -20.0 : 64.0;
            slopes += weight * ((up - down) / (2.0 * width));
            bends += weight * ((up - 2.0 * here + down) / (width * width));
            width *= 0.5;
        }
        out[0] = here;
        out[1] = slopes / 45.0;
        out[2] = bends / 45.0;
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
