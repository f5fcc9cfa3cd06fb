package io.bondtrader.risk.limit;

import io.bondtrader.core.error.InvalidInput;
import java.time.Instant;

/**
 * Another threshold for a limit, for a time.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param limit the limit
 * @param threshold the threshold in the unit of its measure
 * @param from from when on
 * @param until until when, that instant no longer
 * @param requestedBy who asked for it
 * @param approvedBy who approved it, another person
 * @param reason why
 */
public record TemporaryOverride(
        String limit,
        double threshold,
        Instant from,
        Instant until,
        String requestedBy,
        String approvedBy,
        String reason) {

    /**
     * Checks that the override ends and two persons answer for it.
     *
     * @throws InvalidInput if a text is blank, the threshold not finite, the end not after the start, or one person
     *     requested and approved
     */
    public TemporaryOverride {
        Limit.requireText("limit", limit);
        Limit.requireText("requestedBy", requestedBy);
        Limit.requireText("approvedBy", approvedBy);
        Limit.requireText("reason", reason);
        InvalidInput.unless(Double.isFinite(threshold), "threshold", threshold, "finite");
        InvalidInput.unless(until.isAfter(from), "until", until, "after " + from);
        InvalidInput.unless(
                !requestedBy.strip().equalsIgnoreCase(approvedBy.strip()),
                "approvedBy",
                approvedBy,
                "another person than requestedBy");
    }

    boolean isInForce(Instant time) {
        return !time.isBefore(from) && time.isBefore(until);
    }
}
