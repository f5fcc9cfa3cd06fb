package io.bondtrader.core.pricing;

import org.jspecify.annotations.Nullable;

/**
 * The price of fixed remaining flows as a function of the yield, reduced to the numbers that the yield convention needs.
 * Prices are dirty, per 100 of face. Yields that reach a form are inside its domain: callers check with {@link #floor()}.
 *
 * <p>Implementations are immutable, and pricing allocates nothing.
 */
sealed interface DiscountForm permits AnnuityForm, FlowForm, SimpleForm, LinearForm, PerpetualForm {

    /** The method's name in evidence. */
    String method();

    /** The yield that no yield may reach: every yield above it has a price. */
    double floor();

    /** The dirty price, which overflows to infinity close to the floor. */
    double price(double yield);

    /** What one unit is worth that is paid after so many years, as the yield convention measures them. */
    double discountFactor(double yield, double years);

    /**
     * Fills price, first and second derivative by the yield, weighted time and Macaulay duration, in the order of
     * {@link Sensitivities}.
     *
     * @param out {@value Sensitivities#COUNT} elements
     */
    void sensitivities(double yield, double[] out);

    /**
     * The yield of a dirty price.
     *
     * @param steps the first element is set to the steps of the solver, 0 for a formula; null if nobody asks
     * @throws io.bondtrader.core.error.NotConverged if no yield above the floor gives the price
     */
    double solve(double dirtyPrice, int @Nullable [] steps);
}
