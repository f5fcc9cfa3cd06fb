package io.bondtrader.security.access.duty;

import io.bondtrader.security.access.request.ResourceRef;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Keeps the steps taken on objects, for ever and in their order. Must be durable and safe for use by many threads. One that
 * cannot answer throws; the request is then denied.
 */
public interface DutyHistory {

    /**
     * Reads the steps taken on an object. Called for explanations, which change nothing.
     *
     * @param object its type and identifier count, where it belongs does not
     * @return the steps in the order in which they were appended; empty if there are none
     */
    List<DutyStep> read(ResourceRef object);

    /**
     * Decides on a step and keeps it, with nobody else's step on the same object in between: gives the steps taken so far
     * to the check, exactly once, and appends what it returns before any other check for the object begins. What the check
     * throws is thrown on, and nothing is appended. Called for every request that duties look at.
     *
     * @param object its type and identifier count
     * @param check returns the step to append, or nothing
     * @return what the check returned
     */
    Optional<DutyStep> appendIf(ResourceRef object, Function<List<DutyStep>, Optional<DutyStep>> check);

    /**
     * Reads the steps that an exception made possible. Called for its review.
     *
     * @param exception its identifier
     * @return the steps, whatever the object, in the order of their times
     */
    List<DutyStep> underException(String exception);
}
