package io.bondtrader.compliance.audit.stream;

/**
 * Remembers how far each stream has come. What was saved is found again after a crash; if not the last save, then one before
 * it, never a later place. Safe for use by many threads.
 */
public interface CursorStore {

    /**
     * Looks a stream's place up.
     *
     * @param stream its name
     * @return the index of the first event that it has not delivered; 0 for a stream that is not known
     */
    long load(String stream);

    /**
     * Keeps a stream's place. Returning means that it is durable, as far as the store is.
     *
     * @param stream its name
     * @param next the index of the first event that it has not delivered
     */
    void save(String stream, long next);
}
