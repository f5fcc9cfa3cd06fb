package io.bondtrader.compliance.monitor;

import io.bondtrader.core.error.InvalidInput;
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

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    /**
     * Checks the time.
     *
     * @throws InvalidInput if its year is not one from 1 to 9999
     */
    public TradeStage {
        InvalidInput.unless(!at.isBefore(EARLIEST) && !at.isAfter(LATEST), "time", at, "in a year from 1 to 9999");
    }

    /** {@return the day in UTC, whose law counts} */
    public LocalDate day() {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
