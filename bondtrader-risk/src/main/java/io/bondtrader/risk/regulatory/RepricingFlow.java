package io.bondtrader.risk.regulatory;

import io.bondtrader.core.error.InvalidInput;

/**
 * Money that is paid, or bears a new rate, after a time.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param years until then, 0 to 100
 * @param amount in currency: positive for assets, negative for liabilities
 */
public record RepricingFlow(double years, double amount) {

    /**
     * Checks the flow.
     *
     * @throws InvalidInput if the time is out of range or the amount not finite
     */
    public RepricingFlow {
        Bounds.between("years", years, 0.0, 100.0);
        Bounds.finite("amount", amount);
    }
}
