package io.bondtrader.security.ratelimit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a client is told of its limits: {@code RateLimit-Policy} and {@code RateLimit} as structured fields, and {@code
 * Retry-After} with a refusal. Seconds are rounded up, so that whoever waits as told is not refused again.
 *
 * <p>Source: draft-ietf-httpapi-ratelimit-headers; RFC 9110, section 10.2.3.
 */
public final class RateLimitHeaders {

    private RateLimitHeaders() {}

    /**
     * Returns the headers of an answer.
     *
     * @param policies in force
     * @param verdict of the request
     * @return values by name, in the order in which they are best sent
     */
    public static Map<String, String> of(List<RatePolicy> policies, Verdict verdict) {
        Map<String, String> headers = new LinkedHashMap<>();
        StringBuilder all = new StringBuilder();
        for (RatePolicy policy : policies) {
            all.append(all.isEmpty() ? "" : ", ")
                    .append('"')
                    .append(policy.name())
                    .append("\";q=")
                    .append(policy.limit())
                    .append(";w=")
                    .append(seconds(policy.window().toNanos()));
        }
        headers.put("RateLimit-Policy", all.toString());
        headers.put(
                "RateLimit",
                "\"" + verdict.policy().name() + "\";r=" + verdict.remaining() + ";t=" + seconds(verdict.resetNanos()));
        if (!verdict.allowed()) {
            headers.put("Retry-After", Long.toString(Math.max(1, seconds(verdict.retryNanos()))));
        }
        return Collections.unmodifiableMap(headers);
    }

    private static long seconds(long nanos) {
        long whole = TimeUnit.NANOSECONDS.toSeconds(nanos);
        return nanos % 1_000_000_000 == 0 ? whole : whole + 1;
    }
}
