package io.bondtrader.security.ratelimit;

import java.time.Duration;

/**
 * Where one limit stands after a request. Immutable.
 *
 * @param fits whether this limit allowed the request
 * @param remaining permits left
 * @param reset until all permits are free
 * @param retry until the same request could fit; zero if it did
 */
public record LimitReading(boolean fits, int remaining, Duration reset, Duration retry) {}
