package io.bondtrader.risk.limit;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How much of a limit is used.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param limit the limit
 * @param value the measure of what is filled
 * @param withWorkingOrders the measure with working orders, where that is worse
 * @param threshold where the limit lies, overrides included
 * @param utilisation the part of the threshold that is used by what is filled; above 1 beyond the limit
 * @param withinLimit whether what is filled is within the limit
 * @param group the group that has the value; null where the measure knows no groups
 */
public record Utilisation(
        Limit limit,
        double value,
        double withWorkingOrders,
        double threshold,
        double utilisation,
        boolean withinLimit,
        @Nullable String group) {

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %,.2f of %,.2f (%.1f %%)%s%s",
                limit.id(),
                value,
                threshold,
                100 * utilisation,
                group == null ? "" : " in " + group,
                withinLimit ? "" : ", EXCEEDED");
    }
}
