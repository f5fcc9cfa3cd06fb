package io.bondtrader.compliance.audit;

import io.bondtrader.security.signing.Checkpoint;
import io.bondtrader.security.signing.ConsistencyProof;
import io.bondtrader.security.signing.InclusionProof;
import io.bondtrader.security.signing.RangeProof;
import java.util.function.Consumer;

/**
 * What can be read of a log: events by their place, and the proofs that they stand there. Everything that compliance
 * computes, it computes from this, up to the size of one signed checkpoint.
 *
 * <p>Safe for use by many threads.
 */
public interface AuditTrail {

    /** {@return the newest signed checkpoint; all events below its size are durable} */
    Checkpoint checkpoint();

    /** {@return the newest checkpoint as the signed note that it came in} */
    String signedCheckpoint();

    /**
     * Reads events in their order.
     *
     * @param startInclusive the first
     * @param endExclusive the one after the last, at most the size of the checkpoint
     * @param reader called for each, on the caller's thread
     * @throws io.bondtrader.core.error.InvalidInput if the range is empty of sense or goes beyond the checkpoint
     * @throws io.bondtrader.compliance.error.LogDamaged if bytes are not what was written
     * @throws io.bondtrader.core.error.MissingData if the events were archived and taken from this log
     */
    void read(long startInclusive, long endExclusive, Consumer<LoggedEvent> reader);

    /**
     * Reads events in their order, and the hashes of those whose words were deleted when their time was over. A log of its own
     * deletes nothing; archives do.
     *
     * @param startInclusive the first
     * @param endExclusive the one after the last, at most the size of the checkpoint
     * @param reader called for each event that is held, on the caller's thread
     * @param deleted called for each that is not, in its place
     * @throws io.bondtrader.core.error.InvalidInput if the range is empty of sense or goes beyond the checkpoint
     * @throws io.bondtrader.compliance.error.LogDamaged if bytes are not what was written
     * @throws io.bondtrader.core.error.MissingData if events were archived, taken from this log, and it knows no archive
     */
    default void readHeld(
            long startInclusive, long endExclusive, Consumer<LoggedEvent> reader, DeletedEventReader deleted) {
        read(startInclusive, endExclusive, reader);
    }

    /**
     * Returns the bytes of an entry as they are hashed: canonical JSON of one line.
     *
     * @param index its place
     * @return the bytes, the caller's own
     */
    byte[] entry(long index);

    /**
     * Proves that an event is in the log.
     *
     * @param index its place
     * @param treeSize the size of the checkpoint to prove it to
     * @return the proof
     */
    InclusionProof inclusion(long index, long treeSize);

    /**
     * Proves that the log only grew.
     *
     * @param fromSize an earlier size
     * @param toSize a later one
     * @return the proof
     */
    ConsistencyProof consistency(long fromSize, long toSize);

    /**
     * Proves that nothing was left out between two places.
     *
     * @param startInclusive the first
     * @param endExclusive the one after the last
     * @param treeSize the size of the checkpoint to prove it to
     * @return the proof
     */
    RangeProof range(long startInclusive, long endExclusive, long treeSize);

    /**
     * Returns the first event whose entry is still in the log. Those before were archived and taken out; their hashes stay, so
     * that every proof still works.
     *
     * @return its index; the size of the log if none is
     */
    default long firstEntry() {
        return 0;
    }
}
