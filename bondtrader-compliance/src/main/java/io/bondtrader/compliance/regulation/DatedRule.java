package io.bondtrader.compliance.regulation;

import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A rule and the days on which it is law. Immutable if its content is.
 *
 * @param <T> what it says
 * @param from the first day in force
 * @param until the first day no longer in force; {@link LocalDate#MAX} while no end is known
 * @param citation where it stands
 * @param content what it says
 */
public record DatedRule<T>(LocalDate from, LocalDate until, Citation citation, T content) {

    /**
     * Checks the days.
     *
     * @throws InvalidInput if the rule would end before it begins
     */
    public DatedRule {
        Objects.requireNonNull(citation, "citation");
        Objects.requireNonNull(content, "content");
        InvalidInput.unless(from.isBefore(until), "until", until, "after the first day in force, " + from);
    }

    /**
     * Returns a rule without a known end.
     *
     * @param <T> what it says
     * @param from the first day in force
     * @param citation where it stands
     * @param content what it says
     * @return the rule
     */
    public static <T> DatedRule<T> since(LocalDate from, Citation citation, T content) {
        return new DatedRule<>(from, LocalDate.MAX, citation, content);
    }

    /**
     * Tells whether the rule is law on a day.
     *
     * @param day the day
     * @return whether it is in force
     */
    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }
}
