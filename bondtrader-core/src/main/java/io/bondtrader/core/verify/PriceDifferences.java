package io.bondtrader.core.verify;

/**
 * Durations and convexity from differences of the second path's prices: central differences at two steps, extrapolated to
 * a step of zero (L. F. Richardson, 1911), so that the error falls with the fourth power of the step.
 */
final class PriceDifferences {

    private PriceDifferences() {}

    static double modifiedDuration(SecondPrice price, double yield, double floor) {
        double step = step(price, yield, floor);
        double wide = (price.dirtyPrice(yield + step) - price.dirtyPrice(yield - step)) / (2.0 * step);
        double half = 0.5 * step;
        double narrow = (price.dirtyPrice(yield + half) - price.dirtyPrice(yield - half)) / (2.0 * half);
        return -(4.0 * narrow - wide) / 3.0 / price.dirtyPrice(yield);
    }

    static double convexity(SecondPrice price, double yield, double floor) {
        double step = 2.0 * step(price, yield, floor);
        double here = price.dirtyPrice(yield);
        double wide = (price.dirtyPrice(yield + step) - 2.0 * here + price.dirtyPrice(yield - step)) / (step * step);
        double half = 0.5 * step;
        double narrow = (price.dirtyPrice(yield + half) - 2.0 * here + price.dirtyPrice(yield - half)) / (half * half);
        return (4.0 * narrow - wide) / 3.0 / here;
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
