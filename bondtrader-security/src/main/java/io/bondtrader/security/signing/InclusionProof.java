package io.bondtrader.security.signing;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.ProofRejected;
import java.util.List;

/**
 * The hashes that lead from a record to the root of its log. Immutable and safe for use by any thread.
 *
 * <p>The root must come from a checkpoint whose signature was verified; a proof against a root from its own sender proves
 * nothing.
 *
 * @param leafIndex which leaf, from 0
 * @param treeSize the number of leaves under the root
 * @param path the hashes beside the way up, the lowest first; at most 64
 */
public record InclusionProof(long leafIndex, long treeSize, List<HashValue> path) {

    /** No tree of a size that a long can hold is deeper. */
    static final int DEEPEST = 64;

    /**
     * Takes a proof as it came.
     *
     * @throws InvalidInput if there is no such leaf in a tree of that size, or there are more hashes than any tree needs
     */
    public InclusionProof {
        InvalidInput.unless(treeSize >= 1, "size", treeSize, "1 or more");
        InvalidInput.unless(leafIndex >= 0 && leafIndex < treeSize, "index", leafIndex, "0 to " + (treeSize - 1));
        InvalidInput.unless(path.size() <= DEEPEST, "length of path", path.size(), "at most " + DEEPEST);
        path = List.copyOf(path);
    }

    /**
     * Says whether the record is in the log.
     *
     * <p>Source: RFC 9162, section 2.1.3.2.
     *
     * @param leaf the hash of the record, {@link HashValue#ofRecord}
     * @param root of the log at {@link #treeSize()}, from a verified checkpoint
     * @return whether the path leads from the record to the root
     */
    public boolean proves(HashValue leaf, HashValue root) {
        return ProofArithmetic.includes(leafIndex, treeSize, leaf.shared(), HashValue.shared(path), root.shared());
    }

    /**
     * Requires that the record is in the log.
     *
     * @param leaf the hash of the record, {@link HashValue#ofRecord}
     * @param checkpoint the log's, opened and so verified
     * @throws ProofRejected if the checkpoint is of another size, or the path does not lead to its root
     */
    public void require(HashValue leaf, Checkpoint checkpoint) {
        if (treeSize != checkpoint.size() || !proves(leaf, checkpoint.root())) {
            throw new ProofRejected(
                    "record " + leafIndex + " is not proven to be in the log of " + checkpoint.size() + " records");
        }
    }
}
