package io.bondtrader.compliance.privacy;

import io.bondtrader.compliance.retention.RecordClass;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the keys of persons. A key that was destroyed is gone for good, from every copy that the store answers for; that it was
 * there stays known. Safe for use by many threads.
 */
public interface SubjectKeyStore {

    /**
     * Looks a key up.
     *
     * @param subject whose data
     * @param recordClass in which kind of record
     * @return the key, also if it was destroyed
     */
    Optional<SubjectKey> find(SubjectId subject, RecordClass recordClass);

    /**
     * Keeps a new key, unless there is or was one.
     *
     * @param key the key
     * @return whether it was kept
     */
    boolean add(SubjectKey key);

    /**
     * Destroys a key. Does nothing if there is none, or it is destroyed.
     *
     * @param subject whose data
     * @param recordClass in which kind of record
     * @param at when
     */
    void destroy(SubjectId subject, RecordClass recordClass, Instant at);

    /**
     * Lists a person's keys.
     *
     * @param subject whose
     * @return all, destroyed ones included
     */
    List<SubjectKey> ofSubject(SubjectId subject);
}
