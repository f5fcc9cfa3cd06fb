package io.bondtrader.security.signing;

import io.bondtrader.core.error.InvalidInput;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a log must remember to go on and to state its root: the roots of the full subtrees, at most 63 hashes however
 * long the log. It makes no proofs; {@link MerkleTree} does. Immutable and safe for use by any thread.
 *
 * <p>Source: RFC 9162, section 2.1.2 (the stack of full subtrees).
 */
public final class MerkleFrontier {

    private static final MerkleFrontier EMPTY = new MerkleFrontier(0, List.of());

    private final long size;
    private final List<HashValue> subtrees;

    private MerkleFrontier(long size, List<HashValue> subtrees) {
        this.size = size;
        this.subtrees = subtrees;
    }

    /** {@return the frontier of a log without records} */
    public static MerkleFrontier empty() {
        return EMPTY;
    }

    /**
     * Goes on from what was stored.
     *
     * @param size the number of leaves
     * @param subtrees as {@link #subtrees()} gave them: one hash for each bit that is set in the size
     * @return the frontier
     * @throws InvalidInput if the size is negative or the number of hashes does not fit it
     */
    public static MerkleFrontier of(long size, List<HashValue> subtrees) {
        InvalidInput.unless(size >= 0, "size", size, "0 or more");
        InvalidInput.unless(
                subtrees.size() == Long.bitCount(size),
                "number of subtrees",
                subtrees.size(),
                Long.bitCount(size) + " for " + size + " leaves");
        return new MerkleFrontier(size, List.copyOf(subtrees));
    }

    /**
     * Appends a leaf.
     *
     * @param leaf the hash of a record, {@link HashValue#ofRecord}
     * @return the frontier of the longer log
     */
    public MerkleFrontier append(HashValue leaf) {
        List<HashValue> grown = new ArrayList<>(subtrees);
        HashValue right = leaf;
        // Each bit set at the low end is a full subtree that the new one completes to twice its size.
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            right = HashValue.ofNode(grown.remove(grown.size() - 1), right);
        }
        grown.add(right);
        return new MerkleFrontier(Math.addExact(size, 1), List.copyOf(grown));
    }

    /** {@return the root of the tree over all leaves} */
    public HashValue root() {
        if (size == 0) {
            return HashValue.ofNothing();
        }
        HashValue root = subtrees.get(subtrees.size() - 1);
        for (int i = subtrees.size() - 2; i >= 0; i--) {
            root = HashValue.ofNode(subtrees.get(i), root);
        }
        return root;
    }

    /** {@return the number of leaves} */
    public long size() {
        return size;
    }

    /** {@return the roots of the full subtrees, the largest first: what to store} */
    public List<HashValue> subtrees() {
        return subtrees;
    }

    @Override
    public String toString() {
        return "MerkleFrontier[size=" + size + ", root=" + root() + "]";
    }
}
