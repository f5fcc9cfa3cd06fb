package io.bondtrader.compliance.audit.internal;

import io.bondtrader.security.signing.Tile;
import java.util.ArrayList;
import java.util.List;

/**
 * A Merkle tree in memory that stores every fourth level in plain arrays: 32 × 16 / 15, some 34.2 bytes for each leaf,
 * and no object for a hash. A proof hashes at most 7 nodes for each hash that is not stored.
 *
 * <p>Safe for use by many threads.
 */
public final class FlatTree extends StoredTree {

    private static final int STEP = 4;
    private static final int FAN_OUT = 1 << STEP;
    private static final int PER_CHUNK = 4_096;

    private final List<Level> levels = new ArrayList<>(List.of(new Level()));
    private final byte[] group = new byte[FAN_OUT * Hashing.BYTES];

    /** Makes a tree without leaves. */
    public FlatTree() {
        super(STEP);
    }

    @Override
    public synchronized long size() {
        return levels.get(0).count;
    }

    /**
     * Appends a leaf.
     *
     * @param hashes that hold its hash
     * @param offset of the hash
     */
    public synchronized void append(byte[] hashes, int offset) {
        levels.get(0).add(hashes, offset);
        for (int level = 0; levels.get(level).count % FAN_OUT == 0; level++) {
            if (level + 1 == levels.size()) {
                levels.add(new Level());
            }
            Level below = levels.get(level);
            below.copy(below.count - FAN_OUT, FAN_OUT, group);
            reduce(group, FAN_OUT);
            levels.get(level + 1).add(group, 0);
        }
    }

    /**
     * Forgets the last leaves, which could not be written.
     *
     * @param size how many to keep
     */
    public synchronized void truncate(long size) {
        long left = size;
        for (Level level : levels) {
            level.count = Math.min(level.count, left);
            left >>= STEP;
        }
    }

    /**
     * Reads what a tile holds.
     *
     * @param tile of a tree of this size or a smaller one
     * @return its hashes, one after another
     */
    public synchronized byte[] hashes(Tile tile) {
        byte[] bytes = new byte[tile.width() * Hashing.BYTES];
        copy(2 * tile.level(), tile.index() * Tile.FULL, tile.width(), bytes);
        return bytes;
    }

    @Override
    void copy(int stored, long index, int count, byte[] target) {
        levels.get(stored).copy(index, count, target);
    }

    /** Hashes of one level, in chunks that never move. */
    private static final class Level {

        private final List<byte[]> chunks = new ArrayList<>();
        private long count;

        void add(byte[] hashes, int offset) {
            int chunk = (int) (count / PER_CHUNK);
            if (chunk == chunks.size()) {
                chunks.add(new byte[PER_CHUNK * Hashing.BYTES]);
            }
            System.arraycopy(
                    hashes, offset, chunks.get(chunk), (int) (count % PER_CHUNK) * Hashing.BYTES, Hashing.BYTES);
            count++;
        }

        /** A row of tiles' or groups' size never crosses a chunk. */
        void copy(long index, int rows, byte[] target) {
            if (index + rows > count) {
                throw new IllegalStateException("hashes " + index + " to " + (index + rows) + " of " + count);
            }
            System.arraycopy(
                    chunks.get((int) (index / PER_CHUNK)),
                    (int) (index % PER_CHUNK) * Hashing.BYTES,
                    target,
                    0,
                    rows * Hashing.BYTES);
        }
    }
}
