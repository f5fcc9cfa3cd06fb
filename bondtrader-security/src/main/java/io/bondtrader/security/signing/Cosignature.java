package io.bondtrader.security.signing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The layout of a witness's signature: 8 bytes of time in front of it, and two lines in front of what is signed. */
final class Cosignature {

    /** Begins what a witness signs, and no text of a note. */
    static final String HEADER = "cosignature/v1\n";

    static final int TIME_BYTES = 8;

    private Cosignature() {}

    static byte[] message(long seconds, byte[] text) {
        byte[] lines = (HEADER + "time " + seconds + "\n").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(lines.length + text.length)
                .put(lines)
                .put(text)
                .array();
    }

    static byte[] of(long seconds, byte[] signature) {
        return ByteBuffer.allocate(TIME_BYTES + signature.length)
                .putLong(seconds)
                .put(signature)
                .array();
    }

    static long seconds(byte[] cosignature) {
        return ByteBuffer.wrap(cosignature).getLong();
    }

    /** The format ends at 2^63 - 1, and an instant before that. */
    static boolean isTime(long seconds) {
        return seconds >= 0 && seconds <= Instant.MAX.getEpochSecond();
    }
}
