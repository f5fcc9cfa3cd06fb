package io.bondtrader.strategies.order;

import io.bondtrader.core.error.InvalidInput;
import java.time.Instant;
import java.util.Objects;

/**
 * How long an order works.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param policy what ends it
 * @param end from when on it no longer works; {@link Instant#MAX} where the policy knows no end
 */
public record TimeInForce(Policy policy, Instant end) {

    /** What ends an order. */
    public enum Policy {
        /** Nothing but a cancel. */
        GOOD_TILL_CANCELLED,
        /** The end of the day. */
        DAY,
        /** A time of its own. */
        GOOD_TILL_DATE,
        /** The first look: what cannot be done at once is cancelled. */
        IMMEDIATE_OR_CANCEL,
        /** The first look: unless all of it can be done at once, all of it is cancelled. */
        FILL_OR_KILL
    }

    private static final TimeInForce GTC = new TimeInForce(Policy.GOOD_TILL_CANCELLED, Instant.MAX);
    private static final TimeInForce IOC = new TimeInForce(Policy.IMMEDIATE_OR_CANCEL, Instant.MAX);
    private static final TimeInForce FOK = new TimeInForce(Policy.FILL_OR_KILL, Instant.MAX);

    /**
     * Checks that there is an end where one is due, and none elsewhere.
     *
     * @throws InvalidInput if not
     */
    public TimeInForce {
        Objects.requireNonNull(end);
        boolean dated = policy == Policy.DAY || policy == Policy.GOOD_TILL_DATE;
        InvalidInput.unless(
                dated != end.equals(Instant.MAX), "end", end, (dated ? "given for " : "left open for ") + policy);
    }

    /** {@return good till cancelled} */
    public static TimeInForce gtc() {
        return GTC;
    }

    /** {@return immediate or cancel} */
    public static TimeInForce ioc() {
        return IOC;
    }

    /** {@return fill or kill} */
    public static TimeInForce fok() {
        return FOK;
    }

    /**
     * Returns good for the day.
     *
     * @param end when the day ends
     * @return the time in force
     */
    public static TimeInForce day(Instant end) {
        return new TimeInForce(Policy.DAY, end);
    }

    /**
     * Returns good till a time.
     *
     * @param end from when on it no longer works
     * @return the time in force
     */
    public static TimeInForce gtd(Instant end) {
        return new TimeInForce(Policy.GOOD_TILL_DATE, end);
    }

    /** {@return whether what cannot be done at the first look is cancelled} */
    public boolean immediate() {
        return policy == Policy.IMMEDIATE_OR_CANCEL || policy == Policy.FILL_OR_KILL;
    }

    /**
     * Returns whether the time has run out.
     *
     * @param now the time
     * @return whether the order no longer works
     */
    public boolean expired(Instant now) {
        return !now.isBefore(end);
    }
}
