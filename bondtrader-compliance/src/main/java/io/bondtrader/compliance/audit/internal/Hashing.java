package io.bondtrader.compliance.audit.internal;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * SHA-256 of leaves and nodes (RFC 9162, section 2.1.1) from and into arrays, without an object for each hash: what
 * {@code HashValue} does, for hundreds of thousands of events a second. For one thread.
 */
public final class Hashing {

    /** The length of a hash. */
    public static final int BYTES = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest sha;
    private final byte[] node = new byte[1 + 2 * BYTES];

    /** Makes one. */
    public Hashing() {
        try {
            this.sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
        node[0] = NODE;
    }

    /**
     * Hashes a leaf.
     *
     * @param bytes that hold the entry
     * @param offset of its first byte
     * @param length of it
     * @param target where to put the hash
     * @param at offset of the hash
     */
    public void leaf(byte[] bytes, int offset, int length, byte[] target, int at) {
        sha.update(LEAF);
        sha.update(bytes, offset, length);
        digest(target, at);
    }

    /**
     * Hashes a node of two hashes; the target may be one of them.
     *
     * @param left bytes that hold the left one
     * @param leftAt its offset
     * @param right bytes that hold the right one
     * @param rightAt its offset
     * @param target where to put the hash
     * @param at offset of the hash
     */
    public void node(byte[] left, int leftAt, byte[] right, int rightAt, byte[] target, int at) {
        System.arraycopy(left, leftAt, node, 1, BYTES);
        System.arraycopy(right, rightAt, node, 1 + BYTES, BYTES);
        sha.update(node, 0, node.length);
        digest(target, at);
    }

    /** {@return the hash of nothing: the root of an empty log} */
    public byte[] ofNothing() {
        byte[] hash = new byte[BYTES];
        digest(hash, 0);
        return hash;
    }

    private void digest(byte[] target, int at) {
        try {
            sha.digest(target, at, BYTES);
        } catch (DigestException impossible) {
            throw new IllegalStateException("a hash fits into its place", impossible);
        }
    }
}
