package io.bondtrader.compliance.client;

import io.bondtrader.compliance.audit.EventIndices;
import io.bondtrader.core.error.InvalidInput;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A client's category, as the log has it. Immutable.
 *
 * @param client whose
 * @param category granted or in itself
 * @param inItself what the client is without a request
 * @param since from which day
 * @param reviewBy by which day it is looked at again
 * @param events the events that it comes from
 */
public record ClientStanding(
        String client,
        ClientCategory category,
        ClientCategory inItself,
        LocalDate since,
        LocalDate reviewBy,
        EventIndices events) {

    /**
     * Checks that the review comes after the beginning.
     *
     * @throws InvalidInput if not
     */
    public ClientStanding {
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(inItself, "inItself");
        Objects.requireNonNull(events, "events");
        InvalidInput.unless(reviewBy.isAfter(since), "review", reviewBy, "after " + since);
    }

    /**
     * Returns the category that counts on a day. Less protection on request ends with the day of its review, by rule of the
     * house: the Directive knows no expiry, but obliges the firm to act once the client no longer fulfils the conditions.
     *
     * @param day the day
     * @return the category; from the review on, of the granted one and the client's own, the one that protects more
     */
    public ClientCategory on(LocalDate day) {
        boolean overdue = !day.isBefore(reviewBy);
        return overdue && inItself.protectsMoreThan(category) ? inItself : category;
    }

    /**
     * Tells whether the review is due.
     *
     * @param day the day
     * @return whether it is
     */
    public boolean reviewDue(LocalDate day) {
        return !day.isBefore(reviewBy);
    }
}
