package io.bondtrader.security.signing;

import io.bondtrader.core.error.InvalidInput;
import java.util.ArrayList;
import java.util.List;

/**
 * A Merkle tree over the records of a log, in memory: two hashes a record. It grows at its end only, states the root of
 * every size that it ever had, and proves records and growth. Safe for use by any thread.
 *
 * <p>Source: RFC 9162, section 2.1; roots and proofs are those of RFC 6962.
 */
public final class MerkleTree {

    /** Hashes of the full subtrees: level 0 holds the leaves, level n subtrees of 2^n leaves. */
    private final List<List<HashValue>> levels = new ArrayList<>(List.of(new ArrayList<>()));

    /** Makes a tree without leaves. */
    public MerkleTree() {}

    /**
     * Appends a leaf.
     *
     * @param leaf the hash of a record, {@link HashValue#ofRecord}
     * @return the leaf's index, from 0
     */
    public synchronized long append(HashValue leaf) {
        HashValue hash = leaf;
        levels.get(0).add(hash);
        for (int level = 0; levels.get(level).size() % 2 == 0; level++) {
            if (level + 1 == levels.size()) {
                levels.add(new ArrayList<>());
            }
            List<HashValue> below = levels.get(level);
            hash = HashValue.ofNode(below.get(below.size() - 2), hash);
            levels.get(level + 1).add(hash);
        }
        return size() - 1;
    }

    /** {@return the number of leaves} */
    public synchronized long size() {
        return levels.get(0).size();
    }

    /** {@return the root over all leaves} */
    public synchronized HashValue root() {
        return root(size());
    }

    /**
     * States the root as it was.
     *
     * @param treeSize the number of leaves that the tree had
     * @return the root over the first so many leaves
     * @throws InvalidInput if the tree is not that large
     */
    public synchronized HashValue root(long treeSize) {
        requireSize(treeSize, 0);
        return treeSize == 0 ? HashValue.ofNothing() : subtree(0, treeSize);
    }

    /**
     * Proves that a record is in the log.
     *
     * @param leafIndex which leaf, from 0
     * @param treeSize the size whose root the proof leads to
     * @return the proof
     * @throws InvalidInput if the tree is not that large, or has no such leaf
     */
    public synchronized InclusionProof inclusion(long leafIndex, long treeSize) {
        requireSize(treeSize, 1);
        InvalidInput.unless(leafIndex >= 0 && leafIndex < treeSize, "index", leafIndex, "0 to " + (treeSize - 1));
        List<HashValue> path = new ArrayList<>();
        addPath(leafIndex, 0, treeSize, path);
        return new InclusionProof(leafIndex, treeSize, path);
    }

    /**
     * Proves that the log only grew.
     *
     * @param fromSize the earlier size, 1 or more
     * @param toSize the later size
     * @return the proof
     * @throws InvalidInput if the sizes are not in order, or the tree is not that large
     */
    public synchronized ConsistencyProof consistency(long fromSize, long toSize) {
        requireSize(toSize, 1);
        InvalidInput.unless(fromSize >= 1 && fromSize <= toSize, "earlier size", fromSize, "1 to " + toSize);
        List<HashValue> path = new ArrayList<>();
        addGrowth(fromSize, 0, toSize, true, path);
        return new ConsistencyProof(fromSize, toSize, path);
    }

    /**
     * Proves records that follow one another, in one proof.
     *
     * @param startInclusive the first leaf's index
     * @param endExclusive the index after the last leaf's
     * @param treeSize the size whose root the proof leads to
     * @return the proof
     * @throws InvalidInput if the range is empty or the tree is not that large
     */
    public synchronized RangeProof range(long startInclusive, long endExclusive, long treeSize) {
        requireSize(treeSize, 1);
        RangeProof.requireRange(startInclusive, endExclusive, treeSize);
        List<HashValue> outside = new ArrayList<>();
        addOutside(startInclusive, endExclusive, 0, treeSize, outside);
        return new RangeProof(startInclusive, endExclusive, treeSize, outside);
    }

    /**
     * Reads what a tile holds.
     *
     * @param tile of a tree of this size or a smaller one
     * @return its hashes, 32 bytes each
     * @throws InvalidInput if the tree is not that large
     */
    public synchronized List<HashValue> hashes(Tile tile) {
        requireSize(tile.endLeaf(), 1);
        int first = Math.toIntExact(tile.index() * Tile.FULL);
        return List.copyOf(levels.get(8 * tile.level()).subList(first, first + tile.width()));
    }

    private void requireSize(long treeSize, long least) {
        InvalidInput.unless(treeSize >= least && treeSize <= size(), "size", treeSize, least + " to " + size());
    }

    /** The root over leaves start to end; a full subtree is looked up. */
    private HashValue subtree(long start, long end) {
        long leaves = end - start;
        if (Long.bitCount(leaves) == 1) {
            int level = Long.numberOfTrailingZeros(leaves);
            return levels.get(level).get(Math.toIntExact(start >> level));
        }
        long middle = start + half(leaves);
        return HashValue.ofNode(subtree(start, middle), subtree(middle, end));
    }

    /** PATH(m, D[n]) of RFC 9162, section 2.1.3.1. */
    private void addPath(long leaf, long start, long end, List<HashValue> path) {
        if (end - start == 1) {
            return;
        }
        long middle = start + half(end - start);
        if (leaf < middle) {
            addPath(leaf, start, middle, path);
            path.add(subtree(middle, end));
        } else {
            addPath(leaf, middle, end, path);
            path.add(subtree(start, middle));
        }
    }

    /** SUBPROOF(m, D[n], b) of RFC 9162, section 2.1.4.1; {@code from} counts from leaf 0. */
    private void addGrowth(long from, long start, long end, boolean known, List<HashValue> path) {
        if (from == end) {
            if (!known) {
                path.add(subtree(start, end));
            }
            return;
        }
        long middle = start + half(end - start);
        if (from <= middle) {
            addGrowth(from, start, middle, known, path);
            path.add(subtree(middle, end));
        } else {
            addGrowth(from, middle, end, false, path);
            path.add(subtree(start, middle));
        }
    }

    private void addOutside(long from, long to, long start, long end, List<HashValue> outside) {
        if (end <= from || start >= to) {
            outside.add(subtree(start, end));
        } else if (start < from || end > to) {
            long middle = start + half(end - start);
            addOutside(from, to, start, middle, outside);
            addOutside(from, to, middle, end, outside);
        }
    }

    /** The largest power of two below the number of leaves, which is 2 or more. */
    static long half(long leaves) {
        return Long.highestOneBit(leaves - 1);
    }

    @Override
    public synchronized String toString() {
        return "MerkleTree[size=" + size() + ", root=" + root() + "]";
    }
}
