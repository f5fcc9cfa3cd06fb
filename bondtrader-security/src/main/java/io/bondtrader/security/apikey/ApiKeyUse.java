package io.bondtrader.security.apikey;

import io.bondtrader.security.network.IpAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a key is used. Immutable.
 *
 * @param count how often it was accepted
 * @param lastAt when it was accepted last
 * @param lastVersion which of its versions was used last
 * @param lastSource from which address; null if that was not told
 */
public record ApiKeyUse(
        long count,
        Instant lastAt,
        int lastVersion,
        @Nullable IpAddress lastSource) {

    /**
     * Returns the sum of two.
     *
     * @param other use of the same key
     * @return counts added, the later of the last uses
     */
    public ApiKeyUse plus(ApiKeyUse other) {
        ApiKeyUse later = other.lastAt.isBefore(lastAt) ? this : other;
        return new ApiKeyUse(count + other.count, later.lastAt, later.lastVersion, later.lastSource);
    }
}
