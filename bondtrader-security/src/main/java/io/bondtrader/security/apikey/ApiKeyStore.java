package io.bondtrader.security.apikey;

import java.util.List;
import java.util.Optional;

/** Keeps records of keys and their use. Durable before it returns; safe for use by many threads and machines. */
public interface ApiKeyStore {

    /**
     * Looks for a key. Called at each check of a well-formed key.
     *
     * @param id public identifier
     * @return the record
     */
    Optional<ApiKeyRecord> find(String id);

    /**
     * Keeps a record if the one there is of the revision before, or if there is none and this is of revision 0.
     *
     * @param record to keep
     * @return true for exactly one of those who saw the same revision
     */
    boolean replace(ApiKeyRecord record);

    /**
     * Lists records in the order of their identifiers. Called by schedule.
     *
     * @param after the last identifier of the page before; empty for the first page
     * @param most how many
     * @return the next records; fewer than asked for at the end
     */
    List<ApiKeyRecord> page(String after, int most);

    /**
     * Adds to what is known of a key's use. Called from time to time with what gathered since.
     *
     * @param id public identifier
     * @param use since the last call; counts are added, the later time wins
     */
    void addUse(String id, ApiKeyUse use);

    /**
     * Returns what is known of a key's use.
     *
     * @param id public identifier
     * @return the sum of what was added; nothing for a key that was never used
     */
    Optional<ApiKeyUse> use(String id);
}
