package io.bondtrader.compliance.audit.internal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * The layout of a segment file. It begins with {@code BTAUDIT1}, the index of its first event (8 bytes) and the hash of the
 * event before that (32 bytes; for the first segment that of the log's name). Frames follow, one for each commit, all
 * numbers big-endian:
 *
 * <pre>
 * 0  4  BTFR
 * 4  4  number of entries
 * 8  4  length of the entries
 * 12 4  length of the note
 * 16 8  index of the first entry
 * 24 4  CRC-32C of bytes 0 to 23
 * 28 4  CRC-32C of the entries and of the note
 * 32    entries, each after its length in 2 bytes, as in bundles of C2SP tlog-tiles
 *       the checkpoint after the last entry, a signed note
 * </pre>
 */
public final class Frame {

    /** {@code BTAUDIT1}. */
    static final long FILE_MAGIC = 0x4254_4155_4449_5431L;

    /** How long the file's header is. */
    public static final int FILE_HEADER = 8 + 8 + Hashing.BYTES;

    /** {@code BTFR}. */
    static final int MAGIC = 0x4254_4652;

    /** How long the header of a frame is. */
    public static final int HEADER = 32;

    /** Where the CRC of the header stands, and what it covers. */
    static final int HEADER_CHECK = 24;

    /** Where the CRC of the rest stands. */
    static final int CONTENT_CHECK = 28;

    /** The largest frame's entries. */
    public static final int MOST_BYTES = 1 << 26;

    /** The longest note. */
    static final int MOST_NOTE = 131_072;

    private Frame() {}

    /**
     * Writes a file's header.
     *
     * @param firstIndex the index of its first event
     * @param previous the hash of the event before
     * @return the header
     */
    public static byte[] fileHeader(long firstIndex, byte[] previous) {
        return ByteBuffer.allocate(FILE_HEADER)
                .putLong(FILE_MAGIC)
                .putLong(firstIndex)
                .put(previous)
                .array();
    }

    /**
     * Writes a frame's header in front of what it holds.
     *
     * @param frame room for the header, then entries and note
     * @param count of entries
     * @param body length of the entries
     * @param note length of the note
     * @param firstIndex index of the first entry
     */
    public static void seal(byte[] frame, int count, int body, int note, long firstIndex) {
        ByteBuffer header = ByteBuffer.wrap(frame, 0, HEADER);
        header.putInt(MAGIC).putInt(count).putInt(body).putInt(note).putLong(firstIndex);
        header.putInt(check(frame, 0, HEADER_CHECK));
        header.putInt(check(frame, HEADER, body + note));
    }

    /** The CRC of bytes. */
    static int check(byte[] bytes, int offset, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, offset, length);
        return (int) crc.getValue();
    }

    /**
     * Looks for a whole frame in bytes that do not begin with one.
     *
     * @param bytes to look through
     * @return the index of the first event of a frame that is whole, or -1
     */
    public static long find(byte[] bytes) {
        ByteBuffer view = ByteBuffer.wrap(bytes);
        for (int i = 0; i + HEADER <= bytes.length; i++) {
            if (bytes[i] == 'B' && view.getInt(i) == MAGIC) {
                long body = view.getInt(i + 8);
                long note = view.getInt(i + 12);
                boolean fits = body > 0 && note > 0 && i + HEADER + body + note <= bytes.length;
                if (fits
                        && view.getInt(i + HEADER_CHECK) == check(bytes, i, HEADER_CHECK)
                        && view.getInt(i + CONTENT_CHECK) == check(bytes, i + HEADER, (int) (body + note))) {
                    return view.getLong(i + 16);
                }
            }
        }
        return -1;
    }

    /**
     * Names the file of a segment.
     *
     * @param firstIndex the index of its first event
     * @return such as {@code 0000000000000000000.log}
     */
    public static String fileName(long firstIndex) {
        char[] zeros = new char[19];
        Arrays.fill(zeros, '0');
        String digits = Long.toString(firstIndex);
        return new String(zeros, 0, 19 - digits.length()) + digits + ".log";
    }
}
