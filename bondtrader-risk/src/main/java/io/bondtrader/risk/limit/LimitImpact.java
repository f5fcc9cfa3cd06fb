package io.bondtrader.risk.limit;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an order does to one limit.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param limit the limit
 * @param before the measure with all working orders that count, without this one
 * @param after the measure with this order in its full size
 * @param threshold where the limit lies, overrides included
 * @param utilisation the part of the threshold that is used after the order; above 1 beyond the limit
 * @param passes whether the limit lets the order pass in its full size
 * @param largestFace the largest size that it lets pass, in whole lots; null if it lets the full size pass
 */
public record LimitImpact(
        Limit limit,
        double before,
        double after,
        double threshold,
        double utilisation,
        boolean passes,
        @Nullable BigDecimal largestFace) {

    /** {@return whether the limit was exceeded before, and lets the order pass because that takes it no further} */
    public boolean isExceededAlready() {
        return passes && !CompiledLimit.isWithin(limit, before, threshold);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s %s: %,.2f -> %,.2f of %,.2f (%.1f %%)%s",
                limit.id(),
                passes ? "passes" : limit.measure().code().id(),
                before,
                after,
                threshold,
                100 * utilisation,
                largestFace == null ? "" : ", largest face " + largestFace.toPlainString());
    }
}
