package io.bondtrader.compliance.monitor;

import io.bondtrader.core.error.InvalidInput;
import java.math.BigDecimal;

/**
 * How much of one thing an account may hold, long or short. Immutable.
 *
 * @param approvalAbove above this nominal another person must agree
 * @param blockAbove above this nominal nothing helps
 */
public record ConcentrationLimit(BigDecimal approvalAbove, BigDecimal blockAbove) {

    /**
     * Checks the order of the two.
     *
     * @throws InvalidInput if one is negative or the first exceeds the second
     */
    public ConcentrationLimit {
        boolean ordered = approvalAbove.signum() >= 0 && approvalAbove.compareTo(blockAbove) <= 0;
        InvalidInput.unless(ordered, "limit", approvalAbove, "between 0 and " + blockAbove);
    }

    Effect effect(BigDecimal before, BigDecimal after) {
        // What makes a position smaller is never refused: it must be possible to get below a limit.
        boolean smaller = after.abs().compareTo(before.abs()) <= 0;
        if (smaller || after.abs().compareTo(approvalAbove) <= 0) {
            return Effect.ALLOW;
        }
        return after.abs().compareTo(blockAbove) <= 0 ? Effect.NEEDS_APPROVAL : Effect.BLOCK;
    }
}
