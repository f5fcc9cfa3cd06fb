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
        return ProofArithmetic.extend(fromSize, toSize, fromRoot.shared(), HashValue.shared(path), toRoot.shared());
    }
}
