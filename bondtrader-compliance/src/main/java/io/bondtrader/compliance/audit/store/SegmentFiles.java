package io.bondtrader.compliance.audit.store;

import io.bondtrader.compliance.audit.internal.EntryLocations;
import io.bondtrader.compliance.audit.internal.Frame;
import io.bondtrader.compliance.audit.internal.OwnedFolder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The segment files of a log that is open: one to write, all to read. Written by one thread, read by many. */
final class SegmentFiles implements Closeable {

    private final OwnedFolder folder;
    private final Path segments;
    private final SegmentOutput.Opener opener;
    private final long segmentBytes;
    private final List<Path> files = new ArrayList<>();
    private final List<@Nullable FileChannel> readers = new ArrayList<>();
    private @Nullable SegmentOutput output;
    private long length;

    SegmentFiles(OwnedFolder folder, SegmentOutput.Opener opener, long segmentBytes) throws IOException {
        this.folder = folder;
        this.segments = folder.inside("segments");
        this.opener = opener;
        this.segmentBytes = segmentBytes;
    }

    /** Takes a file that is there; the last one is written on. */
    synchronized int add(Path file) {
        files.add(file);
        readers.add(null);
        return files.size() - 1;
    }

    /** Goes on at the end of the last file. */
    void resume(long goodLength) throws IOException {
        close(output);
        output = null;
        length = goodLength;
        if (!files.isEmpty()) {
            SegmentOutput reopened = opener.open(last());
            output = reopened;
            reopened.truncate(goodLength);
        }
    }

    private Path last() {
        return files.get(files.size() - 1);
    }

    /** Writes a frame and waits until the disk has it. Returns the place of its first byte. */
    long append(byte[] frame, int frameLength, long firstIndex, byte[] previous) throws IOException {
        SegmentOutput target = output;
        if (target == null || (length >= segmentBytes && length > Frame.FILE_HEADER)) {
            target = begin(firstIndex, previous);
        }
        long start = length;
        target.write(ByteBuffer.wrap(frame, 0, frameLength), start);
        target.force();
        length = start + frameLength;
        return EntryLocations.place(files.size() - 1, start);
    }

    private SegmentOutput begin(long firstIndex, byte[] previous) throws IOException {
        close(output);
        output = null;
        Path file = segments.resolve(Frame.fileName(firstIndex));
        // One that is there already was begun and never held a frame.
        if (!Files.exists(file)) {
            folder.create(file);
        }
        SegmentOutput begun = opener.open(file);
        begun.truncate(0);
        begun.write(ByteBuffer.wrap(Frame.fileHeader(firstIndex, previous)), 0);
        begun.force();
        folder.force(segments);
        if (files.isEmpty() || !last().equals(file)) {
            add(file);
        }
        output = begun;
        length = Frame.FILE_HEADER;
        return begun;
    }

    /** Files that are not written to any more. */
    synchronized List<Path> finished() {
        return files.isEmpty() ? List.of() : List.copyOf(files.subList(0, files.size() - 1));
    }

    /** The first event of the file that is written to. */
    synchronized long firstOfLast() {
        if (files.isEmpty()) {
            return 0;
        }
        String name = last().getFileName().toString();
        return Long.parseLong(name.substring(0, name.indexOf('.')));
    }

    /** Forgets an open file whose bytes were replaced. */
    synchronized void reopen(int segment) throws IOException {
        FileChannel old = readers.set(segment, null);
        if (old != null) {
            old.close();
        }
    }

    long length() {
        return length;
    }

    /** Reads bytes; fewer at a file's end. */
    int read(int segment, ByteBuffer target, long offset) throws IOException {
        return reader(segment).read(target, offset);
    }

    private synchronized FileChannel reader(int segment) throws IOException {
        FileChannel known = readers.get(segment);
        if (known == null) {
            known = FileChannel.open(files.get(segment), StandardOpenOption.READ);
            readers.set(segment, known);
        }
        return known;
    }

    private static void close(@Nullable SegmentOutput file) throws IOException {
        if (file != null) {
            file.close();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        close(output);
        for (FileChannel reader : readers) {
            if (reader != null) {
                reader.close();
            }
        }
    }
}
