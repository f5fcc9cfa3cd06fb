package io.bondtrader.compliance.client;

import io.bondtrader.core.error.InvalidInput;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a category is decided on. Immutable.
 *
 * @param kind what the client is
 * @param size how large; {@code null} if not known, which passes no test
 * @param history trades, portfolio and role; {@code null} if not known, which passes no test
 */
public record ClientFacts(
        ClientKind kind,
        @Nullable CompanySize size,
        @Nullable TradingHistory history) {

    /**
     * Checks that only undertakings have accounts.
     *
     * @throws InvalidInput if a natural person has a company's size
     */
    public ClientFacts {
        Objects.requireNonNull(kind, "kind");
        InvalidInput.unless(
                size == null || kind != ClientKind.NATURAL_PERSON, "size", "of a natural person", "of an undertaking");
    }

    /**
     * Returns facts of a client of whom only the kind is known.
     *
     * @param kind what the client is
     * @return the facts
     */
    public static ClientFacts of(ClientKind kind) {
        return new ClientFacts(kind, null, null);
    }

    /**
     * Returns the same facts with a size.
     *
     * @param known how large
     * @return the facts
     */
    public ClientFacts sized(CompanySize known) {
        return new ClientFacts(kind, known, history);
    }

    /**
     * Returns the same facts with a history.
     *
     * @param known trades, portfolio and role
     * @return the facts
     */
    public ClientFacts traded(TradingHistory known) {
        return new ClientFacts(kind, size, known);
    }
}
