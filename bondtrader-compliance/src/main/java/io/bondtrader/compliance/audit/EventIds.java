package io.bondtrader.compliance.audit;

import io.bondtrader.core.error.InvalidInput;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Makes identifiers of events that sort by the time at which they were made: UUIDs of version 7. Within a millisecond, and
 * while the clock stands still or goes back, each is the one before it plus a random step (RFC 9562, section 6.2, method
 * 2), so that those of one source never repeat and never go back.
 *
 * <p>Safe for use by many threads.
 */
public final class EventIds {

    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    /** Bits that are not version, variant or time: 12 above and 62 below. */
    private static final long HIGH_MASK = 0xfffL;

    private static final long LOW_MASK = 0x3fff_ffff_ffff_ffffL;
    private static final long TIME_MASK = 0xffff_ffff_ffffL;

    /** A step is below 2³²: some four billion times 2¹¹ steps fit into a millisecond. */
    private static final long STEP_MASK = 0xffff_ffffL;

    /** Random bytes are fetched for so many identifiers at once: a source that locks is asked rarely. */
    private static final int WORDS = 512;

    private final InstantSource clock;
    private final RandomGenerator random;
    private final long[] words = new long[WORDS];
    private final byte[] bytes = new byte[WORDS * Long.BYTES];
    private int next = WORDS;
    private long millis = -1;
    private long high;
    private long low;

    private EventIds(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /**
     * Makes a source.
     *
     * @param clock what tells the time
     * @param random where the rest comes from: {@code SecureRandom} if identifiers must not be guessed
     * @return the source
     */
    public static EventIds of(InstantSource clock, RandomGenerator random) {
        return new EventIds(clock, random);
    }

    /**
     * Makes an identifier.
     *
     * @return one that is larger than all before it of this source
     * @throws InvalidInput if the clock stands before 1970 or after 10889
     */
    public synchronized UUID next() {
        long now = clock.millis();
        InvalidInput.unless(now >= 0 && now <= TIME_MASK, "time in milliseconds", now, "0 to 2^48 - 1");
        if (now > millis) {
            millis = now;
            // The highest of the 74 bits begins as 0, so that the steps of a millisecond have room.
            high = word() & (HIGH_MASK >> 1);
            low = word() & LOW_MASK;
        } else {
            low += 1 + (word() & STEP_MASK);
            if (low > LOW_MASK) {
                low &= LOW_MASK;
                high++;
                if (high > HIGH_MASK) {
                    high = 0;
                    millis++;
                }
            }
        }
        return new UUID((millis << 16) | VERSION_7 | high, VARIANT | low);
    }

    private long word() {
        if (next == WORDS) {
            random.nextBytes(bytes);
            ByteBuffer.wrap(bytes).asLongBuffer().get(words);
            next = 0;
        }
        return words[next++];
    }
}
