package io.bondtrader.compliance.audit.store;

import io.bondtrader.compliance.audit.internal.EntryIndexer;
import io.bondtrader.compliance.audit.internal.EntryLocations;
import io.bondtrader.compliance.audit.internal.FlatTree;
import io.bondtrader.compliance.audit.internal.Frame;
import io.bondtrader.compliance.audit.internal.FrameReader;
import io.bondtrader.compliance.audit.internal.KeyHistory;
import io.bondtrader.compliance.audit.internal.LogWalk;
import io.bondtrader.compliance.audit.internal.OwnedFolder;
import io.bondtrader.compliance.error.LogDamaged;
import io.bondtrader.security.signing.NoteVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads a log when it is opened: every entry is hashed, chained and compared with the root of its checkpoint, and the last
 * checkpoint's signature is verified. What follows the last good frame is cut off if it is the torn end of the last write,
 * and refused if it is anything else.
 */
final class Recovery {

    private static final int MOST_TORN = 1 << 28;

    private final OwnedFolder folder;
    private final SegmentFiles files;
    private final FlatTree tree;
    private final EntryLocations locations;
    private final EntryIndexer indexer;
    private final LogWalk walk;

    Recovery(
            OwnedFolder folder,
            SegmentFiles files,
            FlatTree tree,
            EntryLocations locations,
            String origin,
            List<NoteVerifier> first) {
        this.folder = folder;
        this.files = files;
        this.tree = tree;
        this.locations = locations;
        this.indexer = new EntryIndexer(tree, locations);
        this.walk = new LogWalk(origin, first, indexer, size -> false);
    }

    /** Goes through all segments; returns how many bytes were cut from the end. */
    long run(long publishedSize) throws IOException {
        List<Path> segments = FrameReader.segments(folder.root());
        for (int i = 0; i < segments.size(); i++) {
            long cut = read(segments.get(i), i == segments.size() - 1, publishedSize);
            if (cut > 0) {
                return cut;
            }
        }
        requirePublished(publishedSize);
        requireSigned();
        return 0;
    }

    private long read(Path file, boolean last, long publishedSize) throws IOException {
        try (FrameReader reader = FrameReader.open(file, Frame.FILE_HEADER)) {
            boolean begun = reader.hasHeader(walk.size(), walk.previous());
            if (!begun) {
                // A crash can leave the header of a new last file unwritten; anything else is damage.
                boolean torn = last && reader.length() <= Frame.FILE_HEADER;
                requireTorn(torn, walk.size(), "a segment does not go on from the one before it");
                requirePublished(publishedSize);
                requireSigned();
                return cut(reader, file, 0, false);
            }
            int segment = files.add(file);
            long good = Frame.FILE_HEADER;
            while (true) {
                indexer.frame(segment, reader.position());
                FrameReader.Found found = reader.next();
                if (found == FrameReader.Found.END) {
                    files.resume(good);
                    return 0;
                }
                Optional<LogWalk.Flaw> flaw = found == FrameReader.Found.BROKEN
                        ? Optional.of(new LogWalk.Flaw(walk.size(), "bytes that are no frame"))
                        : walk.accept(reader);
                if (flaw.isPresent()) {
                    return tear(reader, file, good, last, publishedSize, flaw.get());
                }
                good = reader.position();
            }
        }
    }

    /** What stands behind the last good frame is a write that was not finished, or damage. */
    private long tear(FrameReader reader, Path file, long good, boolean last, long publishedSize, LogWalk.Flaw flaw)
            throws IOException {
        tree.truncate(walk.size());
        locations.truncate(walk.size());
        // A frame whose checksum is right was written whole, and what stands before it was durable earlier.
        boolean wholeFrame = Frame.find(reader.rest(good, MOST_TORN)) >= 0;
        requireTorn(last && !wholeFrame, flaw.index(), flaw.reason());
        requirePublished(publishedSize);
        requireSigned();
        return cut(reader, file, good, true);
    }

    private long cut(FrameReader reader, Path file, long good, boolean kept) throws IOException {
        byte[] rest = reader.rest(good, MOST_TORN);
        if (rest.length > 0) {
            String name = walk.size() + "-" + rest.length + ".bin";
            folder.replace(folder.root().resolve("torn").resolve(name), rest, true);
        }
        if (kept) {
            files.resume(good);
        } else {
            Files.delete(file);
            folder.force(folder.inside("segments"));
        }
        return Math.max(1, rest.length);
    }

    private void requirePublished(long publishedSize) {
        if (publishedSize > walk.size()) {
            throw new LogDamaged("first bad index " + walk.size() + ": a checkpoint of " + publishedSize
                    + " events was published, and the segments end before");
        }
    }

    private void requireSigned() {
        String note = walk.note();
        if (note != null && !KeyHistory.signed(note, walk.keys().active())) {
            throw new LogDamaged("the last checkpoint is not signed by the keys that sign here");
        }
        OptionalLong missing = walk.pruned().undeclared();
        if (missing.isPresent()) {
            throw new LogDamaged("first bad index " + missing.getAsLong()
                    + ": an entry is missing, and no event says that it was taken out");
        }
    }

    private static void requireTorn(boolean torn, long index, String reason) {
        if (!torn) {
            throw new LogDamaged("first bad index " + index + ": " + reason);
        }
    }

    LogWalk walk() {
        return walk;
    }
}
