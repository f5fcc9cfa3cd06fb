package io.bondtrader.strategies.execution;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Execution;
import java.util.Objects;

/**
 * A fill, and where and with whom it was done.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param execution the fill
 * @param venue where it was done
 * @param dealer with whom; empty where nobody quoted, as in an order book
 */
public record ExecutedFill(Execution execution, String venue, String dealer) {

    /**
     * Checks the venue.
     *
     * @throws InvalidInput if it is blank
     */
    public ExecutedFill {
        Objects.requireNonNull(execution);
        Objects.requireNonNull(dealer);
        InvalidInput.unless(!venue.isBlank(), "venue", venue, "not blank");
    }
}
