package io.bondtrader.compliance.audit.internal;

import io.bondtrader.compliance.audit.EventCodec;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.error.LogDamaged;
import io.bondtrader.compliance.error.LogUnavailable;
import io.bondtrader.core.error.MissingData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;

/** Reads entries where they stand and compares each with its hash in the tree. Safe for use by many threads. */
public final class EntryReader {

    /** The segments of a log, by number. */
    @FunctionalInterface
    public interface Segments {

        /**
         * Reads bytes.
         *
         * @param segment its number
         * @param target where to put them
         * @param offset in the file
         * @return how many; fewer than there is room for at a file's end, negative behind it
         * @throws IOException if they cannot be read
         */
        int read(int segment, ByteBuffer target, long offset) throws IOException;
    }

    private static final int CHUNK = 1 << 16;

    private final Segments files;
    private final EntryLocations locations;
    private final FlatTree tree;
    private final ReentrantReadWriteLock replacing = new ReentrantReadWriteLock();
    private volatile long firstEntry;

    /**
     * Makes a reader.
     *
     * @param files to read from
     * @param locations of entries in them
     * @param tree of the entries' hashes
     */
    public EntryReader(Segments files, EntryLocations locations, FlatTree tree) {
        this.files = files;
        this.locations = locations;
        this.tree = tree;
    }

    /** {@return the first entry that is there} */
    public long firstEntry() {
        return firstEntry;
    }

    /**
     * From now on nothing before an entry is read.
     *
     * @param index of the first that is
     */
    public void beginAt(long index) {
        firstEntry = index;
    }

    /** {@return a lock: nobody reads while it is held; not for use inside a reader} */
    public Lock replacing() {
        return replacing.writeLock();
    }

    /**
     * Reads an entry.
     *
     * @param index which
     * @return its bytes
     * @throws MissingData if it was taken out
     * @throws LogDamaged if it is not what it was
     * @throws LogUnavailable if it cannot be read
     */
    public byte[] entry(long index) {
        byte[][] found = new byte[1][];
        walk(index, index + 1, (place, bytes) -> found[0] = bytes);
        return found[0];
    }

    /**
     * Reads events in a row.
     *
     * @param start the first
     * @param end after the last
     * @param target gets them in order
     * @throws MissingData if the first was taken out
     * @throws LogDamaged if one is not what it was
     * @throws LogUnavailable if they cannot be read
     */
    public void read(long start, long end, Consumer<LoggedEvent> target) {
        walk(start, end, (index, bytes) -> target.accept(EventCodec.decode(index, bytes)));
    }

    /**
     * Copies entries, each after its length in two bytes.
     *
     * @param start the first
     * @param end after the last
     * @param target gets them in order
     */
    public void copy(long start, long end, ByteArrayOutputStream target) {
        walk(start, end, (index, bytes) -> {
            target.write(bytes.length >>> 8);
            target.write(bytes.length);
            target.write(bytes, 0, bytes.length);
        });
    }

    @FunctionalInterface
    private interface Entry {

        void take(long index, byte[] bytes);
    }

    private void walk(long start, long end, Entry target) {
        if (start >= end) {
            return;
        }
        replacing.readLock().lock();
        try {
            walkUnchanged(start, end, target);
        } finally {
            replacing.readLock().unlock();
        }
    }

    private void walkUnchanged(long start, long end, Entry target) {
        if (start < firstEntry) {
            throw new MissingData(
                    "event " + start + " was archived and taken out; the log holds those from " + firstEntry + " on");
        }
        int mark;
        synchronized (locations) {
            mark = locations.find(start);
        }
        Hashing hashing = new Hashing();
        byte[] leaf = new byte[Hashing.BYTES];
        long index;
        do {
            long place;
            long until;
            synchronized (locations) {
                index = locations.index(mark);
                place = locations.place(mark);
                until = Math.min(end, locations.index(mark + 1));
            }
            Cursor cursor = new Cursor(EntryLocations.segment(place), EntryLocations.offset(place));
            while (index < until) {
                byte[] bytes = cursor.next(index, index < start);
                if (index >= start) {
                    hashing.leaf(bytes, 0, bytes.length, leaf, 0);
                    if (!Arrays.equals(leaf, tree.leaf(index))) {
                        throw new LogDamaged("first bad index " + index + ": an entry changed since it was read");
                    }
                    target.take(index, bytes);
                }
                index++;
            }
            mark++;
        } while (index < end);
    }

    /** Goes from entry to entry of one stretch. */
    private final class Cursor {

        private final int segment;
        private long offset;
        private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK + 2).limit(0);

        Cursor(int segment, long offset) {
            this.segment = segment;
            this.offset = offset;
        }

        byte[] next(long index, boolean skip) {
            int length = fill(2, index).getShort() & 0xffff;
            int stored = length == 0 ? Hashing.BYTES : length;
            ByteBuffer bytes = fill(stored, index);
            if (length == 0 && !skip) {
                throw new MissingData("event " + index + " was taken out");
            }
            byte[] entry = new byte[skip ? 0 : length];
            if (skip) {
                bytes.position(bytes.position() + stored);
            } else {
                bytes.get(entry);
            }
            return entry;
        }

        /** Sees to it that so many bytes are there. */
        private ByteBuffer fill(int needed, long index) {
            if (chunk.remaining() >= needed) {
                return chunk;
            }
            chunk.compact();
            try {
                while (chunk.position() < needed) {
                    int read = files.read(segment, chunk, offset);
                    if (read < 0) {
                        throw new LogDamaged("first bad index " + index + ": a segment ends before");
                    }
                    offset += read;
                }
            } catch (IOException failed) {
                throw new LogUnavailable("an entry could not be read", failed);
            }
            return chunk.flip();
        }
    }
}
