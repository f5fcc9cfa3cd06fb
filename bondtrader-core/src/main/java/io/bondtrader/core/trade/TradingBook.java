package io.bondtrader.core.trade;

import io.bondtrader.core.error.InvalidInput;

/**
 * Where a position stands in the house.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param firm the legal entity
 * @param desk the desk within it
 * @param name the book of the desk
 */
public record TradingBook(String firm, String desk, String name) {

    /**
     * Checks that nothing is blank.
     *
     * @throws InvalidInput if a text is blank
     */
    public TradingBook {
        Security.requireText("firm", firm);
        Security.requireText("desk", desk);
        Security.requireText("name", name);
    }
}
