package io.bondtrader.compliance.audit.stream;

import org.jspecify.annotations.Nullable;

/**
 * How far a stream has come. Immutable.
 *
 * @param next the index of the first event that was not delivered
 * @param behind how many durable events wait
 * @param delivered how many were handed over since the stream was made, repetitions included
 * @param failures how many deliveries failed since the last that did not
 * @param lastFailure the code and detail of the last failure, if it has not been overcome; null otherwise
 */
public record StreamStatus(
        long next,
        long behind,
        long delivered,
        int failures,
        @Nullable String lastFailure) {}
