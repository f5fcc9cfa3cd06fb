package io.bondtrader.compliance.audit;

import io.bondtrader.compliance.error.LogUnavailable;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.security.signing.Checkpoint;
import io.bondtrader.security.signing.ConsistencyProof;
import io.bondtrader.security.signing.HashChain;
import io.bondtrader.security.signing.HashValue;
import io.bondtrader.security.signing.InclusionProof;
import io.bondtrader.security.signing.MerkleTree;
import io.bondtrader.security.signing.NoteSigner;
import io.bondtrader.security.signing.RangeProof;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A log in memory, for tests and notebooks: signed and proven as the durable one, and gone with the process. Futures are
 * complete when {@code append} returns.
 *
 * <p>Safe for use by many threads. A consumer of {@link #read} may append.
 */
public final class InMemoryAuditLog implements AuditLog, PrunableTrail {

    private final String origin;
    private final List<NoteSigner> signers;
    private final MerkleTree tree = new MerkleTree();
    private final List<byte[]> entries = new ArrayList<>();
    private long firstEntry;
    private HashValue last;
    private Checkpoint newest;
    private String note;
    private boolean closed;

    private InMemoryAuditLog(String origin, NoteSigner signer) {
        this.origin = origin;
        this.signers = List.of(signer);
        this.last = HashChain.start(origin).head();
        this.newest = Checkpoint.of(origin, 0, tree.root());
        this.note = newest.sign(signers);
    }

    /**
     * Makes an empty log.
     *
     * @param origin its name, such as {@code example.com/audit}
     * @param signer signs its checkpoints
     * @return the log
     * @throws InvalidInput if the name is none
     */
    public static InMemoryAuditLog of(String origin, NoteSigner signer) {
        return new InMemoryAuditLog(origin, signer);
    }

    @Override
    public CompletableFuture<Long> append(AuditRecord event) {
        return append(List.of(event));
    }

    @Override
    public synchronized CompletableFuture<Long> append(List<AuditRecord> events) {
        if (closed) {
            throw new LogUnavailable("the log is closed");
        }
        InvalidInput.unless(!events.isEmpty(), "number of events", 0, "1 or more");
        List<byte[]> encoded = new ArrayList<>(events.size());
        HashValue previous = last;
        // All are written before one is kept: a list is in the log whole or not at all.
        for (AuditRecord event : events) {
            byte[] entry = EventCodec.encode(event, previous);
            previous = HashValue.ofRecord(entry);
            encoded.add(entry);
        }
        long first = entries.size();
        encoded.forEach(entry -> tree.append(HashValue.ofRecord(entry)));
        entries.addAll(encoded);
        last = previous;
        newest = Checkpoint.of(origin, tree.size(), tree.root());
        note = newest.sign(signers);
        return CompletableFuture.completedFuture(first);
    }

    @Override
    public synchronized Checkpoint checkpoint() {
        return newest;
    }

    @Override
    public synchronized String signedCheckpoint() {
        return note;
    }

    @Override
    public void read(long startInclusive, long endExclusive, Consumer<LoggedEvent> reader) {
        long size = checkpoint().size();
        InvalidInput.unless(
                startInclusive >= 0 && startInclusive <= endExclusive && endExclusive <= size,
                "range",
                startInclusive + " to " + endExclusive,
                "within 0 to " + size);
        for (long index = startInclusive; index < endExclusive; index++) {
            reader.accept(EventCodec.decode(index, stored(index)));
        }
    }

    @Override
    public byte[] entry(long index) {
        long size = checkpoint().size();
        InvalidInput.unless(index >= 0 && index < size, "index", index, "0 or more and below " + size);
        return stored(index).clone();
    }

    private synchronized byte[] stored(long index) {
        if (index < firstEntry) {
            throw new MissingData("event " + index + " was archived; the log holds those from " + firstEntry + " on");
        }
        return entries.get((int) index);
    }

    @Override
    public InclusionProof inclusion(long index, long treeSize) {
        return tree.inclusion(index, treeSize);
    }

    @Override
    public ConsistencyProof consistency(long fromSize, long toSize) {
        return tree.consistency(fromSize, toSize);
    }

    @Override
    public RangeProof range(long startInclusive, long endExclusive, long treeSize) {
        return tree.range(startInclusive, endExclusive, treeSize);
    }

    @Override
    public synchronized long firstEntry() {
        return firstEntry;
    }

    @Override
    public synchronized void forgetEntries(long before) {
        InvalidInput.unless(before >= 0 && before <= entries.size(), "end", before, "at most " + entries.size());
        for (long index = firstEntry; index < before; index++) {
            entries.set((int) index, new byte[0]);
        }
        firstEntry = Math.max(firstEntry, before);
    }

    /** Takes no more events; what it holds can still be read. */
    @Override
    public synchronized void close() {
        closed = true;
    }

    @Override
    public synchronized String toString() {
        return "InMemoryAuditLog[" + origin + ", " + entries.size() + " events]";
    }
}
