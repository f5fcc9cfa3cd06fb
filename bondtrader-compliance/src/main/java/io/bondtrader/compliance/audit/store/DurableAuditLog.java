package io.bondtrader.compliance.audit.store;

import io.bondtrader.compliance.audit.AuditLog;
import io.bondtrader.compliance.audit.AuditRecord;
import io.bondtrader.compliance.audit.KeyChange;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.Outcome;
import io.bondtrader.compliance.audit.PrunableTrail;
import io.bondtrader.compliance.audit.internal.EntryReader;
import io.bondtrader.compliance.audit.internal.FlatTree;
import io.bondtrader.compliance.audit.internal.Frame;
import io.bondtrader.compliance.audit.internal.OwnedFolder;
import io.bondtrader.compliance.audit.internal.PreparedEntry;
import io.bondtrader.compliance.audit.internal.PrunedEntries;
import io.bondtrader.compliance.audit.witness.WitnessReport;
import io.bondtrader.compliance.audit.witness.Witnesses;
import io.bondtrader.compliance.error.LogUnavailable;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.signing.Checkpoint;
import io.bondtrader.security.signing.ConsistencyProof;
import io.bondtrader.security.signing.InclusionProof;
import io.bondtrader.security.signing.NoteSigner;
import io.bondtrader.security.signing.NoteVerifier;
import io.bondtrader.security.signing.RangeProof;
import io.bondtrader.security.signing.Tile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * A log on local disk. An event is acknowledged once it is forced to the disk under a signed checkpoint; all events that
 * wait at that time are committed together. Entries, chain and checkpoints stand in segment files, which are the truth; the
 * tiles beside them are for other tools and are made from them.
 *
 * <p>It holds some 34 bytes of hashes in memory for each event. Opening reads and checks the whole log.
 *
 * <p>Safe for use by many threads. Futures are completed on the log's own thread: what hangs on them must be quick. One
 * process at a time has a folder open; {@link #close} makes durable what was appended.
 */
public final class DurableAuditLog implements AuditLog, PrunableTrail {

    private final OwnedFolder folder;
    private final CommitQueue queue;
    private final Committer committer;
    private final Thread thread;
    private final FlatTree tree;
    private final EntryReader reader;
    private final SegmentFiles files;
    private final TilePublisher tiles;
    private final Witnesses witnesses;
    private final RecoveryReport recovery;
    private final SegmentPruner pruner;
    private final Object publishing = new Object();
    private boolean closed;

    DurableAuditLog(
            OwnedFolder folder,
            CommitQueue queue,
            Committer committer,
            FlatTree tree,
            EntryReader reader,
            SegmentFiles files,
            TilePublisher tiles,
            Witnesses witnesses,
            RecoveryReport recovery,
            SegmentPruner pruner) {
        this.pruner = pruner;
        this.folder = folder;
        this.queue = queue;
        this.committer = committer;
        this.tree = tree;
        this.reader = reader;
        this.files = files;
        this.tiles = tiles;
        this.witnesses = witnesses;
        this.recovery = recovery;
        this.thread = new Thread(committer, "audit-log");
    }

    /**
     * Begins to describe a log.
     *
     * @param folder where it is kept: closed to group and others, made if its parent exists
     * @param origin its name, such as {@code example.com/audit}
     * @param signer signs its checkpoints
     * @return a builder
     */
    public static DurableAuditLogBuilder in(Path folder, String origin, NoteSigner signer) {
        return new DurableAuditLogBuilder(folder, origin, signer);
    }

    void start() {
        thread.start();
    }

    @Override
    public CompletableFuture<Long> append(AuditRecord event) {
        return append(List.of(event));
    }

    @Override
    public CompletableFuture<Long> append(List<AuditRecord> events) {
        if (events.isEmpty() || events.size() > CommitPolicy.LONGEST_LIST) {
            throw new InvalidInput("number of events", events.size(), "1 to " + CommitPolicy.LONGEST_LIST);
        }
        List<PreparedEntry> entries = new ArrayList<>(events.size());
        for (AuditRecord event : events) {
            if (event.action().startsWith(KeyChange.ACTION_PREFIX)
                    || event.action().equals(PrunedEntries.ACTION)) {
                throw new InvalidInput("action", event.action(), "none of those that the log itself uses");
            }
            entries.add(PreparedEntry.of(event));
        }
        Pending pending = Pending.of(entries);
        if (pending.bytes() > Frame.MOST_BYTES) {
            throw new InvalidInput("bytes of a list", pending.bytes(), "what fits into one commit");
        }
        queue.put(pending);
        return pending.done();
    }

    /**
     * Adds a key. From its event on every checkpoint is signed by it too.
     *
     * @param signer the new key
     * @param actor who adds it
     * @return the place of the event, once durable; fails with {@link InvalidInput} if the key is active already
     */
    public CompletableFuture<Long> addKey(NoteSigner signer, String actor) {
        return rotate(new Pending.Rotation(KeyChange.Kind.ADDED, signer.verifier(), signer, 0, actor));
    }

    /**
     * Lets a key go in good order.
     *
     * @param key the key
     * @param actor who lets it go
     * @return the place of the event, once durable; fails with {@link InvalidInput} if it is the last key or not active
     */
    public CompletableFuture<Long> retireKey(NoteVerifier key, String actor) {
        return rotate(new Pending.Rotation(KeyChange.Kind.RETIRED, key, null, 0, actor));
    }

    /**
     * Takes back a key whose introduction failed, without its signature.
     *
     * @param key the key
     * @param actor who takes it back
     * @return the place of the event, once durable; fails with {@link InvalidInput} if it is the last key or not active
     */
    public CompletableFuture<Long> withdrawKey(NoteVerifier key, String actor) {
        return rotate(new Pending.Rotation(KeyChange.Kind.WITHDRAWN, key, null, 0, actor));
    }

    /**
     * Revokes a key that somebody else may have. Another key must be active: events for which the revoked one alone
     * vouched after the last good size are in doubt from then on.
     *
     * @param key the key
     * @param lastGoodSize the last size of the log at which it was certainly in good hands
     * @param actor who revokes it
     * @return the place of the event, once durable; fails with {@link InvalidInput} if it is the last key or not active
     */
    public CompletableFuture<Long> revokeKey(NoteVerifier key, long lastGoodSize, String actor) {
        return rotate(new Pending.Rotation(KeyChange.Kind.REVOKED, key, null, lastGoodSize, actor));
    }

    private CompletableFuture<Long> rotate(Pending.Rotation rotation) {
        InvalidInput.unless(!rotation.actor().isBlank(), "actor", rotation.actor(), "not blank");
        Pending pending = Pending.of(rotation);
        queue.put(pending);
        return pending.done();
    }

    /** {@return what was found when the log was opened} */
    public RecoveryReport recovery() {
        return recovery;
    }

    /** {@return how many events were lost since the disk failed, and are not yet counted in the log itself} */
    public long lostEvents() {
        return queue.lost();
    }

    /**
     * Writes tiles and checkpoint for other tools to read, as far as the log is durable, and has the checkpoint cosigned.
     * If too few witnesses do so, the checkpoint that was published before stays.
     *
     * @return what the witnesses said
     * @throws LogUnavailable if the files cannot be written
     */
    public WitnessReport publish() {
        synchronized (publishing) {
            Committed now = committer.committed();
            try {
                tiles.tiles(now.checkpoint().size());
                WitnessReport report = witnesses.cosign(now.checkpoint(), now.note(), this);
                if (report.isEnough()) {
                    tiles.checkpoint(report.note());
                }
                return report;
            } catch (IOException failed) {
                throw new LogUnavailable("tiles could not be written", failed);
            }
        }
    }

    @Override
    public Checkpoint checkpoint() {
        return committer.committed().checkpoint();
    }

    @Override
    public String signedCheckpoint() {
        return committer.committed().note();
    }

    @Override
    public void read(long startInclusive, long endExclusive, Consumer<LoggedEvent> target) {
        long size = checkpoint().size();
        if (startInclusive < 0 || startInclusive > endExclusive || endExclusive > size) {
            throw new InvalidInput("range", startInclusive + " to " + endExclusive, "within 0 to " + size);
        }
        reader.read(startInclusive, endExclusive, target);
    }

    @Override
    public byte[] entry(long index) {
        long size = checkpoint().size();
        if (index < 0 || index >= size) {
            throw new InvalidInput("index", index, "0 or more and below " + size);
        }
        return reader.entry(index);
    }

    @Override
    public long firstEntry() {
        return reader.firstEntry();
    }

    /**
     * Takes entries out, by whole bundles of 256 and never from the segment that is written to: their hashes stay in the
     * segments, so all proofs and the verifier work as before, and an event of the log says until where they are gone. Not to
     * be called by a reader that the log is giving events to.
     *
     * @param before the first entry that stays
     * @throws InvalidInput if there are not that many
     * @throws LogUnavailable if the files cannot be written
     */
    @Override
    public void forgetEntries(long before) {
        long size = checkpoint().size();
        InvalidInput.unless(before >= 0 && before <= size, "end", before, "at most " + size);
        synchronized (publishing) {
            long reachable = Math.min(before, files.firstOfLast());
            long end = reachable - reachable % Tile.FULL;
            long start = reader.firstEntry();
            if (end <= start) {
                return;
            }
            Pending said = Pending.of(List.of(PreparedEntry.of(
                    committer.own(PrunedEntries.ACTION, Outcome.SUCCESS, Map.of(PrunedEntries.BEFORE, end)))));
            queue.put(said);
            // What is not said is not done: an entry that is missing without a word would be damage.
            try {
                said.done().join();
            } catch (CompletionException failed) {
                throw new LogUnavailable("what is to be taken out could not be said", failed);
            }
            try {
                pruner.prune(end);
                reader.beginAt(end);
                tiles.forgetBundles(start, end);
            } catch (IOException failed) {
                throw new LogUnavailable("entries could not be taken out", failed);
            }
        }
    }

    private void requireDurable(long treeSize) {
        long size = checkpoint().size();
        if (treeSize > size) {
            throw new InvalidInput("size", treeSize, "at most " + size);
        }
    }

    @Override
    public InclusionProof inclusion(long index, long treeSize) {
        requireDurable(treeSize);
        return tree.inclusion(index, treeSize);
    }

    @Override
    public ConsistencyProof consistency(long fromSize, long toSize) {
        requireDurable(toSize);
        return tree.consistency(fromSize, toSize);
    }

    @Override
    public RangeProof range(long startInclusive, long endExclusive, long treeSize) {
        requireDurable(treeSize);
        return tree.range(startInclusive, endExclusive, treeSize);
    }

    /** Takes no more events and makes durable what was appended. Closing twice does nothing more. */
    @Override
    public void close() {
        synchronized (publishing) {
            if (closed) {
                return;
            }
            closed = true;
        }
        queue.close();
        join();
        try {
            files.close();
            folder.close();
        } catch (IOException failed) {
            throw new LogUnavailable("the log could not be closed", failed);
        }
    }

    /** The committer ends by itself: an interrupt of the caller must not leave a commit half-way. */
    private void join() {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return "DurableAuditLog[" + checkpoint().origin() + ", " + checkpoint().size() + " events]";
    }
}
