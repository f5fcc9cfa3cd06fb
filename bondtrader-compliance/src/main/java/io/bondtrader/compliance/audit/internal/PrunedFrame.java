package io.bondtrader.compliance.audit.internal;

import java.util.Arrays;

/** A frame with the entries before an index replaced by their hashes. What the log itself needs later stays whole. */
public final class PrunedFrame {

    /** Hears where an entry stands in the new frame. */
    @FunctionalInterface
    public interface Places {

        /**
         * Hears of an entry.
         *
         * @param index of the entry
         * @param offset of its length in the frame
         */
        void at(long index, int offset);
    }

    /** Knows hashes of entries. */
    @FunctionalInterface
    public interface Leaves {

        /**
         * Returns a hash.
         *
         * @param index of the entry
         * @return its hash
         */
        byte[] of(long index);
    }

    private PrunedFrame() {}

    /**
     * Writes a frame anew.
     *
     * @param frame that was read last
     * @param end the first entry that stays
     * @param leaves the hashes
     * @param places hears where entries stand
     * @return the new frame
     */
    public static byte[] of(FrameReader frame, long end, Leaves leaves, Places places) {
        byte[] old = frame.bytes();
        // A hash may be longer than the entry that it stands for.
        byte[] fresh =
                new byte[Frame.HEADER + frame.bodyLength() + frame.count() * PrunedEntries.STORED + frame.noteLength()];
        int from = Frame.HEADER;
        int to = Frame.HEADER;
        for (int i = 0; i < frame.count(); i++) {
            long index = frame.firstIndex() + i;
            int length = ((old[from] & 0xff) << 8) | (old[from + 1] & 0xff);
            places.at(index, to);
            if (index < end && length > 0 && !isKept(old, from + 2, length)) {
                System.arraycopy(leaves.of(index), 0, fresh, to + 2, Hashing.BYTES);
                from += 2 + length;
                to += PrunedEntries.STORED;
            } else {
                int stored = length == 0 ? PrunedEntries.STORED : 2 + length;
                System.arraycopy(old, from, fresh, to, stored);
                from += stored;
                to += stored;
            }
        }
        System.arraycopy(old, Frame.HEADER + frame.bodyLength(), fresh, to, frame.noteLength());
        Frame.seal(fresh, frame.count(), to - Frame.HEADER, frame.noteLength(), frame.firstIndex());
        return Arrays.copyOf(fresh, to + frame.noteLength());
    }

    private static boolean isKept(byte[] bytes, int at, int length) {
        return LogWalk.isKeyChange(bytes, at, length) || PrunedEntries.says(bytes, at, length);
    }
}
