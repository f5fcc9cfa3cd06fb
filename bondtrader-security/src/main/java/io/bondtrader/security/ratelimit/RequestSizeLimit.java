package io.bondtrader.security.ratelimit;

import io.bondtrader.core.error.InvalidInput;
import io.bondtrader.security.error.RequestTooLarge;
import java.io.InputStream;
import java.util.Map;

/**
 * How long bodies may be, by endpoint. The length that a client states is looked at first, and the bytes are counted in any
 * case: a client may say less than it sends, or nothing. Immutable and safe for use by many threads.
 */
public final class RequestSizeLimit {

    private final long standard;
    private final Map<String, Long> byEndpoint;

    private RequestSizeLimit(long standard, Map<String, Long> byEndpoint) {
        this.standard = standard;
        this.byEndpoint = byEndpoint;
    }

    /**
     * Returns a limit.
     *
     * @param standard bytes where nothing else is said, 0 or more
     * @param byEndpoint bytes by canonical name of the endpoint, each 0 or more
     * @return the limit
     * @throws InvalidInput if a number is negative
     */
    public static RequestSizeLimit of(long standard, Map<String, Long> byEndpoint) {
        InvalidInput.unless(standard >= 0, "standard", standard, "0 or more");
        byEndpoint.forEach(
                (endpoint, most) -> InvalidInput.unless(most >= 0, "limit of " + endpoint, most, "0 or more"));
        return new RequestSizeLimit(standard, Map.copyOf(byEndpoint));
    }

    /**
     * Checks the length that a client states.
     *
     * @param endpoint canonical name
     * @param length as stated; negative if none is
     * @throws RequestTooLarge if it is above the limit
     */
    public void check(String endpoint, long length) {
        long most = byEndpoint.getOrDefault(endpoint, standard);
        if (length > most) {
            throw new RequestTooLarge(most);
        }
    }

    /**
     * Returns a body that fails once it is longer than it may be.
     *
     * @param endpoint canonical name
     * @param body as it comes in; closed with the one returned
     * @return the body; reading more than the limit from it throws {@link RequestTooLarge}
     */
    public InputStream bounded(String endpoint, InputStream body) {
        return new BoundedBody(body, byEndpoint.getOrDefault(endpoint, standard));
    }
}
