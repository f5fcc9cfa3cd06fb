package io.bondtrader.strategies.strategy;

import io.bondtrader.strategies.market.MarketView;
import java.util.List;
import java.util.Set;

/**
 * Turns what was published into what it would like to hold. It does not trade: sizing, netting, limits and execution follow,
 * and each says what it did with an intent.
 *
 * <pre>{@code
 * Strategy steady = view -> List.of(Intent.of("UST 10Y", Direction.LONG, 10_000).because("CARRY", "because it pays"));
 * }</pre>
 *
 * <p>An engine calls one strategy by one thread at a time. What a strategy decides depends on its configuration and on what
 * it was shown, and on nothing else: no clock, no randomness but a seeded one of its own, nothing shared. The test kit
 * {@code StrategyContract} holds one to that.
 */
@FunctionalInterface
public interface Strategy {

    /**
     * Looks at what has just been published.
     *
     * @param view everything that is known now
     * @return what it would like to hold from now on; what it names no longer stays as it was, an empty list changes nothing
     */
    List<Intent> onEvent(MarketView view);

    /** {@return how many events it has to see before its intents mean anything; the engine refuses them until then} */
    default int warmUp() {
        return 0;
    }

    /** {@return names of the instruments, series and curves whose events it wants to see; empty for all events} */
    default Set<String> interests() {
        return Set.of();
    }
}
