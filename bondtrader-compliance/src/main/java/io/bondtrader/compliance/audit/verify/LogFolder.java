package io.bondtrader.compliance.audit.verify;

import io.bondtrader.compliance.audit.AuditTrail;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.internal.EntryIndexer;
import io.bondtrader.compliance.audit.internal.EntryLocations;
import io.bondtrader.compliance.audit.internal.EntryReader;
import io.bondtrader.compliance.audit.internal.FlatTree;
import io.bondtrader.compliance.audit.internal.Frame;
import io.bondtrader.compliance.audit.internal.FrameReader;
import io.bondtrader.compliance.audit.internal.LogWalk;
import io.bondtrader.compliance.error.LogDamaged;
import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.core.error.MissingData;
import io.bondtrader.security.signing.Checkpoint;
import io.bondtrader.security.signing.ConsistencyProof;
import io.bondtrader.security.signing.HashValue;
import io.bondtrader.security.signing.InclusionProof;
import io.bondtrader.security.signing.NoteVerifier;
import io.bondtrader.security.signing.RangeProof;
import io.bondtrader.security.signing.TrustedKeys;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The folder of a log, read without its signing key and without writing to it: for auditors who compute something again from a
 * copy. The whole folder is verified when it is opened, as {@link LogVerifier} does; what is written to it later is not seen. Some
 * forty bytes for each entry are held in memory; the entries are read where they stand, and each is compared with the hash that was
 * verified: one that changed meanwhile is refused.
 *
 * <p>Immutable and safe for use by many threads, as long as the folder is there.
 */
public final class LogFolder implements AuditTrail {

    private final FlatTree tree;
    private final EntryReader reader;
    private final Checkpoint checkpoint;
    private final String note;
    private final List<NoteVerifier> active;

    private LogFolder(
            FlatTree tree, EntryReader reader, Checkpoint checkpoint, String note, List<NoteVerifier> active) {
        this.tree = tree;
        this.reader = reader;
        this.checkpoint = checkpoint;
        this.note = note;
        this.active = List.copyOf(active);
    }

    /**
     * Opens the folder of a log, up to its last commit.
     *
     * @param folder with its segments; a mirror of tiles alone has none
     * @param origin the log's name
     * @param first the keys that it began with
     * @return the log
     * @throws LogDamaged if anything in it is not what was signed, or a key is in doubt
     * @throws MissingData if there is nothing in it, or it cannot be read
     */
    public static LogFolder open(Path folder, String origin, List<NoteVerifier> first) {
        Verification found = LogVerifier.trusting(origin, first).directory(folder);
        if (found.verdict() != Verdict.WHOLE && found.verdict() != Verdict.TORN_TAIL) {
            throw new LogDamaged(
                    found.verdict() + ", first bad index " + found.firstBadIndex() + ": " + found.findings());
        }
        FlatTree tree = new FlatTree();
        EntryLocations locations = new EntryLocations();
        EntryIndexer indexer = new EntryIndexer(tree, locations);
        LogWalk walk = new LogWalk(origin, first, indexer, size -> true);
        List<Path> segments = new ArrayList<>();
        try {
            for (Path file : FrameReader.segments(folder)) {
                segments.add(file);
                if (!walked(walk, indexer, segments)) {
                    break;
                }
            }
        } catch (IOException unreadable) {
            throw new MissingData(
                    "a readable log in " + folder + ": " + unreadable.getClass().getSimpleName());
        }
        String note = walk.note();
        if (note == null || walk.size() != found.size()) {
            throw new MissingData("a log in " + folder + " whose segments hold its " + found.size() + " events");
        }
        tree.truncate(walk.size()); // of a frame that was not whole, entries may have been seen
        locations.truncate(walk.size());
        EntryReader reader = new EntryReader(
                (segment, target, offset) -> bytes(segments.get(segment), target, offset), locations, tree);
        reader.beginAt(indexer.firstEntry());
        return new LogFolder(
                tree,
                reader,
                Checkpoint.of(origin, walk.size(), HashValue.of(walk.root())),
                note,
                walk.keys().active());
    }

    /** Goes through a segment; behind the first frame that is none, nothing was committed. */
    private static boolean walked(LogWalk walk, EntryIndexer indexer, List<Path> segments) throws IOException {
        int segment = segments.size() - 1;
        try (FrameReader reader = FrameReader.open(segments.get(segment), Frame.FILE_HEADER)) {
            while (true) {
                indexer.frame(segment, reader.position());
                FrameReader.Found found = reader.next();
                if (found == FrameReader.Found.END) {
                    return true;
                }
                if (found == FrameReader.Found.BROKEN || walk.accept(reader).isPresent()) {
                    return false;
                }
            }
        }
    }

    /** Opened for each piece, so that nothing stays open between. */
    private static int bytes(Path file, ByteBuffer target, long offset) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return channel.read(target, offset);
        }
    }

    /** {@return the keys that sign the log now} */
    public TrustedKeys keys() {
        return TrustedKeys.of(active);
    }

    /**
     * Returns the keys that sign the log now, and others that signed it before: checkpoints of archives may be older than a
     * change of keys.
     *
     * @param before keys that the log began with
     * @return all of them; one must have signed
     */
    public TrustedKeys keysSince(List<NoteVerifier> before) {
        List<NoteVerifier> all = new ArrayList<>(active);
        before.stream().filter(key -> !active.contains(key)).forEach(all::add);
        return TrustedKeys.of(all);
    }

    @Override
    public Checkpoint checkpoint() {
        return checkpoint;
    }

    @Override
    public String signedCheckpoint() {
        return note;
    }

    @Override
    public void read(long startInclusive, long endExclusive, Consumer<LoggedEvent> reader) {
        boolean within = startInclusive >= 0 && startInclusive <= endExclusive && endExclusive <= checkpoint.size();
        InvalidInput.unless(
                within, "range", startInclusive + " to " + endExclusive, "within 0 to " + checkpoint.size());
        this.reader.read(startInclusive, endExclusive, reader);
    }

    @Override
    public byte[] entry(long index) {
        InvalidInput.unless(
                index >= 0 && index < checkpoint.size(), "index", index, "0 or more, below " + checkpoint.size());
        return reader.entry(index);
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
    public long firstEntry() {
        return reader.firstEntry();
    }

    @Override
    public String toString() {
        return "LogFolder[" + checkpoint.origin() + ", " + checkpoint.size() + " events]";
    }
}
