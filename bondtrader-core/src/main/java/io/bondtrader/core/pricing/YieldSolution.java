package io.bondtrader.core.pricing;

/**
 * A yield with the evidence that it solves for a price.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param yield annual yield, as a decimal
 * @param dirtyPrice the price that was solved for, per 100
 * @param residual price of the yield less the price that was solved for, per 100
 * @param lowerYield a yield whose price is at or above the one that was solved for
 * @param upperYield a yield whose price is at or below it; prices fall as yields rise, so the root lies between
 * @param iterations the steps of the solver, 0 for a formula
 */
public record YieldSolution(
        double yield, double dirtyPrice, double residual, double lowerYield, double upperYield, int iterations) {

    private static final int WIDENINGS = 60;

    static YieldSolution of(BondPricing pricing, double dirtyPrice) {
        int[] steps = new int[1];
        double yield = pricing.solve(dirtyPrice, steps);
        double residual = pricing.dirtyPriceFromYield(yield) - dirtyPrice;
        double lower = yield;
        double upper = yield;
        double width = Math.max(Math.ulp(yield), 1e-17);
        for (int step = 0; step < WIDENINGS && !(priceAt(pricing, lower) >= dirtyPrice); step++) {
            lower = yield - width;
            width *= 2.0;
        }
        width = Math.max(Math.ulp(yield), 1e-17);
        for (int step = 0; step < WIDENINGS && !(priceAt(pricing, upper) <= dirtyPrice); step++) {
            upper = yield + width;
            width *= 2.0;
        }
        return new YieldSolution(yield, dirtyPrice, residual, lower, upper, steps[0]);
    }

    /** Beyond the lowest yield that has a price, the price is above every other. */
    private static double priceAt(BondPricing pricing, double yield) {
        return yield > pricing.lowestYield() ? pricing.form().price(yield) : Double.POSITIVE_INFINITY;
    }
}
