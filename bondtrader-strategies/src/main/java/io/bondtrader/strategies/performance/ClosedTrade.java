package io.bondtrader.strategies.performance;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.trade.Money;
import io.bondtrader.core.trade.Side;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * A trade from its opening to its closing, with what it brought.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param instrument what was traded
 * @param side bought first, or sold first
 * @param entry the day it was opened
 * @param exit the day it was closed, not before the entry
 * @param face face amount, positive
 * @param entryPrice mean clean price per 100 at which it was opened
 * @param exitPrice mean clean price per 100 at which it was closed
 * @param profit what it brought after costs: price gain, coupons and accrued interest, financing, less costs
 * @param costs what was paid for trading, already taken off the profit; negative for a rebate
 * @param reason why it was closed; may be empty
 */
public record ClosedTrade(
        String instrument,
        Side side,
        LocalDate entry,
        LocalDate exit,
        BigDecimal face,
        BigDecimal entryPrice,
        BigDecimal exitPrice,
        Money profit,
        Money costs,
        String reason) {

    /**
     * Checks the trade.
     *
     * @throws InvalidInput if the name is blank, the face not positive, the exit before the entry or the currencies differ
     */
    public ClosedTrade {
        InvalidInput.unless(!instrument.isBlank(), "instrument", instrument, "not blank");
        Objects.requireNonNull(side);
        Objects.requireNonNull(entryPrice);
        Objects.requireNonNull(exitPrice);
        Objects.requireNonNull(reason);
        InvalidInput.unless(!exit.isBefore(entry), "exit", exit, "not before the entry, " + entry);
        InvalidInput.unless(face.signum() > 0, "face", face, "positive");
        InvalidInput.unless(
                profit.currency().equals(costs.currency()), "costs", costs, "in the currency of the profit, " + profit);
    }

    /** {@return calendar days from entry to exit} */
    public long daysHeld() {
        return ChronoUnit.DAYS.between(entry, exit);
    }
}
