package io.bondtrader.strategies.execution;

import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/**
 * A part of an order, and when it is to be worked.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param at when to send it
 * @param face its face, positive
 */
public record ExecutionSlice(Instant at, BigDecimal face) {

    /**
     * Checks the face.
     *
     * @throws InvalidInput if it is not positive
     */
    public ExecutionSlice {
        Objects.requireNonNull(at);
        InvalidInput.unless(face.signum() > 0, "face", face, "positive");
    }
}
