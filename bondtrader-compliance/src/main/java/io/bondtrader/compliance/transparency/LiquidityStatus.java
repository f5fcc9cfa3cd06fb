package io.bondtrader.compliance.transparency;

import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;

/**
 * Whether a bond counts as liquid, and for which days.
 *
 * @param liquid whether there is a liquid market
 * @param from the first day
 * @param until the first day no longer
 * @param source who says so: the authority's publication, or a calculation
 */
public record LiquidityStatus(boolean liquid, LocalDate from, LocalDate until, String source) {

    /**
     * Checks days and source.
     *
     * @throws InvalidInput if it would end before it begins, or nobody says so
     */
    public LiquidityStatus {
        InvalidInput.unless(from.isBefore(until), "until", until, "after the first day, " + from);
        InvalidInput.unless(!source.isBlank(), "source", source, "not blank");
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }
}
