package io.bondtrader.compliance.monitor;

import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;

/**
 * How much a sovereign owes, as the table of thresholds asks. Immutable.
 *
 * @param issuer the firm's name of it
 * @param outstandingEur outstanding debt in euro, positive
 * @param liquidFuture whether there is a liquid futures market for the debt
 */
public record SovereignDebt(String issuer, BigDecimal outstandingEur, boolean liquidFuture) {

    /**
     * Checks the amount.
     *
     * @throws InvalidInput if the issuer is blank or the amount not positive
     */
    public SovereignDebt {
        InvalidInput.unless(!issuer.isBlank(), "issuer", issuer, "not blank");
        InvalidInput.unless(outstandingEur.signum() > 0, "outstanding debt", outstandingEur, "positive");
    }
}
