package io.bondtrader.security.signing;

import io.bondtrader.core.error.InvalidInput;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.OptionalLong;

/**
 * A chain of records in which each head covers all before it: a changed, inserted, dropped or moved record breaks every
 * head that follows. Immutable and safe for use by any thread.
 *
 * <p>A chain alone does not show that its end was cut off, nor that all of it was written anew: sign its head, or keep the
 * records in a {@link MerkleTree} too and sign {@linkplain Checkpoint checkpoints}.
 *
 * <p>Heads are SHA-256(0x03 ‖ origin) first, then SHA-256(0x02 ‖ head ‖ index as 8 bytes ‖ record).
 */
public final class HashChain {

    private final long length;
    private final HashValue head;

    private HashChain(long length, HashValue head) {
        this.length = length;
        this.head = head;
    }

    /**
     * Begins a chain.
     *
     * @param origin the log's name; chains of two logs share no head
     * @return the chain without records
     * @throws InvalidInput if the origin is empty, longer than 255 characters, or has control characters
     */
    public static HashChain start(String origin) {
        byte[] name = StrictText.utf8("origin", StrictText.line("origin", origin, Checkpoint.LONGEST_LINE));
        return new HashChain(0, HashValue.ofParts(HashValue.CHAIN, name));
    }

    /**
     * Goes on from what was stored.
     *
     * @param length the number of records
     * @param head the last head
     * @return the chain
     * @throws InvalidInput if the length is negative
     */
    public static HashChain resume(long length, HashValue head) {
        InvalidInput.unless(length >= 0, "length", length, "0 or more");
        return new HashChain(length, head);
    }

    /**
     * Appends a record.
     *
     * @param record the record's bytes, such as its canonical JSON
     * @return the longer chain
     */
    public HashChain append(byte[] record) {
        byte[] index = ByteBuffer.allocate(Long.BYTES).putLong(length).array();
        return new HashChain(
                Math.addExact(length, 1), HashValue.ofParts(HashValue.LINK, head.toBytes(), index, record));
    }

    /**
     * Finds the first record that is not what was chained, from this chain on.
     *
     * @param records the records after this chain's, in order
     * @param heads the head after each of them
     * @return the index of the first record whose head differs or that has no counterpart; empty if all are as chained
     */
    public OptionalLong firstBreak(Iterable<byte[]> records, Iterable<HashValue> heads) {
        HashChain chain = this;
        Iterator<byte[]> record = records.iterator();
        Iterator<HashValue> expected = heads.iterator();
        while (record.hasNext() && expected.hasNext()) {
            HashChain next = chain.append(record.next());
            if (!next.head.equals(expected.next())) {
                return OptionalLong.of(chain.length);
            }
            chain = next;
        }
        return record.hasNext() || expected.hasNext() ? OptionalLong.of(chain.length) : OptionalLong.empty();
    }

    /** {@return the number of records} */
    public long length() {
        return length;
    }

    /** {@return the hash that covers all records} */
    public HashValue head() {
        return head;
    }

    @Override
    public String toString() {
        return "HashChain[length=" + length + ", head=" + head + "]";
    }
}
