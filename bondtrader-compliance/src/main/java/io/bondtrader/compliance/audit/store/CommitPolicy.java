package io.bondtrader.compliance.audit.store;

import io.bondtrader.core.error.InvalidInput;

/**
 * How much is written at once and how much may wait. All events that wait when the disk becomes free are written together
 * (group commit), so there is no delay to set. Immutable.
 *
 * @param mostEvents of one commit; a list that was appended as one is never split
 * @param mostBytes of one commit
 * @param queuedEvents how many may wait; whoever appends more waits too
 * @param queuedBytes how many bytes may wait
 * @param segmentBytes after how many bytes a new file is begun
 */
public record CommitPolicy(int mostEvents, int mostBytes, int queuedEvents, long queuedBytes, long segmentBytes) {

    /** The longest list that is appended as one. */
    public static final int LONGEST_LIST = 16_384;

    private static final int MOST_EVENTS = 1 << 20;
    private static final int MOST_BYTES = 1 << 25;

    /**
     * Checks the limits.
     *
     * @throws InvalidInput if one is not positive or too large
     */
    public CommitPolicy {
        require("events of a commit", mostEvents, MOST_EVENTS);
        require("bytes of a commit", mostBytes, MOST_BYTES);
        require("queued events", queuedEvents, MOST_EVENTS);
        require("queued bytes", queuedBytes, 1L << 34);
        require("bytes of a segment", segmentBytes, 1L << 32);
    }

    private static void require(String name, long value, long most) {
        InvalidInput.unless(value >= 1 && value <= most, name, value, "1 to " + most);
    }

    /** {@return 8,192 events or 4 MiB a commit, 65,536 events or 64 MiB that wait, segments of 256 MiB} */
    public static CommitPolicy standard() {
        return new CommitPolicy(8_192, 1 << 22, 1 << 16, 1L << 26, 1L << 28);
    }

    /**
     * Returns this policy with other segments.
     *
     * @param bytes after how many a new file is begun
     * @return the policy
     */
    public CommitPolicy withSegmentBytes(long bytes) {
        return new CommitPolicy(mostEvents, mostBytes, queuedEvents, queuedBytes, bytes);
    }

    /**
     * Returns this policy with other commits.
     *
     * @param events of one commit
     * @return the policy
     */
    public CommitPolicy withMostEvents(int events) {
        return new CommitPolicy(events, mostBytes, queuedEvents, queuedBytes, segmentBytes);
    }

    /**
     * Returns this policy with another queue.
     *
     * @param events how many may wait
     * @return the policy
     */
    public CommitPolicy withQueuedEvents(int events) {
        return new CommitPolicy(mostEvents, mostBytes, events, queuedBytes, segmentBytes);
    }
}
