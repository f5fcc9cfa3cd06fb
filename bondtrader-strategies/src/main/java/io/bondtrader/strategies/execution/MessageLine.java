package io.bondtrader.strategies.execution;

import java.time.Instant;
import java.util.SplittableRandom;

/** One direction of messages: says when each arrives, never before the one sent before it. */
final class MessageLine {

    private final long fixedNanos;
    private final long jitterNanos;
    private final SplittableRandom random;
    private Instant last = Instant.MIN;

    MessageLine(Latency latency, SplittableRandom random) {
        fixedNanos = latency.fixed().toNanos();
        jitterNanos = latency.jitter().toNanos();
        this.random = random;
    }

    boolean immediate() {
        return fixedNanos == 0 && jitterNanos == 0;
    }

    Instant arrival(Instant sent) {
        if (immediate()) {
            return sent;
        }
        long nanos = fixedNanos + (jitterNanos == 0 ? 0 : random.nextLong(jitterNanos + 1));
        Instant arrival = sent.plusNanos(nanos);
        last = arrival.isBefore(last) ? last : arrival;
        return last;
    }
}
