package io.bondtrader.compliance.monitor;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * When a trade is looked at. Immutable.
 *
 * @param done whether it was done: positions then contain it
 * @param at the present time
 */
public record TradeStage(boolean done, Instant at) {

    /** {@return the day in UTC, whose law counts} */
    public LocalDate day() {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
