package io.bondtrader.strategies.error;

import java.util.Collection;

/** A strategy that nobody registered. */
@SuppressWarnings("serial") // thrown and read, never stored
public final class UnknownStrategy extends TradingException {

    /**
     * Reports the name and those that there are.
     *
     * @param name that was asked for
     * @param known the names that are registered
     */
    public UnknownStrategy(String name, Collection<String> known) {
        super(
                TradingErrorCode.UNKNOWN_STRATEGY,
                "strategy must be one of " + String.join(", ", known) + ", was " + name);
    }
}
