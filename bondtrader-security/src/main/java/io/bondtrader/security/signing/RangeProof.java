package io.bondtrader.security.signing;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.ProofRejected;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The hashes that lead from records in a row to the root of their log: all of them, in order, and none left out. Immutable
 * and safe for use by any thread.
 *
 * <p>The proof holds the root of each largest subtree without a record of the range, from left to right; the split is that
 * of RFC 9162, section 2.1.1. The RFC has no such proof, and other implementations lay theirs out in their own ways.
 *
 * @param startInclusive the first leaf's index
 * @param endExclusive the index after the last leaf's
 * @param treeSize the number of leaves under the root
 * @param outside the roots of the subtrees beside the range, from left to right; at most 128
 */
public record RangeProof(long startInclusive, long endExclusive, long treeSize, List<HashValue> outside) {

    /**
     * Takes a proof as it came.
     *
     * @throws InvalidInput if the range is empty or not within the tree, or there are more hashes than any tree needs
     */
    public RangeProof {
        requireRange(startInclusive, endExclusive, treeSize);
        InvalidInput.unless(
                outside.size() <= 2 * InclusionProof.DEEPEST,
                "number of hashes",
                outside.size(),
                "at most " + 2 * InclusionProof.DEEPEST);
        outside = List.copyOf(outside);
    }

    static void requireRange(long startInclusive, long endExclusive, long treeSize) {
        InvalidInput.unless(startInclusive >= 0, "start of range", startInclusive, "0 or more");
        InvalidInput.unless(
                endExclusive > startInclusive && endExclusive <= treeSize,
                "end of range",
                endExclusive,
                "after " + startInclusive + " and at most " + treeSize);
    }

    /**
     * Says whether exactly these records stand in the range.
     *
     * @param leaves the hashes of the records, in order
     * @param root of the log at {@link #treeSize()}, from a verified checkpoint
     * @return whether they lead to the root
     */
    public boolean proves(List<HashValue> leaves, HashValue root) {
        return leaves.size() == endExclusive - startInclusive && proves(leaves.iterator(), root);
    }

    /**
     * Says whether exactly these records stand in the range, holding one hash for each level of the tree.
     *
     * @param leaves the hashes of the records, in order; each is taken once, and none after it is clear that the proof fails
     * @param root of the log at {@link #treeSize()}, from a verified checkpoint
     * @return whether they lead to the root, and there are no more of them
     */
    public boolean proves(Iterator<HashValue> leaves, HashValue root) {
        if (outside.size() != subtreesOutside(0, treeSize)) {
            return false;
        }
        Optional<HashValue> found = new Walk(leaves, outside.iterator()).hash(0, treeSize);
        return found.isPresent() && found.get().equals(root) && !leaves.hasNext();
    }

    /**
     * Requires that exactly these records stand in the range.
     *
     * @param leaves the hashes of the records, in order
     * @param checkpoint the log's, opened and so verified
     * @throws ProofRejected if the checkpoint is of another size, or the records do not lead to its root
     */
    public void require(List<HashValue> leaves, Checkpoint checkpoint) {
        if (treeSize != checkpoint.size() || !proves(leaves, checkpoint.root())) {
            throw new ProofRejected("records " + startInclusive + " to " + (endExclusive - 1)
                    + " are not proven to be in the log of " + checkpoint.size() + " records");
        }
    }

    private boolean beside(long start, long end) {
        return end <= startInclusive || start >= endExclusive;
    }

    private int subtreesOutside(long start, long end) {
        if (beside(start, end)) {
            return 1;
        }
        if (start >= startInclusive && end <= endExclusive) {
            return 0;
        }
        long middle = start + MerkleTree.half(end - start);
        return subtreesOutside(start, middle) + subtreesOutside(middle, end);
    }

    /** Goes through the tree from left to right, as deep as the tree: at most 63 levels. */
    private final class Walk {

        private final Iterator<HashValue> inside;
        private final Iterator<HashValue> given;

        Walk(Iterator<HashValue> inside, Iterator<HashValue> given) {
            this.inside = inside;
            this.given = given;
        }

        /** Empty where there are too few leaves. */
        Optional<HashValue> hash(long start, long end) {
            if (beside(start, end)) {
                return Optional.of(given.next());
            }
            if (end - start == 1) {
                return inside.hasNext() ? Optional.of(inside.next()) : Optional.empty();
            }
            long middle = start + MerkleTree.half(end - start);
            Optional<HashValue> left = hash(start, middle);
            return left.flatMap(known -> hash(middle, end).map(right -> HashValue.ofNode(known, right)));
        }
    }
}
