package io.bondtrader.security.signing;

import io.bondtrader.core.error.InvalidInput;
import java.util.List;

/**
 * The hashes that show that a log grew without a change to what it held. Immutable and safe for use by any thread. Give it
 * to {@link Checkpoint#requireExtends}.
 *
 * @param fromSize the earlier number of leaves, 1 or more: everything extends an empty log, and that proves nothing
 * @param toSize the later number of leaves
 * @param path the hashes; at most 128
 */
public record ConsistencyProof(long fromSize, long toSize, List<HashValue> path) {

    /**
     * Takes a proof as it came.
     *
     * @throws InvalidInput if the sizes are not in order, or there are more hashes than any tree needs
     */
    public ConsistencyProof {
        InvalidInput.unless(fromSize >= 1, "earlier size", fromSize, "1 or more");
        InvalidInput.unless(toSize >= fromSize, "later size", toSize, "at least the earlier size, " + fromSize);
        InvalidInput.unless(
                path.size() <= 2 * InclusionProof.DEEPEST,
                "length of path",
                path.size(),
                "at most " + 2 * InclusionProof.DEEPEST);
        path = List.copyOf(path);
    }

    /**
     * Says whether the log only grew.
     *
     * <p>Source: RFC 9162, section 2.1.4.2.
     *
     * @param fromRoot the root at the earlier size
     * @param toRoot the root at the later size
     * @return whether the path leads to both roots
     */
    public boolean proves(HashValue fromRoot, HashValue toRoot) {
        if (fromSize == toSize) {
            return path.isEmpty() && fromRoot.equals(toRoot);
        }
        // A full subtree is its own proof; any other way begins at the largest one at the earlier tree's end.
        boolean full = Long.bitCount(fromSize) == 1;
        if (path.isEmpty()) {
            return false;
        }
        int levels = Long.numberOfTrailingZeros(fromSize);
        long node = (fromSize - 1) >> levels;
        long last = (toSize - 1) >> levels;
        HashValue earlier = full ? fromRoot : path.get(0);
        HashValue later = earlier;
        for (HashValue beside : full ? path : path.subList(1, path.size())) {
            if (last == 0) {
                return false; // the root is reached, and more was sent
            }
            if ((node & 1) == 1 || node == last) {
                earlier = HashValue.ofNode(beside, earlier);
                later = HashValue.ofNode(beside, later);
                int up = Long.numberOfTrailingZeros(node);
                node >>= up;
                last >>= up;
            } else {
                later = HashValue.ofNode(later, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && earlier.equals(fromRoot) && later.equals(toRoot);
    }
}
