package io.bondtrader.compliance.audit.internal;

import java.util.Arrays;

/**
 * The roots of the full subtrees of a growing tree, in arrays: what a verifier needs to state the root of what it has read
 * (RFC 9162, section 2.1.2). For one thread.
 */
public final class Frontier {

    private static final int DEEPEST = 63;
    private static final int TILE_HEIGHT = 8;

    private final Hashing hashing = new Hashing();
    private final byte[] subtrees = new byte[DEEPEST * Hashing.BYTES];
    private long size;

    /** Makes one of an empty tree. */
    public Frontier() {}

    /** {@return another one of the same tree} */
    public Frontier copy() {
        Frontier copy = new Frontier();
        System.arraycopy(subtrees, 0, copy.subtrees, 0, subtrees.length);
        copy.size = size;
        return copy;
    }

    /** {@return the number of leaves} */
    public long size() {
        return size;
    }

    /** Sees the roots of full subtrees of which tiles hold the hashes. */
    @FunctionalInterface
    public interface Subtrees {

        /**
         * Sees a root over 256^level leaves.
         *
         * @param level 1 or more
         * @param hash of it, not to be kept or changed
         */
        void full(int level, byte[] hash);
    }

    /**
     * Appends a leaf.
     *
     * @param hash of it, overwritten with the root of the largest subtree that it completes
     * @param tiles sees those roots on the way that tiles hold
     */
    public void append(byte[] hash, Subtrees tiles) {
        int height = 0;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            hashing.node(subtrees, height * Hashing.BYTES, hash, 0, hash, 0);
            height++;
            if (height % TILE_HEIGHT == 0) {
                tiles.full(height / TILE_HEIGHT, hash);
            }
        }
        System.arraycopy(hash, 0, subtrees, height * Hashing.BYTES, Hashing.BYTES);
        size++;
    }

    /** {@return the root of all leaves} */
    public byte[] root() {
        if (size == 0) {
            return hashing.ofNothing();
        }
        int height = Long.numberOfTrailingZeros(size);
        byte[] root = Arrays.copyOfRange(subtrees, height * Hashing.BYTES, (height + 1) * Hashing.BYTES);
        for (long rest = size >> (height + 1); rest > 0; rest >>= 1) {
            height++;
            if ((rest & 1) == 1) {
                hashing.node(subtrees, height * Hashing.BYTES, root, 0, root, 0);
            }
        }
        return root;
    }
}
