package io.bondtrader.security.signing;

import io.bondtrader.core.error.InvalidInput;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A SHA-256 hash: of a record, of a node of a Merkle tree, or of a chain's head. Immutable and safe for use by any thread;
 * comparison takes the same time wherever the values differ.
 */
public final class HashValue {

    /** The length of every hash here, in bytes. */
    public static final int BYTES = 32;

    /** Bytes put before what is hashed, so that no leaf passes as a node (RFC 9162, section 2.1.1) nor as a link. */
    private static final byte LEAF = 0x00;

    private static final byte NODE = 0x01;

    static final byte LINK = 0x02;

    static final byte CHAIN = 0x03;

    private final byte[] bytes;

    private HashValue(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Takes a hash as it was stored.
     *
     * @param bytes the hash, copied
     * @return the hash
     * @throws InvalidInput if there are not {@value #BYTES} bytes
     */
    public static HashValue of(byte[] bytes) {
        InvalidInput.unless(bytes.length == BYTES, "length of hash", bytes.length, BYTES + " bytes");
        return new HashValue(bytes.clone());
    }

    /**
     * Reads what {@link #toBase64()} wrote.
     *
     * @param base64 standard Base64 with padding
     * @return the hash
     * @throws InvalidInput if it is anything else, or not {@value #BYTES} bytes
     */
    public static HashValue parse(String base64) {
        InvalidInput.unless(base64.length() == 44, "length of hash as Base64", base64.length(), "44 characters");
        return of(StrictText.base64("hash", base64));
    }

    /**
     * Hashes a record as leaf of a Merkle tree: SHA-256(0x00 ‖ record).
     *
     * <p>Source: RFC 9162, section 2.1.1; the same as in RFC 6962, section 2.1.
     *
     * @param record the record's bytes, such as its canonical JSON
     * @return the hash of its leaf
     */
    public static HashValue ofRecord(byte[] record) {
        MessageDigest sha = sha256();
        sha.update(LEAF);
        return new HashValue(sha.digest(record));
    }

    /** SHA-256(0x01 ‖ left ‖ right), RFC 9162, section 2.1.1. */
    static HashValue ofNode(HashValue left, HashValue right) {
        return new HashValue(nodeOf(left.bytes, right.bytes));
    }

    static byte[] nodeOf(byte[] left, byte[] right) {
        MessageDigest sha = sha256();
        sha.update(NODE);
        sha.update(left);
        return sha.digest(right);
    }

    /** The bytes themselves, which nobody in this package changes. */
    byte[] shared() {
        return bytes;
    }

    static List<byte[]> shared(List<HashValue> hashes) {
        return hashes.stream().map(HashValue::shared).toList();
    }

    /** The root of a tree without leaves: the hash of nothing. */
    static HashValue ofNothing() {
        return new HashValue(sha256().digest());
    }

    /** Hashes a kind and parts whose lengths are fixed up to the last. */
    static HashValue ofParts(byte kind, byte[]... parts) {
        MessageDigest sha = sha256();
        sha.update(kind);
        for (byte[] part : parts) {
            sha.update(part);
        }
        return new HashValue(sha.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** {@return a copy of the hash} */
    public byte[] toBytes() {
        return bytes.clone();
    }

    /** {@return the hash in standard Base64, as checkpoints write it} */
    public String toBase64() {
        return StrictText.toBase64(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HashValue that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** {@return the hash in hexadecimal digits} */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
