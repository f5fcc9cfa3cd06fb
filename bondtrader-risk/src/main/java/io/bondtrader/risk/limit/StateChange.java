package io.bondtrader.risk.limit;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A change of the trading state of a scope.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param scope for which part of the house
 * @param state the state from then on
 * @param by who changed it: a person, or the limit whose kill switch did
 * @param approvedBy who approved that it became less severe; null where nobody had to
 * @param reason why
 * @param at when
 */
public record StateChange(
        Scope scope,
        TradingState state,
        String by,
        @Nullable String approvedBy,
        String reason,
        Instant at) {

    /**
     * Checks that the change is accounted for.
     *
     * @throws io.bondtrader.core.error.InvalidInput if a text is blank
     */
    public StateChange {
        Objects.requireNonNull(scope);
        Objects.requireNonNull(state);
        Objects.requireNonNull(at);
        Limit.requireText("by", by);
        Limit.requireText("reason", reason);
    }
}
