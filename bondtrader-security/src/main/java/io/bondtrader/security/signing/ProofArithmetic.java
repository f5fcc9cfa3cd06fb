package io.bondtrader.security.signing;

import java.security.MessageDigest;
import java.util.List;

/**
 * The checks of RFC 9162 over plain bytes. They take sizes and roots as they come: what no tree has is not proven. Roots may
 * be of any length, as the RFC compares them; what is hashed is of the hash's own length.
 */
final class ProofArithmetic {

    private ProofArithmetic() {}

    /** RFC 9162, section 2.1.3.2. */
    static boolean includes(long leafIndex, long treeSize, byte[] leaf, List<byte[]> path, byte[] root) {
        if (leafIndex < 0 || leafIndex >= treeSize || leaf.length != HashValue.BYTES || !areHashes(path)) {
            return false;
        }
        long node = leafIndex;
        long last = treeSize - 1;
        byte[] hash = leaf;
        for (byte[] beside : path) {
            if (last == 0) {
                return false; // the root is reached, and more was sent
            }
            if ((node & 1) == 1 || node == last) {
                hash = HashValue.nodeOf(beside, hash);
                // A last node without neighbour rises unchanged.
                int levels = Long.numberOfTrailingZeros(node);
                node >>= levels;
                last >>= levels;
            } else {
                hash = HashValue.nodeOf(hash, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(hash, root);
    }

    /** RFC 9162, section 2.1.4.2. Everything extends an empty log: that proves nothing. */
    static boolean extend(long fromSize, long toSize, byte[] fromRoot, List<byte[]> path, byte[] toRoot) {
        if (fromSize < 1 || toSize < fromSize || !areHashes(path)) {
            return false;
        }
        if (fromSize == toSize) {
            return path.isEmpty() && MessageDigest.isEqual(fromRoot, toRoot);
        }
        // A full subtree is its own proof; any other way begins at the largest one at the earlier tree's end.
        boolean full = Long.bitCount(fromSize) == 1;
        if (path.isEmpty() || (full && fromRoot.length != HashValue.BYTES)) {
            return false;
        }
        int levels = Long.numberOfTrailingZeros(fromSize);
        long node = (fromSize - 1) >> levels;
        long last = (toSize - 1) >> levels;
        byte[] earlier = full ? fromRoot : path.get(0);
        byte[] later = earlier;
        for (byte[] beside : full ? path : path.subList(1, path.size())) {
            if (last == 0) {
                return false; // the root is reached, and more was sent
            }
            if ((node & 1) == 1 || node == last) {
                earlier = HashValue.nodeOf(beside, earlier);
                later = HashValue.nodeOf(beside, later);
                int up = Long.numberOfTrailingZeros(node);
                node >>= up;
                last >>= up;
            } else {
                later = HashValue.nodeOf(later, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(earlier, fromRoot) && MessageDigest.isEqual(later, toRoot);
    }

    /** Hashes of other lengths could share their bytes out anew: what is hashed would be the same. */
    private static boolean areHashes(List<byte[]> path) {
        return path.stream().allMatch(hash -> hash.length == HashValue.BYTES);
    }
}
