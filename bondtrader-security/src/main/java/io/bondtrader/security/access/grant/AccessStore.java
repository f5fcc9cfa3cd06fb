package io.bondtrader.security.access.grant;

import java.util.function.UnaryOperator;

/**
 * Keeps the book. Must be durable and safe for use by many threads and, where several processes share it, by all of them.
 * One that cannot answer throws; requests are then denied.
 */
public interface AccessStore {

    /**
     * Returns the version of the newest book. Called before every decision, so it is quick; a revocation counts from the
     * moment that this tells of it.
     *
     * @return the version
     */
    long version();

    /** {@return the newest book; called after its version has changed} */
    AccessBook read();

    /**
     * Changes the book with nobody else's change in between: gives the newest book to the change, exactly once, and keeps
     * what it returns under the next version before any other change begins. What the change throws is thrown on, and
     * nothing is kept; if it returns the very book that it was given, there is no new version.
     *
     * @param change returns the new book
     * @return the newest book
     */
    AccessBook update(UnaryOperator<AccessBook> change);
}
