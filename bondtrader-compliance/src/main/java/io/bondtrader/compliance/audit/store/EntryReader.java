package io.bondtrader.compliance.audit.store;

import io.bondtrader.compliance.audit.EventCodec;
import io.bondtrader.compliance.audit.LoggedEvent;
import io.bondtrader.compliance.audit.internal.FlatTree;
import io.bondtrader.compliance.audit.internal.Hashing;
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
final class EntryReader {

    private static final int CHUNK = 1 << 16;

    private final SegmentFiles files;
    private final EntryLocations locations;
    private final FlatTree tree;
    private final ReentrantReadWriteLock replacing = new ReentrantReadWriteLock();
    private volatile long firstEntry;

    EntryReader(SegmentFiles files, EntryLocations locations, FlatTree tree) {
        this.files = files;
        this.locations = locations;
        this.tree = tree;
    }

    long firstEntry() {
        return firstEntry;
    }

    /** From now on nothing before is read. */
    void beginAt(long index) {
        firstEntry = index;
    }

    /** Nobody reads while this is held. Not for use inside a reader. */
    Lock replacing() {
        return replacing.writeLock();
    }

    byte[] entry(long index) {
        byte[][] found = new byte[1][];
        walk(index, index + 1, (place, bytes) -> found[0] = bytes);
        return found[0];
    }

    void read(long start, long end, Consumer<LoggedEvent> target) {
        walk(start, end, (index, bytes) -> target.accept(EventCodec.decode(index, bytes)));
    }

    /** Entries, each after its length in two bytes. */
    void copy(long start, long end, ByteArrayOutputStream target) {
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
            throw new MissingData("event " + start + " was taken out; the log holds those from " + firstEntry + " on");
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
