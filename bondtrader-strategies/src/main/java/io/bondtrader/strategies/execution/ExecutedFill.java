package io.bondtrader.strategies.execution;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Execution;
import io.bondtrader.core.trade.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/**
 * A fill of an order, and where and with whom it was done.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param id identifier given by the venue
 * @param at when it was done
 * @param face what was done, positive
 * @param cleanPrice per 100, positive
 * @param fees what the trade cost beside its price, not negative
 * @param venue where it was done
 * @param dealer with whom; empty where nobody quoted, as in an order book
 */
public record ExecutedFill(
        String id, Instant at, BigDecimal face, BigDecimal cleanPrice, Money fees, String venue, String dealer) {

    /**
     * Checks the fill.
     *
     * @throws InvalidInput if face or price is not positive, fees are negative, or the venue is blank
     */
    public ExecutedFill {
        Objects.requireNonNull(id);
        Objects.requireNonNull(at);
        Objects.requireNonNull(dealer);
        InvalidInput.unless(face.signum() > 0, "face", face, "positive");
        InvalidInput.unless(cleanPrice.signum() > 0, "cleanPrice", cleanPrice, "positive");
        InvalidInput.unless(fees.amount().signum() >= 0, "fees", fees, "zero or more");
        InvalidInput.unless(!venue.isBlank(), "venue", venue, "not blank");
    }

    /**
     * Returns an execution as fill.
     *
     * @param execution the trade
     * @param venue where it was done
     * @param dealer with whom, or empty
     * @return the fill
     * @throws InvalidInput if the venue is blank or the price not positive
     */
    public static ExecutedFill of(Execution execution, String venue, String dealer) {
        return new ExecutedFill(
                execution.id(),
                execution.executedAt(),
                execution.face(),
                execution.cleanPrice(),
                execution.fees(),
                venue,
                dealer);
    }
}
