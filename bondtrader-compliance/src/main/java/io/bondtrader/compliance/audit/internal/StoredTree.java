package io.bondtrader.compliance.audit.internal;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.signing.ConsistencyProof;
import io.bondtrader.security.signing.HashValue;
import io.bondtrader.security.signing.InclusionProof;
import io.bondtrader.security.signing.RangeProof;
import java.util.ArrayList;
import java.util.List;

/**
 * Roots and proofs of a Merkle tree of which every few levels are stored; what lies between is hashed when it is asked
 * for. Source: RFC 9162, sections 2.1.1, 2.1.3.1 and 2.1.4.1.
 *
 * <p>Safe for use by many threads.
 */
public abstract sealed class StoredTree permits FlatTree, TileTree {

    private final int step;
    private final Hashing hashing = new Hashing();
    private final byte[] row;

    StoredTree(int step) {
        this.step = step;
        this.row = new byte[Hashing.BYTES << (step - 1)];
    }

    /** {@return the number of leaves} */
    public abstract long size();

    /** Copies stored hashes in a row: those of level {@code stored × step} from an index on. */
    abstract void copy(int stored, long index, int count, byte[] target);

    final Hashing hashing() {
        return hashing;
    }

    /** Hashes a row of a power of two hashes into its first place. */
    final void reduce(byte[] hashes, int count) {
        for (int left = count; left > 1; left /= 2) {
            for (int i = 0; i < left / 2; i++) {
                int at = 2 * i * Hashing.BYTES;
                hashing.node(hashes, at, hashes, at + Hashing.BYTES, hashes, i * Hashing.BYTES);
            }
        }
    }

    /** The root over 2^level leaves, all there. */
    private byte[] full(int level, long index) {
        int above = level % step;
        copy(level / step, index << above, 1 << above, row);
        reduce(row, 1 << above);
        byte[] hash = new byte[Hashing.BYTES];
        System.arraycopy(row, 0, hash, 0, Hashing.BYTES);
        return hash;
    }

    private byte[] subtree(long start, long end) {
        long leaves = end - start;
        if (Long.bitCount(leaves) == 1) {
            int level = Long.numberOfTrailingZeros(leaves);
            return full(level, start >> level);
        }
        long middle = start + half(leaves);
        byte[] left = subtree(start, middle);
        byte[] right = subtree(middle, end);
        hashing.node(left, 0, right, 0, left, 0);
        return left;
    }

    private static long half(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }

    private void requireSize(long treeSize, long least) {
        if (treeSize < least || treeSize > size()) {
            throw new InvalidInput("size", treeSize, least + " to " + size());
        }
    }

    /**
     * States the root as it was.
     *
     * @param treeSize the number of leaves
     * @return its 32 bytes
     */
    public final synchronized byte[] root(long treeSize) {
        requireSize(treeSize, 0);
        return treeSize == 0 ? hashing.ofNothing() : subtree(0, treeSize);
    }

    /**
     * Looks a leaf up.
     *
     * @param index which
     * @return its hash
     */
    public final synchronized byte[] leaf(long index) {
        if (index < 0 || index >= size()) {
            throw new InvalidInput("index", index, "0 or more and below " + size());
        }
        return full(0, index);
    }

    /**
     * Proves a leaf.
     *
     * @param leaf which
     * @param treeSize the size to prove it to
     * @return the proof
     */
    public final synchronized InclusionProof inclusion(long leaf, long treeSize) {
        requireSize(treeSize, 1);
        InvalidInput.unless(leaf >= 0 && leaf < treeSize, "index", leaf, "0 or more and below the size");
        List<HashValue> path = new ArrayList<>();
        long start = 0;
        long end = treeSize;
        List<long[]> beside = new ArrayList<>();
        while (end - start > 1) {
            long middle = start + half(end - start);
            if (leaf < middle) {
                beside.add(new long[] {middle, end});
                end = middle;
            } else {
                beside.add(new long[] {start, middle});
                start = middle;
            }
        }
        for (int i = beside.size() - 1; i >= 0; i--) {
            path.add(HashValue.of(subtree(beside.get(i)[0], beside.get(i)[1])));
        }
        return new InclusionProof(leaf, treeSize, path);
    }

    /**
     * Proves growth.
     *
     * @param fromSize the earlier size
     * @param toSize the later one
     * @return the proof
     */
    public final synchronized ConsistencyProof consistency(long fromSize, long toSize) {
        requireSize(toSize, 1);
        InvalidInput.unless(fromSize >= 1 && fromSize <= toSize, "earlier size", fromSize, "1 to the later size");
        List<HashValue> path = new ArrayList<>();
        addGrowth(fromSize, 0, toSize, true, path);
        return new ConsistencyProof(fromSize, toSize, path);
    }

    private void addGrowth(long from, long start, long end, boolean known, List<HashValue> path) {
        if (from == end) {
            if (!known) {
                path.add(HashValue.of(subtree(start, end)));
            }
            return;
        }
        long middle = start + half(end - start);
        if (from <= middle) {
            addGrowth(from, start, middle, known, path);
            path.add(HashValue.of(subtree(middle, end)));
        } else {
            addGrowth(from, middle, end, false, path);
            path.add(HashValue.of(subtree(start, middle)));
        }
    }

    /**
     * Proves leaves in a row.
     *
     * @param startInclusive the first
     * @param endExclusive after the last
     * @param treeSize the size to prove them to
     * @return the proof, laid out as {@link RangeProof} says
     */
    public final synchronized RangeProof range(long startInclusive, long endExclusive, long treeSize) {
        requireSize(treeSize, 1);
        InvalidInput.unless(
                startInclusive >= 0 && startInclusive < endExclusive && endExclusive <= treeSize,
                "range",
                startInclusive + " to " + endExclusive,
                "not empty and within the size");
        List<HashValue> outside = new ArrayList<>();
        addOutside(startInclusive, endExclusive, 0, treeSize, outside);
        return new RangeProof(startInclusive, endExclusive, treeSize, outside);
    }

    private void addOutside(long from, long to, long start, long end, List<HashValue> outside) {
        if (end <= from || start >= to) {
            outside.add(HashValue.of(subtree(start, end)));
        } else if (start < from || end > to) {
            long middle = start + half(end - start);
            addOutside(from, to, start, middle, outside);
            addOutside(from, to, middle, end, outside);
        }
    }
}
