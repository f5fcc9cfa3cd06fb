package io.bondtrader.risk.limit;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why an order was refused, cut or warned of.
 *
 * <p>Immutable and safe for use by many threads.
 *
 * @param code the stable code
 * @param limit the limit that it is about; null if it is about none
 * @param message one line for a person
 */
public record Denial(DenialCode code, @Nullable String limit, String message) {

    /** Keeps the parts. */
    public Denial {
        Objects.requireNonNull(code);
        Objects.requireNonNull(message);
    }

    @Override
    public String toString() {
        return code.id() + ": " + message;
    }
}
