package io.bondtrader.security.ratelimit;

import java.time.Duration;

/**
 * What a request wants of one limit. Immutable.
 *
 * @param policy name of the limit
 * @param key whom or what it is counted for, in text; no secret
 * @param limit permits in a window
 * @param window its length
 * @param permits how many are wanted
 */
public record LimitCharge(String policy, String key, int limit, Duration window, int permits) {}
