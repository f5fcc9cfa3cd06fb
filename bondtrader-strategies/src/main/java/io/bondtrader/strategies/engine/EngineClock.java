package io.bondtrader.strategies.engine;

import java.time.Instant;
import java.time.InstantSource;

/**
 * The engine's logical time: that of the last publication. Give it to whatever has to live in that time, such as a limit
 * engine. It stands still between events.
 *
 * <p>Safe for use by many threads; only an engine moves it.
 */
public final class EngineClock implements InstantSource {

    private volatile Instant now = Instant.EPOCH;

    /** Makes a clock that stands at the epoch. */
    public EngineClock() {}

    @Override
    public Instant instant() {
        return now;
    }

    void advance(Instant time) {
        now = time;
    }

    @Override
    public String toString() {
        return "EngineClock[" + now + ']';
    }
}
