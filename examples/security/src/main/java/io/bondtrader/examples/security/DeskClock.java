package io.bondtrader.examples.security;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that moves when it is told to, so that every run prints the same times. */
final class DeskClock implements InstantSource {

    private static final Instant START = Instant.parse("2026-03-02T09:30:00Z");

    private Instant now = START;

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** {@return nanoseconds since the start, as a monotonic clock tells them} */
    long ticks() {
        return Duration.between(START, now).toNanos();
    }
}
