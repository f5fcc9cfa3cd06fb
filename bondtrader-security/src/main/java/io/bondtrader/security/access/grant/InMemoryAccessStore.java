package io.bondtrader.security.access.grant;

import java.util.Objects;
import java.util.function.UnaryOperator;

/** Keeps the book in memory: for tests, and for programs that load it at their start. Safe for use by many threads. */
public final class InMemoryAccessStore implements AccessStore {

    private volatile AccessBook book;

    /**
     * Begins with a book.
     *
     * @param book the book
     */
    public InMemoryAccessStore(AccessBook book) {
        this.book = Objects.requireNonNull(book, "book");
    }

    @Override
    public long version() {
        return book.version();
    }

    @Override
    public AccessBook read() {
        return book;
    }

    @Override
    public synchronized AccessBook update(UnaryOperator<AccessBook> change) {
        AccessBook changed = change.apply(book);
        if (changed != book) {
            book = changed.at(book.version() + 1);
        }
        return book;
    }
}
