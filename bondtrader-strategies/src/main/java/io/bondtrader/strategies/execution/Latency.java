package io.bondtrader.strategies.execution;

import io.bondtrader.core.error.InvalidInput;
import java.time.Duration;

/**
 * How long a message is on its way: a fixed time and a random one that is spread evenly from zero to a maximum. Messages of
 * one direction never overtake each other.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param fixed the shortest time, zero or more
 * @param jitter the most that is added to it, zero or more
 */
public record Latency(Duration fixed, Duration jitter) {

    /**
     * Checks the times.
     *
     * @throws InvalidInput if one is negative or longer than a day
     */
    public Latency {
        check("fixed", fixed);
        check("jitter", jitter);
    }

    private static void check(String name, Duration time) {
        InvalidInput.unless(
                !time.isNegative() && time.compareTo(Duration.ofDays(1)) <= 0, name, time, "from zero to a day");
    }

    /** {@return no latency at all} */
    public static Latency none() {
        return new Latency(Duration.ZERO, Duration.ZERO);
    }

    /**
     * Returns a latency without jitter.
     *
     * @param fixed the time
     * @return the latency
     * @throws InvalidInput if it is negative or longer than a day
     */
    public static Latency of(Duration fixed) {
        return new Latency(fixed, Duration.ZERO);
    }
}
