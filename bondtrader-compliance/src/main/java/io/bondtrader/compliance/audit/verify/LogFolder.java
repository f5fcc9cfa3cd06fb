package io.bondtrader.compliance.audit.verify;

import io.bondtrader.compliance.audit.AuditTrail;
import io.bondtrader.compliance.audit.EventCodec;
import io.bondtrader.compliance.audit.LoggedEvent;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * The folder of a log, read without its signing key and without writing to it: for auditors who compute something again from a
 * copy. The whole folder is verified when it is opened, as {@link LogVerifier} does; what is written to it later is not seen. All
 * entries are held in memory.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class LogFolder implements AuditTrail {

    private final List<byte[]> entries;
    private final long first;
    private final FlatTree tree;
    private final Checkpoint checkpoint;
    private final String note;
    private final List<NoteVerifier> active;

    private LogFolder(Gathered gathered, Checkpoint checkpoint, String note, List<NoteVerifier> active) {
        this.entries = gathered.entries;
        this.first = gathered.first;
        this.tree = gathered.tree;
        this.checkpoint = checkpoint;
        this.note = note;
        this.active = List.copyOf(active);
    }

    /** What a walk saw. An entry that was taken out is empty. */
    private static final class Gathered implements LogWalk.Visitor {

        private static final byte[] TAKEN_OUT = {};

        private final List<byte[]> entries = new ArrayList<>();
        private final FlatTree tree = new FlatTree();
        private long first;

        @Override
        public void entry(long index, byte[] bytes, int offset, int length, byte[] leaf) {
            entries.add(Arrays.copyOfRange(bytes, offset + 2, offset + 2 + length));
            tree.append(leaf, 0);
        }

        @Override
        public void pruned(long index, byte[] leaf) {
            entries.add(TAKEN_OUT);
            tree.append(leaf, 0);
            first = index + 1;
        }
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
        Gathered gathered = new Gathered();
        LogWalk walk = new LogWalk(origin, first, gathered, size -> true);
        try {
            for (Path file : FrameReader.segments(folder)) {
                if (!walked(walk, file)) {
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
        return new LogFolder(
                gathered,
                Checkpoint.of(origin, walk.size(), HashValue.of(walk.root())),
                note,
                walk.keys().active());
    }

    /** Goes through a segment; behind the first frame that is none, nothing was committed. */
    private static boolean walked(LogWalk walk, Path file) throws IOException {
        try (FrameReader reader = FrameReader.open(file, Frame.FILE_HEADER)) {
            while (true) {
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
        for (long index = startInclusive; index < endExclusive; index++) {
            reader.accept(EventCodec.decode(index, held(index)));
        }
    }

    private byte[] held(long index) {
        if (index < first) {
            throw new MissingData("event " + index + " was archived and taken out of this log");
        }
        return entries.get((int) index);
    }

    @Override
    public byte[] entry(long index) {
        InvalidInput.unless(
                index >= 0 && index < checkpoint.size(), "index", index, "0 or more, below " + checkpoint.size());
        return held(index).clone();
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
        return first;
    }

    @Override
    public String toString() {
        return "LogFolder[" + checkpoint.origin() + ", " + checkpoint.size() + " events]";
    }
}
