package io.bondtrader.security.identity;

import java.time.Instant;
import java.util.Objects;

/**
 * One proof that was given.
 *
 * <p>Immutable.
 *
 * @param factor by what
 * @param provedAt when, by the clock of whoever checked it
 */
public record FactorEvidence(Factor factor, Instant provedAt) {

    /** Checks that nothing is missing. */
    public FactorEvidence {
        Objects.requireNonNull(factor, "factor");
        Objects.requireNonNull(provedAt, "provedAt");
    }
}
