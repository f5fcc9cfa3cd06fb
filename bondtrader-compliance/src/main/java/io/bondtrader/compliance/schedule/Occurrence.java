package io.bondtrader.compliance.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * One time at which something is due. Immutable.
 *
 * @param day the day that it is about: T of T+1
 * @param due when it is due
 */
public record Occurrence(LocalDate day, Instant due) {

    /** Checks that both are there. */
    public Occurrence {
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(due, "due");
    }
}
