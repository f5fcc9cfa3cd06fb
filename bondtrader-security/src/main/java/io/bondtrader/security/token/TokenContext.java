package io.bondtrader.security.token;

import io.bondtrader.security.network.IpAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a token came from, for the events.
 *
 * @param source the client's address; null if it came from inside
 * @param correlationId ties the events of one request together; empty without one
 */
public record TokenContext(@Nullable IpAddress source, String correlationId) {

    private static final TokenContext NONE = new TokenContext(null, "");

    /** Checks that nothing is missing. */
    public TokenContext {
        Objects.requireNonNull(correlationId, "correlationId");
    }

    /** {@return a context that says nothing} */
    public static TokenContext none() {
        return NONE;
    }
}
