package io.bondtrader.compliance.report;

import io.bondtrader.compliance.audit.AuditTrail;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.error.LogDamaged;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.security.signing.Checkpoint;
import io.bondtrader.security.signing.HashValue;
import io.bondtrader.security.signing.MerkleFrontier;
import io.bondtrader.security.signing.TrustedKeys;
import java.util.function.Consumer;

/**
 * A log up to a size, under a signed checkpoint. Every reading hashes all events and requires that they lead to the
 * checkpoint's root, so that nothing is computed from an event that was changed, dropped or moved.
 *
 * <p>Safe for use by many threads if the trail is.
 */
public final class VerifiedLog {

    private final AuditTrail trail;
    private final String origin;
    private final long size;
    private final HashValue root;
    private final long deleted;

    private VerifiedLog(AuditTrail trail, String origin, long size, HashValue root, long deleted) {
        this.trail = trail;
        this.origin = origin;
        this.size = size;
        this.root = root;
        this.deleted = deleted;
    }

    /**
     * Returns the log up to its newest checkpoint.
     *
     * @param trail the log
     * @param keys those that must have signed it
     * @return the log
     * @throws io.bondtrader.security.error.SignatureRejected if they have not
     */
    public static VerifiedLog newest(AuditTrail trail, TrustedKeys keys) {
        Checkpoint newest = opened(trail, keys);
        return new VerifiedLog(trail, newest.origin(), newest.size(), newest.root(), 0);
    }

    /**
     * Returns the log as it was when it had a size. That the newest checkpoint extends it is proven.
     *
     * @param trail the log
     * @param size the number of events
     * @param keys those that must have signed the newest checkpoint
     * @return the log
     * @throws InvalidInput if the log has not that many events
     * @throws LogDamaged if its events do not lead to the newest checkpoint
     * @throws io.bondtrader.security.error.SignatureRejected if the keys have not signed it
     */
    public static VerifiedLog at(AuditTrail trail, long size, TrustedKeys keys) {
        Checkpoint newest = opened(trail, keys);
        InvalidInput.unless(size >= 0 && size <= newest.size(), "size of the log", size, "at most " + newest.size());
        if (size == newest.size()) {
            return new VerifiedLog(trail, newest.origin(), size, newest.root(), 0);
        }
        HashValue root = rootOf(trail, size);
        boolean extended = size == 0 || trail.consistency(size, newest.size()).proves(root, newest.root());
        if (!extended) {
            throw new LogDamaged("the first " + size + " events do not lead to the checkpoint of " + newest.size());
        }
        return new VerifiedLog(trail, newest.origin(), size, root, 0);
    }

    private static Checkpoint opened(AuditTrail trail, TrustedKeys keys) {
        return Checkpoint.open(trail.signedCheckpoint(), trail.checkpoint().origin(), keys);
    }

    private static HashValue rootOf(AuditTrail trail, long size) {
        Hashed hashed = new Hashed();
        trail.readHeld(0, size, event -> hashed.take(event.leaf()), hashed::deleted);
        return hashed.frontier.root();
    }

    /**
     * Returns this log for a reader who can do without events that were deleted when their time was over. Their hashes still
     * count, and a report says how many there are.
     *
     * @return the log
     * @throws LogDamaged if events and hashes do not lead to the root
     */
    public VerifiedLog toleratingDeleted() {
        Hashed hashed = new Hashed();
        trail.readHeld(0, size, event -> hashed.take(event.leaf()), hashed::deleted);
        requireRoot(hashed);
        return new VerifiedLog(trail, origin, size, root, hashed.deleted);
    }

    private void requireRoot(Hashed hashed) {
        if (!hashed.frontier.root().equals(root)) {
            throw new LogDamaged("the events read do not lead to the checkpoint of " + size);
        }
    }

    /** What was read so far. */
    private static final class Hashed {

        MerkleFrontier frontier = MerkleFrontier.empty();
        long deleted;

        void take(HashValue leaf) {
            frontier = frontier.append(leaf);
        }

        void deleted(long index, HashValue leaf) {
            take(leaf);
            deleted++;
        }
    }

    /**
     * Reads all events in their order. What the reader gathered counts only if this returns.
     *
     * @param reader called for each, on the caller's thread
     * @throws LogDamaged if they do not lead to the root
     * @throws io.bondtrader.core.error.MissingData if events were taken from the log, and it knows no archive of them; or were
     *     deleted, more than this log tolerates
     */
    public void read(Consumer<LoggedEvent> reader) {
        Hashed hashed = new Hashed();
        trail.readHeld(
                0,
                size,
                event -> {
                    hashed.take(event.leaf());
                    reader.accept(event);
                },
                (index, leaf) -> {
                    hashed.deleted(index, leaf);
                    if (hashed.deleted > deleted) {
                        throw new MissingData("event " + index + " was deleted when its time was over");
                    }
                });
        requireRoot(hashed);
    }

    /** {@return how many events were deleted when their time was over, and are tolerated} */
    public long deletedEvents() {
        return deleted;
    }

    /** {@return the log's name} */
    public String origin() {
        return origin;
    }

    /** {@return the number of events} */
    public long size() {
        return size;
    }

    /** {@return the Merkle root over them} */
    public HashValue root() {
        return root;
    }

    @Override
    public String toString() {
        return "VerifiedLog[" + origin + ", " + size + " events]";
    }
}
