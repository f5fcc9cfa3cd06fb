package io.bondtrader.compliance.audit.store;

import io.bondtrader.compliance.audit.internal.EntryLocations;
import io.bondtrader.compliance.audit.internal.EntryReader;
import io.bondtrader.compliance.audit.internal.FlatTree;
import io.bondtrader.compliance.audit.internal.Frame;
import io.bondtrader.compliance.audit.internal.FrameReader;
import io.bondtrader.compliance.audit.internal.OwnedFolder;
import io.bondtrader.compliance.audit.internal.PrunedFrame;
import io.bondtrader.compliance.error.LogDamaged;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;

/**
 * Writes segments anew with hashes in the place of entries that are taken out. A file is replaced whole; a crash leaves the old
 * one or the new one, and both are good. For one thread at a time.
 */
final class SegmentPruner {

    private final OwnedFolder folder;
    private final SegmentFiles files;
    private final EntryLocations locations;
    private final FlatTree tree;
    private final EntryReader reader;

    /** Where an entry went. */
    private record Moved(long index, long place) {}

    SegmentPruner(OwnedFolder folder, SegmentFiles files, EntryLocations locations, FlatTree tree, EntryReader reader) {
        this.folder = folder;
        this.files = files;
        this.locations = locations;
        this.tree = tree;
        this.reader = reader;
    }

    void prune(long end) throws IOException {
        List<Path> finished = files.finished();
        for (int segment = 0; segment < finished.size(); segment++) {
            Path file = finished.get(segment);
            String name = file.getFileName().toString();
            long first = Long.parseLong(name.substring(0, name.indexOf('.')));
            if (first < end && endOf(finished, segment) > reader.firstEntry()) {
                rewrite(segment, file, end);
            }
        }
    }

    private long endOf(List<Path> finished, int segment) {
        if (segment + 1 == finished.size()) {
            return files.firstOfLast();
        }
        String name = finished.get(segment + 1).getFileName().toString();
        return Long.parseLong(name.substring(0, name.indexOf('.')));
    }

    private void rewrite(int segment, Path file, long end) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".next");
        Files.deleteIfExists(fresh);
        folder.create(fresh);
        List<Moved> moved = new ArrayList<>();
        try (FrameReader frames = FrameReader.open(file, Frame.FILE_HEADER);
                FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            write(out, frames.rest(0, Frame.FILE_HEADER), 0);
            long[] at = {Frame.FILE_HEADER};
            FrameReader.Found found = frames.next();
            while (found == FrameReader.Found.FRAME) {
                byte[] frame = PrunedFrame.of(
                        frames,
                        end,
                        tree::leaf,
                        (index, offset) -> moved.add(new Moved(index, EntryLocations.place(segment, at[0] + offset))));
                write(out, frame, at[0]);
                at[0] += frame.length;
                found = frames.next();
            }
            if (found == FrameReader.Found.BROKEN) {
                throw new LogDamaged("a segment that was whole when the log was opened is not any more");
            }
            out.force(true);
        }
        replace(segment, file, fresh, moved);
    }

    private void replace(int segment, Path file, Path fresh, List<Moved> moved) throws IOException {
        Lock nobodyReads = reader.replacing();
        nobodyReads.lock();
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            folder.force(folder.inside("segments"));
            files.reopen(segment);
            synchronized (locations) {
                moved.forEach(each -> locations.move(each.index(), each.place()));
            }
        } finally {
            nobodyReads.unlock();
        }
    }

    private static void write(FileChannel out, byte[] bytes, long position) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        long at = position;
        while (rest.hasRemaining()) {
            at += out.write(rest, at);
        }
    }
}
